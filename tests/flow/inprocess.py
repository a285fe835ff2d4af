"""A sandbox for tests that reads in this process: the same readers, no child to start."""

from flow.child import handle
from flow.sandbox import Sandbox, raise_reported


class InProcess(Sandbox):
    """Asks the child's own code directly; crash tests start hundreds of processes, each without children."""

    def __init__(self) -> None:
        super().__init__(0, 10, 512)

    def ask(self, task: str, body: bytes, **header: object) -> dict[str, object]:
        answer = handle({"task": task, **header}, body)
        raise_reported(answer)
        return answer
