"""Who asks for the money, and how they are reached."""

import pytest

from extract.looked import Looked
from extract.rule_of_identity import contact_of
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
