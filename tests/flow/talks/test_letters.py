"""A letter is kept as it was shown, goes where the person knows to write, and says what is known."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flow.talks.door import dispute, letter
from flow.talks.letters import Prepared
from models.errors.reminding import AddressUnusable
from models.errors.sending import ChannelRefused
from models.errors.talks import (
    ComplaintMissing,
    DebitsMissing,
    LetterMissing,
    RightAmountMissing,
    WriterMissing,
)
from models.errors.values import NotFound
from models.payment_text import one_line
from models.tables import About
from notify.mail_address import plain_address
from notify.prose import prose
from tests.flow.paid_bills import Line, bring, csv_file
from tests.flow.talks.talk_house import SERVICE, TalkHouse
from tests.notify.test_compose import strange


def test_a_letter_names_the_bill_and_is_kept_until_it_is_sent(each_talks: TalkHouse) -> None:
    each_talks.bill("F-20311")
    bill = each_talks.bill("F-20444", "90,00")
    made = each_talks.write(bill)
    assert (made.address, made.proposed, made.posted) == (SERVICE, "", False)
    assert made.subject == "Question: bill F-20444 of 2 November 2026"
    for words in ("Why is it so much?", "Customer number: C-F-20444", "€90.00", "Alice Martin"):
        assert words in made.text
    kept = letter(each_talks.wiring, bill, None, "", each_talks.now)
    assert kept == replace(made, notes=(), lang=None)
    assert each_talks.box.mails == []


def test_a_second_letter_takes_the_place_of_the_first(quiet: TalkHouse) -> None:
    bill = quiet.bill()
    quiet.write(bill)
    made = quiet.write(bill, About.CANCEL, text="", on=(date(2026, 12, 31),))
    assert "I cancel my contract on 31 December 2026." in made.text
    assert [row["subject"] for row in quiet.rows(bill)] == [made.subject]


@pytest.mark.parametrize(
    ("about", "words"),
    [
        (About.QUESTION, "J’ai une question"),
        (About.READING, "Pourquoi tant ?"),
        (About.CANCEL, "résili"),
        (About.MEDIATOR, "Eaux du Vallon"),
    ],
)
def test_every_letter_is_written_in_french_too(quiet: TalkHouse, about: About, words: str) -> None:
    bill = quiet.bill()
    on = (date(2026, 9, 1),) if about is About.MEDIATOR else ()
    made = quiet.write(bill, about, lang="fr", text="Pourquoi tant ?", on=on)
    assert words in made.text
    assert "Montant : 84,20" in made.text.replace("\xa0", " ")


def test_an_address_that_this_bill_alone_prints_is_proposed_and_never_taken(
    quiet: TalkHouse,
) -> None:
    bill = quiet.bill()
    made = quiet.write(bill)
    assert (made.address, made.proposed) == ("", SERVICE)
    assert any("older bill" in note.told("en") for note in made.notes)
    assert quiet.write(bill, to="Service@Eaux-du-Vallon.example").address == (
        "Service@eaux-du-vallon.example"
    )


def test_the_drafts_address_is_said_later(quiet: TalkHouse) -> None:
    bill = quiet.bill()
    shown = quiet.write(bill)
    made = letter(quiet.wiring, bill, None, "help@vallon.example", quiet.now)
    assert (made.address, made.text) == ("help@vallon.example", shown.text)
    with pytest.raises(AddressUnusable):
        letter(quiet.wiring, bill, None, "help@vallon.example\nBcc: eve@x.org", quiet.now)


def test_what_is_missing_is_asked_for(quiet: TalkHouse) -> None:
    bill = quiet.bill()
    for number in (0, 99, 2**80):
        with pytest.raises(NotFound):
            quiet.write(number)
    with pytest.raises(LetterMissing):
        letter(quiet.wiring, bill, None, "", quiet.now)
    with pytest.raises(WriterMissing):
        quiet.write(bill, name="")
    with pytest.raises(ChannelRefused):
        quiet.write(bill, text="\u200b")
    with pytest.raises(ComplaintMissing):
        quiet.write(bill, About.MEDIATOR, text="They do not answer.")
    with pytest.raises(DebitsMissing):
        quiet.write(bill, About.DOUBLE_DEBIT, text="")


def test_both_days_of_a_double_debit_come_from_the_statement(quiet: TalkHouse) -> None:
    bill = quiet.bill()
    lines = [
        Line("-84.20", "PRLV EAUX DU VALLON F-20311", date(2026, 11, 5)),
        Line("-84.20", "PRLV EAUX DU VALLON F-20311", date(2026, 11, 9)),
        Line("-84.20", "PRLV EAUX DU VALLON", date(2026, 10, 5)),
    ]
    bring(quiet.wiring, csv_file(*lines))
    made = quiet.write(bill, About.DOUBLE_DEBIT, text="")
    assert "€84.20 on 5 November 2026, and again on 9 November 2026" in made.text


def test_equal_debits_of_two_months_are_no_double_debit(quiet: TalkHouse) -> None:
    bill = quiet.bill()
    lines = [
        Line("-84.20", "PRLV EAUX DU VALLON F-20311", date(2026, 11, 5)),
        Line("-84.20", "PRLV EAUX DU VALLON", date(2026, 10, 5)),
        Line("-84.20", "CB BOULANGERIE", date(2026, 11, 6)),
    ]
    bring(quiet.wiring, csv_file(*lines))
    with pytest.raises(DebitsMissing):
        quiet.write(bill, About.DOUBLE_DEBIT, text="")
    days = (date(2026, 11, 9), date(2026, 11, 5))
    made = quiet.write(bill, About.DOUBLE_DEBIT, text="", on=days)
    assert "on 5 November 2026, and again on 9 November 2026" in made.text


def test_a_wrong_amount_says_what_was_billed_what_is_right_and_why(quiet: TalkHouse) -> None:
    bill = quiet.bill()
    made = quiet.write(bill, About.AMOUNT, text="The meter was read twice.", amount=Decimal("64.2"))
    assert made.subject.startswith("Wrong amount: bill ")
    for words in ("€84.20 is billed, €64.20 is due", "The meter was read twice.", "corrected bill"):
        assert words in made.text
    french = quiet.write(bill, About.AMOUNT, lang="fr", text="Relevé en double.", amount=Decimal(0))
    assert "0,00 €" in french.text.replace("\xa0", " ")
    assert letter(quiet.wiring, bill, None, "", quiet.now).about is About.AMOUNT


def test_a_wrong_amount_needs_another_amount_and_words(quiet: TalkHouse) -> None:
    bill = quiet.bill()
    with pytest.raises(RightAmountMissing):
        quiet.write(bill, About.AMOUNT, text="It is too much.")
    for amount, words in ((Decimal("84.20"), "It is too much."), (Decimal("64.20"), " ")):
        with pytest.raises(ChannelRefused):
            quiet.write(bill, About.AMOUNT, text=words, amount=amount)


def test_a_letter_about_a_wrong_bill_says_that_it_holds_nothing_until_it_is_disputed(
    quiet: TalkHouse,
) -> None:
    asked: dict[str, Any] = {"text": "Too much.", "amount": Decimal("64.20")}
    bill = quiet.bill()
    free = quiet.write(bill, About.AMOUNT, **asked)
    assert any(f"ask {bill} --dispute" in note.told("en") for note in free.notes)
    dispute(quiet.wiring, bill, "Too much.", quiet.now)
    held = quiet.write(bill, About.AMOUNT, **asked)
    assert not any("--dispute" in note.told("en") for note in held.notes)
    assert held.text == free.text


@given(to=st.one_of(strange, strange.map(lambda text: f"a{text}@x.org")), words=strange)
@settings(max_examples=60, deadline=None)
def test_no_address_and_no_word_adds_a_field_to_the_link(to: str, words: str) -> None:
    address, said = plain_address(to), prose("A" + words, 5_000)
    made = Prepared(1, 1, About.QUESTION, address, "", one_line(said, 200), said, (), posted=False)
    link = urlsplit(made.mailto)
    assert made.mailto.isascii()
    assert made.mailto.isprintable()
    assert unquote(link.path) == address
    fields = parse_qsl(link.query, keep_blank_values=True, strict_parsing=True)
    assert fields == [("subject", made.subject), ("body", said.replace("\n", "\r\n"))]
    assert not link.fragment
