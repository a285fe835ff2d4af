"""A sandbox for tests that reads in this process: the same readers, no child to start."""

import os
from contextlib import ExitStack

from flow.archive.child import Front
from flow.child import handle
from flow.sandbox import Child, Sandbox, raise_reported


class InProcess(Sandbox):
    """Asks the child's own code directly; crash tests start hundreds of processes, each without children."""

    def __init__(self) -> None:
        super().__init__(0, 10, 512)

    def ask(self, task: str, body: bytes, **header: object) -> dict[str, object]:
        answer = handle({"task": task, **header}, body)
        raise_reported(answer)
        return answer

    def child_for(self, module: str, file: int) -> Child:
        """What a child of its own would answer, said in this process."""
        assert module == "flow.archive.child"
        return _Here(file)


class _Here(Child):
    def __init__(self, file: int) -> None:
        self._held = ExitStack()
        self._front = Front(os.dup(file), self._held)

    def exchange(
        self, header: dict[str, object], body: bytes, seconds: float
    ) -> tuple[dict[str, object], bytes]:
        assert not body
        assert seconds > 0
        return self._front.handle(header)

    def close(self) -> None:
        self._held.close()
