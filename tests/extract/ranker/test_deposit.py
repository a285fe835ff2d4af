"""A deposit that is asked now comes before the balance of later."""

from decimal import Decimal

import pytest

from extract.looked import Looked
from extract.ranker.deposit import deposit_first
from extract.sheet import sheet_of
from models.money import Money
from models.reading import Found
from tests.extract.sheets import page_of_rows

PRO_FORMA = [
    ["Whitlow Marquees"],
    ["Marquee hire 14 June 2027", "£2,400.00"],
    ["Booking deposit now (25%)", "£600.00"],
    ["Balance due by 1 May 2027", "£1,800.00"],
    ["Please pay the deposit by 27 November 2026."],
]
DEMANDE = [
    ["Cuisines Bergot"],
    ["Demande d'acompte n° DA-71 du 14/11/2026"],
    ["Montant du marché TTC", "9 480,00 €"],
    ["Acompte à la commande 40 %", "3 792,00 €"],
    ["Solde à la livraison (mars 2027)", "5 688,00 €"],
]
FINAL = [
    ["Menuiserie Le Goff"],
    ["Un acompte est demandé pour toute commande : acompte à la commande de 30 %."],
    ["TOTAL TTC", "2 299,90 €"],
    ["Acompte versé le 02/09/26 (30 %)", "- 690,00 €"],
    ["NET À PAYER", "1 609,90 €"],
]
BILLED = [
    ["Cuisines Bergot"],
    ["Facture d'acompte n° 12"],
    ["Acompte de 40 % sur devis", "3 160,00 €"],
    ["TVA 20 %", "632,00 €"],
    ["Net à payer", "3 792,00 €"],
]


def first(rows: list[list[str]], chosen: str, currency: str = "EUR") -> Found[Money]:
    """What is due where the reader took `chosen` for it, surely."""
    looked = Looked(sheet_of((page_of_rows(rows),)), "pdf_text")
    return deposit_first(
        Found(Money.of(Decimal(chosen), currency), "pdf_text", "read", 0.97), looked
    )


@pytest.mark.parametrize("chosen", ["1800.00", "2400.00"])
def test_neither_the_balance_of_later_nor_the_whole_is_due_where_a_deposit_is_asked(
    chosen: str,
) -> None:
    found = first(PRO_FORMA, chosen, "GBP")
    assert found.value == Money.of(Decimal("600.00"), "GBP")
    assert found.confidence < 0.9


def test_a_french_demand_for_a_deposit_asks_for_the_deposit() -> None:
    assert first(DEMANDE, "9480.00").value.decimal == Decimal("3792.00")


def test_a_deposit_that_was_paid_is_not_asked_again() -> None:
    assert first(FINAL, "1609.90").confidence == 0.97


def test_what_the_bill_of_a_deposit_asks_in_all_is_due() -> None:
    assert first(BILLED, "3792.00").confidence == 0.97


def test_where_nobody_asks_for_a_deposit_the_answer_stays() -> None:
    assert first(FINAL[2:], "1609.90").confidence == 0.97
