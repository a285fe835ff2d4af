"""Who asks for the money, and how they are reached."""

import pytest

from extract.looked import Looked
from extract.rule_of_identity import biller_of, contact_of, number_of
from extract.sheet import sheet_of
from tests.extract.sheets import page_of_rows


def contact(*rows: str) -> str | None:
    page = page_of_rows([[row] for row in rows])
    found = contact_of(Looked(sheet_of((page,)), "pdf_text"))
    return found.value if found else None


@pytest.mark.parametrize(
    "row",
    [
        "IBAN : FR76 1027 8021 3700 0200 1234 567",
        "Contact bancaire RIB 10278 02137 00020013949 67",
        "Téléphone et compte FR76 1027 3949 3700 0200 1234 567",
    ],
)
def test_the_digits_of_an_account_are_no_telephone(row: str) -> None:
    assert contact(row) is None
    assert contact(row, "Service client : 39 49") == "39 49"


def test_a_telephone_beside_an_account_is_one() -> None:
    assert contact("Tél. 02 98 00 11 22 IBAN FR76 1027 8021 3700 0200 1234 567") == "02 98 00 11 22"


def number(*rows: str) -> tuple[str, float] | None:
    page = page_of_rows([[row] for row in rows])
    found = number_of(Looked(sheet_of((page,)), "pdf_text"))
    return (found.value, found.confidence) if found else None


@pytest.mark.parametrize(
    ("rows", "own"),
    [
        (["CREDITNOTA 2026-C-0098", "Betreft factuur 2026-4410"], "2026-C-0098"),
        (["AVOIR n° AV-0231", "Sur facture FA-8811 du 20/09/2026"], "AV-0231"),
        (["Credit note no. CN-7", "against invoice INV-410"], "CN-7"),
    ],
)
def test_the_bill_that_a_credit_note_is_about_does_not_number_it(rows: list[str], own: str) -> None:
    told = number(*rows)
    assert told is not None
    assert told[0] == own


def test_the_bill_that_is_replaced_does_not_number_the_one_that_replaces_it() -> None:
    told = number(
        "Facture n° 26-112", "Cette facture annule et remplace la facture 26-091 du 02/10/2026"
    )
    assert told is not None
    assert told[0] == "26-112"
    assert told[1] < 0.9


def test_a_reminder_bears_the_number_of_its_bill() -> None:
    assert number("Mahnung", "zur Rechnung Nr. 881200 vom 25.09.2026") == ("881200", 0.95)


def test_the_word_for_the_name_is_no_part_of_it() -> None:
    rows = [
        "Cedente / prestatore",
        "Fornitore",
        "Denominazione : Falegnameria Gallo SA",
        "Viale Europa 6",
    ]
    page = page_of_rows([[row] for row in rows])
    found = biller_of(Looked(sheet_of((page,)), "pdf_text"))
    assert found is None or not found.value.startswith("Denominazione")
