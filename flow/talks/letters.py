"""A letter to the biller or a mediator: composed, shown, kept as the bill's draft until it is sent."""

from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import quote

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from flow.hold import dispute_of
from flow.settings import Settings
from flow.talks.answers import by_server
from flow.talks.contacts import card_of
from flow.talks.dispute import bill_there
from flow.talks.wishes import Asked, facts_of, wish_of, writer_of
from models.errors.reminding import AddressUnusable
from models.errors.talks import LetterMissing
from models.journal import append
from models.payment_text import one_line
from models.said import Said, said
from models.tables import (
    About,
    Bill,
    Dispatch,
    DispatchState,
    Missive,
    MissiveState,
    Party,
)
from models.words import mark
from notify.letters.contact import ContactCard, Means
from notify.letters.letter import Letter, letter
from notify.mail_address import plain_address
from notify.notice import key_of

_DISPUTES = (About.AMOUNT, About.READING, About.DOUBLE_DEBIT)
"""Letters about a bill that is not right: it is for the person to say that it waits until it is."""
_GOES_ON = mark(
    "A letter holds nothing: the bill can be paid and reminded of until you say "
    "`facteur ask {id} --dispute “…”`."
)
NEVER_LEFT = (DispatchState.REFUSED, DispatchState.DROPPED)
"""Of a letter that nobody has: the mail server refused it for good, or it was called off."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A letter as it stands: what is shown is what is sent. posted: this very letter was sent before.

    address: "" while nobody is known to write to; proposed: the address that only the bill in question
    prints, for the person to take or not. notes: for the person alone.
    """

    missive_id: int
    bill_id: int
    about: About
    address: str
    proposed: str
    subject: str
    text: str
    notes: tuple[Said, ...]
    posted: bool

    @property
    def mailto(self) -> str:
        """The letter as a link for the person's own mail program (RFC 6068); no sign of a stranger's
        address or text can add a field.
        """
        to = quote(self.address or self.proposed, safe="@")
        body = self.text.replace("\n", "\r\n")
        return f"mailto:{to}?subject={quote(self.subject, safe='')}&body={quote(body, safe='')}"


def prepare_letter(
    session: Session, settings: Settings, bill_id: int, asked: Asked, now: datetime
) -> Prepared:
    """Composes the letter and keeps it as the bill's draft, in place of the one before.

    Raises NotFound, WriterMissing, RightAmountMissing, DebitsMissing, ComplaintMissing, AddressUnusable,
    and ChannelRefused when the person's own words are missing.
    """
    bill = bill_there(session, bill_id)
    card = card_of(session, bill)
    made = _composed(session, settings, bill, card, asked, today=now.astimezone().date())
    party = Party.MEDIATOR if asked.about is About.MEDIATOR else Party.BILLER
    address, proposed = _recipient(session, bill, card, asked, party)
    row = _kept(session, bill, asked, made, (party, address), now=now)
    notes = (*made.notes, *(card.notes if proposed and not address else ()))
    if asked.about in _DISPUTES and dispute_of(session, bill.id) is None:
        notes = (*notes, said(_GOES_ON, id=bill.id))
    posted = row.state is not MissiveState.DRAFT
    return Prepared(
        row.id, bill.id, asked.about, row.address, proposed, row.subject, row.text, notes, posted
    )  # fmt: skip


def standing_letter(session: Session, bill_id: int) -> Prepared:
    """The bill's draft, or else the letter that was posted last. Raises NotFound, LetterMissing."""
    bill = bill_there(session, bill_id)
    row = last_letter(session, bill)
    proposed = ""
    if not row.address and row.party is Party.BILLER:
        found = card_of(session, bill).first(Means.EMAIL)
        proposed = found.value if found is not None else ""
    posted = row.state is not MissiveState.DRAFT
    about = row.about or About.QUESTION
    return Prepared(
        row.id, bill.id, about, row.address, proposed, row.subject, row.text, (), posted
    )


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


def _composed(
    session: Session,
    settings: Settings,
    bill: Bill,
    card: ContactCard,
    asked: Asked,
    *,
    today: date,
) -> Letter:
    answering = ""
    if asked.about is About.QUESTION:
        answering = _last_subject(session, bill)
    wish = wish_of(session, bill, asked, today)
    writer = writer_of(session, settings, asked)
    return letter(wish, facts_of(bill, card), writer, asked.lang, today, answering=answering)


def _last_subject(session: Session, bill: Bill) -> str:
    """What the biller's last answer is called: a question goes on with that conversation."""
    came = (Missive.state == MissiveState.RECEIVED, Missive.party == Party.BILLER)
    query = select(Missive.subject, Missive.address).where(Missive.bill_id == bill.id, *came)
    rows = session.execute(query.order_by(Missive.id.desc()))
    return next((subject for subject, address in rows if not by_server(address)), "")


def _recipient(
    session: Session, bill: Bill, card: ContactCard, asked: Asked, party: Party
) -> tuple[str, str]:
    """Whom it goes to, "" when nobody is known; and whom the bill in question alone prints."""
    if asked.to:
        return _address(asked.to), ""
    before = session.scalar(
        select(Missive.address)
        .where(
            Missive.bill_id == bill.id,
            Missive.party == party,
            Missive.state == MissiveState.POSTED,
        )
        .order_by(Missive.id.desc())
        .limit(1)
    )
    if before or party is Party.MEDIATOR:
        return before or "", ""
    found = card.first(Means.EMAIL)
    if found is None:
        return "", ""
    return ("", found.value) if found.on_this_alone else (found.value, "")


def _kept(
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
    row = draft_of(session, bill.id) or Missive(
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
    row, address = draft_of(session, bill.id), _address(to)
    if row is None:
        raise LetterMissing(id=bill.id)
    key = _key(session, bill, row.about, address, (row.subject, row.text))
    if session.scalar(select(Missive.id).where(Missive.key == key, Missive.id != row.id)):
        session.delete(row)  # the same letter was posted to that address before
    row.address, row.key = address, key


def _address(to: str) -> str:
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


def draft_of(session: Session, bill_id: int) -> Missive | None:
    """The bill's letter that was not sent yet."""
    query = select(Missive).where(Missive.bill_id == bill_id, Missive.state == MissiveState.DRAFT)
    return session.scalar(query.with_for_update())
