"""Contacts come from older bills first; a forged bill's own number is never put forward."""

from datetime import date

import pytest
from hypothesis import given, settings

from notify.letters.contact import Contact, ContactCard, Means, PrintedContact, contact_card
from tests.notify.test_compose import strange

OLD, OLDER, NOW = date(2026, 9, 3), date(2026, 6, 3), date(2026, 11, 3)


def card(*printed: PrintedContact, this_bill: str = "bill-9") -> ContactCard:
    return contact_card("Eaux du Vallon", "C-12", printed, this_bill)


def values(text: str) -> list[tuple[Means, str]]:
    found = card(PrintedContact(text, "bill-1", OLD)).contacts
    return sorted((one.means, one.value) for one in found)


@pytest.mark.parametrize(
    ("text", "means", "value"),
    [
        ("Service client : 09 69 32 15 15 (prix d'un appel local)", Means.PHONE, "0969321515"),
        ("Tél. +33 (0)1 44 55 66 77", Means.PHONE, "+33144556677"),
        ("39 49 (0,15 €/min)", Means.PHONE, "3949"),
        ("Call 0800 048 0202, Mon-Fri 8-20", Means.PHONE, "08000480202"),
        ("Contact@Eaux-Vallon.FR.", Means.EMAIL, "contact@eaux-vallon.fr"),
        ("www.eaux-vallon.fr/contact", Means.PAGE, "www.eaux-vallon.fr"),
        ("https://Aide.eaux-vallon.fr", Means.PAGE, "aide.eaux-vallon.fr"),
    ],
)
def test_what_a_bill_prints_is_taken_apart(text: str, means: Means, value: str) -> None:
    assert (means, value) in values(text)
    assert len(values(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12/11/2026",
        "le 12.11.26",
        "Facture F-2031",
        "a@b",
        "8 h - 20 h",
        "IBAN FR76 1027 8021 3700 0200 1234 567",
        "RIB 10278 02137 00020012345 67",
        "FR7610278021370002001234567",
    ],
)
def test_what_is_no_contact_is_none(text: str) -> None:
    assert values(text) == []


def test_what_older_bills_print_comes_first_and_the_bill_in_question_last() -> None:
    made = card(
        PrintedContact("09 99 99 99 99", "bill-9", NOW),
        PrintedContact("09 69 32 15 15", "bill-1", OLDER),
        PrintedContact("09 69 32 15 15", "bill-2", OLD),
        PrintedContact("01 00 00 00 00", "bill-2", OLD),
    )
    assert [one.value for one in made.contacts] == ["0969321515", "0100000000", "0999999999"]
    assert made.first(Means.PHONE) == Contact(
        Means.PHONE, "0969321515", OLDER, 2, on_this_alone=False
    )
    assert made.first(Means.EMAIL) is None
    assert made.notes == ()


def test_a_contact_known_from_the_bill_in_question_alone_comes_with_a_warning() -> None:
    made = card(PrintedContact("09 99 99 99 99", "bill-9", NOW))
    assert [one.on_this_alone for one in made.contacts] == [True]
    (note,) = made.notes
    assert "older bill" in note.told("en")


def test_the_first_day_is_not_taken_from_the_bill_in_question() -> None:
    made = card(
        PrintedContact("3949", "bill-9", date(2020, 1, 1)), PrintedContact("3949", "bill-1", OLD)
    )
    assert made.contacts[0].since == OLD


@given(text=strange)
@settings(max_examples=80, deadline=None)
def test_hostile_text_gives_plain_contacts(text: str) -> None:
    for one in card(PrintedContact(text, "bill-1", OLD)).contacts:
        assert one.value.isprintable()
        assert " " not in one.value
