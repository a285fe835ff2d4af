"""Orders of a bill that are out or may be: handed over and not seen, or begun when a crash came."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.credits import set_offs
from flow.order_flags import ended
from flow.order_left import about, left_of
from flow.proven_parts import proven_minor
from models.errors.orders import AlreadyHandedOver, OrderStopped, SeenInPart
from models.money import Money
from models.order import Step
from models.tables import Attempt, AttemptState, Bill, Payment
from models.verdict import State


def handed_over(session: Session, bill: Bill) -> Payment | None:
    """The last order of a bill that was handed over and is not seen yet."""
    query = select(Payment).where(Payment.about == about(bill), Payment.step == Step.HANDED_OVER)
    return session.scalar(query.order_by(Payment.id.desc()).limit(1).with_for_update())


def begun_attempt(session: Session, row: Payment) -> Attempt | None:
    """A handing over that was begun and never ended: a crash, after which papers may be there."""
    query = select(Attempt).where(Attempt.payment_id == row.id, Attempt.state == AttemptState.BEGUN)
    return session.scalar(query.order_by(Attempt.sequence.desc()).limit(1))


def refuse_again(session: Session, bill: Bill) -> None:
    """When nothing is left: raises AlreadyHandedOver while an order of an unpaid bill waits to be seen,
    SeenInPart when a statement shows a part of the bill beside it, else OrderStopped with what ended it.
    """
    if bill.amount is None or left_of(session, bill).minor > 0:
        return
    out = handed_over(session, bill) if bill.state is not State.PAID else None
    if out is not None and out.handed_over_at is not None:
        refuse_seen_in_part(session, bill, out)
        day = out.handed_over_at.date().isoformat()
        raise AlreadyHandedOver(id=bill.id, day=day, rail=out.rail or "")
    if why := ended(bill, set_offs(session).of(bill)):
        raise OrderStopped(why=why)


def refuse_seen_in_part(session: Session, bill: Bill, out: Payment) -> None:
    """Raises SeenInPart for an order that is out over more than is left of its bill beside it."""
    left, seen = left_of(session, bill, out), -proven_minor(session, bill.id)
    if seen > 0 and out.currency == left.currency and left < out.amount:
        raise SeenInPart(
            id=bill.id, seen=str(Money(seen, left.currency)), amount=str(out.amount), left=str(left),
            currency=left.currency, rail=out.rail or "",
        )  # fmt: skip
