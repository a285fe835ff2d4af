"""Steps that note what is asked of them, and the words the tests of workers share."""

import time
from collections.abc import Callable

from dbos import DBOSClient
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from jobs.outbox import Outbox
from jobs.road import DONE, Road, workflow_id

Step = Callable[[int], str]


class Steps:
    """Notes every call, and answers each with what `answers` says for its name (DONE if nothing)."""

    def __init__(self, **answers: Step) -> None:
        self.calls: list[tuple[str, int]] = []
        self._answers = answers

    def road(self) -> Road:
        return Road(*(self._noted(name) for name in ("read", "decide", "file_mail", "visit")))

    def _noted(self, name: str) -> Step:
        def step(row_id: int) -> str:
            self.calls.append((name, row_id))
            answer = self._answers.get(name)
            return answer(row_id) if answer else DONE

        return step


def put(client: DBOSClient, engine: Engine, *message_ids: int) -> None:
    with Session(engine) as session, session.begin():
        for message_id in message_ids:
            Outbox(client).enqueue(session, message_id)


def result(client: DBOSClient, message_id: int) -> tuple[str, object]:
    [job] = client.list_workflows(workflow_ids=[workflow_id(message_id)])
    return job.status, job.output


def until(happened: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 20
    while not happened():
        assert time.monotonic() < deadline, "it did not happen within 20 s"
        time.sleep(0.02)
