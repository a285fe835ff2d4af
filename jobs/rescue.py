"""Taking over the work of workers that died and do not come back, and our own that nobody does any more.

At its start DBOS resumes only what its own name left behind. On one machine a slot whose lock can be
taken is dead; between machines a worker says that it lives, and who is silent too long is dead.
A living worker drops a job when neither its step nor its end could be written: the disk was full.
"""

import logging
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import sqlalchemy as sa
from dbos import DBOSClient, WorkflowStatus
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from jobs.engine import SLOTS, take_slot
from jobs.running import running
from models.tables import Heartbeat

BEAT_SECONDS = 10.0
SILENT_SECONDS = 90.0
RESCUE_SECONDS = 30.0
DROPPED_SECONDS = 10.0
"""Between two looks for jobs that were dropped; one is only taken up when both saw it."""

log = logging.getLogger("facteur.jobs")


def rescue_slots(client: DBOSClient, folder: Path) -> int:
    """One machine: resumes what dead slots were doing; returns how many jobs.

    A slot's lock is held meanwhile, so that nobody starts under its name.
    """
    resumed = 0
    for number in range(SLOTS):
        if not (folder / f"{number}.lock").exists():
            continue
        slot = take_slot(folder, number)
        if slot is None:
            continue
        try:
            resumed += _resume(client, slot.executor_id)
        finally:
            slot.release()
    return resumed


def rescue_silent(
    client: DBOSClient, engine: Engine, *, but: str, silent: float = SILENT_SECONDS
) -> int:
    """Several machines: resumes what workers silent for `silent` seconds were doing; returns how many.

    The dead worker's row is locked until its work is queued again, then deleted: should it still live,
    the missing row tells it to stop. `but` is the caller, silent itself when the database was away.
    """
    resumed = 0
    with Session(engine) as session, session.begin():
        limit = datetime.now(UTC) - timedelta(seconds=silent)
        stale = sa.select(Heartbeat).where(Heartbeat.seen_at < limit, Heartbeat.executor_id != but)
        for worker in session.scalars(stale.with_for_update(skip_locked=True)).all():
            resumed += _resume(client, worker.executor_id)
            session.delete(worker)
    return resumed


def _resume(client: DBOSClient, executor_id: str) -> int:
    """Puts the jobs back on their own queues: without its name DBOS would use one without limits."""
    pending = _pending(client, executor_id)
    for job in pending:
        client.resume_workflow(job.workflow_id, queue_name=job.queue_name)
    if pending:
        log.warning("resumed %d jobs of %s, which died", len(pending), executor_id)
    return len(pending)


def _pending(client: DBOSClient, executor_id: str) -> list[WorkflowStatus]:
    return client.list_workflows(
        status="PENDING", executor_id=executor_id, load_input=False, load_output=False
    )


class Dropped:
    """The jobs under a living worker's name that it does not run: DBOS never looks at them again.

    One that was just claimed, or whose end is being written, looks the same, so only what two looks
    saw is resumed. Should it run after all, its own writes are refused and the steps may be repeated.
    """

    def __init__(self, client: DBOSClient, executor_id: str) -> None:
        self._client, self._executor_id = client, executor_id
        self._seen: frozenset[str] = frozenset()

    def resume(self) -> int:
        """Puts what the last look saw too back on its queue; returns how many jobs."""
        idle = [
            job
            for job in _pending(self._client, self._executor_id)
            if job.workflow_id not in running()
        ]
        before, self._seen = self._seen, frozenset(job.workflow_id for job in idle)
        again = [job for job in idle if job.workflow_id in before]
        for job in again:
            self._client.resume_workflow(job.workflow_id, queue_name=job.queue_name)
        self._seen -= {job.workflow_id for job in again}
        if again:
            log.warning("took up %d jobs that were dropped", len(again))
        return len(again)


class Beats:
    """Says every few seconds that this worker lives, from a thread of its own.

    When its row is gone, another worker took it for dead and has its jobs: `on_dead` is called.
    """

    def __init__(
        self,
        engine: Engine,
        executor_id: str,
        on_dead: Callable[[], None],
        every: float = BEAT_SECONDS,
    ) -> None:
        self._engine = engine
        self._executor_id = executor_id
        self._on_dead = on_dead
        self._every = every
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="facteur-beats", daemon=True)

    def start(self, host: str) -> None:
        """Writes the row, then beats."""
        with Session(self._engine) as session, session.begin():
            now = datetime.now(UTC)
            session.merge(Heartbeat(executor_id=self._executor_id, host=host, seen_at=now))
        self._beat()
        self._thread.start()

    def stop(self) -> None:
        """Stops beating. The row stays, so that others take over what this worker left undone."""
        self._stop.set()
        self._thread.join()

    def farewell(self) -> None:
        """Takes the row away: this worker left nothing undone."""
        mine = sa.delete(Heartbeat).where(Heartbeat.executor_id == self._executor_id)
        with Session(self._engine) as session, session.begin():
            session.execute(mine)

    def _run(self) -> None:
        while not self._stop.wait(self._every):
            try:
                if not self._beat():
                    self._on_dead()
                    return
            except sa.exc.SQLAlchemyError as failure:
                log.warning("the database did not take a sign of life: %s", failure)

    def _beat(self) -> bool:
        mine = sa.update(Heartbeat).where(Heartbeat.executor_id == self._executor_id)
        with Session(self._engine) as session, session.begin():
            result = session.execute(mine.values(seen_at=sa.func.now()))
            return bool(getattr(result, "rowcount", 0))
