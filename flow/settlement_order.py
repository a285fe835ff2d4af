"""A settlement as an order: drawn up, and what its sender's word or its end makes of it."""

from datetime import datetime
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.household.balances import order_of as order_for
from flow.order_draft import Wish, leaving_day, order_of
from flow.order_print import settlement_print
from flow.order_redraw import drawn, move, redrawn
from flow.order_steps import has_changed, see, told, withdraw
from models.errors.household import SettlementStuck
from models.order import Step
from models.tables import Payment, Settlement
from models.words import mark
from pay.bank_days import today

_BY_HAND = "by-hand"
_SEEN = mark("seen on a statement")


def payee_key(settlement: Settlement) -> str:
    """By which the rules know a member as a payee: no biller's key holds a colon."""
    return f"member:{settlement.receiver_id}"


def open_order_of(session: Session, settlement: Settlement) -> Payment | None:
    """The order that was not handed over yet: there is one at most."""
    query = select(Payment).where(
        Payment.settlement_id == settlement.id, Payment.open_slot.is_not(None)
    )
    return session.scalar(query.with_for_update())


def order_out(session: Session, settlement: Settlement) -> Payment | None:
    """The order that was handed over, seen or not: there is one at most."""
    query = select(Payment).where(
        Payment.settlement_id == settlement.id,
        Payment.step.in_((Step.HANDED_OVER, Step.SEEN)),
    )
    return session.scalar(query.order_by(Payment.id.desc()).limit(1).with_for_update())


def drawn_for(session: Session, settlement: Settlement, wish: Wish, now: datetime) -> Payment:
    """A new order of a settlement. The first has the settlement's own key; after one that was taken
    back another, for its papers may still lie somewhere. Raises OrderInvalid.
    """
    used = session.scalar(select(Payment.id).where(Payment.key == settlement.key))
    row = Payment(
        key=settlement.key if used is None else uuid4().hex,
        settlement_id=settlement.id,
        made_at=now,
    )
    _fill(session, row, settlement, wish, now)
    session.add(row)
    session.flush()
    drawn(session, row)
    return row


def redraw_for(
    session: Session, row: Payment, settlement: Settlement, wish: Wish, now: datetime
) -> None:
    """Draws the order up anew when the receiver's name or account changed: its approval is void then."""
    if not has_changed(session, row, settlement):
        move(session, row, wish, now)
        return
    _fill(session, row, settlement, wish, now)
    redrawn(session, row, now)


def _fill(
    session: Session, row: Payment, settlement: Settlement, wish: Wish, now: datetime
) -> None:
    day = leaving_day(wish.on or row.leaves_on or today(now), wish, now)
    made = order_for(session, settlement, day)
    account, reference = made.payee.iban, made.reference
    row.about, row.leaves_on, row.instant = made.bill, made.on, wish.instant
    row.amount_minor, row.currency = made.amount.minor, made.amount.currency
    row.payee_name, row.payee_key = made.payee.name, payee_key(settlement)
    row.payee_account = account.text if account else None
    row.reference = reference.text if reference else None
    row.bill_print = settlement_print(session, settlement)
    order_of(row)


def said_sent(session: Session, settlement: Settlement, now: datetime) -> None:
    """The sender's word stands on the order too: on the one that is out, the open one, or a new one as
    paid by hand. So it counts against the caps, and nothing is handed over after it.
    """
    row = order_out(session, settlement)
    if row is None:
        row = open_order_of(session, settlement) or drawn_for(session, settlement, Wish(), now)
        # The money has left: this records a fact and asks nobody, as for a bill.
        row.step, row.open_slot = Step.HANDED_OVER, None
        row.rail, row.handed_over_at = _BY_HAND, now
    row.sent_at = row.sent_at or now
    told(session, row, "order_sent", rail=row.rail)


def called_off(session: Session, settlement: Settlement) -> None:
    """Its order is taken back with it. Raises SettlementStuck when a statement shows the money."""
    row = open_order_of(session, settlement) or order_out(session, settlement)
    if row is None:
        return
    if row.step is Step.SEEN:
        raise SettlementStuck(id=settlement.id, why=_SEEN)
    row.sent_at = None
    withdraw(session, row)


def arrived(session: Session, settlement: Settlement, now: datetime) -> None:
    """The receiver has the money: the order that is out is seen, an open one is not needed any more."""
    waits = open_order_of(session, settlement)
    if waits is not None:
        withdraw(session, waits)
    out = order_out(session, settlement)
    if out is not None and out.step is Step.HANDED_OVER:
        see(session, out, settlement.proof or "", now)
