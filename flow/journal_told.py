"""The journal as a person reads it, and whether its chain is whole."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.wiring import Wiring
from models.database import reading
from models.journal import verify
from models.tables import JournalLine

_LAST = 50


@dataclass(frozen=True, slots=True)
class JournalState:
    """How many lines there are, and the hash of the last: write it down elsewhere, and a journal whose
    end was cut off is known by it. "" for an empty one.
    """

    lines: int
    last: str


def state_of_journal(wiring: Wiring) -> JournalState:
    """Every line checked. Raises JournalBroken."""
    with Session(reading(wiring.engine)) as session:
        count = verify(session)
        last = session.scalar(select(JournalLine.hash).order_by(JournalLine.id.desc()).limit(1))
        return JournalState(count, last or "")


def last_lines(wiring: Wiring) -> list[dict[str, str]]:
    """The last fifty lines, oldest first."""
    query = select(JournalLine).order_by(JournalLine.id.desc()).limit(_LAST)
    with Session(reading(wiring.engine)) as session:
        rows = session.scalars(query).all()
    return [
        {
            "at": line.at.isoformat(timespec="seconds"), "who": line.who, "what": line.what,
            "on_what": line.on_what, "where": line.where_from, "detail": line.detail,
        }
        for line in reversed(rows)
    ]  # fmt: skip
