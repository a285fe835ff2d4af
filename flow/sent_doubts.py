"""What makes a person's word "I sent it" doubtful: asked before it is noted."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.order_draft import DEBIT, open_order
from flow.order_left import about, left_of
from flow.order_out import begun_attempt
from flow.schedule import is_debited
from flow.settings import Settings
from flow.wiring import Wiring
from models.database import reading
from models.errors.orders import OrderStopped
from models.money import Money
from models.order import Step
from models.rails import RAIL_WORDS
from models.said import Listed, said
from models.tables import MOST_ID, Bill, Payment
from models.verdict import State
from models.words import mark
from pay.policy.amount import more_than_left
from pay.policy.flag import Flag, ask
from pay.policy.steps import SPENT

INSTEAD = "sent_instead_of_"
"""How the rule begins that asks about an order that is out; its key follows, so that the answer is for
that very order."""
UNSURE = "sent_amount_unsure"
"""The rule that asks whether the amount is the one that was sent."""
_GONE = (Step.HANDED_OVER, Step.SEEN)
_OUT = mark(
    "Of this bill {left} are left to pay. Orders over {out} are out or were sent: `facteur pay {id} "
    "--withdraw` takes the last of them back, if you did not send it."
)


@dataclass(frozen=True, slots=True)
class SetAside:
    """An order whose papers may be out, and which is taken back by a word; rail: the way that they went."""

    payment_id: int
    key: str
    amount: Money
    rail: str


def sent_flags(
    session: Session, bill: Bill, part: Money | None, settings: Settings
) -> Iterator[Flag]:
    """sent_to_held, sent_beside_debit, sent_amount_unsure, sent_instead_of_KEY (ask); nothing of a bill
    that is paid."""
    if bill.state is State.PAID:
        return
    if bill.state is State.STOPPED:
        because = mark("This bill is held as suspicious, and nothing should be sent for it.")
        yield ask("sent_to_held", said(because))
    if is_debited(bill):
        because = mark("This bill is debited by itself: what you sent besides pays it twice.")
        yield ask("sent_beside_debit", said(because))
    if part is None and _is_unsure(session, bill, settings) and bill.amount is not None:
        because = mark(
            "The amount of this bill was not read for sure, and no order was made of it: {amount}. Another "
            "one is said with `facteur fix {id} --amount`, a part with --part."
        )
        yield ask(UNSURE, said(because, amount=bill.amount, id=bill.id))
    if part is not None and (aside := set_aside_by(session, bill, part)) is not None:
        because = mark(
            "An order over {amount} of this bill is out ({rail}), and nobody said that it was sent. It is "
            "taken back when this part was sent instead: its papers must not be sent any more."
        )
        way = Listed((RAIL_WORDS.get(aside.rail, aside.rail),))
        yield ask(INSTEAD + aside.key, said(because, amount=aside.amount, rail=way))


def _is_unsure(session: Session, bill: Bill, settings: Settings) -> bool:
    """The amount waits to review, and nobody approved or sent an order of this bill."""
    if bill.state is not State.REVIEW or bill.confidences.get("amount", 0.0) >= settings.sure:
        return False
    known = select(Payment.id).where(Payment.about == about(bill), Payment.step.in_(SPENT))
    return session.scalar(known.limit(1)) is None


def set_aside_by(session: Session, bill: Bill, part: Money) -> SetAside | None:
    """The order that the word "I sent this part" sets aside, the last first.

    It is one that was begun and is over another sum, for a bill has one such order; else one that was
    handed over, of which nobody said that it was sent, and beside which this part has no room.
    """
    out = select(Payment).where(Payment.about == about(bill), Payment.step == Step.HANDED_OVER)
    rows = session.scalars(out.order_by(Payment.id.desc())).all()
    if any(one.amount == part for one in rows):
        return None
    row = open_order(session, bill, lock=False)
    begun = begun_attempt(session, row) if row is not None else None
    if row is not None and begun is not None:
        return _aside(row, begun.rail) if row.amount != part else None
    left = left_of(session, bill, row)
    if part.currency != left.currency or part <= left:
        return None
    silent = (one for one in rows if one.sent_at is None and one.currency == left.currency)
    room = (one for one in silent if one.rail != DEBIT and part <= left + one.amount)
    return next((_aside(one, one.rail or "") for one in room), None)


def _aside(row: Payment, rail: str) -> SetAside:
    return SetAside(row.id, row.key, row.amount, rail)


def must_fit(session: Session, bill: Bill, part: Money) -> None:
    """Raises OrderStopped for a part of more than is left: as `facteur pay` says it, or with the orders
    that are out, for then it may be one of those that is wrong."""
    left = left_of(session, bill)
    if part.currency != left.currency or part <= left:
        return
    out = session.scalars(
        select(Payment.amount_minor).where(
            Payment.about == about(bill), Payment.step.in_(_GONE), Payment.currency == left.currency
        )
    ).all()
    because = more_than_left(left).because
    if out:
        because = said(_OUT, left=left, out=Money(sum(out), left.currency), id=bill.id)
    raise OrderStopped(**{**because.plain(), "why": because.sentence})


def sent_doubts(wiring: Wiring, bill_id: int, part: Money | None = None) -> tuple[Flag, ...]:
    """What to ask before `flow.order_word.say_sent`; nothing of a bill that is not there.

    Raises OrderInvalid for a part of a bill without an amount.
    """
    with Session(reading(wiring.engine)) as session:
        bill = session.get(Bill, bill_id) if 0 < bill_id <= MOST_ID else None
        return tuple(sent_flags(session, bill, part, wiring.settings)) if bill else ()
