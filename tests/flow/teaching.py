"""Bills of taught_bills that arrive and are corrected, for the tests of lessons."""

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.correct import Fixed, fix_bill
from flow.fix import Fix
from flow.wiring import Wiring
from models.tables import (
    Account,
    Bill,
    BillMessage,
    Teaching,
)
from tests.flow.post import account, post, travel
from tests.flow.taught_bills import FIRST, Printed

RIGHT = Fix(amount=Decimal("84.20"), due_on=date(2026, 12, 12))


@pytest.fixture
def box(wiring: Wiring) -> int:
    """Alice's account, whose provider is known: its word on a sender counts."""
    number = account(wiring)
    with Session(wiring.engine) as session, session.begin():
        session.get_one(Account, number).provider_id = "mx.alice.example"
    return number


def arrive(wiring: Wiring, box: int, bill: Printed) -> Bill:
    message_id = post(wiring, box, bill.mail())
    assert travel(wiring, message_id) == "done"
    with Session(wiring.engine) as session:
        joined = select(Bill).join(BillMessage).where(BillMessage.message_id == message_id)
        return session.scalars(joined).one()


def card(wiring: Wiring, bill_id: int) -> Bill:
    with Session(wiring.engine) as session:
        return session.get_one(Bill, bill_id)


def corrected(wiring: Wiring, box: int, fix: Fix = RIGHT) -> tuple[Bill, Fixed]:
    first = arrive(wiring, box, FIRST)
    assert str(first.amount) == "310.00"  # the rules are wrong here, or nothing is shown below
    assert first.due_on is None
    return first, fix_bill(wiring, first.id, fix)


def active(wiring: Wiring) -> list[str]:
    with Session(wiring.engine) as session:
        rows = select(Teaching.field).where(Teaching.dropped_at.is_(None))
        return sorted(session.scalars(rows))
