"""Which amount is due, by its label: what was received is not what is asked for."""

from decimal import Decimal

import pytest

from extract.looked import Looked
from extract.rule_of_amount import amount_of
from extract.sheet import sheet_of
from tests.extract.sheets import page_of_rows

ASKED = ["NET À PAYER AVANT LE 01/09/2026", "454,65 €"]


def amount(*rows: list[str]) -> Decimal | None:
    found, _ = amount_of(Looked(sheet_of((page_of_rows(rows),)), "pdf_text"))
    return found.value.decimal if found else None


@pytest.mark.parametrize(
    "received",
    ["Reçu la somme de 452,65 € pour le loyer d'août", "Reçu de Mme Léa la somme de 452,65 €"],
)
def test_the_receipt_of_last_month_under_a_notice_is_not_what_is_due(received: str) -> None:
    assert amount(ASKED, ["QUITTANCE DE LOYER"], [received]) == Decimal("454.65")


def test_what_was_received_is_the_amount_of_a_receipt_alone() -> None:
    assert amount(["Quittance"], ["Reçu de Mme Léa la somme de 452,65 €"]) == Decimal("452.65")


def test_a_sum_that_is_asked_for_is_due() -> None:
    asked = "Nous vous remercions de régler la somme de 61,20 € avant le 3 mars"
    assert amount(["Total 99,00 €"], [asked]) == Decimal("61.20")


@pytest.mark.parametrize(
    "owed",
    [
        "Vous restez donc nous devoir 429,00 €, à verser avant la fin du mois.",
        "À ce jour vous nous devez 429,00 €.",
        "You owe us £429.00 in all.",
    ],
)
def test_what_is_owed_in_all_goes_before_the_bills_that_make_it(owed: str) -> None:
    first = "Votre facture de septembre (231,00 €) échue le 15/10/2026 n'est pas soldée."
    second = "Celle d'octobre (198,00 €) échue le 15/11/2026 ne l'est pas davantage."
    assert amount(["Rappel amical"], [first], [second], [owed]) == Decimal("429.00")


@pytest.mark.parametrize(
    "label", ["Reste à payer TTC", "Net à payer TVAC :", "Zu zahlen inkl. MwSt."]
)
def test_with_tax_says_nothing_more_behind_the_amount_due(label: str) -> None:
    assert amount(["Total TTC", "3 534,25 €"], [label, "1 347,50 €"]) == Decimal("1347.50")
