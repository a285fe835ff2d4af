"""A worker of the road inside this process, for the verbs that need one."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from shutil import disk_usage
from time import monotonic

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
_STANDSTILL_SECONDS = 5.0
_LEAST_ROOM = 1_000_000
"""Bytes; the database's log takes 4 MB before it is folded in, so less than this is soon too little."""


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


def drain(out: Out, wiring: Wiring, worker: Worker, progress: Progress) -> None:
    """Waits until every message has gone its road, and shows how many have."""
    left = worker.remaining()
    task = progress.add_task(out.words(mark("Reading and judging")), total=left)
    room = Room(out, wiring.settings.home)

    def show(now: int) -> None:
        progress.update(task, completed=max(left - now, 0))
        room.look(now)

    worker.drain(_MOST_SECONDS, show)


class Room:
    """Says once that the disk is full: the engine tries again until there is room, and says nothing."""

    def __init__(self, out: Out, folder: Path) -> None:
        self._out, self._folder = out, folder
        self._left, self._since, self._said = -1, monotonic(), False

    def look(self, left: int) -> None:
        """left: how many messages are on the road; when fewer are, the disk is not asked."""
        if left != self._left:
            self._left, self._since = left, monotonic()
        elif not self._said and monotonic() - self._since > _STANDSTILL_SECONDS:
            self._since = monotonic()
            self._said = disk_usage(self._folder).free < _LEAST_ROOM
            if self._said:
                self._out.warn(
                    mark("The disk is full: free some space, and this goes on by itself.")
                )
