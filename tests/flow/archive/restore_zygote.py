"""Replaces a house by an archive in a fork, again and again: its arguments are URL and HOME.

Reads "SEED FILE" from standard input, a line each; answers each with the fork's exit: "0", "killed" or
a code.
"""

import os
import random
import signal
import sys
import threading
from functools import partial
from pathlib import Path

from flow import checkpoints
from flow.archive.backup import keep_old
from flow.archive.bring import Replacing, bring_in
from jobs.forget import forget_jobs
from tests.faults.zygote import wiring_at


def main() -> None:
    url, home = sys.argv[1], Path(sys.argv[2])
    for line in sys.stdin:
        seed, file = line.split()
        pid = os.fork()
        if pid == 0:
            run(url, home, int(seed), Path(file))
        _, status = os.waitpid(pid, 0)
        killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
        sys.stdout.write("killed\n" if killed else f"{status}\n")
        sys.stdout.flush()


def run(url: str, home: Path, seed: int, file: Path) -> None:
    """One try that dies at the point whose turn it is, or at a random moment; never returns."""
    code = 1
    try:
        arm(seed)
        wiring = wiring_at(url, home)
        bring_in(wiring, file, "test", Replacing(partial(keep_old, wiring), forget_jobs))
        code = 0
    finally:
        os._exit(code)


POINTS = (
    "archive_checked", "originals_written", "old_kept", "old_wiped", "new_poured", "new_there", "",
)  # fmt: skip


def arm(seed: int) -> None:
    """Seed 0, 1, 2 …: each point in turn; "" is a random moment."""
    point = POINTS[seed % len(POINTS)]

    def maybe(reached: str) -> None:
        if reached == point:
            os.kill(os.getpid(), signal.SIGKILL)

    checkpoints.listeners.append(maybe)
    if not point:
        moment = random.Random(seed).uniform(0.0, 1.0)
        timer = threading.Timer(moment, os.kill, (os.getpid(), signal.SIGKILL))
        timer.daemon = True
        timer.start()


if __name__ == "__main__":
    main()
