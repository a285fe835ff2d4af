"""Exact money: minor units and a currency, never a float."""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import total_ordering

from babel.numbers import get_currency_precision

from models.errors.values import AmountInvalid, CurrencyMismatch

_CURRENCY = re.compile(r"[A-Z]{3}")
_MOST_MINOR = 10**15
"""Ten million million in euros: above it, a figure is not a bill but a misread number."""


@total_ordering
@dataclass(frozen=True, slots=True)
class Money:
    """An amount in minor units (cents) of an ISO 4217 currency; negative for a credit.

    Raises AmountInvalid for a currency that is not three capital letters or an absurd amount.
    """

    minor: int
    currency: str

    def __post_init__(self) -> None:
        if not _CURRENCY.fullmatch(self.currency) or abs(self.minor) > _MOST_MINOR:
            raise AmountInvalid(amount=str(self.minor), currency=self.currency)

    @classmethod
    def of(cls, amount: Decimal | str | int, currency: str) -> "Money":
        """Money from a decimal in major units ("84.20"); half cents round half up.

        Raises AmountInvalid when the text is no finite number.
        """
        try:
            value = Decimal(amount)
        except InvalidOperation as cause:
            raise AmountInvalid(amount=str(amount), currency=currency) from cause
        if not value.is_finite() or value.adjusted() > len(str(_MOST_MINOR)):
            raise AmountInvalid(amount=str(amount), currency=currency)
        scaled = value.scaleb(get_currency_precision(currency))
        return cls(int(scaled.quantize(Decimal(1), rounding="ROUND_HALF_UP")), currency)

    @property
    def decimal(self) -> Decimal:
        """The amount in major units, with the currency's own number of decimals."""
        return Decimal(self.minor).scaleb(-get_currency_precision(self.currency))

    def __str__(self) -> str:
        return str(self.decimal)

    def __add__(self, other: "Money") -> "Money":
        return Money(self.minor + self._same(other), self.currency)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.minor - self._same(other), self.currency)

    def __neg__(self) -> "Money":
        return Money(-self.minor, self.currency)

    def __lt__(self, other: "Money") -> bool:
        return self.minor < self._same(other)

    def _same(self, other: "Money") -> int:
        if other.currency != self.currency:
            raise CurrencyMismatch(left=self.currency, right=other.currency)
        return other.minor
