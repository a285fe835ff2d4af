"""From a bill to an order: what the bill says, what the person wishes, and whether either changed."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.bills import biller_key
from flow.instalments import Told
from flow.order_instalment import instalment_for, leaves_for, reference_for
from flow.order_left import about, left_of
from flow.order_print import bill_print, printed_on
from flow.schedule import instalments_of
from models.errors.orders import OrderInvalid
from models.errors.values import IbanInvalid
from models.iban import Iban
from models.money import Money
from models.order import Order, Payee
from models.reference import reference_of
from models.tables import Bill, Payment
from models.words import mark
from pay.bank_days import today

DEBIT = "direct-debit"
_FARTHEST = timedelta(days=3653)
"""The rail on which the biller acts, on the day that the bill announces."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the person asks for; None leaves it to the bill.

    on: the day on which it leaves; part: of the amount, in the bill's currency; payee: the legal name
    where the bill was read wrongly; instant: as an instant transfer. rail: the way, "" for none yet.
    contact_bill: the older bill by whose contact the person asked whether the account is right.
    credit: the credit note that is set off first. instalment: which one of the bill's, by its number.
    asked: of a settlement, the person asked its receiver whether a new account is right.
    """

    on: date | None = None
    part: Money | None = None
    payee: str | None = None
    instant: bool = False
    rail: str = ""
    contact_bill: int | None = None
    credit: int | None = None
    instalment: int | None = None
    asked: bool = False

    @property
    def confirms(self) -> bool:
        """The person vouches for the account, which always takes the secret code."""
        return self.asked or self.contact_bill is not None


def open_order(session: Session, bill: Bill, *, lock: bool = True) -> Payment | None:
    """The order of a bill that was not handed over yet: there is one at most."""
    query = select(Payment).where(Payment.about == about(bill), Payment.open_slot.is_not(None))
    return session.scalar(query.with_for_update() if lock else query)


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
    part = instalment_of(session, row, bill, wish, now)
    left = left_of(session, bill, row if row.id else None)
    amount = wish.part or (min(part.amount, left) if part else left)
    if bill.amount_minor == 0:
        raise OrderInvalid(why=mark("it asks for nothing: its amount is zero"))
    if min(amount, left).minor <= 0:
        raise OrderInvalid(why=mark("nothing of this bill is left to pay"))
    row.amount_minor, row.currency = amount.minor, amount.currency
    row.by_bill, row.name_given = not (wish.part or part), wish.payee is not None
    row.instalment_id = part.row.id if part else None
    row.payee_name = Payee(wish.payee or printed.payee).name
    row.payee_key = biller_key(printed.payee or row.payee_name)
    row.payee_account = bill.iban
    row.number = bill.number
    row.due_on = part.row.due_on if part else bill.due_on
    count = len(instalments_of(session, bill.id))
    row.reference = reference_for(bill, part.row, count) if part else bill.reference or bill.number
    day = wish.on or (row.due_on if wish.rail == DEBIT else None)
    day = day or (leaves_for(part.row, now) if part else row.leaves_on) or today(now)
    row.leaves_on = leaving_day(day, wish, now)
    row.instant = wish.instant
    row.bill_print = bill_print(bill, printed)
    order_of(row)


def instalment_of(
    session: Session, row: Payment, bill: Bill, wish: Wish, now: datetime
) -> Told | None:
    """The instalment that the wish asks for; None for a bill without, or for a part of the person's own.

    Raises as flow.order_instalment.
    """
    if wish.part is not None and wish.instalment is None:
        return None
    return instalment_for(session, bill, wish.instalment, row if row.id else None, now)


def must_be_near(day: date | None, now: datetime) -> None:
    """Raises OrderInvalid for a day that is past, or further ahead than any bank plans."""
    if day is not None and day < today(now):
        raise OrderInvalid(why=mark("the day it should leave is past"))
    if day is not None and day - today(now) > _FARTHEST:
        raise OrderInvalid(why=mark("the day it should leave is more than ten years ahead"))


def leaving_day(day: date, wish: Wish, now: datetime) -> date:
    """`day`, or today for a day that has passed while the order waited.

    Raises OrderInvalid when the person wishes for a day that is past, or too far ahead.
    """
    must_be_near(wish.on, now)
    return max(day, today(now))


def wish_of(row: Payment) -> Wish:
    """The wish that the order was drawn up with."""
    return Wish(
        on=row.leaves_on,
        part=None if row.by_bill or row.instalment_id else row.amount,
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
