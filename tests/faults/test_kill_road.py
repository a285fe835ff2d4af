"""kill -9 anywhere on the road, two hundred times on each database: exactly once, all the same."""

import hashlib
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
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
from tests.faults.forks import ROOT, rough
from tests.flow.order_house import wiring_on

KILLS = 200
SHARE = 0.15


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


def kill_often(url: str, home: Path, dovecot: Dovecot, prefix: str) -> int:
    """Two hundred kills over as many mailboxes as they take, each checked; the number of kills."""
    wiring, batch, number = wiring_on(url, home), mails(), 0
    prepare(url)
    with (
        rough("tests.faults.syncing", url, home, 0.0) as gentle,
        rough("tests.faults.syncing", url, home, SHARE) as killed,
    ):
        dovecot.deliver(*batch, user=f"{prefix}-calm")
        calm = join(wiring, dovecot, f"{prefix}-calm")
        gentle.until_done()
        check_rows(wiring, calm, len(batch))
        expected, wanted = digests(dovecot.contents(f"{prefix}-calm")), cards(wiring, calm)
        while killed.kills < KILLS:
            number += 1
            user = f"{prefix}-{number}"
            dovecot.deliver(*batch, user=user)
            account_id = join(wiring, dovecot, user)
            killed.until_done()
            gentle.until_done()
            assert digests(dovecot.contents(user)) == expected
            assert cards(wiring, account_id) == wanted
            check_rows(wiring, account_id, len(batch))
    wiring.engine.dispose()
    return killed.kills


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
