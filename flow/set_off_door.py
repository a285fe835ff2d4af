"""Setting a credit note off, from a door: what it would do, and the bill that it pays whole."""

from datetime import datetime

from sqlalchemy.orm import Session

from flow.checkpoints import passed
from flow.hold import dispute_of
from flow.money_lock import alone_with_money
from flow.order_draft import open_order
from flow.order_look import bill_for
from flow.order_notes import OpenCredit
from flow.order_out import begun_attempt
from flow.order_steps import withdraw
from flow.set_off import Taken, open_credits, set_off
from flow.wiring import Wiring
from models.database import reading
from models.errors.orders import CreditUnusable, OrderStopped
from models.tables import MOST_ID, Bill
from models.words import mark
from pay.policy.dispute import DISPUTED

_PAPERS_OUT = mark("papers to pay this bill may have been made already: take them back first")
_NOT_WHOLE = mark("something of the bill is left to pay: choose a way with --rail")


def plan_set_off(wiring: Wiring, bill_id: int, credit_id: int, now: datetime) -> Taken:
    """What setting the credit note off would do; nothing is written.

    Raises NotFound, CreditUnusable, OrderInvalid.
    """
    with Session(wiring.engine) as session, session.begin() as transaction:
        alone_with_money(session)
        taken = set_off(session, bill_for(session, bill_id), credit_id, wiring.settings, now)
        transaction.rollback()
    return taken


def credits_for(wiring: Wiring, bill_id: int) -> list[OpenCredit]:
    """The credit notes that could be set off against a bill; none for a bill that is not there."""
    with Session(reading(wiring.engine)) as session:
        bill = session.get(Bill, bill_id) if 0 < bill_id <= MOST_ID else None
        if bill is None:
            return []
        return [OpenCredit(one.id, left) for one, left in open_credits(session, bill)]


def set_off_whole(wiring: Wiring, bill_id: int, credit_id: int, now: datetime) -> Taken:
    """Closes a bill that the credit note pays whole: no order leaves, an open one is withdrawn.

    Raises NotFound, CreditUnusable when something is left to pay, OrderStopped for a disputed bill.
    """
    with Session(wiring.engine) as session, session.begin():
        alone_with_money(session)
        bill = bill_for(session, bill_id)
        if (dispute := dispute_of(session, bill_id)) is not None:
            raise OrderStopped(why=DISPUTED, reason=dispute.reason, bill=bill_id)
        taken = set_off(session, bill, credit_id, wiring.settings, now)
        if not taken.closes:
            raise CreditUnusable(id=credit_id, bill=bill_id, why=_NOT_WHOLE)
        _withdraw_open(session, bill, credit_id)
        passed("credit_setting_off")
    passed("credit_set_off")
    return taken


def _withdraw_open(session: Session, bill: Bill, credit_id: int) -> None:
    row = open_order(session, bill)
    if row is None:
        return
    if begun_attempt(session, row) is not None:
        raise CreditUnusable(id=credit_id, bill=bill.id, why=_PAPERS_OUT)
    withdraw(session, row)
