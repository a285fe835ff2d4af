"""Letters say what is known and no more; the preview is what is sent; strangers change no header."""

from datetime import date
from email import message_from_bytes
from email.policy import default

import pytest
from hypothesis import given, settings

from models.errors.sending import ChannelRefused
from models.money import Money
from models.reading import Period
from models.words import Lang
from notify.channels.smtp.compose import compose
from notify.letters.letter import Letter, letter
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
)
from notify.notice import Thread, key_of
from tests.notify.dues import TODAY
from tests.notify.notices import ALICE
from tests.notify.test_compose import names, strange

WRITER = Writer("Alice Martin", "3 rue du Puits, 26000 Valence")
BILL = BillFacts(
    "Eaux du Vallon",
    "F-2031",
    "C-12",
    date(2026, 11, 3),
    date(2026, 12, 3),
    Money(84_20, "EUR"),
    Period(date(2026, 8, 1), date(2026, 10, 31)),
)
WISHES: tuple[Wish, ...] = (
    Question("Why is line 3 there?"),
    WrongAmount(Money(64_20, "EUR"), "The meter was read twice."),
    WrongReading("01234 m³", date(2026, 11, 20)),
    DoubleDebit(date(2026, 11, 5), date(2026, 11, 6), Money(84_20, "EUR")),
    Cancellation(date(2026, 12, 31)),
    Cancellation(),
    Mediation(date(2026, 8, 1), answered=False, words="They will not read the meter."),
    Mediation(date(2026, 8, 1), answered=True, words="They will not read the meter."),
)
every_wish = pytest.mark.parametrize("wish", WISHES, ids=lambda wish: type(wish).__name__)


def written(wish: Wish, bill: BillFacts = BILL, lang: Lang = "en") -> Letter:
    return letter(wish, bill, WRITER, lang, TODAY)


@every_wish
def test_it_names_the_bill_by_all_that_is_known(wish: Wish) -> None:
    text = written(wish).text
    for line in (
        "Customer number: C-12", "Bill number: F-2031", "Date of the bill: 3 November 2026",
        "Amount: €84.20", "Due date: 3 December 2026", "Period: 1 August 2026 to 31 October 2026",
    ):  # fmt: skip
        assert f"- {line}\n" in text + "\n"
    assert text.endswith("Alice Martin\n3 rue du Puits, 26000 Valence")


@every_wish
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_what_is_not_known_is_not_said(wish: Wish, lang: Lang) -> None:
    made = written(wish, BillFacts("Eaux du Vallon"), lang)
    assert "None" not in made.subject + made.text
    assert "{" not in made.subject + made.text
    assert "\n- " not in made.text
    assert "\n\n\n" not in made.text


def test_each_letter_says_its_own() -> None:
    told = [written(wish) for wish in WISHES]
    assert len({one.text for one in told}) == len(WISHES)
    assert "€64.20 is due" in told[1].text
    assert "on 20 November 2026 I read 01234 m³" in told[2].text
    assert "twice: €84.20 on 5 November 2026, and again on 6 November 2026" in told[3].text
    assert "within 14 days" in told[3].text
    assert told[4].subject == "Cancellation of my contract, customer number C-12"
    assert "on 31 December 2026" in told[4].text
    assert "had no answer" in told[6].text
    assert "did not settle it" in told[7].text
    assert told[0].subject == "Question: bill F-2031 of 3 November 2026"


@pytest.mark.parametrize(
    ("wish", "note"),
    [
        (Mediation(date(2025, 10, 1), answered=True, words="x"), "one year"),
        (Mediation(date(2026, 11, 1), answered=False, words="x"), "two months"),
        (Mediation(date(2026, 11, 1), answered=True, words="x"), ""),
    ],
)
def test_a_mediator_is_asked_in_time(wish: Wish, note: str) -> None:
    told = [one.told("en") for one in written(wish).notes]
    assert [note in one for one in told] == ([True] if note else [])


@pytest.mark.parametrize(
    "wish",
    [
        Question(" \u200b\n"),
        WrongAmount(Money(64_20, "EUR"), ""),
        WrongAmount(Money(84_20, "EUR"), "It is what was billed."),
        WrongReading("", TODAY),
        Mediation(TODAY, answered=True, words=""),
    ],
)
def test_a_letter_without_its_words_is_none(wish: Wish) -> None:
    with pytest.raises(ChannelRefused):
        written(wish)


@pytest.mark.parametrize(
    ("subject", "answer"),
    [
        ("Votre facture F-2031", "Re: Votre facture F-2031"),
        ("RE: Aw: Tr : Votre facture", "Re: Votre facture"),
        ("Reçu", "Re: Reçu"),
        ("Re:\r\nBcc: eve@x.org", "Re: Bcc: eve@x.org"),
        ("\u202e", "Question: bill F-2031 of 3 November 2026"),
    ],
)
def test_an_answer_keeps_the_subject_it_answers(subject: str, answer: str) -> None:
    assert letter(WISHES[0], BILL, WRITER, "en", TODAY, answering=subject).subject == answer


def test_a_letter_is_signed() -> None:
    with pytest.raises(ChannelRefused):
        letter(WISHES[0], BILL, Writer(" \n"), "en", TODAY)


@every_wish
def test_the_preview_is_what_is_sent_in_its_thread(wish: Wish) -> None:
    made = written(wish)
    thread = Thread(("<first@eaux.example>", "<second@eaux.example>"))
    sent = compose(made.to("service@eaux.example", key_of("letter", 7), thread), ALICE)
    read = message_from_bytes(sent.data, policy=default)
    assert read["Subject"] == made.subject
    assert read.get_content().replace("\r\n", "\n").removesuffix("\n") == made.text
    assert read["In-Reply-To"] == "<second@eaux.example>"
    assert read["References"].split() == list(thread.ids)
    assert read["Auto-Submitted"] is None


@every_wish
@given(biller=strange, number=strange, name=strange, words=strange)
@settings(max_examples=20, deadline=None)
def test_hostile_billers_and_numbers_never_change_a_header(
    wish: Wish, biller: str, number: str, name: str, words: str
) -> None:
    bill = BillFacts(biller, number, number, BILL.issued_on)
    wish = Question("A" + words) if isinstance(wish, Question) else wish
    made = letter(wish, bill, Writer("A" + name, name), "en", TODAY, answering=number)
    mail = made.to("service@eaux.example", key_of(1), Thread(("<a@b>",)))
    assert (mail.title, mail.text) == (made.subject, made.text)
    data = compose(mail, ALICE).data
    honest = compose(written(wish).to("service@eaux.example", key_of(1), Thread(("<a@b>",))), ALICE)
    assert names(data) == names(honest.data)
    read, meant = message_from_bytes(data), message_from_bytes(honest.data)
    for header in set(names(data)) - {"Subject", "MIME-Version"}:
        assert read[header] == meant[header]
    assert len(made.subject.splitlines()) == 1
