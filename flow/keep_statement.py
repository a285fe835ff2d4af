"""A statement's entries become rows: each movement once, whatever files and formats tell it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import select, true
from sqlalchemy.orm import Session

from flow.holders import Holder
from models.statement import Statement
from models.tables import BankEntry, BankFile, BankStatement, ColumnAnswer
from pay.evidence.columns import MAPPING, Mapping
from pay.evidence.overlap import overlap


@dataclass(frozen=True, slots=True)
class Kept:
    """The file's row, and how many of its entries were new and known."""

    file_id: int
    new: int
    known: int


def keep_statements(
    session: Session, digest: str, name: str, statements: Sequence[Statement], who: Holder
) -> Kept:
    """Stores what its holder has not brought yet. Writes no commit; `flow.money_lock` comes before."""
    file_id = _file(session, digest, name, who)
    new = total = 0
    for place, statement in enumerate(statements):
        statement_id = _statement(session, file_id, place, statement)
        known = _known(session, statement, who)
        found = overlap([(reader, row.entry) for reader, row in known], statement)
        for row in (row for _, row in known if row.key in found.again):
            row.become(found.again[row.key], statement_id)
        session.add_all(BankEntry.of(entry, statement_id, who.member_id) for entry in found.fresh)
        session.flush()
        new, total = new + len(found.fresh), total + len(statement.entries)
    return Kept(file_id, new, total - new)


def _file(session: Session, digest: str, name: str, who: Holder) -> int:
    theirs = BankFile.member_id == who.member_id
    row = session.scalar(select(BankFile).where(BankFile.digest == digest, theirs))
    if row is None:
        row = BankFile(
            member_id=who.member_id, digest=digest, name=name, created_at=datetime.now(UTC)
        )
        session.add(row)
        session.flush()
    return row.id


def _statement(session: Session, file_id: int, place: int, said: Statement) -> int:
    """The row of the file's statement at `place`, as it reads now: the columns may be answered anew."""
    mine = BankStatement.file_id == file_id, BankStatement.place == place
    row = session.scalar(select(BankStatement).where(*mine))
    if row is None:
        row = BankStatement(file_id=file_id, place=place)
        session.add(row)
    gap, days = said.gap, _days(said)
    row.reader, row.bank_account, row.currency = said.reader, said.account, said.currency
    row.entries, row.pending, row.left_out = len(said.entries), len(said.pending), said.left
    row.gap_minor = gap.minor if gap else None
    row.first_on, row.last_on = min(days, default=None), max(days, default=None)
    session.flush()
    return row.id


def _days(said: Statement) -> list[date]:
    balances = [one.on for one in (said.opening, said.closing) if one is not None and one.on]
    return [*(entry.booked_on for entry in said.entries), *balances]


def _known(session: Session, said: Statement, who: Holder) -> list[tuple[str, BankEntry]]:
    """What is stored of the same days, with the reader that told it: of the same bank accounts, of none
    that is named, and of all for a file that names none.
    """
    if not said.entries:
        return []
    days = [entry.booked_on for entry in said.entries]
    accounts = {entry.account for entry in said.entries}
    query = (
        select(BankStatement.reader, BankEntry)
        .join(BankStatement, BankStatement.id == BankEntry.statement_id)
        .where(
            who.brought,
            BankEntry.bank_account.in_({*accounts, ""}) if "" not in accounts else true(),
            BankEntry.booked_on.between(min(days), max(days)),
        )
        .order_by(BankEntry.id)
    )
    return [(reader, row) for reader, row in session.execute(query)]


def keep_answer(session: Session, mapping: Mapping) -> None:
    """Remembers which column is which for files with this header; a later answer replaces it."""
    row = session.scalar(
        select(ColumnAnswer).where(ColumnAnswer.fingerprint == mapping.fingerprint)
    )
    if row is None:
        row = ColumnAnswer(fingerprint=mapping.fingerprint, created_at=datetime.now(UTC))
        session.add(row)
    row.mapping = MAPPING.write(mapping)
    session.flush()


def answers(session: Session) -> Iterable[Mapping]:
    """The columns that were answered so far."""
    return [MAPPING.read(text) for text in session.scalars(select(ColumnAnswer.mapping))]
