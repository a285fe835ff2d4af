"""What was set aside, for the person: a list with reasons, and another try when they ask for it."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.take import Enqueue
from flow.wiring import Wiring
from models import errors
from models.database import reading
from models.errors import NotFound, Problem
from models.tables import Mailbox, Message, Quarantine, Step
from models.words import Lang, mark, translate

_FETCHING = {
    "no_data": mark("The server lists this mail but gives nothing of it."),
    "refused": mark("The server refuses to give this mail."),
    "connection_lost": mark("The connection breaks each time this mail is asked for."),
    "too_large": mark("This mail is larger than 50 MB and was left on the server."),
}
_READING: dict[str, type[Problem]] = {
    kind().code: kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, Problem)
}


@dataclass(frozen=True, slots=True)
class Aside:
    """One mail that was set aside. `where` is "INBOX 1234" or "mail 12"; next_try None: not by itself."""

    id: int
    where: str
    subject: str
    code: str
    detail: str
    attempts: int
    next_try: datetime | None

    def reason(self, lang: Lang) -> str:
        """Why, in the person's language."""
        if self.code in _FETCHING:
            return translate(_FETCHING[self.code], lang)
        return _READING.get(self.code, Problem)(**json.loads(self.detail)).told(lang)

    def as_json(self) -> dict[str, str | int | None]:
        """For scripts."""
        return {
            "id": self.id,
            "where": self.where,
            "subject": self.subject,
            "code": self.code,
            "attempts": self.attempts,
            "next_try": self.next_try.isoformat() if self.next_try else None,
        }


def list_quarantine(wiring: Wiring) -> list[Aside]:
    """Everything that is set aside now, oldest first."""
    query = (
        select(Quarantine, Message.subject, Mailbox.name)
        .outerjoin(Message, Message.id == Quarantine.message_id)
        .outerjoin(Mailbox, Mailbox.id == Quarantine.mailbox_id)
        .where(Quarantine.released_at.is_(None))
        .order_by(Quarantine.id)
    )
    with Session(reading(wiring.engine)) as session:
        return [_aside(row, subject, folder) for row, subject, folder in session.execute(query)]


def retry(wiring: Wiring, number: int, enqueue_again: Enqueue) -> None:
    """Try one again: a stored mail at once, through `enqueue_again`; the others at the next visit.

    Raises NotFound.
    """
    with Session(wiring.engine) as session, session.begin():
        row = session.get(Quarantine, number)
        if row is None or row.released_at is not None:
            raise NotFound(what="quarantine", id=number)
        row.next_try = datetime.now(UTC)
        if row.message_id is not None:
            message = session.get_one(Message, row.message_id)
            message.step, message.attempts, message.problem = Step.RECEIVED, 0, None
            row.released_at, row.next_try = row.next_try, None
            enqueue_again(session, message.id)


def _aside(row: Quarantine, subject: str | None, folder: str | None) -> Aside:
    where = f"{folder} {row.uid}" if row.message_id is None else f"mail {row.message_id}"
    return Aside(row.id, where, subject or "", row.code, row.detail, row.attempts, row.next_try)
