"""An order that is wrong cannot be made."""

from datetime import datetime
from typing import Any

import pytest
from hypothesis import given

from models.errors.orders import OrderInvalid
from models.errors.values import DateNaive, ReferenceInvalid
from models.money import Money
from models.order import LONGEST_NAME, Order, Payee, Pending, PostalAddress, Settled, Unknown
from models.payment_text import basic_latin, one_line
from models.reference import (
    BelgianReference,
    CreditorReference,
    FreeText,
    QrReference,
    reference_of,
)
from tests.pay.orders import OGM, QRR, RF, hostile, order, payee

NAIVE = datetime(2026, 11, 23, 9, 0)  # noqa: DTZ001 - what must be refused


@pytest.mark.parametrize(
    "change",
    [
        {"amount": Money(0, "EUR")},
        {"amount": Money(-1, "EUR")},
        {"key": "short"},
        {"key": "UPPERCASE1"},
        {"key": "a" * 36},
        {"key": "9f8b2c4d\n1e6a"},
        {"bill": ""},
        {"bill": "bill 7\n"},
        {"on": NAIVE},
    ],
)
def test_an_order_that_is_wrong_cannot_be_made(change: dict[str, Any]) -> None:
    with pytest.raises(OrderInvalid):
        order(**change)


def test_a_moment_without_a_time_zone_is_refused_everywhere() -> None:
    with pytest.raises(DateNaive):
        order(made_at=NAIVE)
    with pytest.raises(DateNaive):
        Settled(NAIVE, "camt.053")
    with pytest.raises(DateNaive):
        Pending(NAIVE, "bank")
    with pytest.raises(DateNaive):
        Unknown(NAIVE)


@pytest.mark.parametrize("name", ["", "  ", "\u202e\u200b", "...", "\n"])
def test_a_payee_without_a_name_cannot_be_made(name: str) -> None:
    with pytest.raises(OrderInvalid):
        Payee(name)


def test_a_bic_and_an_address_are_whole_or_refused() -> None:
    with pytest.raises(OrderInvalid):
        payee(bic="EDF")
    with pytest.raises(OrderInvalid):
        PostalAddress("Talweg", "3", "", "Bern", "CH")
    with pytest.raises(OrderInvalid):
        PostalAddress("Talweg", "3", "3000", "Bern", "Switzerland")


def test_a_payees_name_is_kept_as_the_bill_prints_it_without_hidden_signs() -> None:
    assert Payee("Société  des Eaux\u200b &\u00a0Fils").name == "Société des Eaux & Fils"
    assert Payee("EDF\nFR7600").name == "EDF FR7600"
    assert Payee("EDF \u202eRF").name == "EDF RF"


@given(hostile)
def test_one_line_is_one_line_and_stays_so(text: str) -> None:
    line = one_line(text, LONGEST_NAME)
    assert line == one_line(line, LONGEST_NAME)
    assert len(line) <= LONGEST_NAME
    assert len(line.splitlines()) <= 1
    assert line == " ".join(line.split())
    assert line.isprintable()
    line.encode()


@given(hostile)
def test_basic_latin_is_what_every_bank_takes(text: str) -> None:
    latin = basic_latin(text, 140)
    assert len(latin) <= 140
    allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-?:().,'+ "
    assert set(latin) <= set(allowed)
    assert basic_latin(latin, 140) == latin


@pytest.mark.parametrize(
    ("written", "spelt"),
    [
        ("Société des Eaux & Fils", "Societe des Eaux + Fils"),
        ("ŁÓDŹ Straße œuvre", "LODZ Strasse oeuvre"),
        ("Ελλάς", "Ellas"),
        ("Жители", "Zhiteli"),
        ("N° 12_b", "No 12-b"),
        ("中", "."),
    ],
)
def test_letters_that_banks_do_not_take_are_spelt(written: str, spelt: str) -> None:
    assert basic_latin(written, 70) == spelt


@pytest.mark.parametrize(
    ("written", "country", "kind", "shown"),
    [
        ("rf18 5390 0754 7034", "", CreditorReference, "RF18 5390 0754 7034"),
        (OGM, "", BelgianReference, OGM),
        ("***090/9337/55493***", "", BelgianReference, OGM),
        ("090933755493", "BE", BelgianReference, OGM),
        ("090933755493", "FR", FreeText, "090933755493"),
        ("21 00000 00003 13947 14300 09017", "", QrReference, "21 00000 00003 13947 14300 09017"),
        ("Facture F-2031", "", FreeText, "Facture F-2031"),
        ("RF19 5390 0754 7034", "", FreeText, "RF19 5390 0754 7034"),
        ("+++090/9337/55494+++", "BE", FreeText, "+++090/9337/55494+++"),
    ],
)
def test_a_reference_is_known_by_its_check_digits(
    written: str, country: str, kind: type, shown: str
) -> None:
    found = reference_of(written, country)
    assert isinstance(found, kind)
    assert str(found) == shown


def test_nothing_is_no_reference() -> None:
    assert reference_of(" \n\u200b") is None


@pytest.mark.parametrize("kind", [CreditorReference, BelgianReference, QrReference, FreeText])
@pytest.mark.parametrize("text", ["", " ", "\u202e"])
def test_an_empty_reference_cannot_be_made(kind: type, text: str) -> None:
    with pytest.raises(ReferenceInvalid):
        kind(text)


@pytest.mark.parametrize(
    ("kind", "right"), [(CreditorReference, RF), (BelgianReference, OGM), (QrReference, QRR)]
)
def test_one_wrong_digit_is_noticed(kind: type, right: str) -> None:
    for place, digit in enumerate(right):
        if digit.isdigit():
            wrong = right[:place] + str((int(digit) + 1) % 10) + right[place + 1 :]
            with pytest.raises(ReferenceInvalid):
                kind(wrong)


@given(hostile)
def test_no_text_is_too_strange_to_be_a_reference(text: str) -> None:
    found = reference_of(text, "BE")
    assert found is None or len(str(found).splitlines()) == 1


def test_an_order_says_all_that_a_rail_needs() -> None:
    assert isinstance(order(), Order)
    assert order().payee.country == "FR"
    assert payee(iban=None).country == ""
