"""The quarantine as a person sees it: what is set aside, why, and the wish to try it again."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.wiring import Wiring
from models.database import reading
from models.errors.every import named, revived
from models.errors.values import NotFound
from models.journal import append
from models.tables import Mailbox, Message, Quarantine
from models.words import Lang, translate


@dataclass(frozen=True, slots=True)
class SetAside:
    """One row of `facteur quarantine`. `where` is the folder and uid, or the mail's number."""

    id: int
    where: str
    subject: str
    sender: str
    code: str
    detail: str
    attempts: int
    next_try: datetime | None

    def reason(self, lang: Lang) -> str:
        """Why, in one sentence."""
        return told(self.code, self.detail, lang)

    def as_json(self) -> dict[str, str | int | None]:
        """The row for scripts."""
        moment = self.next_try.isoformat() if self.next_try else None
        return {
            "id": self.id, "where": self.where, "subject": self.subject, "sender": self.sender,
            "code": self.code, "reason": self.reason("en"), "attempts": self.attempts, "next_try": moment,
        }  # fmt: skip


def told(code: str, detail: str, lang: Lang) -> str:
    """A stored problem in `lang`: `detail` holds the blanks of its class as JSON, or a marked sentence."""
    if named(code) is not None and detail.startswith("{"):
        return revived(code, **json.loads(detail)).told(lang)
    return translate(detail, lang)


def list_quarantine(wiring: Wiring) -> list[SetAside]:
    """What is set aside now, oldest first."""
    query = (
        select(Quarantine, Message, Mailbox.name)
        .outerjoin(Message, Message.id == Quarantine.message_id)
        .outerjoin(Mailbox, Mailbox.id == Quarantine.mailbox_id)
        .where(Quarantine.released_at.is_(None))
        .order_by(Quarantine.id)
    )
    with Session(reading(wiring.engine)) as session:
        return [_row(row, message, name) for row, message, name in session.execute(query)]


def _row(row: Quarantine, message: Message | None, mailbox: str | None) -> SetAside:
    return SetAside(
        id=row.id,
        where=f"m{row.message_id}" if message else f"{mailbox} {row.uid}",
        subject=message.subject if message else "",
        sender=message.sender_address if message else "",
        code=row.code,
        detail=row.detail,
        attempts=row.attempts,
        next_try=row.next_try,
    )


def try_again(wiring: Wiring, numbers: Sequence[int] | None = None) -> list[int]:
    """Has the next sync look at these again, None: at all that is set aside. The numbers; all or none.

    Raises NotFound.
    """
    with Session(wiring.engine) as session, session.begin():
        waiting = Quarantine.released_at.is_(None)
        query = select(Quarantine).where(waiting).order_by(Quarantine.id).with_for_update()
        rows = {row.id: row for row in session.scalars(query)}
        chosen = list(rows) if numbers is None else list(dict.fromkeys(numbers))
        for number in chosen:
            if number not in rows:
                raise NotFound(what="quarantine", id=number)
            rows[number].next_try = datetime.now(UTC)
            append(session, "person", "retry_asked", f"quarantine {number}", where="cli", detail={})
    return chosen
