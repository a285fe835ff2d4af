"""When rows with a day and an amount are the instalments of a bill."""

from datetime import date

import pytest

from extract.looked import Looked
from extract.rule_of_schedule import Instalment, instalments_of, is_schedule, next_instalment
from extract.sheet import sheet_of
from models.money import Money
from models.reading import Found
from tests.extract.sheets import page_of_rows

ISSUED = Found(date(2026, 9, 1), "pdf_text", "01/09/2026", 0.95)
PRICES = [["Fee from", "05/10/2026", "1,06 €"], ["Price from", "24/02/2027", "10,13 €"]]


def looked(rows: list[list[str]]) -> tuple[Looked, tuple[Instalment, ...]]:
    seen = Looked(sheet_of((page_of_rows(rows),)), "pdf_text")
    return seen, instalments_of(seen, "EUR")


def asked(amount: str, confidence: float) -> Found[Money]:
    return Found(Money.of(amount, "EUR"), "pdf_text", amount, confidence)


@pytest.mark.parametrize(
    ("amount", "told", "expected"),
    [
        (asked("54.59", 0.95), 0.6, False),
        (asked("54.59", 0.95), 0.95, True),
        (asked("54.59", 0.6), 0.6, True),
        (asked("11.19", 0.95), 0.6, True),
        (asked("54.59", 0.95), 0.0, False),
    ],
)
def test_words_that_only_seem_a_schedules_do_not_outweigh_an_amount_that_is_sure(
    amount: Found[Money], told: float, *, expected: bool
) -> None:
    seen, rows = looked(PRICES)
    assert len(rows) == 2
    assert is_schedule(seen, rows, ISSUED, amount, told=told) is expected


@pytest.mark.parametrize(("told", "sure"), [(0.6, False), (0.95, True)])
def test_an_instalment_is_no_surer_than_that_there_are_any(told: float, *, sure: bool) -> None:
    seen, rows = looked(PRICES)
    money, day = next_instalment(seen, rows, ISSUED, asked("54.59", 0.6), told=told)
    assert (str(money.value), day.value) == ("1.06", date(2026, 10, 5))
    assert (money.confidence >= 0.9, day.confidence >= 0.9) == (sure, sure)
