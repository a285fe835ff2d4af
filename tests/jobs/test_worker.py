"""What a worker does with the jobs it is given, on both databases."""

import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from dbos import DBOSClient
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from jobs import engine as set_up
from jobs import prune, queues
from jobs.outbox import Outbox
from jobs.road import DONE, QUARANTINED, RETRY
from jobs.worker import Worker
from tests.jobs.roads import add_account
from tests.jobs.steps import Steps, put, result, until


@pytest.fixture
def client(database_url: str) -> Iterator[DBOSClient]:
    set_up.prepare(database_url)
    with set_up.client(database_url) as client:
        yield client


def test_a_message_goes_through_the_steps_in_order(
    database_url: str, engine: Engine, client: DBOSClient, tmp_path: Path
) -> None:
    steps = Steps()
    put(client, engine, 1)
    with Worker(database_url, tmp_path, steps.road()) as worker:
        seen: list[int] = []
        assert worker.drain(20, seen.append)
    assert steps.calls == [("read", 1), ("decide", 1), ("file_mail", 1)]
    assert result(client, 1) == ("SUCCESS", DONE)
    assert seen[0] <= 1
    assert seen[-1] == 0


def test_a_rolled_back_row_has_no_job_and_a_second_enqueue_runs_nothing(
    database_url: str, engine: Engine, client: DBOSClient, tmp_path: Path
) -> None:
    steps = Steps()
    put(client, engine, 1)
    put(client, engine, 1)
    with Session(engine) as session:
        Outbox(client).enqueue(session, 2)
        session.rollback()
    with Worker(database_url, tmp_path, steps.road()) as worker:
        assert worker.drain(20)
        put(client, engine, 1)
        assert worker.drain(20)
    assert [call for call in steps.calls if call[0] == "read"] == [("read", 1)]


def test_a_message_put_on_the_road_again_runs_again(
    database_url: str, engine: Engine, client: DBOSClient, tmp_path: Path
) -> None:
    steps = Steps()
    put(client, engine, 1)
    with Worker(database_url, tmp_path, steps.road()) as worker:
        assert worker.drain(20)
        with Session(engine) as session, session.begin():
            worker.outbox.enqueue_again(session, 1)
        assert worker.drain(20)
    assert steps.calls.count(("read", 1)) == 2


def test_a_quarantined_message_leaves_the_road_and_stops_no_other(
    database_url: str, engine: Engine, client: DBOSClient, tmp_path: Path
) -> None:
    steps = Steps(read=lambda row_id: QUARANTINED if row_id == 1 else DONE)
    put(client, engine, 1, 2)
    with Worker(database_url, tmp_path, steps.road()) as worker:
        assert worker.drain(20)
    assert ("decide", 1) not in steps.calls
    assert ("file_mail", 2) in steps.calls
    assert result(client, 1) == ("SUCCESS", QUARANTINED)


def test_a_passing_failure_is_tried_again_later_and_holds_nobody_up(
    database_url: str,
    engine: Engine,
    client: DBOSClient,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("jobs.road.WAITS", (1,))
    failures = iter([f"{RETRY}server_gone", f"{RETRY}server_gone"])
    steps = Steps(decide=lambda _id: next(failures, DONE))
    put(client, engine, 1)
    with Worker(database_url, tmp_path, steps.road()) as worker:
        assert worker.drain(20)
        assert result(client, 1) == ("SUCCESS", f"{RETRY}server_gone")
        until(lambda: ("file_mail", 1) in steps.calls)
        assert worker.drain(20)
    assert steps.calls.count(("decide", 1)) == 3
    ids = {job.workflow_id for job in client.list_workflows(name="bill_road")}
    assert ids == {"road-1", "road-1.2", "road-1.3"}


def test_a_fault_in_a_step_is_logged_and_keeps_the_mail_on_the_road(
    database_url: str,
    engine: Engine,
    client: DBOSClient,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def fault(_id: int) -> str:
        raise KeyError("a bug")

    put(client, engine, 1)
    with Worker(database_url, tmp_path, Steps(read=fault).road()) as worker:
        assert worker.drain(20)
    assert result(client, 1) == ("SUCCESS", f"{RETRY}KeyError")
    [waiting] = client.list_workflows(status="DELAYED")
    assert waiting.workflow_id == "road-1.2"
    assert "a bug" in caplog.text


def test_an_account_is_visited_by_one_job_at_a_time(
    database_url: str, engine: Engine, client: DBOSClient, tmp_path: Path
) -> None:
    with Session(engine) as session, session.begin():
        account_id = add_account(session).id
    inside, most = [0], [0]

    def visit(_id: int) -> str:
        inside[0] += 1
        most[0] = max(most[0], inside[0])
        time.sleep(0.3)
        inside[0] -= 1
        return DONE

    steps = Steps(visit=visit)
    queues.register(client)
    outbox = Outbox(client)
    assert outbox.visit(account_id)
    assert not outbox.visit(account_id), "one waits already"
    # A second one that slipped in between the look and the asking.
    client.enqueue(
        {"workflow_name": "sync_account", "queue_name": "mailbox", "queue_partition_key": "1"},
        account_id,
    )
    with Worker(database_url, tmp_path, steps.road()):
        until(lambda: steps.calls.count(("visit", account_id)) == 2 and not inside[0])
    assert most == [1]


def test_run_forever_visits_every_account_and_stops_when_told(
    database_url: str, engine: Engine, tmp_path: Path
) -> None:
    with Session(engine) as session, session.begin():
        ids = [add_account(session, f"{name}@example.org").id for name in ("alice", "bob")]
    steps = Steps()
    with Worker(database_url, tmp_path, steps.road()) as worker:
        thread = threading.Thread(target=worker.run_forever, args=(lambda: ids, 60.0))
        thread.start()
        until(lambda: set(steps.calls) == {("visit", account_id) for account_id in ids})
        worker.halt()
        thread.join(10)
        assert not thread.is_alive()


def test_a_worker_that_does_not_listen_takes_no_job(
    database_url: str, engine: Engine, client: DBOSClient, tmp_path: Path
) -> None:
    steps = Steps()
    put(client, engine, 1)
    worker = Worker(database_url, tmp_path, steps.road())
    worker.start(listen=False)
    assert not worker.drain(1.5)
    worker.stop()
    assert steps.calls == []


def test_finished_jobs_are_forgotten_after_their_time_and_only_then(
    database_url: str, engine: Engine, client: DBOSClient, tmp_path: Path
) -> None:
    put(client, engine, *range(1, 8))
    with Worker(database_url, tmp_path, Steps().road()) as worker:
        assert worker.drain(20)
    now = datetime.now(UTC)
    assert prune.prune(client, now + prune.KEEP - timedelta(hours=1)) == 0
    assert prune.prune(client, now + prune.KEEP + timedelta(hours=1)) == 7
    assert client.list_workflows() == []
    assert prune.failed(client) == []
