"""The orders that are out, as the list of bills and one bill's card tell them."""

from typing import TypedDict

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.order import Step
from models.tables import Payment


class OrderRow(TypedDict):
    """An order that was handed over and is not seen yet. on: the day; sent: the person said it left."""

    order: str
    rail: str
    amount: str
    currency: str
    on: str | None
    sent: bool


def orders_told(session: Session, bill_id: int | None = None) -> dict[int, OrderRow]:
    """The last order out of each bill, or of this one alone, by the bill's number."""
    query = select(Payment).where(Payment.bill_id.is_not(None), Payment.step == Step.HANDED_OVER)
    if bill_id is not None:
        query = query.where(Payment.bill_id == bill_id)
    return {row.bill_id or 0: _row(row) for row in session.scalars(query.order_by(Payment.id))}


def _row(row: Payment) -> OrderRow:
    return {
        "order": row.key,
        "rail": row.rail or "",
        "amount": str(row.amount),
        "currency": row.currency,
        "on": row.handed_over_at.date().isoformat() if row.handed_over_at else None,
        "sent": row.sent_at is not None,
    }
