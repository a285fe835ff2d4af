"""The journal as a person reads it, and whether its chain is whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.journal_things import Event, Names, event_of, names_for
from flow.wiring import Wiring
from models.database import reading
from models.journal import verify
from models.money import Money
from models.said import Said
from models.tables import JournalLine

_LAST = 50


@dataclass(frozen=True, slots=True)
class JournalState:
    """How many lines there are, and the hash of the last: write it down elsewhere, and a journal whose
    end was cut off is known by it. "" for an empty one.
    """

    lines: int
    last: str


@dataclass(frozen=True, slots=True)
class ToldLine:
    """One line for a person, and `row`, the same as it is kept.

    who: a name, "" for the person at this machine. what and rail: to be translated, rail the way of an
    order or "". thing: what it was done to. amount: of the order or as the bill stands, None for none.
    """

    row: Mapping[str, str]
    at: datetime
    who: str
    what: str
    rail: str
    thing: Said
    amount: Money | None


def state_of_journal(wiring: Wiring) -> JournalState:
    """Every line checked. Raises JournalBroken."""
    with Session(reading(wiring.engine)) as session:
        count = verify(session)
        last = session.scalar(select(JournalLine.hash).order_by(JournalLine.id.desc()).limit(1))
        return JournalState(count, last or "")


def last_lines(wiring: Wiring) -> list[ToldLine]:
    """The last fifty lines, oldest first."""
    query = select(JournalLine).order_by(JournalLine.id.desc()).limit(_LAST)
    with Session(reading(wiring.engine)) as session:
        events = [event_of(line) for line in reversed(session.scalars(query).all())]
        names = names_for(session, events)
    return [_told(event, names) for event in events]


def _told(event: Event, names: Names) -> ToldLine:
    row = {
        "at": event.at.isoformat(timespec="seconds"), "who": event.who, "what": event.what,
        "on_what": event.on_what, "where": event.where, "detail": event.kept,
    }  # fmt: skip
    return ToldLine(
        row,
        event.at,
        names.who(event),
        event.done,
        event.rail,
        names.thing(event),
        names.amount(event),
    )
