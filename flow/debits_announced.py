"""Debits that were announced: of a bill, or of each instalment of one that is debited by itself."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from flow.awaited import creditors_of, expected_of
from flow.awaited_instalments import expected_instalment, scheduled_bills
from flow.holders import Holder
from flow.schedule import instalments_of, is_debited
from models.tables import BankMatchPart, Bill
from models.verdict import Kind, State
from pay.match.expected import Expected

_OVER = (State.STOPPED, State.CLOSED)


@dataclass(frozen=True, slots=True)
class Announced:
    """A debit to come: of a bill, or of one instalment of it."""

    bill: Bill
    expected: Expected
    instalment: int | None = None

    @property
    def elsewhere(self) -> ColumnElement[bool]:
        """What matches say of an entry that proves something else."""
        if self.instalment is None:
            return BankMatchPart.bill_id.is_distinct_from(self.bill.id)
        return BankMatchPart.what != self.expected.key


def announced_bills(
    session: Session, who: Holder, condition: ColumnElement[bool]
) -> list[Announced]:
    """Bills of one date under a condition that the holder may see; those of a schedule are left out."""
    scheduled = [one.id for one in scheduled_bills(session, who)]
    query = (
        select(Bill)
        .where(
            Bill.kind == Kind.TO_BE_DEBITED,
            Bill.due_on.is_not(None),
            Bill.state.not_in(_OVER),
            Bill.id.not_in(scheduled),
            who.bills,
            condition,
        )
        .order_by(Bill.due_on, Bill.id)
    )
    found = []
    for bill in session.scalars(query).all():
        expected = expected_of(bill, creditors_of(session, bill.id).get(bill.id, ""))
        if expected is not None:
            found.append(Announced(bill, expected))
    return found


def announced_instalments(session: Session, who: Holder) -> list[Announced]:
    """Each instalment of the bills that are debited as their schedule says."""
    bills = [one for one in scheduled_bills(session, who) if is_debited(one)]
    return [
        Announced(bill, expected_instalment(bill, row, row.amount, creditor), row.number)
        for bill in bills
        if bill.state not in _OVER
        for creditor in [creditors_of(session, bill.id).get(bill.id, "")]
        for row in instalments_of(session, bill.id)
    ]
