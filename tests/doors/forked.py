"""The command in a process of its own, without the second that its imports take each time."""

import json
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

import pytest

ROOT = Path(__file__).parents[2]
SECONDS = 120.0


@dataclass(frozen=True)
class Said:
    """What a run printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, object]]:
        return [json.loads(line) for line in self.out.splitlines()]


Facteur = Callable[..., Said]


@dataclass(frozen=True)
class Forks:
    """The process that forks; one command at a time."""

    wire: socket.socket

    def run(
        self, words: Sequence[str], given: bytes, environment: Mapping[str, str], folder: Path
    ) -> Said:
        """Raises TimeoutError when the command takes longer than SECONDS."""
        asked = {"words": words, "environment": dict(environment), "folder": str(folder)}
        with TemporaryFile() as stdin, TemporaryFile() as out, TemporaryFile() as err:
            stdin.write(given)
            stdin.seek(0)
            streams = [stream.fileno() for stream in (stdin, out, err)]
            socket.send_fds(self.wire, [json.dumps(asked).encode()], streams)
            code = int(self.wire.recv(20))
            return Said(code, _text(out), _text(err))


def _text(stream: IO[bytes]) -> str:
    stream.seek(0)
    return stream.read().decode()


@pytest.fixture(scope="session")
def forks() -> Iterator[Forks]:
    """One such process for all tests."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    number = theirs.fileno()
    command = [sys.executable, "-m", "tests.doors.forking", str(number)]
    with ours, subprocess.Popen(command, pass_fds=[number], cwd=ROOT) as process:
        theirs.close()
        ours.settimeout(SECONDS)
        yield Forks(ours)
        ours.close()
        process.wait(SECONDS)
