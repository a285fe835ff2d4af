"""Orders that were handed over, as matching needs them: our own id is the best evidence there is."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from models.iban import Iban, is_iban
from models.money import Money
from models.order import Step
from models.tables import Payment
from pay.match.expected import Expected, to_be_seen

ELSEWHERE = ("stripe",)
"""Rails whose payments never stand on the person's own statements under our id."""


def orders_out(session: Session) -> dict[int, list[Payment]]:
    """The orders of each bill that may stand on a statement, the oldest first.

    One that came back stays: its payment and the return are still explained by it.
    """
    out = Payment.step.in_((Step.HANDED_OVER, Step.SEEN))
    came_back = and_(Payment.step == Step.REFUSED, Payment.seen_at.is_not(None))
    query = (
        select(Payment)
        .where(
            Payment.bill_id.is_not(None),
            or_(out, came_back),
            or_(Payment.rail.is_(None), Payment.rail.not_in(ELSEWHERE)),
        )
        .order_by(Payment.id)
    )
    found: defaultdict[int, list[Payment]] = defaultdict(list)
    for row in session.scalars(query):
        found[row.bill_id or 0].append(row)
    return dict(found)


def own_order(due: Money | None, orders: Sequence[Payment]) -> Payment | None:
    """The newest order for the whole amount of a bill: what pays the one pays the other."""
    return next((row for row in reversed(orders) if row.amount == due), None)


def with_orders(bill: Expected, orders: Sequence[Payment]) -> list[Expected]:
    """The bill with its own order's id, and each other order (a part of it) by itself."""
    own = own_order(-bill.amount, orders)
    if own is not None:
        bill = replace(
            bill,
            end_to_end=own.key,
            reference=bill.reference or own.reference or "",
            payee_iban=bill.payee_iban or _iban(own),
        )
    return [bill, *(expected_order(row) for row in orders if row is not own)]


def expected_order(row: Payment) -> Expected:
    """An order that is awaited by itself, not as its bill."""
    base = to_be_seen(
        f"payment {row.id}", row.amount, due_on=row.leaves_on, issued_on=None, today=row.leaves_on
    )
    return replace(
        base,
        payee=row.payee_name,
        payee_iban=_iban(row),
        reference=row.reference or "",
        number=row.number or "",
        end_to_end=row.key,
    )


def _iban(row: Payment) -> Iban | None:
    account = row.payee_account
    return Iban(account) if account and is_iban(account) else None
