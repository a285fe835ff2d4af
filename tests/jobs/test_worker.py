"""What a worker does with the jobs it is given, on both databases."""

import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from dbos import DBOSClient
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from jobs import engine as set_up
from jobs import prune, queues
from jobs.outbox import Outbox
from jobs.rescue import SILENT_SECONDS, Beats
from jobs.road import DONE, QUARANTINED, RETRY, Road, workflow_id
from jobs.worker import Worker
from models.database import open_engine
from models.errors import StoreUnreachable
from models.tables import Heartbeat
from tests.jobs.roads import add_account

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


@pytest.fixture
def client(database_url: str) -> Iterator[DBOSClient]:
    set_up.prepare(database_url)
    with set_up.client(database_url) as client:
        yield client


def put(client: DBOSClient, engine: Engine, *message_ids: int) -> None:
    with Session(engine) as session, session.begin():
        for message_id in message_ids:
            Outbox(client).enqueue(session, message_id)


def result(client: DBOSClient, message_id: int) -> tuple[str, object]:
    [job] = client.list_workflows(workflow_ids=[workflow_id(message_id)])
    return job.status, job.output


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
        _until(lambda: ("file_mail", 1) in steps.calls)
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
        _until(lambda: steps.calls.count(("visit", account_id)) == 2 and not inside[0])
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
        _until(lambda: set(steps.calls) == {("visit", account_id) for account_id in ids})
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


def test_a_worker_taken_for_dead_stops(
    postgresql_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jobs.worker.Beats", _quick_beats)
    engine = open_engine(postgresql_url)
    with Worker(postgresql_url, tmp_path, Steps().road()) as worker:
        with Session(engine) as session, session.begin():
            session.delete(session.get_one(Heartbeat, worker.executor_id))
        with pytest.raises(StoreUnreachable, match="dead"):
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
        _until(lambda: steps.calls == [("read", 1)])
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


def _until(happened: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 20
    while not happened():
        assert time.monotonic() < deadline, "it did not happen within 20 s"
        time.sleep(0.02)
