"""A worker of the road inside this process, for the verbs that need one."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from rich.progress import Progress

from cli.output import Out
from flow.decide import decide_message
from flow.read import read_message
from flow.road import file_message
from flow.round import account_of, make_round
from flow.wiring import Wiring
from jobs.road import Road
from jobs.worker import Worker
from models.words import mark

_MOST_SECONDS = 24 * 3600.0


@contextmanager
def working(wiring: Wiring, *, alone: bool) -> Iterator[Worker]:
    """A started worker. `alone`: it carries out filings by itself, asking for a visit after each bill."""
    worker: Worker

    def visit(account_id: int) -> str:
        return make_round(wiring, account_id, worker.outbox)

    def file_mail(message_id: int) -> str:
        outcome = file_message(wiring, message_id)
        if alone:
            worker.outbox.visit(account_of(wiring, message_id))
        return outcome

    road = Road(partial(read_message, wiring), partial(decide_message, wiring), file_mail, visit)
    worker = Worker(wiring.settings.url, wiring.settings.home / "workers", road)
    with worker:
        yield worker


def drain(out: Out, worker: Worker, progress: Progress) -> None:
    """Waits until every message has gone its road, and shows how many have."""
    left = worker.remaining()
    task = progress.add_task(out.words(mark("Reading and judging")), total=left)
    worker.drain(_MOST_SECONDS, lambda now: progress.update(task, completed=max(left - now, 0)))
