"""Tries in forks of one process that imported everything once; each may die at any point or moment.

The test opens `rough("tests.faults.paying", ...)`; that module ends with `serve(its try)`.
"""

import os
import random
import signal
import subprocess
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from flow import checkpoints

ROOT = Path(__file__).parents[2]
DONE, KILLED = "0", "killed"
MOST_TRIES = 500
"""On a busy machine every other try is killed before it begins."""


@dataclass
class Rough:
    """The process that forks the tries. `seed` is the next try's, `kills` how many were killed."""

    process: subprocess.Popen[str]
    seed: int
    kills: int = 0

    def tries(self, *words: object) -> Iterator[None]:
        """As a person types it again after each crash, until one ends by itself; yields after each."""
        for _ in range(MOST_TRIES):
            end = self.once(*words)
            yield
            if end == DONE:
                return
            assert end == KILLED
        raise AssertionError("never done")

    def until_done(self, *words: object) -> None:
        for _ in self.tries(*words):
            pass

    def once(self, *words: object) -> str:
        """How one try ends: DONE, KILLED or an exit status."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(" ".join(map(str, (self.seed, *words))) + "\n")
        self.process.stdin.flush()
        end = self.process.stdout.readline().strip()
        self.seed += 1
        self.kills += end == KILLED
        return end


@contextmanager
def rough(module: str, *words: object, first: int = 1) -> Iterator[Rough]:
    """`python -m module WORDS` until the end of the block; `first` is the first try's seed."""
    command = [sys.executable, "-m", module, *map(str, words)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as process:
        assert process.stdin is not None
        try:
            yield Rough(process, first)
        finally:
            process.stdin.close()
            process.wait(60)


def serve(one_try: Callable[[int, list[str]], None]) -> None:
    """Reads "SEED WORDS" from standard input, a line each, and answers DONE, KILLED or an exit status."""
    for line in sys.stdin:
        seed, *words = line.split()
        pid = os.fork()
        if pid == 0:
            _end_with(one_try, int(seed), words)
        _, status = os.waitpid(pid, 0)
        killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
        sys.stdout.write(f"{KILLED if killed else status}\n")
        sys.stdout.flush()


def _end_with(one_try: Callable[[int, list[str]], None], seed: int, words: list[str]) -> NoReturn:
    code = 1
    try:
        one_try(seed, words)
        code = 0
    except BaseException:  # noqa: BLE001 - shown, for the process ends here
        traceback.print_exc()
    finally:
        os._exit(code)


def arm(seed: int, share: float, latest: float) -> None:
    """This process dies at each named point with probability `share`; every other one also at a
    random moment, after `latest` seconds at most. Nothing is armed where the share is 0.
    """
    if not share:
        return
    chance = random.Random(seed)
    die_at(lambda _point: chance.random() < share)
    if chance.random() < 0.5:
        die_after(chance.uniform(0.01, latest))


def die_at(is_last: Callable[[str], bool]) -> None:
    """This process is killed at the first named point of which `is_last` says so."""

    def maybe(point: str) -> None:
        if is_last(point):
            os.kill(os.getpid(), signal.SIGKILL)

    checkpoints.listeners.append(maybe)


def die_after(seconds: float) -> None:
    """This process is killed after `seconds`, if it still lives."""
    timer = threading.Timer(seconds, os.kill, (os.getpid(), signal.SIGKILL))
    timer.daemon = True
    timer.start()
