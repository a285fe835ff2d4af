"""What a lesson may change: never an exact source, never another biller, never with more than its proof."""

import random
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.memory.identity import identity_with, shown
from extract.memory.learn import lessons_of
from extract.memory.lesson import (
    FIELDS,
    NOTHING,
    Anchor,
    Correction,
    Identity,
    KnownBiller,
    Lesson,
    Memory,
)
from extract.memory.recall import apply
from extract.page import Line, Page, Word
from models.money import Money
from models.reading import Box, Found, Reading
from tests.extract.memory.letters import OTHER, OWN, PROVED, letter, recalled, shows, taught

FIRST = letter(("Gesamtbetrag", "310,00 EUR"), ("Gesamtsoll", "84,20 EUR"))
NEXT = letter(("Gesamtbetrag", "402,10 EUR"), ("Gesamtsoll", "91,75 EUR"))
LESSON = taught(FIRST, Correction("amount", "84.20", "Gesamtbetrag 310,00 EUR", "EUR"))


def amount(value: str, source: str = "pdf_text", quote: str = "", sure: float = 0.9) -> Reading:
    return Reading(source, amount=Found(Money.of(value, "EUR"), source, quote, sure))


def given_amount(reading: Reading) -> Found[Money]:
    assert reading.amount is not None
    return reading.amount


@pytest.mark.parametrize("source", ["cii", "ubl", "facturx", "qr", "markup"])
def test_an_exact_source_wins_and_is_doubted_where_it_differs(source: str) -> None:
    read = recalled(amount("402.10", source, sure=0.99), NEXT, *LESSON)
    assert given_amount(read).source == source
    assert str(given_amount(read).value) == "402.10"
    assert given_amount(read).confidence < 0.9
    assert read.warnings == ("memory_disagree:amount",)
    same = amount("91.75", source, sure=0.99)
    assert recalled(same, NEXT, *LESSON) == same


def test_the_mistake_that_was_corrected_is_put_right_and_sure() -> None:
    read = recalled(amount("402.10", quote="Gesamtbetrag 402,10 EUR", sure=0.96), NEXT, *LESSON)
    assert (str(given_amount(read).value), read.warnings) == ("91.75", ())
    assert given_amount(read).confidence >= 0.9


def test_agreement_makes_it_surer() -> None:
    read = recalled(amount("91.75", quote="Gesamtsoll 91,75 EUR", sure=0.5), NEXT, *LESSON)
    assert given_amount(read).confidence >= 0.95


def test_a_sure_answer_from_a_place_nobody_corrected_is_a_contradiction() -> None:
    read = recalled(amount("33.00", quote="Zu zahlen 33,00 EUR", sure=0.96), NEXT, *LESSON)
    assert given_amount(read).confidence < 0.9
    assert read.warnings == ("memory_disagree:amount",)


def test_a_credit_note_after_a_bill_was_taught_is_a_doubt() -> None:
    title = Found("credit_note", "pdf_text", "Gutschrift", 0.9)
    read = recalled(replace(amount("402.10", sure=0.5), signs=(title,)), NEXT, *LESSON)
    assert given_amount(read).confidence < 0.9


def test_several_bills_in_one_mail_are_a_doubt() -> None:
    both = replace(amount("402.10", sure=0.5), warnings=("several_bills",))
    assert given_amount(recalled(both, NEXT, *LESSON)).confidence < 0.9


def test_a_weak_kinship_fills_what_is_missing_and_nothing_else() -> None:
    bare = letter(("Gesamtbetrag", "402,10 EUR"), ("Gesamtsoll", "91,75 EUR"), iban="")
    filled = recalled(Reading("pdf_text"), bare, *LESSON)
    assert str(given_amount(filled).value) == "91.75"
    assert given_amount(filled).confidence < 0.9
    read = amount("402.10", quote="Gesamtbetrag 402,10 EUR")
    assert recalled(read, bare, *LESSON) == read


def test_another_account_gains_nothing() -> None:
    other = letter(("Gesamtbetrag", "402,10 EUR"), ("Gesamtsoll", "91,75 EUR"), iban=OTHER)
    read = amount("402.10", quote="Gesamtbetrag 402,10 EUR")
    assert recalled(read, other, *LESSON) == read


def test_none_drops_what_stands_at_the_place_that_was_denied_and_no_other() -> None:
    def dated(label: str, day: str) -> bytes:
        return letter((label, day))

    lessons = taught(
        dated("Naechste Ablesung", "01.03.2026"),
        Correction("due_on", None, "Naechste Ablesung 01.03.2026"),
    )
    denied = Found(date(2026, 9, 1), "pdf_text", "Naechste Ablesung 01.09.2026", 0.9)
    real = Found(date(2026, 9, 1), "pdf_text", "Zahlbar bis 01.09.2026", 0.9)
    page = dated("Naechste Ablesung", "01.09.2026")
    assert recalled(Reading("pdf_text", due_on=denied), page, *lessons).due_on is None
    assert recalled(Reading("pdf_text", due_on=real), page, *lessons).due_on == real


def test_without_lessons_nothing_is_touched() -> None:
    read = amount("402.10")
    assert apply(read, shows(NEXT), NOTHING) is read


WASSERKRAFT = KnownBiller(
    "Die Wasserkraft", identity_with([f"account:{OWN}"]), frozenset(["wasserkrafthohenfels"]), sure=True
)  # fmt: skip


@pytest.mark.parametrize(
    ("read", "sure", "name", "least"),
    [
        (None, 0.0, "Die Wasserkraft", 0.9),
        ("Wasserkraft Hohenfels", 0.7, "Die Wasserkraft", 0.95),
        ("Frau Sommer", 0.5, "Die Wasserkraft", 0.9),
    ],
)
def test_an_account_that_earlier_bills_printed_names_the_biller(
    read: str | None, sure: float, name: str, least: float
) -> None:
    old = Found(read, "pdf_text", read, sure) if read else None
    named = apply(
        Reading("pdf_text", biller=old), shows(NEXT), Memory(billers=(WASSERKRAFT,))
    ).biller
    assert named is not None
    assert named.value == name
    assert named.confidence >= least


def test_a_name_that_no_page_prints_is_never_sure_by_its_number_alone() -> None:
    known = KnownBiller("Fernwaerme Birkenau", identity_with([f"account:{OWN}"]), sure=True)
    named = apply(Reading("pdf_text"), shows(NEXT), Memory(billers=(known,))).biller
    assert named is not None
    assert named.confidence < 0.9


def test_another_name_that_was_read_surely_is_kept_and_doubted() -> None:
    old = Found("Stadtwerke Anders", "pdf_text", "Stadtwerke Anders", 0.95)
    read = apply(Reading("pdf_text", biller=old), shows(NEXT), Memory(billers=(WASSERKRAFT,)))
    assert read.biller is not None
    assert (read.biller.value, read.biller.confidence < 0.9) == ("Stadtwerke Anders", True)
    assert read.warnings == ("memory_disagree:biller",)


def test_two_billers_with_one_account_name_nobody() -> None:
    other = replace(WASSERKRAFT, name="Fernwaerme Birkenau", read_as=frozenset())
    read = Reading("pdf_text")
    assert apply(read, shows(NEXT), Memory(billers=(WASSERKRAFT, other))) == read


TEXTS = st.text(
    st.sampled_from("0123456789.,-/ €EURDeabcGestmß'\u202f:()%\n\x00"), max_size=30
)  # fmt: skip
EDGES = st.floats(-1e4, 1e4, allow_nan=False)


@st.composite
def pages(draw: st.DrawFn) -> Page:
    """Any words at any place, also upside down, empty or off the page."""
    rows = []
    for _ in range(draw(st.integers(0, 5))):
        words = [
            Word(draw(TEXTS) or "x", Box(draw(EDGES), draw(EDGES), draw(EDGES), draw(EDGES)))
            for _ in range(draw(st.integers(1, 4)))
        ]
        rows.append(Line(tuple(words)))
    return Page(draw(st.integers(1, 3)), draw(EDGES), draw(EDGES), tuple(rows))


@settings(max_examples=150, deadline=None)
@given(st.lists(pages(), max_size=3), st.lists(pages(), max_size=2), st.integers(0, 2**32))
def test_no_page_and_no_lesson_makes_it_fail(
    papers: list[Page], others: list[Page], seed: int
) -> None:
    chance = random.Random(seed)
    seen = shown([papers, others], PROVED)
    currency = chance.choice(("", "EUR", "JPY", "nonsense"))
    said = [
        Correction("amount", chance.choice(("1.00", "-0.5", "12")), "Gesamtbetrag 1,00", currency),
        Correction("due_on", "2026-01-02"),
        Correction("due_on", None, "Ge 1.1.2026"),
        Correction("issued_on", "2024-05-05"),
        Correction("number", "a-1"),
        Correction("payee_iban", OWN),
        Correction("biller", "Ge"),
    ]
    lessons = list(lessons_of(seen, said, "Ge"))
    lessons += [
        Lesson(field, replace(seen.identity, accounts=frozenset()), "Ge", (Anchor(left="ge"), Anchor()))
        for field in FIELDS
    ]  # fmt: skip
    memory = Memory(tuple(lessons), (KnownBiller("Ge", Identity(), sure=True),))
    read = apply(amount("402.10"), seen, memory)
    for name in FIELDS:
        found = getattr(read, name)
        assert found is None or 0 <= found.confidence <= 1
