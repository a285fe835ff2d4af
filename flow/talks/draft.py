"""The draft of a letter: its row and its key, so that the same words to the same address go once."""

from datetime import datetime

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from flow.talks.dispute import bill_there
from flow.talks.wishes import Asked
from models.errors.reminding import AddressUnusable
from models.errors.talks import LetterMissing
from models.journal import append
from models.payment_text import one_line
from models.tables import About, Bill, Dispatch, DispatchState, Missive, MissiveState, Party
from notify.letters.letter import Letter
from notify.mail_address import plain_address
from notify.notice import key_of

NEVER_LEFT = (DispatchState.REFUSED, DispatchState.DROPPED)
"""Of a letter that nobody has: the mail server refused it for good, or it was called off."""


def last_letter(session: Session, bill: Bill, missive_id: int | None = None) -> Missive:
    """The draft, or else the letter that was posted last; or the one named. Raises LetterMissing."""
    query = select(Missive).where(
        Missive.bill_id == bill.id, Missive.state != MissiveState.RECEIVED
    )
    if missive_id is not None:
        query = query.where(Missive.id == missive_id)
    draft_first = case((Missive.state == MissiveState.DRAFT, 0), else_=1)
    row = session.scalar(query.order_by(draft_first, Missive.id.desc()).limit(1))
    if row is None:
        raise LetterMissing(id=bill.id)
    return row


def kept_draft(
    session: Session,
    bill: Bill,
    asked: Asked,
    made: Letter,
    to: tuple[Party, str],
    *,
    now: datetime,
) -> Missive:
    """The row of this letter: the draft, or the one that was posted with the same words."""
    party, address = to
    key = _key(session, bill, asked.about, address, (made.subject, made.text))
    row = session.scalar(select(Missive).where(Missive.key == key))
    if row is not None:
        return row
    row = _draft_of(session, bill.id) or Missive(
        bill_id=bill.id, state=MissiveState.DRAFT, created_at=now
    )
    row.party, row.about, row.address, row.key = party, asked.about, address, key
    row.subject, row.text = made.subject, made.text
    session.add(row)
    session.flush()
    append(
        session, "person", "letter_drafted", f"bill {bill.id}", where="cli",
        detail={"about": asked.about.value, "missive": row.id},
    )  # fmt: skip
    return row


def _key(
    session: Session, bill: Bill, about: About | None, address: str, words: tuple[str, str]
) -> str:
    """The same words to the same address are the same letter, under one key, so that a command that is
    given again sends nothing again; unless they were refused: then they may be tried anew.
    """
    what = about.value if about else ""
    return key_of("letter", bill.id, what, address, *words, _refusals(session, bill, words))


def readdress(session: Session, bill_id: int, to: str) -> None:
    """The draft goes to `to`, which the person says. Raises NotFound, LetterMissing, AddressUnusable."""
    bill = bill_there(session, bill_id)
    row, address = _draft_of(session, bill.id), usable_address(to)
    if row is None:
        raise LetterMissing(id=bill.id)
    key = _key(session, bill, row.about, address, (row.subject, row.text))
    if session.scalar(select(Missive.id).where(Missive.key == key, Missive.id != row.id)):
        session.delete(row)  # the same letter was posted to that address before
    row.address, row.key = address, key


def usable_address(to: str) -> str:
    """The bare address that the person said. Raises AddressUnusable."""
    address = plain_address(to)
    if not address:
        raise AddressUnusable(address=one_line(to, 80))
    return address


def _refusals(session: Session, bill: Bill, words: tuple[str, str]) -> int:
    """How often a letter of these words was refused."""
    query = (
        select(func.count())
        .select_from(Missive)
        .join(Dispatch, Dispatch.key == Missive.key)
        .where(
            Missive.bill_id == bill.id,
            Missive.subject == words[0],
            Missive.text == words[1],
            Dispatch.state.in_(NEVER_LEFT),
        )
    )
    return session.scalar(query) or 0


def _draft_of(session: Session, bill_id: int) -> Missive | None:
    """The bill's letter that was not sent yet."""
    query = select(Missive).where(Missive.bill_id == bill_id, Missive.state == MissiveState.DRAFT)
    return session.scalar(query.with_for_update())
