"""An archive as we see it: what a child process unpacked and checked, asked for piece by piece."""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from flow.archive.manifest import CHANGED, MANIFEST, Manifest, original_file, table_file
from flow.sandbox import Child, Sandbox, raise_reported
from models.errors.books import ArchiveUnfit
from models.errors.files import FileUnreadable
from models.errors.reading import Damaged


class Source(Protocol):
    """What is taken in of an archive, wherever it is read."""

    @property
    def manifest(self) -> Manifest: ...

    def rows(self, name: str) -> Iterator[dict[str, object]]:
        """The rows of a table, checked with the last of them. Raises ArchiveUnfit."""
        ...

    def original(self, digest: str) -> bytes:
        """The bytes of an original, which have its digest. Raises ArchiveUnfit."""
        ...

    def check(self) -> None:
        """Reads all originals once. Raises ArchiveUnfit."""
        ...


class Apart:
    """An archive that a child reads; each answer has its limit of time, and all of it one of memory.

    The child touched what a stranger made, so what it says is data still: rows are checked by the
    database that they go into, originals by their digest.
    """

    def __init__(self, child: Child, seconds: int) -> None:
        self._child, self._seconds = child, seconds
        try:
            self.manifest = MANIFEST.read(self._asked("contents")[1].decode())
        except (Damaged, UnicodeDecodeError) as cause:
            raise ArchiveUnfit(why=CHANGED, name="?") from cause

    def rows(self, name: str) -> Iterator[dict[str, object]]:
        """See Source."""
        ended = False
        while not ended:
            header, body = self._asked("rows", name)
            ended = header.get("end") is not False
            yield from map(_row, body.split(b"\n") if body else ())

    def original(self, digest: str) -> bytes:
        """See Source."""
        data = self._asked("original", digest)[1]
        if hashlib.sha256(data).hexdigest() != digest:
            raise ArchiveUnfit(why=CHANGED, name=original_file(digest))
        return data

    def check(self) -> None:
        """See Source."""
        for digest in self.manifest.originals:
            self._asked("whole", digest)

    def _asked(self, task: str, name: str = "") -> tuple[dict[str, object], bytes]:
        answer, body = self._child.exchange({"task": task, "name": name}, b"", self._seconds)
        raise_reported(answer)
        return answer, body


@contextmanager
def opened_apart(sandbox: Sandbox, path: Path) -> Iterator[Source]:
    """The archive of `path`, read in a child of its own that ends with it.

    Raises FileUnreadable, ArchiveUnfit, ArchiveNewer, TimedOut, OutOfMemory, ReaderDied.
    """
    try:
        file = path.open("rb")
    except (OSError, ValueError) as cause:
        raise FileUnreadable(file=str(path)) from cause
    with file:
        child = sandbox.child_for("flow.archive.child", file.fileno())
        try:
            yield Apart(child, sandbox.seconds)
        finally:
            child.close()


def _row(line: bytes) -> dict[str, object]:
    row = json.loads(line.decode("utf-8", "surrogatepass"))
    if not isinstance(row, dict):
        raise ArchiveUnfit(why=CHANGED, name=table_file("?"))
    return row
