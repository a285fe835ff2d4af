"""What a child process that reads for us may take."""

import resource

_PAGE = resource.getpagesize()


def limit(memory_mb: int) -> None:
    """No core dump, no file written, and `memory_mb` in all, what the program itself maps included."""
    with open("/proc/self/statm", encoding="ascii") as statm:  # noqa: PTH123 - a kernel file
        mapped, resident = (int(part) * _PAGE for part in statm.read().split()[:2])
    room = max(memory_mb * 2**20 - resident, 64 * 2**20)
    resource.setrlimit(resource.RLIMIT_AS, (mapped + room, mapped + room))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
