"""What is said has days, amounts and countries in the reader's language."""

from datetime import date

from models.money import Money
from models.said import Country, Detail, said

DETAILS: dict[str, Detail | int] = {
    "day": date(2026, 12, 3),
    "amount": Money(1_234_50, "EUR"),
    "country": Country("GR"),
    "count": 3,
    "name": "{day}",
}
ONE = said("{day}, {amount}, {country}, {count}, {name}", **DETAILS)


def test_each_language_writes_days_amounts_and_countries_its_way() -> None:
    assert ONE.told("en") == "3 December 2026, 1234.50 EUR, Greece, 3, {day}"
    assert ONE.told("fr") == "3 décembre 2026, 1234,50 EUR, Grèce, 3, {day}"


def test_a_currency_without_decimals_is_shown_without() -> None:
    assert said("{amount}", amount=Money(500, "JPY")).told("fr") == "500 JPY"


def test_a_problem_gets_them_in_plain_text() -> None:
    assert ONE.plain() == {
        "day": "2026-12-03",
        "amount": "1234.50 EUR",
        "country": "GR",
        "count": "3",
        "name": "{day}",
    }


def test_an_unknown_country_is_told_by_its_code() -> None:
    assert said("{country}", country=Country("ZZZ")).told("en") == "ZZZ"
