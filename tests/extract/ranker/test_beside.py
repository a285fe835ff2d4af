"""What other amounts of a page say: what was paid before is off, a payment at the till is no credit."""

from decimal import Decimal

import pytest

from extract.looked import Looked
from extract.ranker.beside import as_taken, is_asked_instead
from extract.sheet import sheet_of
from models.money import Money
from tests.extract.sheets import page_of_rows


def looked(*rows: list[str]) -> Looked:
    return Looked(sheet_of((page_of_rows(rows),)), "ocr")


def test_what_is_asked_for_after_a_payment_is_the_rest_of_the_total() -> None:
    page = looked(["Total", "2 076,76 €"], ["Acompte", "623,00 €"], ["Reste à payer", "1 453,76 €"])
    assert is_asked_instead(Decimal("1453.76"), Decimal("2076.76"), page)
    assert not is_asked_instead(Decimal("2076.76"), Decimal("1453.76"), page)


def test_what_is_asked_for_after_several_payments_is_the_rest_of_the_total() -> None:
    paid = [["Acompte n°1", "-1 060,00 €"], ["Acompte n°2", "-1 126,75 €"]]
    page = looked(["Total TTC", "3 534,25 €"], *paid, ["Reste à payer", "1 347,50 €"])
    assert is_asked_instead(Decimal("1347.50"), Decimal("3534.25"), page)


def test_what_is_asked_for_is_a_column_of_debits_less_that_of_credits() -> None:
    page = looked(["Total", "1 736,40", "862,20"], ["Solde à régler", "874,20"])
    assert is_asked_instead(Decimal("874.20"), Decimal("862.20"), page)


def test_what_is_asked_for_with_an_old_balance_is_more_than_the_total() -> None:
    page = looked(["Total", "$110.00"], ["Previous balance", "$500.00"], ["Amount due", "$610.00"])
    assert is_asked_instead(Decimal("610.00"), Decimal("110.00"), page)
    assert not is_asked_instead(Decimal("110.00"), Decimal("610.00"), page)


def test_the_net_beside_its_tax_is_no_rest() -> None:
    page = looked(["Total HT", "100,00 €"], ["TVA", "20,00 €"], ["Total TTC", "120,00 €"])
    assert not is_asked_instead(Decimal("100.00"), Decimal("120.00"), page)


@pytest.mark.parametrize(
    ("rows", "taken"),
    [
        ([["Subtotal", "66.49"], ["Total", "66.49"], ["Cash", "-66.49"]], "66.49"),
        ([["Fries", "-3.19"], ["Total", "-66.49"]], "-66.49"),
    ],
    ids=["paid at the till", "refund"],
)
def test_a_payment_is_the_total_and_a_refund_stays_below_zero(
    rows: list[list[str]], taken: str
) -> None:
    assert as_taken(Money.of("-66.49", "EUR"), looked(*rows)) == Money.of(taken, "EUR")


def test_a_total_above_zero_stays() -> None:
    total = Money.of("12.00", "EUR")
    assert as_taken(total, looked(["Refund", "-12.00"])) == total
