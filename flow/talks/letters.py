"""A letter to the biller or a mediator: composed, addressed and shown."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from urllib.parse import quote

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.hold import dispute_of
from flow.settings import Settings
from flow.talks.answers import by_server
from flow.talks.bill_language import letter_language
from flow.talks.contacts import card_of
from flow.talks.dispute import bill_there
from flow.talks.draft import kept_draft, last_letter, usable_address
from flow.talks.wishes import Asked, facts_of, wish_of, writer_of
from models.said import Said, said
from models.tables import (
    About,
    Bill,
    Missive,
    MissiveState,
    Party,
)
from models.words import Lang, mark
from notify.letters.contact import ContactCard, Means
from notify.letters.letter import Letter, letter

_DISPUTES = (About.AMOUNT, About.READING, About.DOUBLE_DEBIT)
"""Letters about a bill that is not right: it is for the person to say that it waits until it is."""
_GOES_ON = mark(
    "A letter holds nothing: the bill can be paid and reminded of until you say "
    "`facteur ask {id} --dispute “…”`."
)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A letter as it stands: what is shown is what is sent. posted: this very letter was sent before.

    address: "" while nobody is known to write to; proposed: the address that only the bill in question
    prints, for the person to take or not. notes: for the person alone. lang: None for a letter that was
    kept before: it is not kept beside its words.
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
    lang: Lang | None = None

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
    lang, why = letter_language(session, bill, asked)
    asked = replace(asked, lang=lang)
    made = _composed(session, settings, bill, card, asked, today=now.astimezone().date())
    party = Party.MEDIATOR if asked.about is About.MEDIATOR else Party.BILLER
    address, proposed = _recipient(session, bill, card, asked, party)
    row = kept_draft(session, bill, asked, made, (party, address), now=now)
    notes = (*why, *made.notes, *(card.notes if proposed and not address else ()))
    if asked.about in _DISPUTES and dispute_of(session, bill.id) is None:
        notes = (*notes, said(_GOES_ON, id=bill.id))
    posted = row.state is not MissiveState.DRAFT
    return Prepared(
        row.id, bill.id, asked.about, row.address, proposed, row.subject, row.text, notes, posted,
        lang,
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
    lang = asked.lang or asked.own_lang
    return letter(wish, facts_of(bill, card), writer, lang, today, answering=answering)


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
        return usable_address(asked.to), ""
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
