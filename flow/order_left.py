"""What is left to pay of a bill: after credit notes, its other orders, and what statements prove."""

from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.credits import set_offs
from flow.instalments import name_of, told_of
from flow.schedule import asked_for
from flow.wiring import Wiring
from models.database import reading
from models.errors.orders import OrderInvalid
from models.errors.values import NotFound
from models.money import Money
from models.tables import MOST_ID, PROVES, BankMatch, BankMatchPart, Bill, Payment
from models.words import mark
from pay.policy.steps import HELD


def about(bill: Bill) -> str:
    """What an order of `bill` pays, as models.order.Order.bill."""
    return f"bill-{bill.id}"


def left_of(session: Session, bill: Bill, but: Payment | None = None) -> Money:
    """What is left of the bill's amount after what credit notes take off, after its other orders that
    were or may be paid, and after what a statement proves to have been paid without an order.

    Raises OrderInvalid for a bill without an amount.
    """
    due = asked_for(session, bill)
    if due is None:
        raise OrderInvalid(why=mark("the bill names no amount: say it with `facteur fix`"))
    if due.minor < 0:
        raise OrderInvalid(why=mark("it is a credit note, the biller owes you money"))
    ordered = session.scalars(
        select(Payment.amount_minor).where(
            Payment.about == about(bill),
            Payment.step.in_(HELD),
            Payment.currency == due.currency,
            Payment.id != (but.id if but else -1),
        )
    )
    taken = sum(ordered) + set_offs(session).of(bill)
    if taken < due.minor:
        taken += _paid_without_order(session, bill)
    return Money(max(due.minor - taken, 0), due.currency)


def _paid_without_order(session: Session, bill: Bill) -> int:
    """Minor units; what came back counts against it. An order of the whole bill is paid under the same
    name, so this counts only where no order takes the whole.
    """
    parts = session.scalars(
        select(BankMatchPart.amount_minor)
        .join(BankMatch)
        .where(
            BankMatchPart.bill_id == bill.id,
            BankMatchPart.what.in_(_names_without_order(session, bill)),
            BankMatch.state.in_(PROVES),
        )
    )
    return max(-sum(parts), 0)


def _names_without_order(session: Session, bill: Bill) -> list[str]:
    """What matches call the bill and its instalments that no order pays whole."""
    free = [one.row for one in told_of(session, bill.id) if one.order is None or one.rest]
    return [f"bill {bill.id}", *map(name_of, free)]


def part_of(wiring: Wiring, bill_id: int, amount: Decimal) -> Money:
    """`amount` in the bill's currency. Raises NotFound, AmountInvalid."""
    with Session(reading(wiring.engine)) as session:
        bill = session.get(Bill, bill_id) if 0 < bill_id <= MOST_ID else None
        if bill is None:
            raise NotFound(what="bill", id=bill_id)
        return Money.of(amount, bill.currency or "EUR")
