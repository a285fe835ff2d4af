"""Amounts as Stripe counts them, which is not always as the currency's own table does."""

from decimal import Decimal

from models.errors.providers import AnswerDiffers
from models.errors.values import AmountInvalid
from models.money import Money
from models.said import Said, said
from models.words import mark
from pay.rails.stripe.account import PROVIDER

_WHOLE = frozenset(
    {
        "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF",
        "XOF", "XPF",
    }
)  # fmt: skip
"""Zero-decimal currencies (docs.stripe.com/currencies, read in November 2026)."""
_THOUSANDTHS = frozenset({"BHD", "JOD", "KWD", "OMR", "TND"})
"""Three decimals, of which the last must be 0."""
_UNCLEAR = frozenset({"UGX"})
"""Stripe's pages name it with and without decimals: not collected rather than a hundredfold."""
_LEAST = {"EUR": 50, "CHF": 50, "USD": 50, "GBP": 30}
_MOST = 99_999_999
"""Eight digits is the most that one charge holds."""


def unfit(amount: Money) -> Said | None:
    """Why Stripe cannot collect this amount; None when it can."""
    least = _LEAST.get(amount.currency, 1)
    if amount.currency in _UNCLEAR:
        return said(mark("Stripe does not collect {currency} here"), currency=amount.currency)
    exact = amount.decimal.scaleb(_places(amount.currency))
    if exact < least:
        return said(mark("Stripe collects {least} at least"), least=_money(least, amount.currency))
    if exact > _MOST:
        return said(mark("Stripe collects {most} at most"), most=_money(_MOST, amount.currency))
    if exact != exact.to_integral_value() or (amount.currency in _THOUSANDTHS and exact % 10):
        return said(mark("Stripe does not collect amounts as fine as this"))
    return None


def to_stripe(amount: Money) -> int:
    """The integer that Stripe takes. Raises AmountInvalid for what is `unfit`."""
    if unfit(amount) is not None:
        raise AmountInvalid(amount=str(amount), currency=amount.currency)
    return int(amount.decimal.scaleb(_places(amount.currency)))


def from_stripe(count: int, currency: str) -> Money:
    """The amount that Stripe names. Raises AnswerDiffers when it is none."""
    try:
        return _money(count, currency.upper())
    except AmountInvalid as cause:
        raise AnswerDiffers(provider=PROVIDER, field="amount") from cause


def _money(count: int, currency: str) -> Money:
    return Money.of(Decimal(count).scaleb(-_places(currency)), currency)


def _places(currency: str) -> int:
    """Decimals that Stripe counts; two also where none are in use, as for ISK or RSD."""
    if currency in _WHOLE:
        return 0
    return 3 if currency in _THOUSANDTHS else 2
