"""Ready letters: the words a person sees in the preview are the words that are sent."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from models.errors.sending import ChannelRefused
from models.payment_text import one_line
from models.said import Said, said
from models.words import Lang, mark, translate
from notify.letters.paragraphs import paragraphs
from notify.letters.subject import (
    BillFacts,
    Cancellation,
    DoubleDebit,
    Mediation,
    Question,
    Wish,
    Writer,
    WrongAmount,
    WrongReading,
    known_lines,
    named,
)
from notify.notice import LONGEST_TITLE, Notice, Thread
from notify.prose import prose

_TOO_OLD = timedelta(days=365)
_TOO_NEW = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Letter:
    """The preview: subject and text as they will be sent; notes for the person alone."""

    subject: str
    text: str
    notes: tuple[Said, ...] = ()

    def to(self, address: str, key: str, thread: Thread | None = None) -> Notice:
        """The same letter as a mail, in the thread it answers. Raises ChannelRefused."""
        return Notice(
            key, address, self.subject, self.text, thread=thread or Thread(), by_machine=False
        )


def letter(
    wish: Wish,
    bill: BillFacts,
    writer: Writer,
    lang: Lang,
    today: date,
    *,
    answering: str = "",
) -> Letter:
    """The letter in `lang`, the biller's language.

    answering: the subject of the mail it answers, kept so that mail programs show one conversation.
    Raises ChannelRefused when words or a name are missing.
    """
    if not writer.name:
        raise ChannelRefused(why=mark("a letter needs the name of who writes it"))
    said_here = list(paragraphs(wish, bill, lang))
    known = known_lines(bill, lang)
    parts = [
        translate(mark("Dear Sir or Madam,"), lang),
        *said_here,
        "\n".join(f"- {line}" for line in known),
        translate(mark("Please answer in writing."), lang),
        translate(mark("Yours faithfully,"), lang),
        "\n".join(filter(None, (writer.name, writer.place))),
    ]
    text = "\n\n".join(filter(None, parts))
    subject = answer_to(answering) or _subject(wish, bill, lang)
    return Letter(
        one_line(subject, LONGEST_TITLE), prose(text, len(text)), tuple(_notes(wish, today))
    )


_ANSWERS = re.compile(r"(?:(?:re|aw|sv|fw|fwd|tr|rép)\s?:\s{0,9}){1,20}", re.IGNORECASE)
_LONGEST_ANSWERED = 150


def answer_to(subject: str) -> str:
    """ "Re:" once before a stranger's subject in one plain line; "" for none."""
    bare = one_line(subject, _LONGEST_ANSWERED)
    said_before = _ANSWERS.match(bare)
    bare = bare[said_before.end() :] if said_before else bare
    return f"Re: {bare}" if bare else ""


def _subject(wish: Wish, bill: BillFacts, lang: Lang) -> str:
    match wish:
        case Question():
            sentence = mark("Question: {bill}")
        case WrongAmount():
            sentence = mark("Wrong amount: {bill}")
        case WrongReading():
            sentence = mark("Wrong meter reading: {bill}")
        case DoubleDebit():
            sentence = mark("Debited twice: {bill}")
        case Mediation():
            sentence = mark("Request for mediation: {biller}, {bill}")
        case Cancellation() if bill.customer_number:
            sentence = mark("Cancellation of my contract, customer number {number}")
        case Cancellation():
            sentence = mark("Cancellation of my contract")
    details = {"bill": named(bill, lang), "biller": bill.biller, "number": bill.customer_number}
    return translate(sentence, lang, **details)


def _notes(wish: Wish, today: date) -> Iterator[Said]:
    """French rules (consumer code, L. 612-2: one year), as a hint: other countries have others."""
    match wish:
        case Cancellation():
            yield said(mark("Some contracts want a registered letter or an own form: check yours."))
        case DoubleDebit():
            yield said(
                mark(
                    "If you ask within eight weeks, your bank refunds a SEPA direct debit without reasons."
                )
            )
        case Mediation(complained_on) if today - complained_on > _TOO_OLD:
            yield said(mark("In France a mediator takes a case within one year of the complaint."))
        case Mediation(complained_on, answered) if (
            not answered and today - complained_on < _TOO_NEW
        ):
            yield said(mark("Most mediators wait two months for the answer to a complaint."))
        case _:
            return
