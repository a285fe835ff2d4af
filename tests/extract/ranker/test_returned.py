"""A debit that came back: what is asked for now is due, its old amount and day are not."""

from decimal import Decimal

import pytest

from extract.looked import Looked
from extract.ranker.returned import after_return, is_returned
from extract.sheet import sheet_of
from models.money import Money
from models.reading import Found
from tests.extract.sheets import page_of_rows

WATER = [
    "Your bank returned our Direct Debit of £46.20 taken on 1 October 2026.",
    "We have added a returned payment charge of £8.00. Please pay £54.20 by 29 October 2026.",
]
TELECOM = [
    "Votre banque a rejeté le prélèvement de 39,99 € présenté le 8 octobre 2026.",
    "Nous vous remercions de régler la somme de 47,49 €",
    "avant le 28 octobre 2026.",
]
CABLE = [
    "die Lastschrift vom 02.10.2026 über 44,95 EUR wurde von Ihrer",
    "Bank zurückgegeben.",
    "Bitte überweisen Sie 48,95 EUR bis zum 27.10.2026.",
]


def looked(*rows: str) -> Looked:
    return Looked(sheet_of((page_of_rows([[row] for row in rows]),)), "pdf_text")


def found(amount: str) -> Found[Money]:
    return Found(Money.of(Decimal(amount), "EUR"), "pdf_text", amount, 0.97)


@pytest.mark.parametrize(
    ("rows", "old", "asked"),
    [(WATER, "46.20", "54.20"), (TELECOM, "39.99", "47.49"), (CABLE, "44.95", "48.95")],
    ids=["en", "fr", "de"],
)
def test_what_is_asked_for_now_is_due_and_not_what_came_back(
    rows: list[str], old: str, asked: str
) -> None:
    page = looked(*rows)
    assert is_returned(page)
    told = after_return(found(old), page)
    assert told.value.decimal == Decimal(asked)
    assert told.confidence <= 0.6
    assert after_return(found(asked), page) == found(asked)


def test_where_nothing_asks_the_amount_of_such_a_page_is_not_sure() -> None:
    page = looked("Rücklastschrift", "Ihr Konto", "44,95 EUR")
    assert after_return(found("44.95"), page).confidence <= 0.6


@pytest.mark.parametrize(
    "row",
    [
        "En cas de rejet de prélèvement, des frais de 7,50 € sont facturés.",
        "Bei Rücklastschrift berechnen wir 5,00 EUR.",
        "A charge applies if a Direct Debit is returned unpaid.",
    ],
)
def test_terms_that_say_what_would_follow_tell_of_none(row: str) -> None:
    assert not is_returned(looked(row, "Total 39,99"))
    assert after_return(found("39.99"), looked(row, "Total 39,99")) == found("39.99")
