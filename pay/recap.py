"""What one person had and gave in a month: the rows of a monthly statement, with a running balance."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.money import Money
from models.reading import Period
from pay.balances import once
from pay.people import Person
from pay.postings import Posting, Repayment, SharedBill


class RowKind(StrEnum):
    """What a row tells of."""

    BILL = "bill"
    SENT = "sent"
    RECEIVED = "received"


@dataclass(frozen=True, slots=True)
class Row:
    """One posting as it concerns one person; number: of the bill or the settlement.

    total: what was paid of the bill by all, or the settlement. paid, share: by and of this person
    (both zero for a settlement). change: what it adds to the balance. waiting: what it would add
    beyond, once disputed shares are upheld or the settlement is received. balance: after the row.
    other: who is at the other end of a settlement.
    """

    on: date
    kind: RowKind
    number: int
    total: Money
    paid: Money
    share: Money
    change: Money
    waiting: Money
    balance: Money
    other: Person | None = None


@dataclass(frozen=True, slots=True)
class Recap:
    """One person's rows in one currency; positive balances are owed to them.

    closing = opening + all changes; the closing of a month is the opening of the next.
    """

    person: Person
    period: Period
    opening: Money
    rows: tuple[Row, ...]
    closing: Money


def month_of(year: int, month: int) -> Period:
    """The days of a month."""
    return Period(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def recaps(postings: Iterable[Posting], person: Person, period: Period) -> list[Recap]:
    """One recap for each currency in which `person` has ever had anything until its end.

    Rows are in order of day, then bills before settlements, then number. Raises CountedTwice.
    """
    known = [one for one in once(postings) if one.on <= period.last and _concerns(one, person)]
    known.sort(key=lambda one: (one.on, isinstance(one, Repayment), one.number))
    by_currency: dict[str, list[Posting]] = {}
    for one in known:
        by_currency.setdefault(_currency(one), []).append(one)
    return [_recap(of, person, period, currency) for currency, of in sorted(by_currency.items())]


def _recap(of: list[Posting], person: Person, period: Period, currency: str) -> Recap:
    opening = balance = Money(0, currency)
    rows = []
    for posting in of:
        row = _row(posting, person, balance)
        balance = row.balance
        if posting.on < period.first:
            opening = balance
        else:
            rows.append(row)
    return Recap(person, period, opening, tuple(rows), balance)


def _concerns(posting: Posting, person: Person) -> bool:
    if isinstance(posting, Repayment):
        return person in (posting.sender, posting.receiver)
    return any(one.person == person for one in (*posting.paid, *posting.owed))


def _currency(posting: Posting) -> str:
    return posting.amount.currency if isinstance(posting, Repayment) else posting.currency


def _row(posting: Posting, person: Person, before: Money) -> Row:
    if isinstance(posting, Repayment):
        return _settlement_row(posting, person, before)
    return _bill_row(posting, person, before)


def _bill_row(bill: SharedBill, person: Person, before: Money) -> Row:
    paid, share, total = (Money(minor, bill.currency) for minor in _columns(bill, person))
    change = Money(bill.counted().nets().get(person, 0), bill.currency)
    return Row(
        on=bill.on,
        kind=RowKind.BILL,
        number=bill.number,
        total=total,
        paid=paid,
        share=share,
        change=change,
        waiting=paid - share - change,
        balance=before + change,
    )


def _columns(bill: SharedBill, person: Person) -> tuple[int, int, int]:
    paid = sum(one.minor for one in bill.paid if one.person == person)
    share = sum(one.minor for one in bill.owed if one.person == person)
    return paid, share, sum(one.minor for one in bill.paid)


def _settlement_row(one: Repayment, person: Person, before: Money) -> Row:
    sent = one.sender == person
    nothing = Money(0, one.amount.currency)
    effect = one.amount if sent else -one.amount
    return Row(
        on=one.on,
        kind=RowKind.SENT if sent else RowKind.RECEIVED,
        number=one.number,
        total=one.amount,
        paid=nothing,
        share=nothing,
        change=effect if one.received else nothing,
        waiting=nothing if one.received else effect,
        balance=before + effect if one.received else before,
        other=one.receiver if sent else one.sender,
    )
