"""Where a bill stands by the person's word, kept as a correction: no mail that comes later undoes it."""

from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.order import Step
from models.tables import Bill, BillMessage, Correction, Message, Payment
from models.verdict import Kind, State

_WAITING = (State.OPEN, State.REVIEW)
_NOTHING_SENT = (Kind.CREDIT_NOTE, Kind.RECEIPT, Kind.OTHER)


def put_state(session: Session, bill: Bill, state: State, now: datetime) -> None:
    """The bill's new state, as a correction: the card is made anew with every mail that comes."""
    sender = session.scalar(
        select(Message.sender_address)
        .join(BillMessage, BillMessage.message_id == Message.id)
        .where(BillMessage.bill_id == bill.id)
        .limit(1)
    )
    session.add(
        Correction(
            account_id=bill.account_id, bill_id=bill.id, biller_key=bill.biller_key,
            sender_domain=(sender or "").rpartition("@")[2], field="state", was=bill.state.value,
            now=state.value, created_at=now,
        )
    )  # fmt: skip
    bill.state, bill.updated_at = state, datetime.now(UTC)


def follow_advances(
    session: Session, bill: Bill, now: datetime, *, before: bool, whole: bool
) -> None:
    """Members say that they advanced the whole bill: it is sent, as by `facteur paid`, and never paid by
    that. Not any more, as they did `before`: it is open again, unless an order of it was sent.
    """
    if whole and bill.state in _WAITING and bill.kind not in _NOTHING_SENT:
        put_state(session, bill, State.HANDED_OVER, now)
    elif before and not whole and bill.state is State.HANDED_OVER:
        sent = select(Payment.id).where(
            Payment.bill_id == bill.id, Payment.step == Step.HANDED_OVER,
            Payment.sent_at.is_not(None),
        )  # fmt: skip
        if session.scalar(sent.limit(1)) is None:
            put_state(session, bill, State.OPEN, now)
