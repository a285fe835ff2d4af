"""Bill information in a Swiss payment code: Swico, "Syntax definition for bill information", S1.

//S1/10/10201409/11/190512/20/1400.000-53/30/106017086/31/180508/32/7.7/40/2:10;0:30
"""

import re
from datetime import date, timedelta

from extract.qr.payload import Bill

_PREFIX = "//S1/"
_TAG = re.compile(r"[0-9]{2}")
_TERM = re.compile(r"([0-9]{1,2}(?:\.[0-9]{1,3})?):([0-9]{1,3})")
_NUMBER, _ISSUED, _CUSTOMER, _VAT, _SUPPLIED, _TERMS = "10", "11", "20", "30", "31", "40"
_KNOWN = frozenset((_NUMBER, _ISSUED, _CUSTOMER, _VAT, _SUPPLIED, "32", "33", _TERMS))
_VAT_DIGITS = 9
_ONE_DAY, _TWO_DAYS = 6, 12
_CENTURY = 2000


def bill_of(text: str) -> tuple[Bill, tuple[str, ...]]:
    """What the bill says of itself, and what of it could not be understood.

    Remarks: billing_unknown (another syntax, which is allowed), billing_syntax, billing_tag,
    billing_date, billing_terms. Text of another syntax says nothing.
    """
    if not text:
        return Bill(), ()
    if not text.startswith(_PREFIX):
        return Bill(), ("billing_unknown",)
    values, wrong = _values(text[len(_PREFIX) :])
    issued = _day(values.get(_ISSUED, ""))
    period = _period(values.get(_SUPPLIED, ""))
    days = _days(values.get(_TERMS, ""))
    wrong += ["billing_date"] * (_ISSUED in values and issued is None)
    wrong += ["billing_terms"] * (_TERMS in values and days is None)
    vat = values.get(_VAT, "")
    return Bill(
        number=values.get(_NUMBER) or None,
        issued_on=issued,
        due_on=issued + timedelta(days=days) if issued and days is not None else None,
        customer_reference=values.get(_CUSTOMER) or None,
        biller_id=f"CHE{vat}" if vat.isdigit() and len(vat) == _VAT_DIGITS else None,
        period=period,
    ), tuple(dict.fromkeys(wrong))


def _values(text: str) -> tuple[dict[str, str], list[str]]:
    """Tag to value. Tags ascend and come once; a slash or backslash in a value stands escaped."""
    parts = [part.replace("\0", "/").replace("\1", "\\") for part in _unescaped(text).split("/")]
    values: dict[str, str] = {}
    wrong = ["billing_syntax"] * (len(parts) % 2)
    for tag, value in zip(parts[::2], parts[1::2], strict=False):
        if not _TAG.fullmatch(tag) or tag <= max(values, default=""):
            return values, [*wrong, "billing_syntax"]
        values[tag] = value.strip()
    return values, [*wrong, *["billing_tag"] * bool(values.keys() - _KNOWN)]


def _unescaped(text: str) -> str:
    r"""The text with "\\" as one sign and "\/" as another, so that bare slashes part the values.

    Payment codes hold no control signs (a fault already), so two of them may stand in.
    """
    return text.replace("\\\\", "\1").replace("\\/", "\0")


def _day(text: str) -> date | None:
    """YYMMDD of this century."""
    if len(text) != _ONE_DAY or not (text.isascii() and text.isdigit()):
        return None
    try:
        return date(_CENTURY + int(text[:2]), int(text[2:4]), int(text[4:]))
    except ValueError:
        return None


def _period(text: str) -> tuple[date, date] | None:
    """The days from and to of a supply; a single day is no period."""
    if len(text) != _TWO_DAYS:
        return None
    first, last = _day(text[:_ONE_DAY]), _day(text[_ONE_DAY:])
    return (first, last) if first and last and first <= last else None


def _days(text: str) -> int | None:
    """Days until the whole amount is due: the longest term without a discount."""
    terms = [_TERM.fullmatch(term) for term in text.split(";")]
    whole = [int(term[2]) for term in terms if term and float(term[1]) == 0]
    return max(whole) if whole and all(terms) else None
