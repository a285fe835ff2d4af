"""A reading with what the person taught of its biller."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from extract.agree import agree
from extract.amount_due import candidates_of
from extract.memory.billers import named
from extract.memory.exact import is_exact
from extract.memory.identity import Kin, Paper, Shown, kin, shared_keys
from extract.memory.lesson import Lesson, Memory
from extract.memory.places import Place, place_of
from extract.memory.plain import alike, plain_quote
from models.errors.values import AmountInvalid
from models.money import Money
from models.reading import Found, Reading

_AGREED, _CORRECTED, _UNCLEAR, _WEAK, _DOUBT = 0.97, 0.93, 0.7, 0.6, 0.6
_COUNTED = 0.85
"""A due date that is counted from the day of issue, when no reader says the same."""
_MOST_DAYS = 3
_SURE = 0.9
_PAY = 95
"""Score of an amount whose label says "to pay": another one than the taught place shows is a doubt."""
_DOLLARS = frozenset({"USD", "CAD", "AUD", ""})
_WARNING = "memory_disagree"


def apply(reading: Reading, shown: Shown, memory: Memory) -> Reading:
    """The reading with the lessons of the same biller put in place, source "memory".

    A value is sure only when its place is found again without rival, the biller is surely the same,
    and nothing contradicts. XML, payment codes and markup always win; where they differ, they are doubted
    under the warning "memory_disagree:FIELD". A lesson that is not found again puts nothing in place.
    """
    if not memory.lessons and not memory.billers:
        return reading
    shared = shared_keys(memory)
    reading = named(reading, shown, memory, shared)
    for paper in shown.papers:
        seen = shown.identity_on(paper)
        related = [
            (kin(lesson.identity, seen, shared, authentic=shown.sender.authentic), lesson)
            for lesson in memory.lessons
        ]
        reading = _taught(reading, paper, sorted(related, key=lambda pair: -pair[0]))
    return reading


def _taught(reading: Reading, paper: Paper, related: Sequence[tuple[Kin, Lesson]]) -> Reading:
    """The nearest lesson of each field; of two the one that was given last."""
    done: set[str] = {"biller"}
    for kinship, lesson in related:
        if kinship is Kin.NONE or lesson.field in done or _is_done(reading, lesson):
            continue
        place = place_of(paper, lesson)
        if place is None:
            answer = _same_mistake(reading, lesson, kinship)
        else:
            answer = _with(reading, paper, lesson, kinship, place)
        if answer is not None:
            done.add(lesson.field)
            reading = answer
    return reading


def _is_done(reading: Reading, lesson: Lesson) -> bool:
    found = getattr(reading, lesson.field)
    return found is not None and found.source == "memory"


def _same_mistake(reading: Reading, lesson: Lesson, kinship: Kin) -> Reading | None:
    """What was read again where the person said that it is wrong: dropped when the bills of this biller
    have no such field, doubted when the right place is not found on this one.
    """
    old: Found[Any] | None = getattr(reading, lesson.field)
    if old is None or is_exact(old) or kinship is not Kin.STRONG or not _is_wrong(old, lesson):
        return None
    if lesson.absent:
        return _put(reading, lesson.field, None)
    return _put(reading, lesson.field, replace(old, confidence=min(old.confidence, _DOUBT)))


def _is_wrong(old: Found[object], lesson: Lesson) -> bool:
    """True when the reader took the same place as on the bill that was corrected."""
    return bool(lesson.wrong) and alike(plain_quote(old.quote), lesson.wrong)


def _with(
    reading: Reading, paper: Paper, lesson: Lesson, kinship: Kin, place: Place
) -> Reading | None:
    value = _value(reading, lesson, place)
    if value is None:
        return None
    old: Found[Any] | None = getattr(reading, lesson.field)
    if old is not None and is_exact(old):
        return _beside_exact(reading, lesson, old, value)
    if kinship is Kin.WEAK:
        unsure = old is None or old.confidence < _WEAK
        return _put(reading, lesson.field, _found(value, place, _WEAK)) if unsure else None
    agreed = old is not None and agree(old.value, value)
    if _is_unclear(reading, lesson, place):
        kept = old is not None and (
            agreed or (old.confidence >= _UNCLEAR and not _is_wrong(old, lesson))
        )
        return None if kept else _put(reading, lesson.field, _found(value, place, _UNCLEAR))
    if agreed and old is not None:
        signed = value if place.is_taught_credit else old.value
        sure = _found(signed, place, max(old.confidence, _AGREED))
        return _put(reading, lesson.field, sure)
    if _is_contradicted(old, lesson) or _is_asked_otherwise(paper, lesson, value):
        doubted = _put(reading, lesson.field, _found(value, place, _DOUBT))
        return _warned(doubted, lesson)
    alone = _COUNTED if lesson.days else _CORRECTED
    return _put(reading, lesson.field, _found(value, place, alone))


def _is_unclear(reading: Reading, lesson: Lesson, place: Place) -> bool:
    """Rivals of the place, several bills in one mail, or a credit note after a bill was taught."""
    credit = lesson.field == "amount" and any(s.value == "credit_note" for s in reading.signs)
    return (
        not place.clear
        or "several_bills" in reading.warnings
        or (credit and not place.is_taught_credit)
    )


def _beside_exact(
    reading: Reading, lesson: Lesson, old: Found[Any], value: object
) -> Reading | None:
    if agree(old.value, value):
        return None
    doubted = replace(old, confidence=min(old.confidence, _DOUBT))
    return _warned(_put(reading, lesson.field, doubted), lesson)


def _is_contradicted(old: Found[object] | None, lesson: Lesson) -> bool:
    """A sure answer from another place than the one that was corrected."""
    return old is not None and old.confidence >= _SURE and not _is_wrong(old, lesson)


def _is_asked_otherwise(paper: Paper, lesson: Lesson, value: object) -> bool:
    """Another amount on the page has a label that says it is the one to pay."""
    if not isinstance(value, Money):
        return False
    return any(
        candidate.score >= _PAY
        and abs(candidate.value) != abs(value.decimal)
        and candidate.value
        and not alike(plain_quote(candidate.quote), lesson.wrong)
        for candidate in candidates_of(paper.sheet)
    )


def _value(reading: Reading, lesson: Lesson, place: Place) -> Money | date | str | None:
    """The value as the field holds it; None when it cannot be one."""
    value = place.value
    if isinstance(value, Decimal):
        try:
            return Money.of(value, _currency(reading, lesson, place))
        except AmountInvalid:
            return None
    if not lesson.days:
        return value
    if reading.issued_on is None or not isinstance(value, str) or len(value) > _MOST_DAYS:
        return None
    return reading.issued_on.value + timedelta(days=int(value))


def _currency(reading: Reading, lesson: Lesson, place: Place) -> str:
    """The one beside the amount; a bare "$" and none at all are what the person said."""
    beside = place.seen.currency
    if beside not in _DOLLARS:
        return beside
    read = reading.amount.value.currency if reading.amount else ""
    told = lesson.currency if beside == "" or lesson.currency in _DOLLARS else ""
    return told or beside or read or "EUR"


def _found(value: Money | date | str, place: Place, confidence: float) -> Found[Any]:
    seen = place.seen
    return Found(value, "memory", place.quote, confidence, seen.cell.page, seen.box)


def _put(reading: Reading, field: str, found: Found[Any] | None) -> Reading:
    changes: dict[str, Any] = {field: found}
    return replace(reading, **changes)


def _warned(reading: Reading, lesson: Lesson) -> Reading:
    warnings = dict.fromkeys((*reading.warnings, f"{_WARNING}:{lesson.field}"))
    return replace(reading, warnings=tuple(warnings))
