"""Values of XML elements with the element as their proof."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TypeVar

from models.errors.values import AmountInvalid
from models.money import Money
from models.reading import Found
from models.xml_tree import Element, path_of, text_of

T = TypeVar("T")

SURE = 0.99
"""An element of a standard says it in so many words."""

MOST_QUOTE = 200
_YEARS = range(1990, 2100)


@dataclass(frozen=True, slots=True)
class Prover:
    """Makes Founds whose source is `source` and whose quote is the element's path and text."""

    source: str

    def quote(self, element: Element | None) -> str:
        """ "Seller/Name: Acme", at most 200 characters; "" for None."""
        if element is None:
            return ""
        return f"{path_of(element)}: {text_of(element)}"[:MOST_QUOTE]

    def of(self, value: T, element: Element, confidence: float = SURE) -> Found[T]:
        """`value`, proved by `element`."""
        return Found(value, self.source, self.quote(element), confidence)

    def quoted(self, value: T, quote: str, confidence: float) -> Found[T]:
        """`value`, proved by words of the document."""
        return Found(value, self.source, quote[:MOST_QUOTE], confidence)

    def text(self, element: Element | None) -> Found[str] | None:
        """The element's text, None when it is empty."""
        text = text_of(element)[:MOST_QUOTE]
        return self.of(text, element) if text and element is not None else None

    def compact(self, element: Element | None) -> Found[str] | None:
        """The element's letters and digits in upper case: accounts and register numbers."""
        text = "".join(c for c in text_of(element)[:MOST_QUOTE].upper() if c.isalnum())
        return self.of(text, element) if text and element is not None else None

    def day(self, element: Element | None) -> Found[date] | None:
        """The element's date (xsd:date, or UNTDID 2379 formats 102, 203, 204 as CII writes)."""
        day = _day_of(text_of(element))
        return self.of(day, element) if day is not None and element is not None else None

    def money(
        self, element: Element | None, currency: str, confidence: float = SURE
    ) -> Found[Money] | None:
        """The element's amount in `currency`; None when either is not one."""
        amount = amount_of(element)
        if amount is None or element is None:
            return None
        try:
            return self.of(Money.of(amount, currency), element, confidence)
        except AmountInvalid:
            return None


def amount_of(element: Element | None) -> Decimal | None:
    """The element's decimal number; a lone comma is read as the decimal point."""
    text = text_of(element).replace(" ", "")
    if text.count(",") == 1 and "." not in text:
        text = text.replace(",", ".")
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    return value if value.is_finite() and abs(value.adjusted()) < 30 else None  # noqa: PLR2004


def _day_of(text: str) -> date | None:
    digits = text[:10].replace("-", "")[:8]
    if len(digits) != 8 or not (digits.isascii() and digits.isdigit()):  # noqa: PLR2004
        return None
    try:
        day = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None
    return day if day.year in _YEARS else None
