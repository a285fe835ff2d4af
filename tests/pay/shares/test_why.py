"""The reasons in words, in both languages."""

from datetime import date
from decimal import Decimal

import pytest

from pay.shares.why import (
    AmountPart,
    DaysPart,
    EqualPart,
    IncomePart,
    MeterPart,
    PercentPart,
    Together,
    WeightPart,
    Why,
)

TOLD: list[tuple[Why, str]] = [
    (EqualPart(3), "1 of 3 equal parts"),
    (WeightPart(Decimal("1.5"), Decimal(4)), "1.5 of 4 parts"),
    (PercentPart(Decimal("33.33")), "33.33 percent of the bill"),
    (AmountPart(Decimal("60.00")), "60.00 fixed beforehand"),
    (
        AmountPart(Decimal("60.00"), 2),
        "60.00 fixed beforehand, and 1 of 2 equal parts of the rest",
    ),
    (
        IncomePart(Decimal("66.67")),
        "66.67 percent of the bill, in proportion to income",
    ),
    (DaysPart(15, 30, (Together(date(2026, 9, 1), date(2026, 9, 15), 3),)), "15 of 30 days"),
    (MeterPart(Decimal("1E+3"), Decimal(2000)), "1000 of 2000 on the meter"),
]


@pytest.mark.parametrize(("why", "words"), TOLD, ids=lambda one: str(one)[:12])
def test_a_reason_is_told_in_words(why: Why, words: str) -> None:
    assert why.told("en") == words
