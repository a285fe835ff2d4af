"""A statement comes in: its entries are kept, matched, and the bills that they prove are paid.

One transaction: entries, matches, the states of the bills and the journal change together or not at
all, and the same file again changes nothing.
"""

from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.checkpoints import passed
from flow.columns_said import ColumnsSaid, answered, refused_when_known
from flow.holders import Holder, holder
from flow.keep_statement import Kept, answers, keep_answer, keep_statements
from flow.money_lock import alone_with_money
from flow.rematch import rematch
from flow.statement_task import MAPPINGS, QUESTION, STATEMENTS
from flow.wiring import Wiring
from models.database import reading
from models.journal import append
from models.statement import Statement
from models.tables import BankEntry, Bill
from models.verdict import State
from pay.evidence.columns import Mapping, Question


@dataclass(frozen=True, slots=True)
class Brought:
    """A file as the person brings it. account, currency: for files that name none.

    member_id: the member who brings it, None for the person at this machine.
    """

    name: str
    data: bytes = field(repr=False)
    said: ColumnsSaid = field(default_factory=ColumnsSaid)
    account: str = ""
    currency: str = ""
    member_id: int | None = None


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file held. days: of its booked entries, by bank account; opened: the bills that were paid
    and are not any more.
    """

    file_id: int
    new: int
    known: int
    days: dict[str, tuple[date, date]]
    opened: tuple[int, ...] = ()


def import_file(wiring: Wiring, brought: Brought) -> Imported | Question:
    """Takes a statement in and matches everything anew; or the question which column is which.

    Raises what pay.evidence.read raises, TimedOut, OutOfMemory, ReaderDied, ColumnMissing,
    ColumnsTooFew, ColumnsKnown, DiskFull.
    """
    with Session(reading(wiring.engine)) as session:
        known = tuple(answers(session))
    found = _read(wiring, brought, known)
    if isinstance(found, Question):
        return found
    statements, mapping = found
    digest = wiring.originals.write(brought.data)
    passed("statement_read")
    with Session(wiring.engine) as session, session.begin():
        alone_with_money(session)
        if mapping is not None:
            keep_answer(session, mapping)
        who = holder(session, brought.member_id)
        kept = keep_statements(session, digest, brought.name[:200], statements, who)
        passed("entries_written")
        paid = _paid(session, who)
        rematch(session, wiring.settings)
        opened = tuple(sorted(paid - _paid(session, who)))
        passed("matches_written")
        _note_import(session, brought, digest, kept)
        passed("statement_noted")
    passed("statement_kept")
    return Imported(kept.file_id, kept.new, kept.known, _days(statements), opened)


Found = tuple[tuple[Statement, ...], Mapping | None]
"""The statements, and the answer that was needed to read them."""


def _read(wiring: Wiring, brought: Brought, known: tuple[Mapping, ...]) -> Found | Question:
    """An answer given with the file outweighs what was remembered; it is kept once it has read."""
    said = brought.said
    first = _ask(wiring, brought, () if not said.is_empty else known)
    if not isinstance(first, Question):
        refused_when_known(said)
        return first, None
    if said.is_empty:
        return first
    mapping = answered(first, said, brought.currency)
    second = _ask(wiring, brought, (mapping,))
    return second if isinstance(second, Question) else (second, mapping)


def _ask(
    wiring: Wiring, brought: Brought, mappings: tuple[Mapping, ...]
) -> tuple[Statement, ...] | Question:
    answer = wiring.sandbox.ask(
        "statement", brought.data, mappings=MAPPINGS.write(mappings), account=brought.account,
        currency=brought.currency,
    )  # fmt: skip
    if "question" in answer:
        return QUESTION.read(str(answer["question"]))
    return STATEMENTS.read(str(answer["statements"]))


def _paid(session: Session, who: Holder) -> set[int]:
    return set(session.scalars(select(Bill.id).where(Bill.state == State.PAID, who.bills)))


def _days(statements: tuple[Statement, ...]) -> dict[str, tuple[date, date]]:
    found: dict[str, tuple[date, date]] = {}
    for entry in (entry for statement in statements for entry in statement.entries):
        first, last = found.get(entry.account, (entry.booked_on, entry.booked_on))
        found[entry.account] = min(first, entry.booked_on), max(last, entry.booked_on)
    return found


def _note_import(session: Session, brought: Brought, digest: str, kept: Kept) -> None:
    """A line for what came in; importing the same once more is no event."""
    if kept.new:
        append(
            session, _who(brought), "statement_imported", f"bank_file {kept.file_id}", where="cli",
            detail={"name": brought.name[:200], "digest": digest, "entries": kept.new},
        )  # fmt: skip


def _who(brought: Brought) -> str:
    return f"member {brought.member_id}" if brought.member_id else "person"


def match_again(wiring: Wiring) -> bool:
    """Matches everything anew, for bills that came or were corrected after the statements.

    False when no statement was ever imported.
    """
    with Session(reading(wiring.engine)) as session:
        if session.scalar(select(BankEntry.id).limit(1)) is None:
            return False
    with Session(wiring.engine) as session, session.begin():
        alone_with_money(session)
        rematch(session, wiring.settings)
    return True
