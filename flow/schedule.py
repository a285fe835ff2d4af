"""The instalments that a bill has: read on its schedule, or planned by the person."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.money import Money
from models.reading import Means
from models.tables import Bill, Instalment, Payment
from models.verdict import Kind
from pay.policy.steps import HELD

SCHEDULED = (Kind.SCHEDULE, Kind.TO_BE_DEBITED)
"""Kinds of which the instalments that were read are all that is to be paid, not one sum beside them."""


def instalments_of(session: Session, bill_id: int) -> list[Instalment]:
    """Those of a bill that stand, by their days."""
    query = select(Instalment).where(Instalment.bill_id == bill_id, Instalment.ended_at.is_(None))
    return list(session.scalars(query.order_by(Instalment.due_on, Instalment.number)))


def is_scheduled(bill: Bill, rows: Sequence[Instalment]) -> bool:
    """True when the bill is the sum of instalments that were read."""
    return bill.kind in SCHEDULED and any(not row.planned for row in rows)


def is_debited(bill: Bill) -> bool:
    """True when the biller takes the money by itself: the bill is watched, never paid."""
    by_schedule = bill.kind is Kind.SCHEDULE and bill.means is Means.DIRECT_DEBIT
    return bill.kind is Kind.TO_BE_DEBITED or by_schedule


def asked_for(session: Session, bill: Bill) -> Money | None:
    """What a bill asks for in all: the sum of its schedule, else its amount."""
    rows = instalments_of(session, bill.id) if bill.kind in SCHEDULED else []
    if not is_scheduled(bill, rows):
        return bill.amount
    return Money(sum(row.amount_minor for row in rows), rows[0].currency)


def keep_schedule(session: Session, bill: Bill, read: Sequence[tuple[date, Money]]) -> None:
    """Keeps the instalments that a bill's paper names; those of an older reading end, unless an order
    was made of them. A plan of the person's own stands."""
    rows = [row for row in instalments_of(session, bill.id) if not row.planned]
    wanted = list(read) if _fits(bill, read) else []
    if [(row.due_on, row.amount) for row in rows] == wanted:
        return
    ordered = select(Payment.instalment_id).where(
        Payment.instalment_id.in_([row.id for row in rows]), Payment.step.in_(HELD)
    )
    met = set(session.scalars(ordered))
    kept = [row for row in rows if row.id in met]
    now = datetime.now(UTC)
    for row in rows:
        if row not in kept:
            row.ended_at = now
    session.flush()
    known = [(row.due_on, row.amount) for row in kept]
    add_instalments(session, bill, [one for one in wanted if one not in known], now)


def _fits(bill: Bill, read: Sequence[tuple[date, Money]]) -> bool:
    """A schedule is its instalments; a bill to pay has some when they make its amount."""
    positive = all(money.minor > 0 and money.currency == bill.currency for _, money in read)
    if not read or not positive:
        return False
    return bill.kind in SCHEDULED or sum(money.minor for _, money in read) == bill.amount_minor


def add_instalments(
    session: Session,
    bill: Bill,
    wanted: Sequence[tuple[date, Money]],
    now: datetime,
    *,
    planned: bool = False,
) -> list[Instalment]:
    """New instalments after those that stand."""
    last = session.scalar(
        select(func.max(Instalment.number)).where(
            Instalment.bill_id == bill.id, Instalment.ended_at.is_(None)
        )
    )
    rows = [
        Instalment(
            bill_id=bill.id, number=number, due_on=day, amount_minor=money.minor,
            currency=money.currency, planned=planned, made_at=now,
        )
        for number, (day, money) in enumerate(wanted, start=1 + (last or 0))
    ]  # fmt: skip
    session.add_all(rows)
    session.flush()
    return rows
