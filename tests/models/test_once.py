"""What may exist once exists once: the keys of the tables, on both databases."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from models.tables import Account, Base, Bill, BillMessage, Lease, Mailbox, Message, Quarantine
from models.verdict import Kind
from tests.models import rows


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    with Session(engine) as session:
        yield session


def test_the_same_thing_twice_is_refused(session: Session) -> None:
    account = rows.account(session)
    message = rows.message(account.id)
    mailbox = Mailbox(account_id=account.id, name="INBOX")
    session.add_all([message, mailbox])
    session.flush()
    first = rows.bill(account.id)
    session.add(first)
    session.flush()
    session.add(_belongs(first, message))
    session.flush()
    again: list[Base] = [
        Account(**_plain(account)),
        rows.message(account.id),
        Mailbox(account_id=account.id, name="INBOX"),
        rows.bill(account.id),
        _belongs(first, message),
    ]
    for row in again:
        _refused(session, row)
    other = rows.account(session, "bob@example.org")
    session.add_all([rows.message(other.id), rows.bill(other.id)])
    session.flush()


def test_a_place_is_quarantined_once_and_needs_something_to_set_aside(session: Session) -> None:
    account = rows.account(session)
    mailbox = Mailbox(account_id=account.id, name="INBOX")
    session.add(mailbox)
    session.flush()
    place = {"mailbox_id": mailbox.id, "uidvalidity": 1, "uid": 7}
    common = {"account_id": account.id, "code": "damaged", "detail": "", "created_at": rows.NOW}
    session.add(Quarantine(**common, **place))
    session.flush()
    for wrong in ({**common, **place}, common):
        _refused(session, Quarantine(**wrong))


def test_the_number_of_a_deleted_row_is_never_given_again(session: Session) -> None:
    account = rows.account(session)
    first = rows.message(account.id)
    session.add(first)
    session.flush()
    gone = first.id
    session.delete(first)
    session.flush()
    second = rows.message(account.id)
    session.add(second)
    session.flush()
    assert second.id > gone


def test_one_of_two_takes_a_lease(engine: Engine) -> None:
    with Session(engine) as session, session.begin():
        account_id = rows.account(session).id
        session.add(Lease(account_id=account_id))
    taken = [_take(engine, account_id, holder) for holder in ("alice-0", "alice-1")]
    assert taken == [True, False]


def _take(engine: Engine, account_id: int, holder: str) -> bool:
    free = sa.or_(Lease.until.is_(None), Lease.until < rows.NOW)
    take = sa.update(Lease).where(Lease.account_id == account_id, free)
    with engine.begin() as connection:
        values = take.values(holder=holder, until=rows.NOW + timedelta(minutes=5))
        return connection.execute(values).rowcount == 1


def _refused(session: Session, row: Base) -> None:
    before = session.begin_nested()
    session.add(row)
    with pytest.raises(IntegrityError):
        session.flush()
    before.rollback()


def _belongs(bill: Bill, message: Message) -> BillMessage:
    return BillMessage(
        bill_id=bill.id, message_id=message.id, role=Kind.TO_PAY, verdict="{}", created_at=rows.NOW
    )


def _plain(account: Account) -> dict[str, Any]:
    return {c.key: getattr(account, c.key) for c in Account.__table__.columns if c.key != "id"}
