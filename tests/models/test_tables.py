"""The laws of the tables hold in the database itself, on SQLite as on PostgreSQL."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DBAPIError, IntegrityError, StatementError
from sqlalchemy.orm import Session

from models.errors.values import DateNaive
from models.money import Money
from models.tables import (
    Bill,
    Location,
    Mailbox,
    Message,
    Step,
)
from models.verdict import Kind, State
from tests.models import rows


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    with Session(engine) as session:
        yield session


@pytest.mark.parametrize("column", ["kind", "category", "state", "means"])
def test_a_word_that_no_enum_knows_is_refused(session: Session, column: str) -> None:
    session.add(rows.bill(rows.account(session).id))
    session.flush()
    with pytest.raises(IntegrityError):
        session.execute(sa.text(f"UPDATE bill SET {column} = 'nonsense'"))


def test_an_enum_is_stored_as_the_word_of_the_command_line(session: Session) -> None:
    session.add(rows.bill(rows.account(session).id))
    session.flush()
    assert session.execute(sa.text("SELECT kind, state FROM bill")).one() == ("to_pay", "open")
    stored = session.scalars(sa.select(Bill)).one()
    session.refresh(stored)
    assert (stored.kind, stored.state) == (Kind.TO_PAY, State.OPEN)


@pytest.mark.parametrize("amount", [84.2, 84.0, Decimal("84.20"), "8420", True])
def test_money_that_is_no_whole_number_is_refused(session: Session, amount: Any) -> None:
    session.add(rows.bill(rows.account(session).id, amount_minor=amount))
    with pytest.raises(StatementError, match="whole numbers"):
        session.flush()


@pytest.mark.parametrize(
    "changes",
    [
        {"currency": None},
        {"amount_minor": None},
        {"currency": "eur"},
        {"currency": "EURO"},
        {"confidence": 1.5},
        {"confidence": -0.1},
        {"account_id": 999},
        {"folder": None},
    ],
)
def test_a_bill_that_cannot_be_is_refused(session: Session, changes: dict[str, Any]) -> None:
    account_id = rows.account(session).id
    session.add(rows.bill(**{"account_id": account_id} | changes))
    with pytest.raises(IntegrityError):
        session.flush()


def test_money_and_days_come_back_as_they_were(session: Session) -> None:
    bill = rows.bill(rows.account(session).id, due_on=date(2026, 12, 15))
    bill.amount = Money.of("-1234567.89", "EUR")
    session.add(bill)
    session.commit()
    stored = session.scalars(sa.select(Bill)).one()
    assert stored.amount == Money(-123456789, "EUR")
    assert stored.due_on == date(2026, 12, 15)
    stored.amount = None
    session.commit()
    assert session.scalars(sa.select(Bill)).one().amount is None


def test_proofs_and_reasons_come_back_as_they_were(session: Session) -> None:
    evidence: dict[str, object] = {"amount": {"quote": "Net à payer 84,20 €", "page": 1}}
    bill = rows.bill(
        rows.account(session).id,
        confidences={"amount": 0.99},
        evidence=evidence,
        because=[{"sentence": "It asks to be paid.", "quote": "à régler"}],
        warnings=["iban_invalid"],
    )
    session.add(bill)
    session.commit()
    stored = session.scalars(sa.select(Bill)).one()
    assert stored.evidence == evidence
    assert stored.confidences == {"amount": 0.99}
    assert stored.because == [{"sentence": "It asks to be paid.", "quote": "à régler"}]
    assert (stored.suspicions, stored.warnings) == ([], ["iban_invalid"])
    path = sa.select(Bill.id).where(Bill.evidence["amount"]["page"].as_integer() == 1)
    assert session.scalars(path).all() == [stored.id]


def test_a_moment_comes_back_in_utc_wherever_it_was_told(session: Session) -> None:
    paris = timezone(timedelta(hours=1))
    told = datetime(2026, 11, 1, 12, 30, 0, 123456, tzinfo=paris)
    session.add(rows.message(rows.account(session).id, received_at=told))
    session.commit()
    stored = session.scalars(sa.select(Message)).one()
    assert stored.received_at == told
    assert stored.received_at.tzinfo is UTC
    later = sa.select(Message.id).where(Message.received_at > told - timedelta(seconds=1))
    assert session.scalars(later).all() == [stored.id]


def test_a_moment_without_time_zone_is_refused(session: Session) -> None:
    naive = datetime(2026, 11, 1)  # noqa: DTZ001 - the point of the test
    session.add(rows.message(rows.account(session).id, received_at=naive))
    with pytest.raises(StatementError) as caught:
        session.flush()
    assert isinstance(caught.value.orig, DateNaive)


def test_numbers_of_imap_fit(session: Session) -> None:
    account = rows.account(session)
    most = 2**32 - 1  # RFC 3501 section 2.3.1.1: 32 bits without a sign
    mailbox = Mailbox(account_id=account.id, name="INBOX", uidvalidity=most, modseq=2**63 - 1)
    message = rows.message(account.id, gm_msgid=str(2**64 - 1))
    session.add_all([mailbox, message])
    session.flush()
    session.add(Location(mailbox_id=mailbox.id, uidvalidity=most, uid=most, message_id=message.id))
    session.commit()
    assert session.scalars(sa.select(Location.uid)).one() == most
    assert session.scalars(sa.select(Message.gm_msgid)).one() == str(2**64 - 1)


def test_text_in_a_number_is_refused(session: Session) -> None:
    rows.account(session)
    with pytest.raises(DBAPIError):
        session.execute(sa.text("UPDATE account SET port = 'imap'"))


def test_a_new_message_stands_at_the_start_of_the_road(session: Session) -> None:
    message = rows.message(rows.account(session).id)
    session.add(message)
    session.flush()
    assert (message.step, message.attempts, message.problem) == (Step.RECEIVED, 0, None)
