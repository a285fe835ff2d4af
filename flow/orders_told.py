"""The orders that are out, as the list of bills and one bill's card tell them."""

from typing import TypedDict

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.schedule import is_debited
from models.order import Step
from models.tables import Bill, Payment


class OrderRow(TypedDict):
    """An order that was handed over and is not seen yet. on: the day; sent: the person said it left;
    debited: the biller takes the money by itself, and the order would pay it twice."""

    order: str
    rail: str
    amount: str
    currency: str
    on: str | None
    sent: bool
    debited: bool


def orders_told(session: Session, bill_id: int | None = None) -> dict[int, OrderRow]:
    """The last order out of each bill, or of this one alone, by the bill's number."""
    query = select(Payment, Bill).join(Bill, Bill.id == Payment.bill_id)
    query = query.where(Payment.step == Step.HANDED_OVER).order_by(Payment.id)
    if bill_id is not None:
        query = query.where(Payment.bill_id == bill_id)
    return {bill.id: _row(row, bill) for row, bill in session.execute(query)}


def _row(row: Payment, bill: Bill) -> OrderRow:
    return {
        "order": row.key,
        "rail": row.rail or "",
        "amount": str(row.amount),
        "currency": row.currency,
        "on": row.handed_over_at.date().isoformat() if row.handed_over_at else None,
        "sent": row.sent_at is not None,
        "debited": is_debited(bill),
    }
