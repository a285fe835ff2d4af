"""The pool of child processes that read hostile bytes, with a time and a memory limit for each document."""

import logging
import os
import queue
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from typing import BinaryIO, cast

from flow.frames import read_frame, write_frame
from flow.limits import SECONDS
from models.errors.every import called
from models.errors.files import TooLarge
from models.errors.problem import Problem
from models.errors.reading import OutOfMemory, ReaderDied, TimedOut

log = logging.getLogger("facteur.sandbox")
_MOST_DOCUMENTS = 300
"""After so many documents a child is replaced, so that no leak of a native library can grow."""
_MOST_BYTES = 120 * 2**20
_ENVIRONMENT = {
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    # Large blocks go back to the system at once: 50 MB less after many pictures.
    "MALLOC_ARENA_MAX": "1",
    "MALLOC_MMAP_THRESHOLD_": str(2**20),
}
_ABORTS = tuple(-number for number in (signal.SIGABRT, signal.SIGTRAP, signal.SIGILL))
_MARGIN = 1.0
"""Seconds a child gets beyond its limit to start up (import of its libraries: 0.5-0.9 s measured)."""
_PATIENCE = 5
"""How many times its limit a child may take by the clock, of which it computes no longer than the limit."""


class Child:
    """One child process; `ask` may be called by one thread at a time.

    module: what it runs; file: the number of an open file that it reads.
    """

    def __init__(self, memory_mb: int, module: str = "flow.child", file: int | None = None) -> None:
        files = () if file is None else (file,)
        # -P: a file in the folder where the person stands must never be imported as one of ours.
        command = [sys.executable, "-P", "-B", "-m", module, *map(str, (memory_mb, *files))]
        environment = {**os.environ, **_ENVIRONMENT}
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            pass_fds=files,
        )
        self._memory_mb = memory_mb
        self.served = 0

    def ask(self, header: dict[str, object], body: bytes, seconds: float) -> dict[str, object]:
        """The child's answer; see `exchange`."""
        return self.exchange(header, body, seconds)[0]

    def exchange(
        self, header: dict[str, object], body: bytes, seconds: float
    ) -> tuple[dict[str, object], bytes]:
        """The child's answer and the bytes with it. seconds: of the processor; a busy machine may make
        it _PATIENCE times as long by the clock.

        Raises TimedOut when it was killed for slowness, OutOfMemory, ReaderDied when it fell.
        """
        late = threading.Event()
        start = _MARGIN * 10 if not self.served else _MARGIN
        timer = threading.Timer(seconds * _PATIENCE + start, self._kill, (late,))
        timer.daemon = True
        timer.start()
        self.served += 1
        try:
            asked = {**header, SECONDS: seconds + start}
            write_frame(cast(BinaryIO, self._process.stdin), asked, body)
            answer, data = read_frame(cast(BinaryIO, self._process.stdout))
        except (OSError, EOFError, ValueError) as cause:
            self.close()
            raise self._end(late=late.is_set(), seconds=seconds) from cause
        finally:
            timer.cancel()
        if answer.get("problem") == OutOfMemory.__name__:
            answer["details"] = {"limit": f"{self._memory_mb} MB"}
        return answer, data

    def _end(self, *, late: bool, seconds: float) -> Problem:
        """Why the child is no more. Native libraries abort when they may not have more memory."""
        if late or self._process.returncode == -signal.SIGXCPU:
            return TimedOut(seconds=int(seconds))
        if self._process.returncode in _ABORTS:
            return OutOfMemory(limit=f"{self._memory_mb} MB")
        return ReaderDied()

    def _kill(self, late: threading.Event) -> None:
        late.set()
        self._process.kill()

    def close(self) -> None:
        """Ends the child and frees its pipes."""
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        self._process.wait()


class Sandbox:
    """A pool of children, started when first needed. Thread-safe; `close` when done."""

    def __init__(self, size: int, seconds: int, memory_mb: int) -> None:
        self.size, self.seconds, self._memory_mb = size, seconds, memory_mb
        self._idle: queue.LifoQueue[Child | None] = queue.LifoQueue()
        for _ in range(size):
            self._idle.put(None)

    def ask(self, task: str, body: bytes, **header: object) -> dict[str, object]:
        """The answer of one child to `task` about `body`.

        Raises the Problem that the child reported, or TooLarge, TimedOut, ReaderDied.
        """
        if len(body) > _MOST_BYTES:
            raise TooLarge(limit="120 MB")
        child = self._idle.get()
        kept: Child | None = None
        try:
            running = child or Child(self._memory_mb)
            answer = running.ask({"task": task, **header}, body, self.seconds)
            kept = running
        finally:
            self._put_back(kept)
        raise_reported(answer)
        return answer

    def child_for(self, module: str, file: int) -> Child:
        """A child beside the pool, which runs `module` on an open file; whoever asked closes it."""
        return Child(self._memory_mb, module, file)

    def _put_back(self, child: Child | None) -> None:
        if child is not None and child.served >= _MOST_DOCUMENTS:
            child.close()
            child = None
        self._idle.put(child)

    def close(self) -> None:
        """Ends every idle child."""
        with suppress(queue.Empty):
            while True:
                child = self._idle.get_nowait()
                if child is not None:
                    child.close()


def raise_reported(answer: dict[str, object]) -> None:
    """Raises the Problem that a child's answer names, if it names one."""
    name, details = answer.get("problem"), answer.get("details")
    if not isinstance(name, str):
        return
    if "cause" in answer:
        log.error("a reader failed: %s", answer["cause"])
    known = called(name) or Problem
    values = (
        {str(key): str(value) for key, value in details.items()}
        if isinstance(details, dict)
        else {}
    )
    raise known(**values)
