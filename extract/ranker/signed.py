"""Which way the money goes: a paper that asks for it asks for a positive amount."""

import re
from dataclasses import replace

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
    positive amount of a credit note, and one asked for whose own words speak of a credit or bear a minus.
    """
    negative = found.value.minor < 0
    if kind == "credit_note" and not negative:
        return _doubted(found) if found.value.minor else found
    if kind not in _ASKS or not negative:
        return found
    if CREDIT_NOTE.search(squash(found.quote)) or _MINUS.search(found.quote):
        return _doubted(found)
    return replace(found, value=Money(-found.value.minor, found.value.currency))


def _doubted(found: Found[Money]) -> Found[Money]:
    return replace(found, confidence=min(found.confidence, PARTED))
