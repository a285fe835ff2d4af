"""How surely the words beside a date make it the due date or the day of issue."""

import re

from extract import labels_of_dates as labels
from extract.squash import squash

LABEL, PROSE, WEAK, BARE, ALONE, TOLD = 100, 85, 60, 40, 38, 35
"""Tiers: a label, a sentence, a bare limit of time; "Date:", a date alone, a date told in prose."""
_MOST_LABEL = 36
"""Letters: longer, it is a sentence that tells of another document's date."""


def due_score(text: str, after: str) -> int:
    """How surely the text left of a date (and right of it) makes it the due date."""
    plain, right = squash(text), squash(after)
    if labels.DISCOUNT.search(plain) or _discount_after(right):
        return -10
    best, score = _last(labels.DUE, plain), LABEL
    prose = labels.DUE_PROSE.search(plain)
    if prose and prose.end() > best:
        best, score = prose.start(), PROSE
    if best < 0:
        score = 0
    if score and labels.NEEDS_AFTER.search(plain) and not labels.AFTER.search(right):
        score = LABEL if labels.DUE.search(plain) else 0
    if not score and labels.AFTER.search(right):
        best, score = len(plain), PROSE
    if not score and labels.DUE_WEAK.search(plain) and not labels.ASKED_ELSE.search(plain):
        best, score = 0, WEAK
    veto = _last(labels.NOT_DUE, plain)
    if veto >= 0 and veto >= best:
        return -10
    return score


def _last(pattern: re.Pattern[str], plain: str) -> int:
    return max((m.end() for m in pattern.finditer(plain)), default=-1)


def _discount_after(right: str) -> bool:
    # A speck that OCR reads as a point behind "2 %" ends no sentence.
    first = re.split(r"[;]|(?<!%)\.(?!\d)", right, maxsplit=1)[0]
    return bool(labels.DISCOUNT.search(first)) and "netto" not in first


def issued_score(text: str) -> int:
    """How surely the text left of a date makes it the day of issue."""
    plain = squash(text)
    best = max((m.start() for m in labels.ISSUED.finditer(plain)), default=-1)
    veto = _last(labels.NOT_ISSUED, plain)
    if best >= 0 and best >= veto:
        return LABEL if sum(c.isalpha() for c in plain) < _MOST_LABEL else TOLD
    if veto >= 0:
        return -10
    return BARE if labels.DATED.search(plain) else 0
