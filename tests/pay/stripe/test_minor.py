"""Stripe counts money in its own way; nothing of an amount is lost or made."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors.providers import AnswerDiffers
from models.errors.values import AmountInvalid
from models.money import Money
from pay.rails.stripe.minor import from_stripe, to_stripe, unfit

CURRENCIES = (
    "EUR", "CHF", "GBP", "USD", "HUF", "ISK", "RSD", "JPY", "KRW", "XAF", "XOF", "VND", "MGA", "CLP",
    "KWD", "TND", "BHD",
)  # fmt: skip


@given(minor=st.integers(1, 2 * 10**9), currency=st.sampled_from(CURRENCIES))
def test_an_amount_comes_back_as_it_went(minor: int, currency: str) -> None:
    amount = Money(minor, currency)
    if unfit(amount) is None:
        assert from_stripe(to_stripe(amount), currency.lower()) == amount
    else:
        with pytest.raises(AmountInvalid):
            to_stripe(amount)


@pytest.mark.parametrize(
    ("amount", "count"),
    [
        (Money.of("84.20", "EUR"), 8420),
        (Money.of("500", "JPY"), 500),
        (Money.of("5000", "XOF"), 5000),
        (Money.of("5", "ISK"), 500),
        (Money.of("5", "RSD"), 500),
        (Money.of("5.120", "KWD"), 5120),
    ],
    ids=str,
)
def test_decimals_are_stripes_own(amount: Money, count: int) -> None:
    assert to_stripe(amount) == count


@pytest.mark.parametrize(
    "amount",
    [
        Money(49, "EUR"),
        Money(0, "EUR"),
        Money(-100, "EUR"),
        Money(29, "GBP"),
        Money(100_000_000, "EUR"),
        Money(100_000_000, "JPY"),
        Money.of("5.124", "KWD"),
        Money(5_000, "UGX"),
    ],
    ids=str,
)
def test_what_stripe_does_not_collect_is_said_before(amount: Money) -> None:
    why = unfit(amount)
    assert why is not None
    assert "{" not in why.told("en")


@pytest.mark.parametrize("currency", ["", "e", "eu r", "€€€", "12"])
def test_an_answer_in_no_currency_is_none(currency: str) -> None:
    with pytest.raises(AnswerDiffers):
        from_stripe(1, currency)
