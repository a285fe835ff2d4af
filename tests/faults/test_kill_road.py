"""kill -9 anywhere on the road, two hundred times on each database: exactly once, all the same."""

import hashlib
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.connecting import connect
from flow.wiring import Wiring
from jobs.engine import prepare
from models.journal import verify
from models.tables import Auth, Bill, BillMessage, Filing, FilingState, Judgement, Message, Step
from tests.dovecot import Dovecot
from tests.dovecot_conf import PASSWORD
from tests.faults.zygote import wiring_at

ROOT = Path(__file__).parents[2]
KILLS = 200
SHARE = 0.15


class Zygote:
    """The process that forks the runs."""

    def __init__(self, url: str, home: Path, share: float) -> None:
        command = [sys.executable, "-m", "tests.faults.zygote", url, str(home), str(share)]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
        )

    def run(self, seed: int) -> str:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{seed}\n")
        self._process.stdin.flush()
        return self._process.stdout.readline().strip()

    def close(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(10)
        self._process.stdout.close()


@contextmanager
def zygote(url: str, home: Path, share: float) -> Iterator[Zygote]:
    made = Zygote(url, home, share)
    try:
        yield made
    finally:
        made.close()


def mails() -> list[bytes]:
    """Bills with and without PDF, and mail that is none: from our samples."""
    folder = ROOT / "samples" / "demo"
    found = sorted(folder.glob("*.eml"), key=lambda path: path.stat().st_size)
    return [
        path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n") for path in found[:12]
    ]


def digests(contents: dict[str, list[bytes]]) -> dict[str, list[str]]:
    return {
        folder: sorted(hashlib.sha256(raw).hexdigest() for raw in raws)
        for folder, raws in contents.items()
        if raws
    }


def join(wiring: Wiring, dovecot: Dovecot, user: str) -> int:
    found = connect(
        wiring,
        dovecot.login(user),
        secret=PASSWORD,
        auth=Auth.PASSWORD,
        files_mail=True,
        ca_pem=None,
    )
    return found.account_id


def cards(wiring: Wiring, account_id: int) -> Counter[tuple[str, ...]]:
    """What the bills of an account say, apart from their ids and dates of writing."""
    with Session(wiring.engine) as session:
        return Counter(
            (str(b.identity), str(b.amount), str(b.due_on), b.kind.value, b.state.value, b.folder)
            for b in session.scalars(select(Bill).where(Bill.account_id == account_id))
        )


def check_rows(wiring: Wiring, account_id: int, count: int) -> None:
    """Every mail stored once, judged once, on one bill at most, filed once."""
    with Session(wiring.engine) as session:
        messages = session.scalars(select(Message).where(Message.account_id == account_id)).all()
        ids = [message.id for message in messages]
        assert len(messages) == count
        assert {message.step for message in messages} == {Step.DONE}
        judged = session.scalars(select(Judgement.message_id).where(Judgement.message_id.in_(ids)))
        assert sorted(judged) == sorted(ids)
        joined = session.scalars(
            select(BillMessage.message_id).where(BillMessage.message_id.in_(ids))
        )
        assert max(Counter(joined).values()) == 1
        moves = session.scalars(select(Filing).where(Filing.message_id.in_(ids))).all()
        assert {move.state for move in moves} == {FilingState.DONE}
        assert max(Counter(move.message_id for move in moves).values()) == 1
        assert verify(session) > 0


def until_done(rough: Zygote, number: int) -> int:
    """Runs until one ends by itself; the number that were killed."""
    for seed in range(1000 * number, 1000 * number + 100):
        end = rough.run(seed)
        if end == "0":
            return seed - 1000 * number
        assert end == "killed"
    raise AssertionError("never done")


def kill_often(url: str, home: Path, dovecot: Dovecot, prefix: str) -> int:
    """Two hundred kills over as many mailboxes as they take, each checked; the number of kills."""
    wiring, batch, kills, number = wiring_at(url, home), mails(), 0, 0
    prepare(url)
    with zygote(url, home, 0.0) as gentle, zygote(url, home, SHARE) as rough:
        dovecot.deliver(*batch, user=f"{prefix}-calm")
        calm = join(wiring, dovecot, f"{prefix}-calm")
        assert gentle.run(0) == "0"
        check_rows(wiring, calm, len(batch))
        expected, wanted = digests(dovecot.contents(f"{prefix}-calm")), cards(wiring, calm)
        while kills < KILLS:
            number += 1
            user = f"{prefix}-{number}"
            dovecot.deliver(*batch, user=user)
            account_id = join(wiring, dovecot, user)
            kills += until_done(rough, number)
            assert gentle.run(number) == "0"
            assert digests(dovecot.contents(user)) == expected
            assert cards(wiring, account_id) == wanted
            check_rows(wiring, account_id, len(batch))
    wiring.engine.dispose()
    return kills


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_two_hundred_kills_on_each_database_lose_nothing_and_double_nothing(
    sqlite_url: str, postgresql_url: str, tmp_path: Path, dovecot: Dovecot
) -> None:
    homes = (tmp_path / "one", tmp_path / "two")
    for home in homes:
        home.mkdir()
    # Side by side: each mostly waits for the other processes that it starts.
    with ThreadPoolExecutor(2) as threads:
        runs = threads.map(
            kill_often, (sqlite_url, postgresql_url), homes, (dovecot, dovecot), ("lite", "post")
        )
        assert all(kills >= KILLS for kills in runs)
