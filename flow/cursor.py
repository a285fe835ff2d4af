"""How far a folder was read: up from `last_uid`, and down from `oldest_uid` the first time.

A new UIDVALIDITY makes every uid worthless: the folder is read anew, the messages stay and are
recognised by their headers.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from flow.quarantine import Place
from inbox.uids import Status
from models.tables import Location, Mailbox, Quarantine

_DAYS_A_MONTH = 31


@dataclass(frozen=True, slots=True)
class Cursor:
    """uids above `last_uid` are new; those below `oldest_uid` wait for the backfill (1: it is done)."""

    place: Place
    last_uid: int
    oldest_uid: int

    def is_done(self, status: Status) -> bool:
        """Whether the folder holds nothing unread."""
        return self.last_uid >= status.uidnext - 1 and self.oldest_uid <= 1


def begin(session: Session, account_id: int, name: str, status: Status) -> Cursor:
    """The folder's cursor; its row is made or begun anew where needed."""
    row = mailbox(session, account_id, name)
    if row.uidvalidity != status.uidvalidity or row.oldest_uid is None:
        _forget_places(session, row.id, status.uidvalidity)
        row.uidvalidity = status.uidvalidity
        row.last_uid, row.oldest_uid = status.uidnext - 1, status.uidnext
    row.uidnext, row.messages = status.uidnext, status.messages
    session.flush()
    return _cursor(row, status)


def _forget_places(session: Session, mailbox_id: int, uidvalidity: int) -> None:
    stale = Location.mailbox_id == mailbox_id, Location.uidvalidity != uidvalidity
    session.execute(delete(Location).where(*stale))


def look(session: Session, account_id: int, name: str, status: Status) -> Cursor:
    """The cursor that `begin` would give, without writing anything."""
    row = session.scalar(
        select(Mailbox).where(Mailbox.account_id == account_id, Mailbox.name == name)
    )
    if row is None or row.uidvalidity != status.uidvalidity or row.oldest_uid is None:
        number = row.id if row is not None else 0
        place = Place(account_id, number, status.uidvalidity)
        return Cursor(place, status.uidnext - 1, status.uidnext)
    return _cursor(row, status)


def mailbox(session: Session, account_id: int, name: str) -> Mailbox:
    """The row of a folder, made when it is not there; a row alone does not say that it is read."""
    row = session.scalar(
        select(Mailbox).where(Mailbox.account_id == account_id, Mailbox.name == name)
    )
    if row is None:
        row = Mailbox(account_id=account_id, name=name, last_uid=0)
        session.add(row)
        session.flush()
    return row


def advance(session: Session, place: Place, *, last: int = 0, oldest: int = 0) -> None:
    """Move the cursor, in the transaction that keeps what it passes."""
    row = session.get_one(Mailbox, place.mailbox_id)
    row.last_uid = max(row.last_uid, last)
    if oldest and row.oldest_uid is not None:
        row.oldest_uid = min(row.oldest_uid, oldest)


def noted_uids(session: Session, place: Place) -> set[int]:
    """The uids of the folder that are stored or set aside."""
    stored = select(Location.uid).where(
        Location.mailbox_id == place.mailbox_id, Location.uidvalidity == place.uidvalidity
    )
    aside = select(Quarantine.uid).where(
        Quarantine.mailbox_id == place.mailbox_id,
        Quarantine.uidvalidity == place.uidvalidity,
        Quarantine.released_at.is_(None),
    )
    found = (*session.scalars(stored), *session.scalars(aside))
    return {uid for uid in found if uid is not None}


def window(months: int) -> date:
    """The day from which the first sync looks. A day early: servers compare in their own time zone."""
    return (datetime.now(UTC) - timedelta(days=months * _DAYS_A_MONTH + 1)).date()


def _cursor(row: Mailbox, status: Status) -> Cursor:
    place = Place(row.account_id, row.id, status.uidvalidity)
    return Cursor(place, row.last_uid, row.oldest_uid or 1)
