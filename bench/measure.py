"""One document in its own process: its answer, its seconds, its peak memory, and a time limit."""

import multiprocessing
import os
import resource
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

Answer = dict[str, object]
SECONDS = 60


def nothing() -> None:
    """What needs no preparation."""


@dataclass(frozen=True, slots=True)
class Measured:
    """`answer` is empty and `error` filled when the document could not be read.

    All on one core: `seconds` is the wait, `cpu` what the document cost, its child processes included.
    """

    answer: Answer = field(default_factory=dict)
    seconds: float = 0.0
    cpu: float = 0.0
    peak_mb: float = 0.0
    error: str = ""


def measured(
    work: Callable[[Path], Answer], path: Path, warm: Callable[[], None] = nothing
) -> Measured:
    """What `work` answers for the file, in a forked child that has the libraries loaded already.

    warm: called in the child before the clock starts. peak_mb is the child's whole resident memory, the
    loaded libraries included.
    """
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_run, args=(work, path, warm, theirs), daemon=True)
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


def _run(
    work: Callable[[Path], Answer], path: Path, warm: Callable[[], None], pipe: Connection
) -> None:
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    warm()
    began, before = time.perf_counter(), _cpu()
    try:
        answer, error = work(path), ""
    except Exception as failure:  # noqa: BLE001 - a benchmark counts every failure
        answer, error = {}, repr(failure)
    seconds, cpu = time.perf_counter() - began, _cpu() - before
    pipe.send(Measured(answer, seconds, cpu, peak_mb(), error))


def _cpu() -> float:
    """Seconds of CPU of this process and of those it started and saw end (Tesseract)."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def peak_mb() -> float:
    """Peak memory of this process in MB. Not ru_maxrss: that one is inherited from the parent."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return 0.0
