"""What one person had and gave in a month: the rows of a monthly statement, with a running balance."""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from models.money import Money
from models.reading import Period
from pay.balances import once
from pay.people import Person
from pay.postings import Posting, Repayment, SharedBill

_NOTHING: Mapping[str, int] = MappingProxyType({})


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


def recaps(
    postings: Iterable[Posting],
    person: Person,
    period: Period,
    forward: Mapping[str, int] = _NOTHING,
) -> list[Recap]:
    """One recap for each currency in which `person` has ever had anything until its end.

    forward: what they had before the postings, in minor units by currency.

    Rows are in order of day, then bills before settlements, then number. Raises CountedTwice.
    """
    openings = dict(forward)
    within: list[Posting] = []
    for one in once(postings):
        if one.on <= period.last and one.concerns(person):
            openings.setdefault(one.currency, 0)
            if one.on < period.first:
                openings[one.currency] += one.change(person)
            else:
                within.append(one)
    within.sort(key=lambda one: (one.on, isinstance(one, Repayment), one.number))
    return [
        _recap([one for one in within if one.currency == currency], person, period, opening)
        for currency, minor in sorted(openings.items())
        for opening in [Money(minor, currency)]
    ]


def _recap(of: list[Posting], person: Person, period: Period, opening: Money) -> Recap:
    balance, rows = opening, []
    for posting in of:
        row = _row(posting, person, balance)
        balance = row.balance
        rows.append(row)
    return Recap(person, period, opening, tuple(rows), balance)


def _row(posting: Posting, person: Person, before: Money) -> Row:
    if isinstance(posting, Repayment):
        return _settlement_row(posting, person, before)
    return _bill_row(posting, person, before)


def _bill_row(bill: SharedBill, person: Person, before: Money) -> Row:
    paid, share, total, change = (
        Money(minor, bill.currency)
        for minor in (
            sum(one.minor for one in bill.paid if one.person == person),
            sum(one.minor for one in bill.owed if one.person == person),
            sum(one.minor for one in bill.paid),
            bill.change(person),
        )
    )
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


def _settlement_row(one: Repayment, person: Person, before: Money) -> Row:
    sent = one.sender == person
    nothing, change = Money(0, one.currency), Money(one.change(person), one.currency)
    effect = one.amount if sent else -one.amount
    return Row(
        on=one.on,
        kind=RowKind.SENT if sent else RowKind.RECEIVED,
        number=one.number,
        total=one.amount,
        paid=nothing,
        share=nothing,
        change=change,
        waiting=effect - change,
        balance=before + change,
        other=one.receiver if sent else one.sender,
    )
