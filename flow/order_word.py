"""What the person says of an order: "I sent it", with a proof or without."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.money_lock import alone_with_money
from flow.order_draft import Wish, drawn_up, open_order
from flow.order_left import about, left_of
from flow.order_look import bill_for
from flow.order_out import handed_over
from flow.order_redraw import drawn
from flow.order_steps import told, withdraw
from flow.order_taken_back import take_back
from flow.said_state import put_state
from flow.sent_doubts import SetAside, must_fit, sent_flags, set_aside_by
from flow.wiring import Wiring
from models.errors.orders import InstalmentAhead, OrderStopped
from models.money import Money
from models.order import Step
from models.tables import Bill, Payment
from models.verdict import State
from models.words import mark
from pay.policy.check import unanswered
from pay.rail import Proof

_BY_HAND = "by-hand"


@dataclass(frozen=True, slots=True)
class Sent:
    """What was said to be sent, by which way, what is left of the bill, and the bill's state now.

    set_aside: what was sent was sent instead of it. again: it was said before.
    """

    key: str
    amount: Money
    rail: str
    left: Money
    state: State
    proof: str | None
    set_aside: SetAside | None = None
    again: bool = field(default=False, compare=False)


def say_sent(
    wiring: Wiring,
    bill_id: int,
    now: datetime,
    *,
    part: Money | None = None,
    proof: Proof | None = None,
    answered: Collection[str] = (),
) -> Sent:
    """The person's word that the money of a bill was sent: it is "sent" now, and never "paid" by that.

    The order that waits for this word is the one meant; where there is none, one over the rest of the
    bill is kept as paid by hand, or over its next instalment. Said again of a bill of which nothing is
    left, it is the last order's. A part that has no room beside an order that is out was sent instead of
    it: that order is taken back. proof is kept among the originals. answered: what flow.sent_doubts asks
    and the person confirmed. A held bill stays held. Raises NotFound, OrderInvalid, and OrderStopped when
    it is paid already, for more than is left, or for a doubt that was not answered.
    """
    digest = wiring.originals.write(proof.data) if proof else None
    with Session(wiring.engine) as session, session.begin():
        alone_with_money(session)
        bill = bill_for(session, bill_id)
        for flag in unanswered(tuple(sent_flags(session, bill, part, wiring.settings)), answered):
            raise OrderStopped(**{**flag.because.plain(), "why": flag.because.sentence})
        aside = _set_aside(session, bill, part)
        row = _meant(session, bill, part, now)
        again = row.sent_at is not None
        if row.sent_at is None:
            row.sent_at = now
        if proof is not None:
            row.proof, row.proof_name = digest, proof.name[:200]
        instead = {"instead_of": aside.key} if aside else {}
        told(session, row, "order_sent", rail=row.rail, proof=digest, **instead)
        left = left_of(session, bill)
        if left.minor == 0 and bill.state not in (State.PAID, State.STOPPED):
            put_state(session, bill, State.HANDED_OVER, now)
        return Sent(
            row.key, row.amount, row.rail or _BY_HAND, left, bill.state, row.proof, aside, again
        )


def _set_aside(session: Session, bill: Bill, part: Money | None) -> SetAside | None:
    if part is None or bill.state is State.PAID:
        return None
    aside = set_aside_by(session, bill, part)
    if aside is not None:
        take_back(session, session.get_one(Payment, aside.payment_id), bill)
    return aside


def _meant(session: Session, bill: Bill, part: Money | None, now: datetime) -> Payment:
    """The order that is out and meant, else the open one, else a new one, as paid by hand."""
    if bill.state is State.PAID:
        raise OrderStopped(why=mark("This bill is already paid."))
    out = _said_of(session, bill, part)
    if out is not None:
        return out
    row = open_order(session, bill)
    if row is None or (part is not None and row.amount != part) or _over(session, bill, row):
        if row is not None:
            withdraw(session, row)
            session.flush()
        if part is not None:
            must_fit(session, bill, part)
        row = _next(session, bill, part, now)
        if row.step is Step.HANDED_OVER:
            return row
        drawn(session, row)
    # The money has left: this records a fact and asks nobody, so it is no step of the order's own road.
    row.step, row.open_slot = Step.HANDED_OVER, None
    row.rail, row.handed_over_at = _BY_HAND, now
    return row


def _said_of(session: Session, bill: Bill, part: Money | None) -> Payment | None:
    """The order that is out and meant, the last first: one that nobody spoke of yet, or one over this
    very part; one that was spoken of when nothing else is left to pay."""
    out = select(Payment).where(Payment.about == about(bill), Payment.step == Step.HANDED_OVER)
    rows = session.scalars(out.order_by(Payment.id.desc()).with_for_update()).all()
    fits = [row for row in rows if part is None or row.amount == part]
    silent = next((row for row in fits if row.sent_at is None), None)
    if silent is not None or not fits:
        return silent
    again = part is not None or not left_of(session, bill, open_order(session, bill)).minor
    return fits[0] if again else None


def _next(session: Session, bill: Bill, part: Money | None, now: datetime) -> Payment:
    """A new order over the part, else over what is left; the last one where only an instalment of a
    later month is left, which a word that is said twice does not mean."""
    try:
        return drawn_up(session, bill, Wish(part=part), now)
    except InstalmentAhead:
        out = handed_over(session, bill)
        if out is None:
            raise
        return out


def _over(session: Session, bill: Bill, row: Payment) -> bool:
    """The order is for more than is left of its bill beside it."""
    left = left_of(session, bill, row)
    return row.amount.currency == left.currency and row.amount > left
