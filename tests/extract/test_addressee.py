"""Whom a letter greets is the customer: never its biller."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.addressee import addressees, is_addressee
from extract.looked import Looked
from extract.ranker.questions import names_asked
from extract.sheet import sheet_of
from tests.extract.sheets import page_of_rows


def looked(*rows: str) -> Looked:
    return Looked(sheet_of((page_of_rows([[row] for row in rows]),)), "pdf_text")


@pytest.mark.parametrize(
    ("greeting", "name"),
    [
        ("Sehr geehrter Herr Winter,", "winter"),
        ("Sehr geehrte Frau Dr. Winter,", "winter"),
        ("Dear Mrs. Bevan,", "bevan"),
        ("Dear Alice Bevan:", "bevan"),
        ("Bonjour Mme Léger,", "leger"),
        ("Chère Madame Léger,", "leger"),
        ("Estimada Sra. García:", "garcia"),
        ("Gentile Sig.ra Rossi,", "rossi"),
        ("Geachte heer De Vries,", "vries"),
    ],
)
def test_the_one_who_is_greeted_is_addressed(greeting: str, name: str) -> None:
    assert addressees(looked(greeting, "Amount due 12.00 EUR").sheet) == {name}


def test_the_name_under_a_form_of_address_is_addressed() -> None:
    assert addressees(looked("Herrn", "Max Winter", "Musterstr. 11").sheet) == {"winter"}


@pytest.mark.parametrize(
    "text",
    [
        "Sehr geehrte Damen und Herren, hiermit",
        "Dear Sir or Madam, your bill of 3 March is ready.",
        "Herrn-Moden Fischer",
        "Beste Grüße",
        "Hello 2026",
    ],
)
def test_a_greeting_of_nobody_addresses_nobody(text: str) -> None:
    assert not {"fischer", "2026"} & addressees(looked(text, "Fischer").sheet)


def test_whoever_is_addressed_is_no_candidate_for_the_biller_and_a_firm_of_that_name_is() -> None:
    letter = looked(
        "Winter Haustechnik GmbH", "Max Winter", "Sehr geehrter Herr Winter,",
        "Kontoinhaber: Max Winter", "Anna Sommer",
    )  # fmt: skip
    names = [piece.text for piece in names_asked(letter).candidates]  # type: ignore[union-attr]
    assert "Winter Haustechnik GmbH" in names
    assert "Anna Sommer" in names
    assert "Max Winter" not in names


@given(st.sampled_from(("", "Dear ", "Herrn ", "Bonjour Mme ")), st.text(max_size=60))
def test_any_text_may_be_asked(greeting: str, name: str) -> None:
    assert not is_addressee(name, frozenset())
    is_addressee(name, addressees(looked(f"{greeting}{name}", name).sheet))
