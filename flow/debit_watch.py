"""Bills that will be debited: was it done as announced, at the right amount?"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TypedDict

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.covered import covered
from flow.debits_announced import Announced, announced_bills, announced_instalments
from flow.holders import Holder
from models.statement import Entry
from models.tables import (
    PROVES,
    BankEntry,
    BankMatch,
    BankMatchPart,
    Bill,
)
from models.verdict import State
from pay.match.debit import (
    AsAnnounced,
    CameBack,
    Debit,
    NotDebited,
    NotKnown,
    NotYet,
    OtherAmount,
    debited,
)

_EARLY = timedelta(days=10)
_LATE = timedelta(days=90)
"""Entries this far from the announced day: the debit itself, and its return (8 weeks, SEPA rulebook)."""
_RECENT = timedelta(days=60)


class DebitRow(TypedDict):
    """What the statements show of one announced debit, of a bill or of one instalment of it.

    verdict: as_announced, other_amount, came_back (on: that day), not_yet (on: the last day of
    grace), not_debited or not_known (on: the announced day). more: what was debited too much.
    """

    bill: int
    instalment: int | None
    biller: str | None
    due_date: str
    amount: str
    currency: str
    verdict: str
    on: str
    more: str | None


def debit_of(session: Session, who: Holder, bill_id: int, today: date) -> DebitRow | None:
    """The verdict on one bill; None when no debit of it is awaited, or one for each instalment."""
    return next(
        iter(_rows(session, who, announced_bills(session, who, Bill.id == bill_id), today)), None
    )


def debits_of_schedule(
    session: Session, who: Holder, bill_id: int, today: date
) -> dict[int, DebitRow]:
    """The verdict on each instalment of one bill that is debited by itself, by its number."""
    found = [one for one in announced_instalments(session, who) if one.bill.id == bill_id]
    return {row["instalment"] or 0: row for row in _rows(session, who, found, today)}


def recent_debits(session: Session, who: Holder, today: date) -> list[DebitRow]:
    """The debits that were announced for the last 60 days, of bills that the holder may see."""
    first = today - _RECENT
    single = announced_bills(session, who, Bill.due_on.between(first, today))
    dated = [
        one for one in announced_instalments(session, who) if first <= one.expected.due_on <= today
    ]
    return _rows(session, who, [*single, *dated], today)


def _rows(
    session: Session, who: Holder, announced: Iterable[Announced], today: date
) -> list[DebitRow]:
    """By the holder's own statements; nothing is said before the first of them."""
    told = covered(session, who)
    if told is None:
        return []
    found = (
        (
            one,
            debited(
                one.expected, _entries(session, who, one), today=today,
                told_until=told.until(one.expected.due_on, one.expected.amount.currency),
            ),
        )
        for one in announced
    )  # fmt: skip
    return [_row(one, verdict) for one, verdict in found if not _is_over(one.bill, verdict)]


def _is_over(bill: Bill, verdict: Debit) -> bool:
    """Nothing is waited for of a bill that was paid before its day."""
    return bill.state is State.PAID and isinstance(verdict, NotYet)


def _entries(session: Session, who: Holder, one: Announced) -> list[Entry]:
    """Their entries around the announced day, without those that prove something else."""
    of_another = (
        select(BankMatch.entry_id)
        .join(BankMatchPart, BankMatchPart.match_id == BankMatch.id)
        .where(BankMatch.state.in_(PROVES), one.elsewhere)
    )
    due_on = one.expected.due_on
    query = select(BankEntry).where(
        who.brought,
        BankEntry.booked_on.between(due_on - _EARLY, due_on + _LATE),
        BankEntry.id.not_in(of_another),
    )
    return [row.entry for row in session.scalars(query.order_by(BankEntry.id))]


def _row(one: Announced, verdict: Debit) -> DebitRow:
    bill, expected = one.bill, one.expected
    name, on = _told(verdict)
    more = verdict.more if isinstance(verdict, OtherAmount) else None
    return {
        "bill": bill.id,
        "instalment": one.instalment,
        "biller": bill.biller,
        "due_date": expected.due_on.isoformat(),
        "amount": str(-expected.amount),
        "currency": expected.amount.currency,
        "verdict": name,
        "on": on.isoformat(),
        "more": str(more) if more else None,
    }


def _told(verdict: Debit) -> tuple[str, date]:
    match verdict:
        case AsAnnounced(_, on):
            return "as_announced", on
        case OtherAmount(_, on, _):
            return "other_amount", on
        case CameBack(_, on):
            return "came_back", on
        case NotYet(until):
            return "not_yet", until
        case NotDebited(since):
            return "not_debited", since
        case NotKnown(since):
            return "not_known", since
