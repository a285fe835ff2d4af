"""Credit notes: what of each is set off against which bill, and what is left of it."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from flow.proven_parts import proven_minor
from flow.schedule import asked_for
from models.money import Money
from models.tables import Bill, SetOff
from models.verdict import Kind, State


@dataclass(frozen=True, slots=True)
class Held:
    """So much of the credit note `credit_id` counts against the bill `bill_id`."""

    credit_id: int
    bill_id: int
    amount: Money


@dataclass(frozen=True, slots=True)
class SetOffs:
    """All that is set off, the oldest first, as far as it counts now."""

    held: tuple[Held, ...] = ()

    def of(self, bill: Bill) -> int:
        """What credit notes take off a bill, or what bills take of a credit note, in minor units."""
        return sum(one.amount.minor for one in self.beside(bill.id))

    def beside(self, bill_id: int) -> tuple[Held, ...]:
        """Those against a bill, or of a credit note."""
        return tuple(one for one in self.held if bill_id in (one.bill_id, one.credit_id))


def set_offs(session: Session) -> SetOffs:
    """What is set off, worked out anew from what is stored, so that a credit is never used twice.

    A set-off counts up to what its credit note is worth now (a smaller correction, money that came
    back after all) and up to what its bill asks for.
    """
    rows = session.scalars(
        select(SetOff).where(SetOff.ended_at.is_(None)).order_by(SetOff.id)
    ).all()
    if not rows:
        return SetOffs()
    ids = {row.credit_id for row in rows} | {row.bill_id for row in rows}
    bills = {one.id: one for one in session.scalars(select(Bill).where(Bill.id.in_(ids)))}
    back = {one: proven_minor(session, one) for one in {row.credit_id for row in rows}}
    taken: defaultdict[int, int] = defaultdict(int)
    held = []
    for row in rows:
        credit, bill = bills[row.credit_id], bills[row.bill_id]
        room = worth(credit) - back[credit.id] - taken[credit.id]
        minor = min(row.amount_minor, room, _asks(session, bill) - taken[bill.id])
        same = row.currency == credit.currency == bill.currency
        if same and minor > 0:
            taken[credit.id] += minor
            taken[bill.id] += minor
            held.append(Held(credit.id, bill.id, Money(minor, row.currency)))
    return SetOffs(tuple(held))


def _asks(session: Session, bill: Bill) -> int:
    due = asked_for(session, bill)
    return abs(due.minor) if due else 0


def cost_of(session: Session, bill: Bill) -> Money | None:
    """What a bill costs: what it asks for in all, less the credit notes that pay it. Of a credit note,
    what no bill took of it, below zero however it is written. None without an amount.
    """
    due = asked_for(session, bill)
    if due is None:
        return None
    taken = set_offs(session).of(bill)
    if bill.kind is Kind.CREDIT_NOTE:
        return Money(taken - abs(due.minor), due.currency)
    return Money(due.minor - taken, due.currency)


def left_of_credit(session: Session, credit: Bill) -> Money:
    """What of a credit note neither stands against a bill nor came back; zero for what is none."""
    left = worth(credit) - proven_minor(session, credit.id) - set_offs(session).of(credit)
    return Money(max(left, 0), credit.currency or "EUR")


def worth(credit: Bill) -> int:
    """What a credit note gives back, in minor units, whether it is written with a minus or without."""
    given = credit.kind is Kind.CREDIT_NOTE and credit.state is not State.STOPPED
    return abs(credit.amount_minor or 0) if given else 0


def partners(session: Session, bill: Bill) -> list[Bill]:
    """The credit notes that stand against a bill; of a credit note, the bills that it stands against."""
    query = select(SetOff).where(
        or_(SetOff.bill_id == bill.id, SetOff.credit_id == bill.id), SetOff.ended_at.is_(None)
    )
    others = {
        row.credit_id if row.bill_id == bill.id else row.bill_id for row in session.scalars(query)
    }
    if not others:
        return []
    return list(session.scalars(select(Bill).where(Bill.id.in_(others)).order_by(Bill.id)))
