"""Amounts in every notation that bills use."""

from datetime import date
from decimal import Decimal

import pytest
from babel.numbers import format_currency, format_decimal
from hypothesis import given
from hypothesis import strategies as st

from extract.amounts import amounts_in, currencies_in

CENTS = st.integers(0, 10**9)
LOCALES = ("fr_FR", "de_DE", "en_GB", "en_US", "de_CH", "nl_NL", "fr_CH", "de_AT")


@given(CENTS, st.sampled_from(LOCALES))
def test_an_amount_written_in_any_notation_reads_back_exactly(cents: int, locale: str) -> None:
    value = Decimal(cents).scaleb(-2)
    text = format_decimal(value, format="#,##0.00", locale=locale)
    assert [a.value for a in amounts_in(text)] == [value]


@given(CENTS, st.sampled_from(LOCALES), st.sampled_from(["EUR", "GBP", "USD", "CHF"]))
def test_an_amount_with_its_currency_reads_back_with_it(
    cents: int, locale: str, currency: str
) -> None:
    value = Decimal(cents).scaleb(-2)
    text = format_currency(value, currency, locale=locale)
    assert [(a.value, a.currency) for a in amounts_in(f"Total {text} merci")] == [(value, currency)]


@given(CENTS, st.sampled_from(["{}-", "-{}", "−{}", "{} CR", "-{} €", "{}- €"]))
def test_a_minus_is_seen_before_and_behind(cents: int, form: str) -> None:
    value = Decimal(cents).scaleb(-2)
    assert [a.value for a in amounts_in(form.format(value))] == [-value]


@given(st.text(max_size=200))
def test_any_text_is_read_without_trouble(text: str) -> None:
    for seen in amounts_in(text):
        assert 0 <= seen.start < seen.end <= len(text)


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("84 €20", "84.20", "EUR"),
        ("84,20 €", "84.20", "EUR"),
        ("€84.20", "84.20", "EUR"),
        ("EUR 84,20", "84.20", "EUR"),
        ("1\u202f479,85 €", "1479.85", "EUR"),
        ("1 479,85 euros", "1479.85", "EUR"),
        ("1'234.50 CHF", "1234.50", "CHF"),
        ("Fr. 84.—", "84", "CHF"),
        ("$3,500", "3500", "USD"),
        ("US$12.30", "12.30", "USD"),
        ("£1,204.09", "1204.09", "GBP"),
        ("Total........84,20", "84.20", ""),
        ("1.163,40", "1163.40", ""),
    ],
)
def test_notations_met_on_bills(text: str, value: str, currency: str) -> None:
    assert [(a.value, a.currency) for a in amounts_in(text)] == [(Decimal(value), currency)]


@pytest.mark.parametrize(
    "text",
    [
        "05.03.2018",
        "20,00 %",
        "29,50 €/mois",
        "10,470 c€/kWh",
        "0,025 €",
        "1.163,4000",
        "308,500 KG",
        "8 581 kWh",
        "FR76 1010 7002",
        "192.168.10.12",
        "v1.25.3",
        "12,5",
        "Mo.-Fr. 14",
    ],
)
def test_other_numbers_are_no_amounts(text: str) -> None:
    assert amounts_in(text) == ()


def test_a_range_is_no_minus() -> None:
    assert [a.value for a in amounts_in("10,00 - 20,00")] == [Decimal("10.00"), Decimal("20.00")]


def test_a_currency_is_found_without_an_amount() -> None:
    assert currencies_in("All charges are in US Dollars, Montant EUR TTC") == ("USD", "EUR")


@given(st.dates(), CENTS, st.sampled_from(["%Y-%m-%d", "%d-%m-%Y", "%d-%m-%y"]))
def test_the_day_of_a_date_is_no_part_of_the_amount_behind_it(
    day: date, cents: int, form: str
) -> None:
    value = Decimal(cents).scaleb(-2)
    text = f"{day.strftime(form)} {format_decimal(value, format='#,##0.00', locale='fr_FR')} €"
    assert amounts_in(text)[-1].value == value
