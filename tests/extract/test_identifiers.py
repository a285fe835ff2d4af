"""Accounts, register numbers and references that prove themselves."""

import pytest

from extract.identifiers import ibans_in, references_in, register_numbers_in

GOOD = "FR76 3000 6000 0112 3456 7890 189"


def test_an_account_in_groups_is_found_with_its_place() -> None:
    ((value, start, end, right),) = ibans_in(f"IBAN : {GOOD} - BIC : AGRIFRPP")
    assert (value, right) == ("FR7630006000011234567890189", True)
    assert (start, end) == (7, 7 + len(GOOD))


def test_letters_that_follow_are_no_part_of_the_account() -> None:
    ((value, _, _, right),) = ibans_in("DE89370400440532013000 BIC COBADEFFXXX")
    assert (value, right) == ("DE89370400440532013000", True)


def test_one_wrong_figure_is_seen_as_a_wrong_account() -> None:
    ((_, _, _, right),) = ibans_in(GOOD.replace("189", "188"))
    assert not right


@pytest.mark.parametrize(
    "text", ["FR76 **** **** **** 464", "FR88995638160 PRODUIT", "DE123456789", "BT1234 5678"]
)
def test_masked_accounts_and_tax_numbers_are_no_accounts(text: str) -> None:
    assert list(ibans_in(text)) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Réf. RF18 5390 0754 7034", "RF18539007547034"),
        ("+++090/9337/55493+++", "+++090/9337/55493+++"),
        ("21 00000 00003 13947 14300 09017", "210000000003139471430009017"),
    ],
)
def test_references_with_check_digits_are_found(text: str, value: str) -> None:
    assert [r[0] for r in references_in(text)] == [value]


@pytest.mark.parametrize("text", ["RF19 5390 0754 7034", "+++090/9337/55494+++"])
def test_references_with_wrong_check_digits_are_not(text: str) -> None:
    assert list(references_in(text)) == []


def test_register_numbers_of_companies_are_found_compact() -> None:
    found = [
        r[0]
        for r in register_numbers_in(
            "SIREN 732 829 320 - TVA FR 44 732829320 - USt-IdNr. DE136695976"
        )
    ]
    assert "732829320" in found
    assert "FR44732829320" in found
    assert "DE136695976" in found
