"""Which mail of a bill's timeline fills its card."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.tables import BillMessage, Message
from models.verdict import Kind

PRIMARY: Sequence[Kind] = (
    Kind.TO_PAY,
    Kind.TO_BE_DEBITED,
    Kind.CREDIT_NOTE,
    Kind.SCHEDULE,
    Kind.RECEIPT,
    Kind.ON_PORTAL,
    Kind.REMINDER,
    Kind.OTHER,
)
"""Whose figures the card shows: the bill itself before its receipt, notices and reminders."""


def leader_of(session: Session, bill_id: int) -> Message | None:
    """The mail whose figures the card shows; None for a bill without mail."""
    rows = session.execute(
        select(Message, BillMessage.role)
        .join(BillMessage, BillMessage.message_id == Message.id)
        .where(BillMessage.bill_id == bill_id)
    ).all()
    ranked = sorted(rows, key=lambda row: (PRIMARY.index(row[1]), row[0].id))
    return ranked[0][0] if ranked else None
