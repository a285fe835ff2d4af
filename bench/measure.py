"""One document in its own process: its answer, its seconds, its peak memory, and a time limit."""

import multiprocessing
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

Answer = dict[str, object]
SECONDS = 60


@dataclass(frozen=True, slots=True)
class Measured:
    """`answer` is empty and `error` filled when the document could not be read.

    `cpu` is what the document cost in seconds of CPU; `seconds` also holds waiting for others.
    """

    answer: Answer = field(default_factory=dict)
    seconds: float = 0.0
    cpu: float = 0.0
    peak_mb: float = 0.0
    error: str = ""


def measured(work: Callable[[Path], Answer], path: Path) -> Measured:
    """What `work` answers for the file, in a forked child that has the libraries loaded already.

    peak_mb is the child's whole resident memory, the loaded libraries included.
    """
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_run, args=(work, path, theirs), daemon=True)
    child.start()
    theirs.close()
    try:
        return ours.recv() if ours.poll(SECONDS) else Measured(error=f"over {SECONDS} s")
    except EOFError:
        return Measured(error="the process died")
    finally:
        child.kill()
        child.join()
        ours.close()


def _run(work: Callable[[Path], Answer], path: Path, pipe: Connection) -> None:
    began, before = time.perf_counter(), time.process_time()
    try:
        answer, error = work(path), ""
    except Exception as failure:  # noqa: BLE001 - a benchmark counts every failure
        answer, error = {}, repr(failure)
    seconds, cpu = time.perf_counter() - began, time.process_time() - before
    pipe.send(Measured(answer, seconds, cpu, peak_mb(), error))


def peak_mb() -> float:
    """Peak memory of this process in MB. Not ru_maxrss: that one is inherited from the parent."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return 0.0
