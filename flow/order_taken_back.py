"""An order is taken back by the person's word: its papers must not be sent, and the bill is open again."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from flow.money_lock import alone_with_money
from flow.order_draft import open_order
from flow.order_left import about
from flow.order_look import bill_for
from flow.order_out import handed_over
from flow.order_steps import withdraw
from flow.said_state import put_state
from flow.set_off import give_back
from flow.wiring import Wiring
from models.errors.orders import NothingOut
from models.money import Money
from models.order import Step
from models.tables import Bill, Payment
from models.verdict import State


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """The order that was taken back, where there was one: its step and amount; out: how many orders of
    the bill are out beside it. given_back: to credit notes.
    """

    step: Step | None
    amount: Money | None
    out: int
    given_back: Money | None


def withdraw_order(wiring: Wiring, bill_id: int, *, keep: bool = True) -> Withdrawn:
    """Takes back the open order of a bill, else the last one handed over; with the last of its orders,
    what was set off against the bill. keep=False writes nothing: it says what would be taken back.

    A word given by mistake ("I sent it") is taken back with it, and the bill is open again. Raises
    NotFound, and NothingOut when there is nothing to take back.
    """
    with Session(wiring.engine) as session, session.begin() as transaction:
        alone_with_money(session)
        bill = bill_for(session, bill_id)
        row = open_order(session, bill) or handed_over(session, bill)
        if row is not None:
            take_back(session, row, bill)
        now, given_back = datetime.now(UTC), None
        if open_order(session, bill) is None and handed_over(session, bill) is None:
            given_back = give_back(session, bill, wiring.settings, now)
        if row is None and given_back is None:
            raise NothingOut(id=bill_id)
        step, amount = (row.step, row.amount) if row else (None, None)
        done = Withdrawn(step, amount, _out(session, bill), given_back)
        if not keep:
            transaction.rollback()
        return done


def take_back(session: Session, row: Payment, bill: Bill) -> None:
    """The order is withdrawn, with the word that it was sent. Raises StepForbidden for what is seen."""
    row.sent_at = None
    withdraw(session, row)
    if bill.state is State.HANDED_OVER:
        put_state(session, bill, State.OPEN, datetime.now(UTC))
    session.flush()


def _out(session: Session, bill: Bill) -> int:
    """How many orders of the bill were handed over and are not seen."""
    out = (Payment.about == about(bill), Payment.step == Step.HANDED_OVER)
    return session.scalar(select(func.count()).select_from(Payment).where(*out)) or 0
