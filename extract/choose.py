"""Which documents of a mail are the bill: a leaflet is not, two bills are two."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from extract.agree import agree
from extract.merge import Merge
from models.reading import Found, Reading

T = TypeVar("T")

_LIKE_A_BILL = 4
_UNSURE = 0.6
_POINTS = {"amount": 3, "due_on": 2, "number": 2, "payee_iban": 1, "reference": 1}
_SIGN_POINTS = {
    "invoice_title": 2,
    "receipt": 1,
    "credit_note": 2,
    "reminder": 1,
    "schedule": 2,
    "direct_debit": 1,
    "quote": -3,
    "order": -3,
    "delivery": -3,
    "sample": -3,
}
_NAMING = ("number", "payee_iban", "reference", "customer_number")
_EXACT = {"facturx": 4, "cii": 4, "ubl": 4, "qr": 2}


def points(reading: Reading) -> int:
    """How much a document looks like the bill; 4 and more is one."""
    fields = sum(n for name, n in _POINTS.items() if getattr(reading, name) is not None)
    signs = sum(_SIGN_POINTS.get(sign.value, 0) for sign in reading.signs)
    return fields + signs + _EXACT.get(reading.reader, 0)


def is_like_a_bill(reading: Reading) -> bool:
    """True with enough points and something that names a bill: figures alone are a price list's."""
    named = any(getattr(reading, name) is not None for name in _NAMING)
    signed = any(_SIGN_POINTS.get(sign.value, 0) > 0 for sign in reading.signs)
    return points(reading) >= _LIKE_A_BILL and (named or signed)


@dataclass(frozen=True, slots=True)
class Told:
    """What one document says, and the text in it that a person sees ("" for XML)."""

    reading: Reading
    text: str = ""


def chosen(papers: Sequence[Told], body: Told | None) -> Reading:
    """One Reading of a mail: the main bill, its twins, and what the body adds.

    A second bill with another number is not mixed in: the warning "several_bills" says it is there,
    and the amount is no longer sure, so that a person looks.
    """
    bills = [paper for paper in papers if is_like_a_bill(paper.reading)]
    if not bills:
        return _without_bill(papers, body)
    main = max(bills, key=_points)
    others = [paper for paper in bills if paper is not main]
    twins = [paper for paper in others if _is_twin(main.reading, paper.reading)]
    reading = _together([main, *twins], "documents_disagree")
    if body is not None:
        reading = _together([replace(main, reading=reading), body], "paper_body_disagree")
    return _several(reading) if len(twins) < len(others) else reading


def _together(told: Sequence[Told], clash: str) -> Reading:
    text = "\n".join(one.text for one in told[1:])
    return Merge([one.reading for one in told], clash, text).reading()


def _points(told: Told) -> int:
    return points(told.reading)


def _without_bill(papers: Sequence[Told], body: Told | None) -> Reading:
    """No paper is a bill: the body speaks if it has an amount, else the likeliest paper."""
    if body is not None and (body.reading.amount is not None or not papers):
        return body.reading
    likeliest = [_doubted(told) for told in sorted(papers, key=_points, reverse=True)[:1]]
    kept = [*likeliest, *([body] if body is not None else [])]
    return _together(kept, "paper_body_disagree") if kept else Reading(reader="none")


def _doubted(told: Told) -> Told:
    """The figures of what looks like no bill: a contract's fees, a leaflet's dates. Never sure."""
    reading = told.reading
    return replace(
        told,
        reading=replace(reading, amount=_capped(reading.amount), due_on=_capped(reading.due_on)),
    )


def _is_twin(main: Reading, other: Reading) -> bool:
    """True for the same bill in another form: XRechnung beside its PDF, a copy, a translation.

    A number may be misread from a page, so amount and day of issue together say the same.
    """
    if main.number is not None and other.number is not None:
        return agree(main.number.value, other.number.value) or (
            _same(main.amount, other.amount) and _same(main.issued_on, other.issued_on)
        )
    return main.amount is None or other.amount is None or _same(main.amount, other.amount)


def _same(one: Found[T] | None, other: Found[T] | None) -> bool:
    return one is not None and other is not None and agree(one.value, other.value)


def _several(reading: Reading) -> Reading:
    return replace(
        reading,
        amount=_capped(reading.amount),
        warnings=(*reading.warnings, "several_bills"),
    )


def _capped(found: Found[T] | None) -> Found[T] | None:
    return None if found is None else replace(found, confidence=min(found.confidence, _UNSURE))
