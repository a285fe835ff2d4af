"""A worker: runs the jobs of the queues in this process, until it is stopped."""

import socket
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from dbos import DBOS, DBOSClient
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DBAPIError

from jobs import queues
from jobs.engine import claim_slot, client, configure, dbos_engine, is_sqlite, prepare
from jobs.outbox import ALIVE, Outbox
from jobs.prune import prune
from jobs.rescue import (
    DROPPED_SECONDS,
    RESCUE_SECONDS,
    Beats,
    Dropped,
    rescue_silent,
    rescue_slots,
)
from jobs.road import BILL_ROAD, Road, register
from jobs.timetable import Timetable
from models.database import open_engine, told_apart
from models.errors.store import TakenForDead

PRUNE_SECONDS = 86_400.0
LOOK_SECONDS = 0.2
MOST_COUNTED = 10_000
"""Above it, progress says "at least so many": counting more would take time from the work."""


class Worker:
    """One a process. `folder` holds the locks of this machine's workers; local disk only.

    with Worker(url, folder, road) as worker: worker.drain(...)
    """

    def __init__(self, url: str, folder: Path, road: Road) -> None:
        self._url = url
        self._folder = folder
        self._road = road
        self._stack = ExitStack()
        self._stopping = threading.Event()
        self._dead = threading.Event()
        self._client: DBOSClient | None = None
        self._engine: Engine | None = None
        self._beats: Beats | None = None
        self.executor_id = ""

    def __enter__(self) -> "Worker":
        self.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self.stop()

    @property
    def outbox(self) -> Outbox:
        """Where flow puts jobs for this worker and others. The worker must have started."""
        return Outbox(self._started())

    def start(self, *, listen: bool = True) -> None:
        """Takes a name, resumes what this name and dead workers left, and begins to work.

        listen=False: everything but taking jobs. The database must be migrated.
        """
        register(self._road)
        prepare(self._url)
        with ExitStack() as stack:
            self._client = stack.enter_context(client(self._url))
            queues.register(self._client)
            slot = claim_slot(self._folder)
            stack.callback(slot.release)
            self.executor_id = slot.executor_id
            self._start_beats(stack)
            configure(self._url, slot.executor_id, stack.enter_context(dbos_engine(self._url)))
            stack.callback(DBOS.destroy)
            if not listen:
                DBOS.listen_queues([])
            DBOS.launch()
            self._stack = stack.pop_all()
        self.rescue()

    def stop(self, grace: int = 10) -> None:
        """Ends; jobs that do not end within `grace` seconds go on at the next start."""
        self._stopping.set()
        if self._client is not None:
            DBOS.destroy(workflow_completion_timeout_sec=grace if self._busy() else 0)
            if self._beats is not None and not self._busy():
                self._beats.farewell()
        self._stack.close()
        self._client = None

    def rescue(self) -> int:
        """Takes over the jobs of dead workers; returns how many."""
        if self._engine is None:
            return rescue_slots(self._started(), self._folder)
        return rescue_silent(self._started(), self._engine, but=self.executor_id)

    def remaining(self) -> int:
        """Messages on the road that wait or are worked on; those that try again later do not count."""
        alive = self._started().list_workflows(
            name=BILL_ROAD, status=ALIVE, limit=MOST_COUNTED, load_input=False, load_output=False
        )
        return len(alive)

    def drain(self, timeout: float, on_progress: Callable[[int], None] | None = None) -> bool:
        """Waits until every message has gone its road; False when `timeout` seconds passed first, or
        after `halt`.

        on_progress gets the number that remain, a few times a second. Raises TakenForDead, and its
        like when the database cannot be asked; the work itself goes on when it is back.
        """
        deadline = time.monotonic() + timeout
        chores = self._timetable()
        while True:
            self._check_alive()
            before = time.monotonic()
            with told_apart(self._url):
                left = self.remaining()
            if on_progress is not None:
                on_progress(left)
            if not left or before > deadline or self._stopping.is_set():
                return not left
            chores.run_due()
            # Ten times as long as the counting took, so that a long queue is not slowed by it.
            self._stopping.wait(max(LOOK_SECONDS, 10 * (time.monotonic() - before)))

    def run_forever(
        self,
        accounts: Callable[[], list[int]] | None = None,
        every: float = 300.0,
        beside: Sequence[Callable[[Outbox], object]] = (),
    ) -> None:
        """Works until `stop`. With `accounts` it asks for a visit to each, every `every` seconds, and
        does what stands in `beside`, which should only put jobs in queues.

        Raises TakenForDead when another worker took this one for dead: start a new process.
        """
        chores = self._timetable()
        chores.add(PRUNE_SECONDS, lambda: prune(self._started()))
        if accounts is not None:
            chores.add(every, lambda: [self.outbox.visit(one) for one in accounts()])
        for chore in beside:
            chores.add(every, partial(chore, self.outbox))
        while not self._stopping.is_set():
            self._check_alive()
            chores.run_due()
            self._stopping.wait(1.0)

    def halt(self) -> None:
        """Makes `run_forever` and `drain` return; safe in a signal handler."""
        self._stopping.set()

    def _timetable(self) -> Timetable:
        """What every worker looks after; `start` has rescued, so the dead have time."""
        chores = Timetable(self._url)
        chores.add(RESCUE_SECONDS, self.rescue, first=RESCUE_SECONDS)
        chores.add(DROPPED_SECONDS, Dropped(self._started(), self.executor_id).resume)
        return chores

    def _start_beats(self, stack: ExitStack) -> None:
        if is_sqlite(self._url):
            return
        self._engine = open_engine(self._url)
        stack.callback(self._engine.dispose)
        self._beats = Beats(self._engine, self.executor_id, self._dead.set)
        self._beats.start(socket.gethostname())
        stack.callback(self._beats.stop)

    def _busy(self) -> bool:
        """True while a job runs under this worker's name, and when the database cannot tell."""
        try:
            pending = self._started().list_workflows(
                status="PENDING", executor_id=self.executor_id, limit=1, load_input=False,
                load_output=False,
            )  # fmt: skip
        except DBAPIError:
            return True
        return bool(pending)

    def _started(self) -> DBOSClient:
        if self._client is None:
            raise RuntimeError("the worker was not started")
        return self._client

    def _check_alive(self) -> None:
        if self._dead.is_set():
            raise TakenForDead
