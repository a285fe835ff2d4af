"""What a person types for a field of a bill, checked; each refusal is a sentence that shows the form."""

import re
import unicodedata
from datetime import date
from decimal import Decimal

from babel.numbers import list_currencies

from cli.output import Out
from models.errors.values import UsageWrong
from models.iban import is_iban
from models.words import mark

_CLEAR = re.compile(r"(-?\d{1,12})(?:[.,](\d{1,2}))?")
_MOST_CODE = 60
_NONE = frozenset({"none", "aucune", "aucun"})


def is_none(text: str | None) -> bool:
    """True when the person says that there is none."""
    return text is not None and text.strip().casefold() in _NONE


def name_of(out: Out, text: str | None) -> str | None:
    """A biller's name. Raises UsageWrong."""
    if text is None:
        return None
    if not text.strip() or _has_controls(text):
        raise UsageWrong(
            why=out.words(mark("The biller's name is empty or holds control characters."))
        )
    return text.strip()


def amount_of(out: Out, text: str | None) -> Decimal | None:
    """One decimal mark and no thousands: "1,234" could be either, so it is asked again."""
    if text is None:
        return None
    clear = _CLEAR.fullmatch(text.strip().replace(" ", ""))
    if clear is None:
        words = mark("“{text}” is no clear amount: write it as 1234.50.")
        raise UsageWrong(why=out.words(words, text=text))
    return Decimal(f"{clear[1]}.{clear[2] or 0}")


def currency_of(out: Out, text: str | None) -> str | None:
    """A currency's three letters. Raises UsageWrong."""
    if text is None:
        return None
    if text.upper() not in list_currencies():
        words = mark("“{text}” is no currency: write three letters, as EUR.")
        raise UsageWrong(why=out.words(words, text=text))
    return text.upper()


def day_of(out: Out, text: str | None) -> date | None:
    """A day as ISO 8601 writes it. Raises UsageWrong."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as cause:
        words = mark("“{text}” is no date: write it as 2026-12-31.")
        raise UsageWrong(why=out.words(words, text=text)) from cause


def code_of(out: Out, text: str | None) -> str | None:
    """A number or reference as printed, at most 60 characters. Raises UsageWrong."""
    if text is None:
        return None
    code = " ".join(text.split())
    if not code or len(code) > _MOST_CODE or _has_controls(code):
        words = mark("“{text}” is no number as a bill prints it.")
        raise UsageWrong(why=out.words(words, text=text[:_MOST_CODE]))
    return code


def iban_of(out: Out, text: str | None) -> str | None:
    """A compact IBAN with right check digits. Raises UsageWrong."""
    if text is None:
        return None
    compact = "".join(text.split()).upper()
    if not is_iban(compact):
        words = mark("“{text}” is no valid IBAN: compare it with the bill, figure by figure.")
        raise UsageWrong(why=out.words(words, text=text[:_MOST_CODE]))
    return compact


def _has_controls(text: str) -> bool:
    return any(unicodedata.category(c).startswith("C") for c in text)
