"""Mail that belongs to a talk: the biller's answers are kept on it, and make no bill by being answers."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.settings import Settings
from models.extraction import Extraction
from models.journal import append
from models.payment_text import one_line
from models.tables import Account, Bill, Message, Missive, MissiveState
from models.verdict import Because, Kind, Verdict
from models.words import mark
from notify.letters.letter import answer_to
from notify.notice import LONGEST_TITLE
from notify.prose import prose

_KEY = re.compile(r"<?([a-z0-9]{8,64})@")
_MOST_IDS = 60
_LONGEST_TEXT = 20_000
_LATE = timedelta(days=180)
"""Until when a mail without references counts as an answer by its subject and sender."""
_WORDS_ALONE = frozenset({"mail_body", "markup"})
"""Readers of a mail's own text, in which an answer quotes our letter with all of the bill's figures."""
_SERVERS = frozenset({"mailer-daemon", "postmaster"})
"""Whose mail about a letter is a failure notice (RFC 3464 section 2, as servers write it)."""
ANSWER = mark("It answers your letter about a bill.")
OURS = mark("It is a letter of yours about a bill.")


@dataclass(frozen=True, slots=True)
class Came:
    """What a mail says of where it belongs: the Message-IDs it answers, and its readable text."""

    answers: tuple[str, ...] = ()
    text: str = ""


def take_answer(session: Session, message: Message, came: Came) -> bool:
    """Keeps the mail on the talk that it answers; False when it answers none of ours.

    Known by the Message-ID of our letter, which nobody can guess; or, because some mail servers change
    it, by our subject from the domain that we wrote to. It must have come to the mailbox of the bill, or
    to the one that the letter left from.
    """
    known = select(Missive.id).where(Missive.received_id == message.id)
    if _is_ours(session, message) or session.scalar(known) is not None:
        return False
    letter = _by_reference(session, message, came.answers) or _by_subject(session, message)
    if letter is None:
        return False
    row = Missive(
        bill_id=letter.bill_id, party=letter.party, address=message.sender_address,
        subject=one_line(message.subject, LONGEST_TITLE), text=prose(came.text, _LONGEST_TEXT),
        message_id=message.message_id, answers_id=letter.id, received_id=message.id,
        state=MissiveState.RECEIVED, created_at=datetime.now(UTC),
        at=message.received_at or message.sent_at,
    )  # fmt: skip
    session.add(row)
    session.flush()
    append(
        session, "facteur", "answer_received", f"bill {row.bill_id}", where="road",
        detail={"message": message.id, "missive": row.id, "answers": letter.id},
    )  # fmt: skip
    return True


def by_server(address: str) -> bool:
    """Whether a mail server wrote it: then it says what became of a letter, and answers nothing."""
    return address.partition("@")[0].lower() in _SERVERS


def as_talk(
    session: Session, message: Message, extraction: Extraction, verdict: Verdict, settings: Settings
) -> Verdict | None:
    """The verdict on a mail that is part of a talk and no bill: it stays where the person reads it.

    None for any other mail, and for an answer that brings a bill's own paper, as a corrected one.
    """
    answers = select(Missive.id).where(Missive.received_id == message.id)
    ours = _is_ours(session, message)
    if not ours and session.scalar(answers) is None:
        return None
    if not ours and brings_paper(extraction) and _is_sure(verdict, settings):
        return None
    reason = Because(OURS if ours else ANSWER)
    return replace(
        verdict, kind=Kind.OTHER, folder="", confidence=1.0, because=(reason,), suspicions=()
    )


def _is_sure(verdict: Verdict, settings: Settings) -> bool:
    return verdict.kind is not Kind.OTHER and verdict.confidence >= settings.file_from


def brings_paper(extraction: Extraction) -> bool:
    """Whether something other than the mail's own text names an amount."""
    return any(
        reading.amount is not None and reading.reader not in _WORDS_ALONE
        for reading in extraction.readings
    )


def _is_ours(session: Session, message: Message) -> bool:
    """Whether the mail is a letter of ours, as a copy in a folder that is read."""
    keys = _keys([message.message_id])
    return (
        bool(keys) and session.scalar(select(Missive.id).where(Missive.key.in_(keys))) is not None
    )


def _keys(ids: Iterable[str]) -> list[str]:
    found = (_KEY.match(one) for one in list(ids)[:_MOST_IDS])
    return [one[1] for one in found if one]


def _by_reference(session: Session, message: Message, ids: Iterable[str]) -> Missive | None:
    """The latest of our letters that the mail names."""
    keys = _keys(ids)
    if not keys:
        return None
    query = select(Missive).where(Missive.key.in_(keys), Missive.state == MissiveState.POSTED)
    rows = session.scalars(query.order_by(Missive.id.desc()))
    return next((row for row in rows if _reaches(session, row, message)), None)


def _by_subject(session: Session, message: Message) -> Missive | None:
    """The latest of our letters with that subject that went to the sender's domain not long ago."""
    domain, at = message.sender_address.rpartition("@")[2], message.received_at
    subject = answer_to(message.subject)
    if not domain or not subject or at is None:
        return None
    query = select(Missive).where(
        Missive.state == MissiveState.POSTED,
        Missive.address.endswith(f"@{domain}", autoescape=True),
        Missive.at.between(at - _LATE, at),
    )
    rows = session.scalars(query.order_by(Missive.id.desc()).limit(_MOST_IDS))
    alike = (row for row in rows if answer_to(row.subject) == subject)
    return next((row for row in alike if _reaches(session, row, message)), None)


def _reaches(session: Session, letter: Missive, message: Message) -> bool:
    """Whether the mail came to a mailbox that is the letter's business: nobody else's is told from."""
    bill = session.get_one(Bill, letter.bill_id)
    account = session.get_one(Account, message.account_id)
    return account.id == bill.account_id or account.address == letter.own
