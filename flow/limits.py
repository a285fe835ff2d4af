"""What a child process that reads for us may take."""

import math
import resource
from collections.abc import Mapping

SECONDS = "seconds"
"""What a request may take of the processor, in its header."""
_PAGE = resource.getpagesize()


def limit(memory_mb: int) -> None:
    """No core dump, no file written, and `memory_mb` in all, what the program itself maps included."""
    with open("/proc/self/statm", encoding="ascii") as statm:  # noqa: PTH123 - a kernel file
        mapped, resident = (int(part) * _PAGE for part in statm.read().split()[:2])
    room = max(memory_mb * 2**20 - resident, 64 * 2**20)
    resource.setrlimit(resource.RLIMIT_AS, (mapped + room, mapped + room))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def spend_as(header: Mapping[str, object]) -> None:
    """`spend` as a request says; without a word of it, nothing changes."""
    seconds = header.get(SECONDS)
    if isinstance(seconds, int | float):
        spend(seconds)


def spend(seconds: float) -> None:
    """At most so many seconds more of the processor, rounded up; the kernel ends who spends more (SIGXCPU).

    Time that other programs took counts for nothing: a busy machine sets no document aside.
    """
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = math.ceil(used.ru_utime + used.ru_stime + seconds)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    kept = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(resource.RLIMIT_CPU, (kept, hard))
