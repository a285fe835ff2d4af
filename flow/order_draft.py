"""From a bill to an order: what the bill says, what the person wishes, and whether either changed."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.bills import biller_key
from flow.credits import set_offs
from flow.order_print import bill_print, printed_on
from models.errors import IbanInvalid, OrderInvalid
from models.iban import Iban
from models.money import Money
from models.order import Order, Payee
from models.reference import reference_of
from models.tables import BankMatch, BankMatchPart, Bill, Payment
from models.tables.bank import PROVES
from models.words import mark
from pay.bank_days import today
from pay.policy.steps import HELD

DEBIT = "direct-debit"
"""The rail on which the biller acts, on the day that the bill announces."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the person asks for; None leaves it to the bill.

    on: the day on which it leaves; part: of the amount, in the bill's currency; payee: the legal name
    where the bill was read wrongly; instant: as an instant transfer. rail: the way, "" for none yet.
    contact_bill: the older bill by whose contact the person asked whether the account is right.
    credit: the credit note that is set off first. asked: of a settlement, the person asked its receiver
    whether a new account is right.
    """

    on: date | None = None
    part: Money | None = None
    payee: str | None = None
    instant: bool = False
    rail: str = ""
    contact_bill: int | None = None
    credit: int | None = None
    asked: bool = False

    @property
    def confirms(self) -> bool:
        """The person vouches for the account, which always takes the secret code."""
        return self.asked or self.contact_bill is not None


def about(bill: Bill) -> str:
    """What an order of `bill` pays, as models.order.Order.bill."""
    return f"bill-{bill.id}"


def left_of(session: Session, bill: Bill, but: Payment | None = None) -> Money:
    """What is left of the bill's amount after what credit notes take off, after its other orders that
    were or may be paid, and after what a statement proves to have been paid without an order.

    Raises OrderInvalid for a bill without an amount.
    """
    due = bill.amount
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
        .where(BankMatchPart.what == f"bill {bill.id}", BankMatch.state.in_(PROVES))
    )
    return max(-sum(parts), 0)


def open_order(session: Session, bill: Bill) -> Payment | None:
    """The order of a bill that was not handed over yet: there is one at most."""
    query = select(Payment).where(Payment.about == about(bill), Payment.open_slot.is_not(None))
    return session.scalar(query.with_for_update())


def drawn_up(session: Session, bill: Bill, wish: Wish, now: datetime) -> Payment:
    """A new order of `bill`, added to the session. Raises OrderInvalid."""
    row = Payment(key=uuid4().hex, about=about(bill), bill_id=bill.id, made_at=now)
    fill(session, row, bill, wish, now)
    session.add(row)
    session.flush()
    return row


def fill(session: Session, row: Payment, bill: Bill, wish: Wish, now: datetime) -> None:
    """Writes what bill and wish say into the order. Raises OrderInvalid."""
    printed = printed_on(session, bill)
    amount = wish.part or left_of(session, bill, row if row.id else None)
    if amount.minor <= 0:
        raise OrderInvalid(why=mark("nothing of this bill is left to pay"))
    row.amount_minor, row.currency = amount.minor, amount.currency
    row.by_bill, row.name_given = wish.part is None, wish.payee is not None
    row.payee_name = Payee(wish.payee or printed.payee).name
    row.payee_key = biller_key(printed.payee or row.payee_name)
    row.payee_account = bill.iban
    row.reference, row.number, row.due_on = bill.reference or bill.number, bill.number, bill.due_on
    debited_on = bill.due_on if wish.rail == DEBIT else None
    day = wish.on or debited_on or row.leaves_on or today(now)
    row.leaves_on = leaving_day(day, wish, now)
    row.instant = wish.instant
    row.bill_print = bill_print(bill, printed)
    order_of(row)


def leaving_day(day: date, wish: Wish, now: datetime) -> date:
    """`day`, or today for a day that has passed while the order waited.

    Raises OrderInvalid when the person wishes for a day that is past.
    """
    if wish.on is not None and wish.on < today(now):
        raise OrderInvalid(why=mark("the day it should leave is past"))
    return max(day, today(now))


def wish_of(row: Payment) -> Wish:
    """The wish that the order was drawn up with."""
    return Wish(
        on=row.leaves_on,
        part=None if row.by_bill else row.amount,
        payee=row.payee_name if row.name_given else None,
        instant=row.instant,
    )


def order_of(row: Payment) -> Order:
    """The order as the rules and rails take it. Raises OrderInvalid."""
    iban = _iban(row.payee_account)
    return Order(
        key=row.key,
        bill=row.about,
        amount=row.amount,
        payee=Payee(row.payee_name, iban),
        reference=reference_of(row.reference or "", iban.country if iban else ""),
        on=row.leaves_on,
        made_at=row.made_at,
        due_on=row.due_on,
        instant=row.instant,
    )


def _iban(text: str | None) -> Iban | None:
    try:
        return Iban(text) if text else None
    except IbanInvalid as cause:
        why = mark("the account’s check digits are wrong: compare it with the bill")
        raise OrderInvalid(why=why) from cause
