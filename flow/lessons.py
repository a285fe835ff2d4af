"""The memory in the database: what one document is read with, and what a correction adds or drops."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import delete, desc, or_, select
from sqlalchemy.orm import Session

from extract.memory.identity import Kin, kin
from extract.memory.lesson import (
    MOST_BILLERS,
    MOST_BYTES,
    MOST_LESSONS,
    Identity,
    Lesson,
    Memory,
)
from flow.known_billers import known_billers
from flow.taught import LESSON, MEMORY
from models.tables import Bill, Identifier, Teaching


def memory_for(session: Session, account_id: int | None, domain: str) -> str:
    """JSON of the Memory for one document of an account (None: of the whole house), "" when nothing was
    taught yet.

    At most 500 lessons and 200 KB: those of this sender's domain first, then the most recent.
    """
    mine = or_(Teaching.account_id == account_id, Teaching.account_id.is_(None))
    whose = (mine,) if account_id is not None else ()
    rows = session.scalars(
        select(Teaching.lesson)
        .where(*whose, Teaching.dropped_at.is_(None))
        .order_by(desc(Teaching.domain == domain), Teaching.id.desc())
        .limit(MOST_LESSONS)
    )
    lessons = [LESSON.read(text) for text in _fitting(rows, MOST_BYTES * 2 // 3)]
    billers = known_billers(session, account_id)[:MOST_BILLERS]
    memory = Memory(tuple(lessons), tuple(billers))
    while memory.billers and len(MEMORY.write(memory)) > MOST_BYTES:
        memory = Memory(memory.lessons, memory.billers[: len(memory.billers) // 2])
    return MEMORY.write(memory) if memory.lessons or memory.billers else ""


def _fitting(texts: Iterable[str], room: int) -> Iterable[str]:
    for text in texts:
        room -= len(text.encode())
        if room < 0:
            return
        yield text


def keep_identifiers(session: Session, message_id: int, keys: Iterable[str]) -> None:
    """The numbers that this message prints, in place of those that an earlier reading found."""
    session.execute(delete(Identifier).where(Identifier.message_id == message_id))
    session.add_all(Identifier(message_id=message_id, value=key) for key in sorted(set(keys)))


def keep_lessons(  # noqa: PLR0913
    session: Session,
    *,
    account_id: int | None,
    bill: Bill | None,
    domain: str,
    identity: Identity,
    fields: Sequence[str],
    lessons: Sequence[Lesson],
) -> None:
    """Adds the lessons of one correction and drops what this biller taught before on these fields.

    `fields` are all that the person spoke of, printed or not: an earlier lesson that was contradicted
    is gone also when the right value is printed nowhere. What a reader took by mistake is remembered
    when the right place is confirmed later: the reader will take it again.
    """
    now = datetime.now(UTC)
    mistakes = _drop(session, account_id, bill, identity, fields, now)
    for new in lessons:
        lesson = new if new.wrong else replace(new, wrong=mistakes.get(new.field, ""))
        session.add(
            Teaching(
                account_id=account_id,
                bill_id=bill.id if bill else None,
                domain=domain,
                field=lesson.field,
                lesson=LESSON.write(lesson),
                created_at=now,
            )
        )


def _drop(  # noqa: PLR0917
    session: Session,
    account_id: int | None,
    bill: Bill | None,
    identity: Identity,
    fields: Sequence[str],
    now: datetime,
) -> dict[str, str]:
    """Drops the lessons that make room; the mistakes that they put right, by field."""
    mine = or_(Teaching.account_id == account_id, Teaching.account_id.is_(None))
    rows = session.scalars(
        select(Teaching).where(mine, Teaching.dropped_at.is_(None), Teaching.field.in_(fields))
    )
    mistakes: dict[str, str] = {}
    for row in rows:
        same_bill = bill is not None and row.bill_id == bill.id
        old = LESSON.read(row.lesson)
        if same_bill or kin(old.identity, identity, frozenset(), authentic=True) is Kin.STRONG:
            row.dropped_at = now
            mistakes[row.field] = "" if old.absent else old.wrong
    return mistakes
