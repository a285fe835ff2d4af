"""In which language a letter about a bill is written: the bill's, as far as there are letters in it."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.talks.wishes import Asked
from models.codec import EXTRACTION
from models.said import Listed, Said, said
from models.tables import Bill, BillMessage, Extracted
from models.words import Lang, mark
from notify.letters.language import LANGUAGES, language_of

_SAID = mark("The letter is in {language}, as you said.")
_AS_BILL = mark("The letter is in {language}, as the bill is.")
_NOT_OURS = mark(
    "The letter is in {language}, not in the bill’s language: the bill is in {other}, and there are "
    "letters in French and in English alone."
)
_UNKNOWN = mark(
    "The letter is in {language}, your language: which one the bill is in is not clear. "
    "`--language fr` or `--language en` chooses."
)
_OWN_WORDS = mark("Your own words stand in it as you wrote them.")
_WRITTEN: tuple[Lang, ...] = ("fr", "en")
_MOST_MAILS = 20


def letter_language(session: Session, bill: Bill, asked: Asked) -> tuple[Lang, tuple[Said, ...]]:
    """The language, and why, for the person: what they said, else the bill's, else their own."""
    if asked.lang is not None:
        return asked.lang, _told(_SAID, asked.lang, asked)
    spoken = language_of(_text(session, bill))
    for lang in _WRITTEN:
        if lang == spoken:
            return lang, _told(_AS_BILL, lang, asked)
    own = asked.own_lang
    if not spoken:
        return own, _told(_UNKNOWN, own, asked)
    return own, _told(_NOT_OURS, own, asked, other=Listed((LANGUAGES[spoken],)))


def _told(sentence: str, lang: Lang, asked: Asked, **more: Listed) -> tuple[Said, ...]:
    why = said(sentence, language=Listed((LANGUAGES[lang],)), **more)
    return (why, said(_OWN_WORDS)) if asked.text and lang != asked.own_lang else (why,)


def _text(session: Session, bill: Bill) -> str:
    """What the mails of the bill say, as a person reads it."""
    query = (
        select(Extracted.extraction)
        .join(BillMessage, BillMessage.message_id == Extracted.message_id)
        .where(BillMessage.bill_id == bill.id)
        .order_by(BillMessage.id)
        .limit(_MOST_MAILS)
    )
    return "\n".join(EXTRACTION.read(text).text for text in session.scalars(query))
