"""A rule that makes no sense cannot be constructed, and says why."""

from decimal import Decimal

import pytest

from models.errors.shares import (
    NamedTwice,
    NobodyToShare,
    PartInvalid,
    PartsAllZero,
    PercentsNotWhole,
    TooManyToShare,
)
from models.errors.values import CurrencyMismatch
from models.money import Money
from pay.people import Person
from pay.shares.rule import (
    MOST_PEOPLE,
    ByAmounts,
    ByDays,
    ByIncome,
    ByPercent,
    ByWeights,
    Equally,
    Fixed,
    Weight,
)
from tests.pay.cast import ALICE, BOB, euros, weights


@pytest.mark.parametrize("weight", ["-1", "NaN", "Infinity", "1E+12", "1E+999999", "0.0000001"])
def test_a_weight_is_a_number_within_bounds(weight: str) -> None:
    with pytest.raises(PartInvalid):
        Weight(ALICE, Decimal(weight))


@pytest.mark.parametrize("rule", [ByWeights, ByPercent, ByIncome])
def test_nobody_can_be_named_twice(rule: type[ByWeights | ByPercent | ByIncome]) -> None:
    with pytest.raises(NamedTwice):
        rule((Weight(ALICE, Decimal(50)), Weight(ALICE, Decimal(50))))


@pytest.mark.parametrize("rule", [ByWeights, ByPercent, ByIncome])
def test_somebody_must_be_named(rule: type[ByWeights | ByPercent | ByIncome]) -> None:
    with pytest.raises(NobodyToShare):
        rule(())


def test_equal_and_by_days_name_each_once() -> None:
    for rule in (Equally, ByDays):
        with pytest.raises(NamedTwice):
            rule((BOB, BOB))
    with pytest.raises(NobodyToShare):
        Equally(())


def test_a_bill_is_not_shared_by_a_town() -> None:
    Equally(tuple(map(Person, range(MOST_PEOPLE))))
    with pytest.raises(TooManyToShare):
        Equally(tuple(map(Person, range(MOST_PEOPLE + 1))))


def test_somebody_must_have_a_part() -> None:
    for rule in (ByWeights, ByIncome):
        with pytest.raises(PartsAllZero):
            rule(weights(alice="0", bob="0.00"))


@pytest.mark.parametrize("bob", ["49.99", "50.01", "0", "100"])
def test_percents_make_exactly_a_hundred(bob: str) -> None:
    with pytest.raises(PercentsNotWhole) as met:
        ByPercent(weights(alice="50", bob=bob))
    assert str(Decimal(bob) + 50) in met.value.told("en")


def test_thirds_in_percent_are_written_with_their_hundredths() -> None:
    ByPercent(weights(alice="33.34", bob="33.33", charlie="33.33"))


def test_exact_amounts_are_of_one_currency_and_have_no_sign() -> None:
    with pytest.raises(CurrencyMismatch):
        ByAmounts((Fixed(ALICE, euros("1")), Fixed(BOB, Money(100, "CHF"))))
    with pytest.raises(PartInvalid):
        Fixed(ALICE, euros("-1"))
