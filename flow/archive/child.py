"""The child process that reads an archive from outside: it unpacks and checks, we get rows and bytes.

Run as `python -m flow.archive.child MEMORY_MB FILE`, FILE the number of an open file. It answers one
request after the other: the contents, some rows more of a table, an original, whether one is whole.
"""

import json
import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import ExitStack

from flow.archive.opened import Archive, unpacked
from flow.frames import read_frame, write_frame
from flow.limits import limit, spend_as
from models.errors.problem import Problem
from models.errors.reading import OutOfMemory, ReaderDied

_MOST_ROWS = 500
_MOST_BYTES = 4 * 2**20
"""Of one answer, unless one row alone is larger."""
Answer = tuple[dict[str, object], bytes]


class Desk:
    """Answers about one archive; the rows of a table come in parts, in their order."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._begun: dict[str, Iterator[dict[str, object]]] = {}

    def contents(self, _: str) -> Answer:
        """The table of contents as it stands in the archive."""
        return {}, self._archive.contents

    def rows(self, name: str) -> Answer:
        """The next rows of a table, one JSON object a line; `end` with the last of them."""
        rows = self._begun.setdefault(name, self._archive.rows(name))
        lines: list[bytes] = []
        size = 0
        for row in rows:
            lines.append(json.dumps(row, ensure_ascii=False).encode("utf-8", "surrogatepass"))
            size += len(lines[-1])
            if len(lines) >= _MOST_ROWS or size >= _MOST_BYTES:
                return {"end": False}, b"\n".join(lines)
        del self._begun[name]
        return {"end": True}, b"\n".join(lines)

    def original(self, digest: str) -> Answer:
        """The bytes of an original that has its digest."""
        return {}, self._archive.original(digest)

    def whole(self, digest: str) -> Answer:
        """Nothing, once the original was seen to have its digest."""
        self._archive.original(digest)
        return {}, b""


class Front:
    """Opens the archive at the first request, so that a failure of that is an answer, too."""

    def __init__(self, file: int, held: ExitStack) -> None:
        self._file, self._held = file, held
        self._desk: Desk | None = None

    def handle(self, header: dict[str, object]) -> Answer:
        """The answer; a Problem becomes its name and details."""
        try:
            return self._task(str(header["task"]))(str(header.get("name") or ""))
        except Problem as problem:
            return {"problem": type(problem).__name__, "details": problem.details}, b""
        except MemoryError:
            return {"problem": OutOfMemory.__name__, "details": {}}, b""
        except Exception:  # noqa: BLE001 - a fault of ours: the parent logs it and takes nothing in
            cause = traceback.format_exc()[-4000:]
            return {"problem": ReaderDied.__name__, "details": {}, "cause": cause}, b""

    def _task(self, name: str) -> Callable[[str], Answer]:
        if self._desk is None:
            stream = self._held.enter_context(os.fdopen(self._file, "rb"))
            self._desk = Desk(self._held.enter_context(unpacked(stream)))
        desk = self._desk
        return {
            "contents": desk.contents, "rows": desk.rows, "original": desk.original, "whole": desk.whole,
        }[name]  # fmt: skip


def main() -> None:
    """Serves until the parent closes the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    memory_mb, file = int(sys.argv[1]), int(sys.argv[2])
    if sys.platform == "linux":
        limit(memory_mb)
    with ExitStack() as held:
        front = Front(file, held)
        while True:
            try:
                header, _ = read_frame(sys.stdin.buffer)
            except EOFError:
                return
            spend_as(header)
            write_frame(sys.stdout.buffer, *front.handle(header))


if __name__ == "__main__":
    main()
