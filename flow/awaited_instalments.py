"""Schedules on statements: each instalment is awaited by itself, around its own day."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.awaited_orders import expected_order
from flow.holders import Holder
from flow.instalments import Told, name_of
from flow.schedule import SCHEDULED
from models.iban import Iban, is_iban
from models.money import Money
from models.reading import Means
from models.tables import Bill, Instalment, Payment
from models.verdict import Kind, State
from pay.match.expected import Expected, to_be_seen

_EARLY, _LATE = timedelta(days=10), timedelta(days=20)
"""Days around an instalment's own in which its payment is looked for: less than a month in all, or
every payment of a schedule would fit two of its instalments."""


def scheduled_bills(session: Session, who: Holder) -> list[Bill]:
    """The bills whose instalments were read and are all that is to be paid."""
    of_schedule = select(Instalment.bill_id).where(
        Instalment.ended_at.is_(None), Instalment.planned.is_(False)
    )
    query = select(Bill).where(
        Bill.kind.in_(SCHEDULED), Bill.state != State.STOPPED, Bill.id.in_(of_schedule), who.bills
    )
    return list(session.scalars(query.order_by(Bill.id)))


def expected_instalment(
    bill: Bill, row: Instalment, amount: Money, creditor_id: str, order: Payment | None = None
) -> Expected:
    """One instalment of which `amount` is to be seen, as matching needs it; without an order, the bill's
    number and reference say nothing, for all of its payments bear them."""
    base = to_be_seen(name_of(row), amount, due_on=row.due_on, issued_on=None, today=row.due_on)
    by_itself = bill.kind is Kind.TO_BE_DEBITED
    return replace(
        base,
        first=row.due_on - _EARLY,
        last=row.due_on + _LATE,
        payee=bill.biller or "",
        payee_iban=Iban(bill.iban) if bill.iban and is_iban(bill.iban) else None,
        end_to_end=order.key if order else "",
        means=Means.DIRECT_DEBIT if by_itself else bill.means,
        creditor_id=creditor_id,
    )


def instalment_order(told: Told, orders: Iterable[Payment]) -> Payment | None:
    """The newest order for all that is to be seen of an instalment: what pays the one pays the other."""
    own = [one for one in orders if one.instalment_id == told.row.id and one.amount == told.awaited]
    return own[-1] if own else None


def with_instalments(
    bill: Bill, told: Sequence[Told], creditor_id: str, orders: Sequence[Payment]
) -> list[Expected]:
    """Each instalment of which something is to be seen, with its order's id where there is one, and each
    other order by itself."""
    own = [(one, instalment_order(one, orders)) for one in told if one.awaited.minor]
    taken = [order.id for _, order in own if order is not None]
    return [
        *(expected_instalment(bill, one.row, one.amount, creditor_id, order) for one, order in own),
        *(expected_order(order) for order in orders if order.id not in taken),
    ]
