"""A receipt's arithmetic: what was handed over less the change is the total, a tax within it is not."""

import pytest

from extract.looked import Looked
from extract.ranker.till import by_the_till, not_the_cash, not_the_price, not_the_tax
from extract.sheet import sheet_of
from models.money import Money
from models.reading import Found
from tests.extract.sheets import page_of_rows


def looked(*rows: list[str]) -> Looked:
    return Looked(sheet_of((page_of_rows(rows),)), "ocr")


def found(amount: str) -> Found[Money]:
    return Found(Money.of(amount, "EUR"), "ocr", amount, 0.95, 1, None)


@pytest.mark.parametrize(
    ("rows", "total"),
    [
        ([["3 x 5.30"], ["Total", "15.90"], ["Cash", "51.00"], ["Change", "35.10"]], "15.90"),
        ([["Subtotal", "5.30"], ["Total", "7.20"], ["Cash", "7.20"], ["Change", "0.00"]], "7.20"),
        ([["Pain", "5,30"], ["Total", "6,00"], ["Espèces", "10,00"], ["Rendu", "4,00"]], "6.00"),
        ([["Brot", "5,30"], ["Summe", "6,00"], ["Bar", "10,00"], ["Rückgeld", "4,00"]], "6.00"),
        ([["Item", "5.30"], ["7.00"], ["Total", "20.00"], ["Cash", "13.00"], ["Change"]], "7.00"),
    ],
    ids=["several of one", "exact", "French", "German", "columns a row apart"],
)
def test_what_was_handed_over_less_the_change_is_the_total(
    rows: list[list[str]], total: str
) -> None:
    answer = by_the_till(found("5.30"), looked(*rows))
    assert answer.value == Money.of(total, "EUR")
    assert answer.confidence <= 0.6


@pytest.mark.parametrize(
    "rows",
    [
        [["Total", "5.30"], ["Cash", "10.00"], ["Change", "4.70"]],
        [["Total", "15.90"], ["Visa", "51.00"], ["Points", "35.10"]],
        [["Total", "15.00"], ["Cash", "51.00"], ["Change", "35.10"]],
        [["Cash", "51.00"], ["Change", "35.10"], ["Total", "15.90"]],
        [["Total", "5.30"], ["Rounded", "5.35"], ["Cash", "10.00"], ["Change", "4.65"]],
    ],
    ids=["the same", "no change", "not on the page", "printed later", "a rounding of cash"],
)
def test_an_answer_stays_where_the_change_says_nothing_else(rows: list[list[str]]) -> None:
    assert by_the_till(found("5.30"), looked(["Item", "5.30"], *rows)) == found("5.30")


def test_a_tax_within_is_not_the_total() -> None:
    page = looked(["TOTAL:", "$119.88"], ["Incl. VAT (20%):", "$19.98"])
    answer = not_the_tax(found("19.98"), page)
    assert answer.value.decimal == found("119.88").value.decimal
    assert answer.confidence <= 0.6


def test_a_total_beside_a_rate_is_no_tax() -> None:
    page = looked(["Total HT", "100,00"], ["TVA 20 %", "20,00"], ["Total TTC 20 %", "120,00"])
    assert not_the_tax(found("120.00"), page) == found("120.00")


@pytest.mark.parametrize(
    ("row", "price", "total"),
    [
        ("Total : 15 séances x 17,59 € = 263,85 €", "17.59", "263.85"),
        ("3 x 5.30 = 15.90", "5.30", "15.90"),
        ("1,5 × 40,00 = 60,00", "40.00", "60.00"),
    ],
)
def test_so_many_times_a_price_is_the_total(row: str, price: str, total: str) -> None:
    answer = not_the_price(found(price), looked([row]))
    assert answer.value.decimal == found(total).value.decimal
    assert answer.confidence <= 0.6


@pytest.mark.parametrize("row", ["3 x 5.30 = 16.90", "3 x 5.30 15.90", "Total 5.30 = 15.90"])
def test_a_price_stays_where_no_product_of_it_is_printed(row: str) -> None:
    assert not_the_price(found("5.30"), looked([row])) == found("5.30")


def test_what_was_handed_over_is_not_the_total_that_is_printed_a_rounding_apart() -> None:
    page = looked(["TOTAL", "1.38"], ["ROUNDING", "0.02"], ["CASH", "1.40"])
    answer = not_the_cash(found("1.40"), page)
    assert answer.value.decimal == found("1.38").value.decimal
    assert answer.confidence <= 0.6


@pytest.mark.parametrize(
    "rows",
    [[["TOTAL", "1.38"], ["TO PAY", "1.40"], ["CASH", "1.40"]], [["CASH", "1.40"]]],
    ids=["a label asks for it", "no total"],
)
def test_an_amount_that_more_than_cash_names_stays(rows: list[list[str]]) -> None:
    assert not_the_cash(found("1.40"), looked(*rows)) == found("1.40")


def test_a_rounded_total_that_the_change_bears_out_stays() -> None:
    rows = [
        ["Total sales", "72.74"],
        ["Rounding", "72.75"],
        ["CASH", "100.00"],
        ["CHANGE", "27.25"],
    ]
    assert not_the_cash(found("72.75"), looked(*rows)) == found("72.75")
