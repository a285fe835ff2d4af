"""A disk that is full for a while takes no job away: the worker that lives on takes it up again."""

import sqlite3
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from threading import Event

import pytest
import sqlalchemy as sa
from dbos import DBOSClient
from sqlalchemy.engine import Engine

from jobs import engine as set_up
from jobs import worker as workers
from jobs.road import DONE
from jobs.worker import Worker
from tests.jobs.steps import Steps, put, result, until


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Set: every write of any engine is refused as SQLite refuses it."""
    monkeypatch.setattr(workers, "DROPPED_SECONDS", 0.3)
    full = Event()

    def refuse(_c: object, _k: object, statement: str, given: object, *_more: object) -> None:
        if full.is_set() and statement.lstrip().upper().startswith(("INSERT", "UPDATE", "WITH")):
            cause = sqlite3.OperationalError("database or disk is full")
            cause.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise sa.exc.OperationalError(statement, {}, cause)

    sa.event.listen(Engine, "before_cursor_execute", refuse)
    yield full
    sa.event.remove(Engine, "before_cursor_execute", refuse)


@pytest.fixture
def sqlite_client(sqlite_url: str) -> Iterator[DBOSClient]:
    set_up.prepare(sqlite_url)
    with set_up.client(sqlite_url) as client:
        yield client


def test_jobs_that_a_full_disk_ended_go_on_by_themselves_when_there_is_room(
    sqlite_url: str, sqlite_client: DBOSClient, tmp_path: Path, disk: Event
) -> None:
    turn = count()

    def read(_id: int) -> str:
        if next(turn) == 0:
            disk.set()
        return DONE

    engine = sa.create_engine(sqlite_url)
    put(sqlite_client, engine, 1, 2, 3)
    with Worker(sqlite_url, tmp_path, Steps(read=read).road()) as worker:
        until(disk.is_set)
        assert not worker.drain(1.5), "nothing can be written, so nothing is done"
        disk.clear()
        assert worker.drain(20)
    assert [result(sqlite_client, number) for number in (1, 2, 3)] == [("SUCCESS", DONE)] * 3
    engine.dispose()


def test_a_job_that_takes_long_is_not_taken_for_dropped(
    sqlite_url: str, sqlite_client: DBOSClient, tmp_path: Path, disk: Event
) -> None:
    begun, calm = [0], Event()

    def read(_id: int) -> str:
        begun[0] += 1
        calm.wait(1.5)
        return DONE

    engine = sa.create_engine(sqlite_url)
    put(sqlite_client, engine, 1)
    with Worker(sqlite_url, tmp_path, Steps(read=read).road()) as worker:
        assert worker.drain(20)
    assert begun == [1]
    engine.dispose()
