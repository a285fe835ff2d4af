"""Bills that will be debited: was it done as announced, at the right amount?"""

from datetime import date, timedelta
from typing import TypedDict

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from flow.awaited import creditors_of, expected_of
from flow.holders import Holder
from models.statement import Entry
from models.tables import (
    PROVES,
    BankEntry,
    BankFile,
    BankMatch,
    BankMatchPart,
    BankStatement,
    Bill,
)
from models.verdict import Kind, State
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
from pay.match.expected import Expected

_EARLY = timedelta(days=10)
_LATE = timedelta(days=90)
"""Entries this far from the announced day: the debit itself, and its return (8 weeks, SEPA rulebook)."""
_RECENT = timedelta(days=60)


class DebitRow(TypedDict):
    """What the statements show of one announced debit.

    verdict: as_announced, other_amount, came_back (on: that day), not_yet (on: the last day of
    grace), not_debited or not_known (on: the announced day). more: what was debited too much.
    """

    bill: int
    biller: str | None
    due_date: str
    amount: str
    currency: str
    verdict: str
    on: str
    more: str | None


def debit_of(session: Session, who: Holder, bill_id: int, today: date) -> DebitRow | None:
    """The verdict on one bill; None when no debit of it is awaited."""
    return next(iter(_rows(session, who, Bill.id == bill_id, today)), None)


def recent_debits(session: Session, who: Holder, today: date) -> list[DebitRow]:
    """The debits that were announced for the last 60 days, of bills that the holder may see."""
    return _rows(session, who, Bill.due_on.between(today - _RECENT, today), today)


def _rows(
    session: Session, who: Holder, condition: ColumnElement[bool], today: date
) -> list[DebitRow]:
    """By the holder's own statements; nothing is said before the first of them."""
    told_until = session.scalar(
        select(func.max(BankStatement.last_on))
        .join(BankFile, BankFile.id == BankStatement.file_id)
        .where(BankFile.member_id == who.member_id)
    )
    query = (
        select(Bill)
        .where(
            Bill.kind == Kind.TO_BE_DEBITED,
            Bill.due_on.is_not(None),
            Bill.state.not_in((State.STOPPED, State.CLOSED)),
            who.bills,
            condition,
        )
        .order_by(Bill.due_on, Bill.id)
    )
    if told_until is None:
        return []
    found = []
    for bill in session.scalars(query).all():
        creditor = creditors_of(session, bill.id).get(bill.id, "")
        expected = expected_of(bill, creditor)
        if expected is not None:
            entries = _entries(session, who, bill, expected.due_on)
            verdict = debited(expected, entries, today=today, told_until=told_until)
            found.append(_row(bill, expected, verdict))
    return found


def _entries(session: Session, who: Holder, bill: Bill, due_on: date) -> list[Entry]:
    """Their entries around the announced day, without those that prove another bill."""
    of_another = (
        select(BankMatch.entry_id)
        .join(BankMatchPart, BankMatchPart.match_id == BankMatch.id)
        .where(BankMatch.state.in_(PROVES), BankMatchPart.bill_id.is_distinct_from(bill.id))
    )
    query = select(BankEntry).where(
        who.brought,
        BankEntry.booked_on.between(due_on - _EARLY, due_on + _LATE),
        BankEntry.id.not_in(of_another),
    )
    return [row.entry for row in session.scalars(query.order_by(BankEntry.id))]


def _row(bill: Bill, expected: Expected, verdict: Debit) -> DebitRow:
    name, on = _told(verdict)
    more = verdict.more if isinstance(verdict, OtherAmount) else None
    return {
        "bill": bill.id,
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
