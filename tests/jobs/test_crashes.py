"""Workers are killed in the middle of steps; no message is lost and none is done twice."""

import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from jobs import engine as set_up
from jobs.outbox import Outbox
from jobs.rescue import SILENT_SECONDS
from jobs.worker import Worker
from models.database import open_engine
from models.tables import Extracted, Filing, Heartbeat, Judgement, Mailbox, Message, Step
from tests.jobs.roads import Ledger, add_account, add_message
from tests.postgres import Cluster

MESSAGES = 80
KILL_SHARE = 0.03
ROOT = Path(__file__).parents[2]


def spawn(
    url: str, folder: Path, kill_share: float, pause: float, seed: int
) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [
            *(sys.executable, "-W", "error", "-m", "tests.jobs.mortal"),
            *(url, str(folder), str(kill_share), str(pause), str(seed)),
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )


def receive(url: str, engine: Engine, count: int) -> list[int]:
    """`count` messages of Alice on the road, rows and jobs in one transaction."""
    set_up.prepare(url)
    with set_up.client(url) as client, Session(engine) as session, session.begin():
        account = add_account(session)
        session.add(Mailbox(account_id=account.id, name="INBOX"))
        ids = [add_message(session, account, number).id for number in range(count)]
        for message_id in ids:
            Outbox(client).enqueue(session, message_id)
    return ids


def live_and_die(url: str, folder: Path, seed: int) -> int:
    """Keeps two workers running, restarting the dead, until both find nothing left; counts deaths."""
    deaths, lives = 0, 0
    running = [spawn(url, folder, KILL_SHARE, 0.01, seed + n) for n in range(2)]
    while running:
        time.sleep(0.02)
        for process in [p for p in running if p.poll() is not None]:
            running.remove(process)
            _out, err = process.communicate()
            assert process.returncode in {0, -signal.SIGKILL}, err
            if process.returncode:
                deaths, lives = deaths + 1, lives + 1
                running.append(spawn(url, folder, KILL_SHARE, 0.01, seed + 10 + lives))
    return deaths


def count(session: Session, table: type[Extracted | Judgement | Filing]) -> int:
    return session.scalar(sa.select(sa.func.count()).select_from(table)) or 0


@pytest.mark.slow
def test_killed_workers_lose_no_message_and_do_none_twice(
    database_url: str, engine: Engine, tmp_path: Path
) -> None:
    receive(database_url, engine, MESSAGES)

    deaths = live_and_die(database_url, tmp_path / "workers", seed=7)

    assert deaths >= 10
    with Session(engine) as session:
        assert _done(engine) == MESSAGES
        assert count(session, Extracted) == MESSAGES
        assert count(session, Judgement) == MESSAGES
        assert count(session, Filing) == MESSAGES


def test_live_workers_have_distinct_names_and_a_restart_gets_its_own_again(
    sqlite_url: str, tmp_path: Path
) -> None:
    folder = tmp_path / "workers"
    first, second = set_up.claim_slot(folder), set_up.claim_slot(folder)
    assert first.executor_id != second.executor_id
    assert set_up.take_slot(folder, 0) is None
    first.release()
    again = set_up.claim_slot(folder)
    assert again.executor_id == first.executor_id
    again.release()
    second.release()


def test_the_work_of_a_worker_that_never_returns_is_taken_over(
    database_url: str, engine: Engine, tmp_path: Path
) -> None:
    ids = receive(database_url, engine, 4)
    folder = tmp_path / "workers"
    dead = spawn(database_url, folder, 0, 60, seed=1)
    assert dead.stdout is not None
    name = dead.stdout.readline().strip()
    _wait_until_pending(database_url, name, len(ids))
    dead.kill()
    dead.communicate()
    with Session(engine) as session, session.begin():
        long_ago = datetime.now(UTC) - timedelta(seconds=SILENT_SECONDS + 1)
        session.execute(sa.update(Heartbeat).values(seen_at=long_ago))

    # Another machine: a folder of its own, unless the lock is what tells that the worker is dead.
    mine = folder if set_up.is_sqlite(database_url) else tmp_path / "elsewhere"
    holder = set_up.claim_slot(mine)
    with Worker(database_url, mine, Ledger(engine).road()) as worker:
        assert worker.executor_id not in {name, holder.executor_id}
        holder.release()
        worker.rescue()
        assert worker.drain(30)
    with Session(engine) as session:
        assert set(session.scalars(sa.select(Message.step))) == {Step.DONE}
        assert count(session, Filing) == len(ids)


def test_a_server_that_restarts_in_the_middle_loses_nothing(
    cluster: Cluster, postgresql_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jobs.road.WAITS", (1,))
    engine = open_engine(postgresql_url)
    receive(postgresql_url, engine, 60)
    with Worker(postgresql_url, tmp_path, Ledger(engine, pause=0.05).road()) as worker:
        for _ in range(2):
            time.sleep(0.8)
            cluster.restart()
        deadline = time.monotonic() + 60
        while _done(engine) < 60:
            assert time.monotonic() < deadline, "messages were lost"
            time.sleep(0.2)
        assert worker.drain(30)
    with Session(engine) as session:
        assert count(session, Filing) == 60
    engine.dispose()


def _done(engine: Engine) -> int:
    with Session(engine) as session:
        asked = sa.select(sa.func.count()).where(Message.step == Step.DONE)
        return session.scalar(asked) or 0


def _wait_until_pending(url: str, name: str, wanted: int) -> None:
    deadline = time.monotonic() + 20
    with set_up.client(url) as client:
        while time.monotonic() < deadline:
            if len(client.list_workflows(status="PENDING", executor_id=name)) == wanted:
                return
            time.sleep(0.05)
    pytest.fail("the worker did not take its jobs")
