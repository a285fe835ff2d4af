"""The calendar of due dates that others subscribe to by a secret address, or that is written to a file.

For the web door: `feed_for(session, secret, now)` gives the file (text/calendar; charset=utf-8) or None,
which is told as "not found". It reads only. Whoever has the address sees the days and the billers of one
person, and amounts where that person asked for them; nothing can be changed through it.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.reminding.own_bills import Owed, Window, own_bills
from flow.reminding.people import Someone, everybody
from flow.reminding.shares import own_shares
from models.journal import append
from models.tables import CalendarFeed
from models.words import Lang, lang_of
from notify.calendar import Dated, Feed, calendar
from notify.due import Todo
from notify.feed_address import hash_of, new_feed_address, opens

SETTLED_DAYS = timedelta(days=90)
"""How long a settled bill stays in the calendar, crossed out, after its day."""
_OPEN_DAYS = timedelta(days=400)
_SURE = 0.9
_LONGEST_SECRET = 100


@dataclass(frozen=True, slots=True)
class FeedRow:
    """A person's calendar without its secret; `open` while an address was given out."""

    person: str
    amounts: bool
    open: bool
    renewed_at: datetime | None


def feed_for(session: Session, secret: str, now: datetime, sure: float = _SURE) -> bytes | None:
    """The calendar behind a secret; None for one that opens nothing, whatever the reason.

    sure: as settings.sure, from which a bill to review is shown. `now`: aware.
    """
    if not secret or len(secret) > _LONGEST_SECRET:
        return None
    row = session.scalar(select(CalendarFeed).where(CalendarFeed.secret_sha256 == hash_of(secret)))
    if row is None or row.secret_sha256 is None or not opens(secret, row.secret_sha256):
        return None
    people = {one.key: one for one in everybody(session, lang_of(row.lang))}
    who = people.get(row.person)
    return None if who is None else _written(session, who, row, now, sure)


def calendar_of(
    session: Session,
    who: Someone,
    now: datetime,
    sure: float = _SURE,
    *,
    amounts: bool | None = None,
) -> bytes:
    """The same as a file for the person, made with their number; `amounts`: None as they chose."""
    row = _row(session, who, now)
    return _written(session, who, row, now, sure, amounts=amounts)


def new_address(
    session: Session, who: Someone, now: datetime, *, amounts: bool, door: str = "cli"
) -> str:
    """The secret of a new address, told this once: the one before opens nothing more."""
    row = _row(session, who, now)
    made = new_feed_address()
    row.secret_sha256, row.renewed_at, row.amounts = made.kept, now, amounts
    session.flush()
    detail = {"amounts": amounts}
    append(session, "person", "calendar_address_made", who.key, where=door, detail=detail)
    return made.secret


def close_address(session: Session, who: Someone, now: datetime, door: str = "cli") -> None:
    """The calendar is shown to nobody any more."""
    row = _row(session, who, now)
    row.secret_sha256 = None
    append(session, "person", "calendar_address_closed", who.key, where=door, detail={})


def feed_row(session: Session, who: Someone) -> FeedRow:
    """How their calendar is set."""
    row = session.scalar(select(CalendarFeed).where(CalendarFeed.person == who.key))
    if row is None:
        return FeedRow(who.key, amounts=False, open=False, renewed_at=None)
    return FeedRow(who.key, row.amounts, row.secret_sha256 is not None, row.renewed_at)


def _row(session: Session, who: Someone, now: datetime) -> CalendarFeed:
    """The row of their calendar, made when there is none: its number never changes."""
    row = session.scalar(
        select(CalendarFeed).where(CalendarFeed.person == who.key).with_for_update()
    )
    if row is None:
        row = CalendarFeed(
            person=who.key, member_id=None if who.is_here else who.member_id, house=str(uuid4()),
            amounts=False, created_at=now,
        )  # fmt: skip
        session.add(row)
    row.lang = who.lang
    session.flush()
    return row


def _written(
    session: Session, who: Someone, row: CalendarFeed, now: datetime, sure: float,
    *, amounts: bool | None = None,
) -> bytes:  # fmt: skip
    today = now.astimezone().date()
    window = Window(today, today - _OPEN_DAYS, today - SETTLED_DAYS)
    owed = [
        *own_bills(session, who, sure, window),
        *own_shares(session, who, today),
    ]
    lang: Lang = lang_of(row.lang) if row.lang else who.lang
    shown = row.amounts if amounts is None else amounts
    return calendar(_dated(owed), Feed(UUID(row.house), lang, shown, who.wishes.days))


def _dated(owed: list[Owed]) -> list[Dated]:
    """One event a bill: of two, as a share that is given back, the one that is still to do."""
    found: dict[int, Dated] = {}
    for one in owed:
        day: date | None = one.due.due_on
        if day is None:
            continue
        seconds = int((one.changed_at - one.made_at).total_seconds())
        event = Dated(
            one.due, day, one.changed_at, max(seconds, 0),
            paid=one.paid and one.due.todo is not Todo.PAY_BACK, underway=one.underway,
        )  # fmt: skip
        before = found.get(one.due.bill)
        if before is None or before.paid or before.underway:
            found[one.due.bill] = event
    return list(found.values())
