"""Several machines on one PostgreSQL database: signs of life, and what their absence means."""

import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from jobs import engine as set_up
from jobs.rescue import SILENT_SECONDS, Beats
from jobs.road import DONE
from jobs.worker import Worker
from models.database import open_engine
from models.errors.store import TakenForDead
from models.tables import Heartbeat
from tests.jobs.steps import Steps, put, result, until


def test_a_worker_taken_for_dead_stops(
    postgresql_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jobs.worker.Beats", _quick_beats)
    engine = open_engine(postgresql_url)
    with Worker(postgresql_url, tmp_path, Steps().road()) as worker:
        with Session(engine) as session, session.begin():
            session.delete(session.get_one(Heartbeat, worker.executor_id))
        with pytest.raises(TakenForDead):
            worker.run_forever()
    engine.dispose()


def test_a_worker_that_leaves_takes_its_sign_of_life_away(
    postgresql_url: str, tmp_path: Path
) -> None:
    engine = open_engine(postgresql_url)
    with Worker(postgresql_url, tmp_path, Steps().road()) as worker, Session(engine) as session:
        assert session.get(Heartbeat, worker.executor_id) is not None
    with Session(engine) as session:
        assert session.get(Heartbeat, worker.executor_id) is None
    engine.dispose()


def test_a_worker_that_leaves_work_undone_leaves_its_sign_of_life_too(
    postgresql_url: str, tmp_path: Path
) -> None:
    set_up.prepare(postgresql_url)
    engine = open_engine(postgresql_url)
    held = threading.Event()
    steps = Steps(read=lambda _id: DONE if held.wait(20) else "")
    with set_up.client(postgresql_url) as client:
        put(client, engine, 1)
        worker = Worker(postgresql_url, tmp_path / "one", steps.road())
        worker.start()
        until(lambda: steps.calls == [("read", 1)])
        worker.stop(grace=0)
        held.set()
        with Session(engine) as session, session.begin():
            beat = session.get_one(Heartbeat, worker.executor_id)
            beat.seen_at -= timedelta(seconds=SILENT_SECONDS)
        with Worker(postgresql_url, tmp_path / "two", steps.road()) as other:
            assert other.drain(20)
        assert result(client, 1) == ("SUCCESS", DONE)
    engine.dispose()


def _quick_beats(engine: Engine, executor_id: str, on_dead: Callable[[], None]) -> Beats:
    return Beats(engine, executor_id, on_dead, every=0.1)
