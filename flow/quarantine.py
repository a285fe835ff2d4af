"""What could not be fetched or read: kept with its reason, tried again, never in the way.

An unreadable uid is tried after 1 hour, 1 day, then every 7 days; the cursor goes on without it.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.errors.problem import Problem
from models.tables import Message, Quarantine
from models.words import mark

_PAUSES = (timedelta(hours=1), timedelta(days=1), timedelta(days=7))
_FOR_GOOD = frozenset({"too_large"})
_WHY = {
    "no_data": mark("The server lists this mail but gives nothing of it."),
    "refused": mark("The server refuses to give this mail."),
    "connection_lost": mark("The connection breaks each time this mail is asked for."),
    "too_large": mark("This mail is larger than 50 MB and was left on the server."),
}
"""Why a server could not give a mail (inbox.gather's words), as the quarantine shows it."""


@dataclass(frozen=True, slots=True)
class Place:
    """A folder of an account as the database knows it."""

    account_id: int
    mailbox_id: int
    uidvalidity: int


def set_aside(session: Session, message: Message, problem: Problem) -> None:
    """Note that a stored message cannot be read, in the caller's transaction."""
    row = session.scalar(select(Quarantine).where(Quarantine.message_id == message.id))
    now = datetime.now(UTC)
    if row is None:
        row = Quarantine(account_id=message.account_id, message_id=message.id, created_at=now)
        row.attempts = 0
        session.add(row)
    row.code, row.released_at = problem.code, None
    row.detail = json.dumps(problem.details, ensure_ascii=False)
    row.attempts += 1
    row.next_try = None if problem.permanent else now + _pause(row.attempts)


def set_uids_aside(
    session: Session, place: Place, unreadable: dict[int, str], now: datetime
) -> int:
    """Note uids that the server cannot give, by reason. Returns how many were not known as such."""
    known = {row.uid: row for row in _rows(session, place, unreadable)}
    for uid, code in unreadable.items():
        row = known.get(uid)
        if row is None:
            row = Quarantine(
                account_id=place.account_id,
                mailbox_id=place.mailbox_id,
                uidvalidity=place.uidvalidity,
                uid=uid,
                created_at=now,
            )
            row.attempts = 0
            session.add(row)
        row.code, row.detail, row.released_at = code, _WHY.get(code, code), None
        row.attempts += 1
        row.next_try = None if code in _FOR_GOOD else now + _pause(row.attempts)
    return len(unreadable) - len(known)


def release_uids(session: Session, place: Place, uids: Iterable[int], now: datetime) -> None:
    """Note uids that were had after all, or are gone."""
    for row in _rows(session, place, uids):
        row.released_at, row.next_try = now, None


def due_uids(session: Session, place: Place, now: datetime) -> list[int]:
    """The uids to try again now."""
    rows = session.scalars(
        select(Quarantine.uid).where(
            Quarantine.mailbox_id == place.mailbox_id,
            Quarantine.uidvalidity == place.uidvalidity,
            Quarantine.next_try <= now,
        )
    )
    return sorted(uid for uid in rows if uid is not None)


def _rows(session: Session, place: Place, uids: Iterable[int]) -> list[Quarantine]:
    wanted = list(uids)
    if not wanted:
        return []
    return list(
        session.scalars(
            select(Quarantine).where(
                Quarantine.mailbox_id == place.mailbox_id,
                Quarantine.uidvalidity == place.uidvalidity,
                Quarantine.uid.in_(wanted),
            )
        )
    )


def _pause(attempts: int) -> timedelta:
    return _PAUSES[min(attempts, len(_PAUSES)) - 1]
