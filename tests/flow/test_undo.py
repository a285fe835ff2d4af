"""Taking back: what is said is what happened, and one mail that is gone stops no other."""

from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from flow.filing import queue_filing, run_filings, undo_filing
from flow.undo import undo_bill, undo_last
from flow.wiring import Wiring
from models.errors.mailbox import NothingToUndo, UndoFailed
from models.tables import Bill, BillMessage, Filing
from models.verdict import Category, Kind, State
from tests.dovecot import Dovecot
from tests.flow.house import House, house
from tests.mails import mails

TARGET = "Factures/Énergie"


def filed(home: House) -> list[int]:
    """Every mail received and filed; their numbers, the newest last."""
    home.receive()
    numbers = home.messages()
    with home.session() as session, session.begin():
        for number in numbers:
            queue_filing(session, number, TARGET)
    assert run_filings(home.wiring, home.account_id) == len(numbers)
    return numbers


def carded(home: House, message_id: int) -> int:
    """A card that shows the mail."""
    now = home.account().created_at
    with home.session() as session, session.begin():
        bill = Bill(
            account_id=home.account_id, identity=f"message:{message_id}", biller="B", biller_key="b",
            kind=Kind.TO_PAY, category=Category.OTHER, folder=TARGET, state=State.OPEN, confidence=1.0,
            created_at=now, updated_at=now,
        )  # fmt: skip
        session.add(bill)
        session.flush()
        session.add(
            BillMessage(
                bill_id=bill.id,
                message_id=message_id,
                role=Kind.TO_PAY,
                verdict="{}",
                created_at=now,
            )
        )
        return bill.id


def delete_last(dovecot: Dovecot, user: str) -> None:
    with dovecot.client(user) as client:
        client.select_folder(TARGET)
        client.delete_messages([max(client.search())])
        client.expunge()


def state_of_last(wiring: Wiring, message_id: int) -> str:
    with Session(wiring.engine) as session:
        rows = session.query(Filing).filter_by(message_id=message_id).order_by(Filing.sequence)
        return rows.all()[-1].state.value


def test_a_mail_that_is_gone_is_not_said_to_be_back(dovecot: Dovecot, tmp_path: Path) -> None:
    dovecot.deliver(*mails(2), user="gone-bill")
    with house(tmp_path, dovecot.login("gone-bill")) as home:
        _, last = filed(home)
        bill_id = carded(home, last)
        delete_last(dovecot, "gone-bill")
        with pytest.raises(UndoFailed):
            undo_bill(home.wiring, bill_id)
        assert state_of_last(home.wiring, last) == "failed"
        with pytest.raises(NothingToUndo):
            undo_bill(home.wiring, bill_id)


def test_an_undo_that_failed_does_not_stop_the_next(dovecot: Dovecot, tmp_path: Path) -> None:
    dovecot.deliver(*mails(3), user="gone-last")
    with house(tmp_path, dovecot.login("gone-last")) as home:
        first, second, _ = filed(home)
        delete_last(dovecot, "gone-last")
        with pytest.raises(UndoFailed):
            undo_last(home.wiring)
        for number in (second, first):
            assert [move.message_id for move in undo_last(home.wiring)] == [number]
        assert len(dovecot.contents("gone-last")["INBOX"]) == 2
        with pytest.raises(NothingToUndo):
            undo_last(home.wiring)


def test_an_undo_asked_again_goes_on_and_is_not_withdrawn(dovecot: Dovecot, tmp_path: Path) -> None:
    dovecot.deliver(*mails(1), user="asked-twice")
    with house(tmp_path, dovecot.login("asked-twice")) as home:
        (number,) = filed(home)
        with home.session() as session, session.begin():
            undo_filing(session, number)
        (move,) = undo_last(home.wiring)
        assert (move.message_id, move.to_folder) == (number, "INBOX")
        assert list(dovecot.contents("asked-twice")) == ["INBOX"]
