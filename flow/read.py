"""Received → read: every reader looks at the original, in a child process; one row keeps what they found."""

import json
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.checkpoints import passed
from flow.lessons import keep_identifiers, memory_for
from flow.original import Original, original_of
from flow.quarantine import set_aside
from flow.talks.answers import Came, take_answer
from flow.wiring import Wiring
from models.codec import EXTRACTION
from models.errors.every import revived
from models.errors.problem import Problem
from models.errors.reading import (
    NothingToRead,
    OutOfMemory,
    PictureLeft,
    PictureUnread,
    ReaderDied,
    TimedOut,
)
from models.extraction import Extraction
from models.tables import Extracted, Message, Step

_WORDLESS = frozenset(kind().code for kind in (PictureUnread, NothingToRead, PictureLeft))
"""A logo, a holiday picture, a blank page: no document that somebody must look at again."""
_HARD = (TimedOut, ReaderDied, OutOfMemory)
"""A slow machine can cause these, so they are tried once more before the document is set aside."""
LOCKED = "locked"
"""What is kept beside an extraction that took a password: without it, another look would lose it."""
MOST_ATTEMPTS = 30
"""Crashes of the whole worker while this document was read. A child protects the worker, so few are its
fault, and each crash counts for the documents beside it too: 10 set innocent ones aside in crash tests."""


def read_message(wiring: Wiring, message_id: int, password: str = "") -> str:
    """Reads one received message. Returns "done" or "quarantined"; does nothing when it was read before.

    password: opens its encrypted PDFs, and is not kept. The attempt is counted before the child looks:
    a document that brings the whole worker down again and again is set aside, not resumed for ever.
    """
    claimed = _claim(wiring, message_id)
    passed("claimed")
    if claimed is None:
        return "done"
    original, memory, attempt = claimed
    if attempt > MOST_ATTEMPTS:
        return quarantine_message(wiring, message_id, ReaderDied())
    try:
        answer = original.ask(wiring, "read", memory=memory, password=password)
    except _HARD as problem:
        if attempt < 2:  # noqa: PLR2004
            return read_message(wiring, message_id, password)
        return quarantine_message(wiring, message_id, problem)
    except Problem as problem:
        if not problem.permanent:
            raise
        return quarantine_message(wiring, message_id, problem)
    _store(wiring, message_id, answer, locked=bool(password))
    passed("read")
    return "done"


def _claim(wiring: Wiring, message_id: int) -> tuple[Original, str, int] | None:
    """The original, what was taught, and which attempt this is."""
    with Session(wiring.engine) as session, session.begin():
        message = session.get_one(Message, message_id)
        if message.step is not Step.RECEIVED:
            return None
        message.attempts += 1
        domain = message.sender_address.rpartition("@")[2]
        memory = memory_for(session, message.account_id, domain)
        return original_of(session, message), memory, message.attempts


def quarantine_message(wiring: Wiring, message_id: int, problem: Problem) -> str:
    """Takes a message off the road for now, with the reason. Returns "quarantined"."""
    with Session(wiring.engine) as session, session.begin():
        message = session.get_one(Message, message_id)
        message.step, message.problem = Step.QUARANTINED, problem.code
        set_aside(session, message, problem)
    return "quarantined"


def _store(wiring: Wiring, message_id: int, answer: dict[str, object], *, locked: bool) -> None:
    envelope = answer.get("envelope")
    kept = json.dumps({LOCKED: True} if locked else envelope)
    with Session(wiring.engine) as session, session.begin():
        message = session.get_one(Message, message_id)
        if message.step is not Step.RECEIVED:
            return
        if not session.scalar(select(Extracted.id).where(Extracted.message_id == message_id)):
            session.add(
                Extracted(
                    message_id=message_id,
                    extraction=str(answer["extraction"]),
                    mail=kept,
                    created_at=datetime.now(UTC),
                )
            )
        if isinstance(envelope, dict):
            _describe(message, envelope)
        take_answer(session, message, _came(answer))
        message.step, message.problem, message.attempts = Step.READ, None, 0
        extraction = EXTRACTION.read(str(answer["extraction"]))
        keep_identifiers(session, message_id, extraction.keys)
        _note_unread(session, message, extraction)


def _came(answer: dict[str, object]) -> Came:
    ids = answer.get("answers")
    known = tuple(map(str, ids)) if isinstance(ids, list) else ()
    return Came(known, str(answer.get("text") or ""))


def _note_unread(session: Session, message: Message, extraction: Extraction) -> None:
    """A document that could not be opened is listed in the quarantine; its mail goes on to be judged."""
    for document, code in extraction.problems:
        if code not in _WORDLESS:
            set_aside(session, message, revived(code, what=document, limit="40 MB"))
            return


def _describe(message: Message, envelope: dict[str, str]) -> None:
    """The headers as the full parser reads them replace the quick look of the poller."""
    message.subject = envelope.get("subject", message.subject)
    message.sender_name = envelope.get("sender_name", message.sender_name)
    message.sender_address = envelope.get("sender_address", message.sender_address)
    if envelope.get("sent_at"):
        message.sent_at = datetime.fromisoformat(envelope["sent_at"])
