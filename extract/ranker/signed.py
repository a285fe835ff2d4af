"""Which way the money goes: a paper that asks for it asks for a positive amount."""

import re
from dataclasses import replace

from extract import labels
from extract.labels_of_signs import CREDIT_NOTE
from extract.ranker.weigher import PARTED
from extract.squash import squash
from models.money import Money
from models.reading import Found

_ASKS = frozenset(("to_pay", "to_be_debited", "reminder", "schedule", "on_portal"))
_MINUS = re.compile(r"[-−–]\s?[€$£]?\s?\d|\d\s?[€$£]?-|\(\s?\d[\d., ]*\)|\bCR\b")


def signed(found: Found[Money], kind: str) -> Found[Money]:
    """The amount with the sign that fits the kind of paper (one of KINDS).

    A balance that a bill calls "in credit" is another amount than the one it asks for. Never sure: a
    positive amount of a credit note, and a negative one of a bill where its own words do not ask for it.
    """
    negative = found.value.minor < 0
    if kind == "credit_note" and not negative:
        return _doubted(found) if found.value.minor else found
    if kind not in _ASKS or not negative:
        return found
    if _is_asked(found.quote):
        return replace(found, value=Money(-found.value.minor, found.value.currency))
    return _doubted(found)


def _is_asked(quote: str) -> bool:
    """The amount's own words ask for it, and nothing in them gives it back."""
    plain = squash(quote)
    given = labels.CREDIT.search(plain) or CREDIT_NOTE.search(plain) or _MINUS.search(quote)
    return bool(labels.PAY.search(plain)) and not given


def _doubted(found: Found[Money]) -> Found[Money]:
    return replace(found, confidence=min(found.confidence, PARTED))
