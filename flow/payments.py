"""What one person is shown of their matches: for one bill, for a file, and all that waits for them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypedDict

from sqlalchemy import ColumnElement, and_, false, or_, select, true
from sqlalchemy.orm import Session, aliased

from flow.holders import Holder
from models.money import Money
from models.tables import (
    BankEntry,
    BankFile,
    BankMatch,
    BankMatchPart,
    BankStatement,
    Bill,
    MatchState,
)

Days = Mapping[str, tuple[date, date]]
"""First and last day by bank account."""


class EntryRow(TypedDict):
    """One movement of an account, its amount signed as there. file: the first that told it."""

    entry: int
    booked_on: str
    amount: str
    currency: str
    counterparty: str
    counterparty_iban: str | None
    text: str
    bank_account: str
    file: str


class PartRow(TypedDict):
    """How much of an entry is for one bill or one settlement."""

    bill: int | None
    settlement: int | None
    biller: str | None
    due_date: str | None
    amount: str


class MatchRow(EntryRow):
    """A match with its entry. state: of MatchState; because: {"sentence", "quote"}."""

    match: int
    state: str
    level: str
    kind: str
    strength: float
    bills: list[PartRow]
    because: list[dict[str, str]]
    returned_on: str | None
    return_reason: str


def payments_of(session: Session, who: Holder, bill_id: int) -> list[MatchRow]:
    """The matches of one bill that prove it, did, or might; the oldest payment first."""
    of_bill = select(BankMatchPart.match_id).where(BankMatchPart.bill_id == bill_id)
    stands = BankMatch.state != MatchState.UNDONE
    return _matches(session, who.brought, BankMatch.id.in_(of_bill), stands)


def matches_of(
    session: Session, who: Holder, states: Sequence[MatchState], days: Days | None
) -> list[MatchRow]:
    """The matches in these states whose entries lie in these days; None: all."""
    return _matches(session, who.brought, BankMatch.state.in_(states), _within(days))


def unknown_of(session: Session, who: Holder, days: Days | None) -> list[EntryRow]:
    """The entries of these days that no match and no suggestion names."""
    named = select(BankMatch.entry_id).where(BankMatch.state != MatchState.UNDONE)
    takes_back = select(BankMatch.returned_by).where(BankMatch.returned_by.is_not(None))
    query = (
        select(BankEntry, BankFile.name)
        .join(BankStatement, BankStatement.id == BankEntry.statement_id)
        .join(BankFile, BankFile.id == BankStatement.file_id)
        .where(
            who.brought,
            BankEntry.id.not_in(named),
            BankEntry.id.not_in(takes_back),
            _within(days),
        )
        .order_by(BankEntry.booked_on, BankEntry.id)
    )
    return [_entry(row, file) for row, file in session.execute(query)]


def _within(days: Days | None) -> ColumnElement[bool]:
    if days is None:
        return true()
    in_days = (
        and_(BankEntry.bank_account == account, BankEntry.booked_on.between(first, last))
        for account, (first, last) in days.items()
    )
    return or_(false(), *in_days)


def _matches(session: Session, *conditions: ColumnElement[bool]) -> list[MatchRow]:
    back = aliased(BankEntry)
    query = (
        select(BankMatch, BankEntry, BankFile.name, back.booked_on)
        .join(BankEntry, BankEntry.id == BankMatch.entry_id)
        .join(BankStatement, BankStatement.id == BankEntry.statement_id)
        .join(BankFile, BankFile.id == BankStatement.file_id)
        .outerjoin(back, back.id == BankMatch.returned_by)
        .where(*conditions)
        .order_by(BankEntry.booked_on, BankEntry.id, BankMatch.strength.desc(), BankMatch.id)
    )
    parts = _parts(session, conditions)
    return [
        _match(match, _entry(entry, file), parts[match.id], back_on)
        for match, entry, file, back_on in session.execute(query)
    ]


def _parts(
    session: Session, conditions: Sequence[ColumnElement[bool]]
) -> defaultdict[int, list[PartRow]]:
    query = (
        select(BankMatchPart, Bill, BankEntry.currency)
        .join(BankMatch, BankMatch.id == BankMatchPart.match_id)
        .join(BankEntry, BankEntry.id == BankMatch.entry_id)
        .outerjoin(Bill, Bill.id == BankMatchPart.bill_id)
        .where(*conditions)
        .order_by(BankMatchPart.id)
    )
    found: defaultdict[int, list[PartRow]] = defaultdict(list)
    for part, bill, currency in session.execute(query):
        row: PartRow = {
            "bill": part.bill_id,
            "settlement": part.settlement_id,
            "biller": bill.biller if bill else None,
            "due_date": bill.due_on.isoformat() if bill and bill.due_on else None,
            "amount": str(Money(part.amount_minor, currency)),
        }
        found[part.match_id].append(row)
    return found


def _entry(row: BankEntry, file: str) -> EntryRow:
    return {
        "entry": row.id,
        "booked_on": row.booked_on.isoformat(),
        "amount": str(row.amount),
        "currency": row.currency,
        "counterparty": row.counterparty,
        "counterparty_iban": row.counterparty_iban,
        "text": row.text,
        "bank_account": row.bank_account,
        "file": file,
    }


def _match(row: BankMatch, entry: EntryRow, bills: list[PartRow], back_on: date | None) -> MatchRow:
    return {
        **entry,
        "match": row.id,
        "state": row.state.value,
        "level": row.level,
        "kind": row.kind,
        "strength": round(row.strength, 3),
        "bills": bills,
        "because": row.reasons,
        "returned_on": back_on.isoformat() if back_on else None,
        "return_reason": row.return_reason,
    }
