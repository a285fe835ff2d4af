"""Bills that are held by a dispute: what is asked of anybody for them, and their payment, waits."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.tables import Dispute


def dispute_of(session: Session, bill_id: int) -> Dispute | None:
    """The open dispute of a bill, or None."""
    query = select(Dispute).where(Dispute.bill_id == bill_id, Dispute.ended_at.is_(None))
    return session.scalar(query)


def on_hold(session: Session, bill_id: int) -> bool:
    """Whether the person disputes the bill: its shares, their reminders and its payment wait."""
    return dispute_of(session, bill_id) is not None


def held_bills(session: Session, bill_ids: Collection[int] | None = None) -> dict[int, str]:
    """Why each disputed bill is held, by its number; among `bill_ids`, or of all bills."""
    query = select(Dispute.bill_id, Dispute.reason).where(Dispute.ended_at.is_(None))
    if bill_ids is not None:
        query = query.where(Dispute.bill_id.in_(bill_ids))
    return {number: reason for number, reason in session.execute(query)}
