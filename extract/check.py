"""Checks of a finished reading: what cannot be right is kept, doubted and named."""

import re
from dataclasses import replace
from datetime import timedelta
from typing import TypeVar

from stdnum import iso11649
from stdnum.ch import esr

from models.iban import is_iban
from models.reading import Found, Reading

T = TypeVar("T")

_DOUBTED = 0.5
_EXACT = frozenset({"facturx", "cii", "ubl"})
_LONGEST_TERM = timedelta(days=400)
_CREDITOR_REFERENCE = re.compile(r"RF\d\d[A-Z0-9]{1,21}")
_QR_REFERENCE = re.compile(r"\d{27}")


def checked(reading: Reading) -> Reading:
    """The reading with every contradiction as a warning and its field's confidence halved.

    Warnings: due_before_issued, due_far_away, iban_invalid, reference_invalid.
    """
    for check in (_due, _iban, _reference, _number):
        reading = check(reading)
    return reading


def _due(reading: Reading) -> Reading:
    due, issued = reading.due_on, reading.issued_on
    if due is None or issued is None:
        return reading
    if due.value < issued.value:
        return _warned(replace(reading, due_on=_halved(due)), "due_before_issued")
    if due.value - issued.value > _LONGEST_TERM:
        return _warned(replace(reading, due_on=_halved(due)), "due_far_away")
    return reading


def _iban(reading: Reading) -> Reading:
    """ISO 13616 check digits; a reader that has doubted it already is not heard twice."""
    iban = reading.payee_iban
    if iban is None or is_iban(iban.value) or "iban_invalid" in reading.warnings:
        return reading
    return _warned(replace(reading, payee_iban=_halved(iban)), "iban_invalid")


def _reference(reading: Reading) -> Reading:
    """ISO 11649 creditor references and the Swiss QR reference (SIX, mod 10 recursive)."""
    reference = reading.reference
    if reference is None:
        return reading
    compact = "".join(reference.value.upper().split())
    wrong = (_CREDITOR_REFERENCE.fullmatch(compact) and not iso11649.is_valid(compact)) or (
        _QR_REFERENCE.fullmatch(compact) and not esr.is_valid(compact)
    )
    if not wrong:
        return reading
    return _warned(replace(reading, reference=_halved(reference)), "reference_invalid")


def _number(reading: Reading) -> Reading:
    """A reference with check digits is made for the bank: as a bill's number it is hardly meant."""
    number, reference = reading.number, reading.reference
    if number is None or reference is None or number.source in _EXACT:
        return reading
    compact = "".join(number.value.upper().split())
    made = _CREDITOR_REFERENCE.fullmatch(compact) or _QR_REFERENCE.fullmatch(compact)
    same = compact == "".join(reference.value.upper().split())
    return replace(reading, number=_halved(number)) if made and same else reading


def _halved(found: Found[T]) -> Found[T]:
    return replace(found, confidence=found.confidence * _DOUBTED)


def _warned(reading: Reading, warning: str) -> Reading:
    return replace(reading, warnings=tuple(dict.fromkeys((*reading.warnings, warning))))
