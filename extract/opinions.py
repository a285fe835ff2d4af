"""What several OCR models say of one picture, each asked only while the earlier ones leave a doubt."""

from collections.abc import Callable, Iterable, Sequence

from extract.looked_at import looked_again, looked_third
from extract.reader import Source
from models.errors.problem import Problem
from models.reading import Reading

Say = Callable[[Source], Iterable[Reading]]
"""Every reader's answer about one look at a document."""

ONCE = frozenset({"facturx", "qr", "pdf_text"})
"""Readers that look at the file itself: another look at its pages tells them nothing new."""


def opinions(source: Source, say: Say) -> tuple[tuple[Reading, ...], Source | None]:
    """All readings, the most trusted first, and the second look if there was one.

    The better model's answers go first, unless a third engine sides with the quick one. An engine that
    fails at a second look leaves the first one as it is.
    """
    first = tuple(say(source))
    try:
        again = looked_again(source, first)
        second = tuple(say(again)) if again is not None else ()
        disagree = again is not None and _disagree(first, second)
        third = looked_third(source) if disagree else None
        last = tuple(say(third)) if third is not None else ()
    except Problem:
        return first, None
    if again is None:
        return first, None
    return (*_once(first), *_ranked(_by_eye(first), second, last)), again


def _once(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    return tuple(reading for reading in readings if reading.reader in ONCE)


def _by_eye(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    return tuple(reading for reading in readings if reading.reader not in ONCE)


def _ranked(
    first: Sequence[Reading], second: Sequence[Reading], third: Sequence[Reading]
) -> tuple[Reading, ...]:
    if third and not _disagree(first, third):
        return (*first, *third, *second)
    return (*second, *third, *first)


def _disagree(one: Sequence[Reading], other: Sequence[Reading]) -> bool:
    """True when both name an amount and not the same."""
    left = next((r.amount.value for r in one if r.amount is not None), None)
    right = next((r.amount.value for r in other if r.amount is not None), None)
    return left is not None and right is not None and left != right
