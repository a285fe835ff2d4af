"""Messages put back on the road for another try: what was set aside, and what a correction may mend."""

from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, delete, or_, select
from sqlalchemy.orm import Session

from classify.lexicon.brands import FREE_MAIL
from flow.bills import known_as
from flow.checkpoints import passed
from flow.decide import decide_message
from flow.read import LOCKED, read_message
from flow.road import file_message
from flow.wiring import Wiring
from models.database import reading
from models.errors.problem import Problem
from models.tables import (
    Bill,
    BillMessage,
    Extracted,
    Identifier,
    Judgement,
    Message,
    Quarantine,
    Step,
)
from models.verdict import State

_MOST_AGAIN = 20
"""Bills that a correction reads again at once: half a second each."""


def requeue_due(
    wiring: Wiring, account_id: int, enqueue_again: Callable[[Session, int], None]
) -> int:
    """Puts messages whose time has come back on the road. Returns how many.

    What was read and judged before makes room for the new reading; the bill the mail belongs to stays.
    """
    now = datetime.now(UTC)
    query = select(Quarantine).where(
        Quarantine.account_id == account_id,
        Quarantine.message_id.is_not(None),
        Quarantine.released_at.is_(None),
        Quarantine.next_try <= now,
    )
    with Session(wiring.engine) as session, session.begin():
        rows = session.scalars(query).all()
        for row in rows:
            message = session.get_one(Message, row.message_id)
            _forget(session, message)
            row.released_at, row.next_try = now, None
            enqueue_again(session, message.id)
        return len(rows)


def begin_anew(session: Session, message: Message) -> bool:
    """Puts a message that is set aside at the beginning of the road, without a job, in the caller's
    transaction; False for any other.
    """
    row = session.scalar(
        select(Quarantine).where(
            Quarantine.message_id == message.id, Quarantine.released_at.is_(None)
        )
    )
    if row is None:
        return False
    row.released_at, row.next_try = datetime.now(UTC), None
    _forget(session, message)
    return True


def _forget(session: Session, message: Message) -> None:
    """What was read and judged is gone, and the message stands at the beginning of the road."""
    for old in (Extracted, Judgement):
        session.execute(delete(old).where(old.message_id == message.id))
    message.step, message.attempts = Step.RECEIVED, 0


def look_again(wiring: Wiring, bill_id: int) -> int:
    """Reads the bills again that wait to review and may be of this bill's biller. Returns how many.

    At most 20 at once, the latest; whatever stops us, the next sync takes up what is unfinished.
    """
    with Session(reading(wiring.engine)) as session:
        waiting = _waiting(session, session.get_one(Bill, bill_id))
    for done, number in enumerate(waiting):
        with Session(wiring.engine) as session, session.begin():
            _forget(session, session.get_one(Message, number))
        passed("forgotten")
        try:
            for step in (read_message, decide_message, file_message):
                step(wiring, number)
        except Problem:
            return done
    return len(waiting)


def _waiting(session: Session, bill: Bill) -> list[int]:
    """Messages of other bills to review that share the name, the sender's domain or a number."""
    own = select(BillMessage.message_id).where(BillMessage.bill_id == bill.id)
    senders = session.scalars(select(Message.sender_address).where(Message.id.in_(own)))
    domains = {sender.rpartition("@")[2] for sender in senders} - {""} - FREE_MAIL
    numbers = select(Identifier.value).where(Identifier.message_id.in_(own))
    printing = select(Identifier.message_id).where(Identifier.value.in_(numbers))
    names = [*known_as(session, bill.account_id, bill.biller or ""), bill.biller_key]
    same: list[ColumnElement[bool]] = [
        Bill.biller_key.in_([name for name in names if name]),
        Message.id.in_(printing),
        *(Message.sender_address.endswith(f"@{one}", autoescape=True) for one in domains),
    ]
    query = (
        select(Message.id)
        .join(BillMessage, BillMessage.message_id == Message.id)
        .join(Bill, Bill.id == BillMessage.bill_id)
        .join(Extracted, Extracted.message_id == Message.id)
        .where(
            Extracted.mail.not_like(f'{{"{LOCKED}"%'),
            Bill.account_id == bill.account_id,
            Bill.id != bill.id,
            Bill.state == State.REVIEW,
            Message.step == Step.DONE,
            or_(*same),
        )
        .order_by(Message.id.desc())
        .limit(_MOST_AGAIN)
    )
    return list(session.scalars(query))
