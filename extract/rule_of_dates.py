"""Day of issue, due date (printed or derived from terms) and period, with an honest confidence."""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from extract import labels_of_dates as labels
from extract.date_candidates import DateCandidate
from extract.dates import dates_in, is_month_first
from extract.looked import Looked
from extract.sheet import quoted
from extract.squash import squash
from extract.terms import terms_in
from models.reading import Found, Period

_SURE_DUE, _DUE_DOUBT, _PROSE_DUE, _DERIVED, _AT_ONCE = 0.96, 0.75, 0.9, 0.85, 0.6
_SURE_ISSUED, _ISSUED_DOUBT, _BARE, _FIRST = 0.96, 0.8, 0.85, 0.6
"""Measured on the visual ZUGFeRD set, the real bills and 425 bills drawn as further variants of
the sample layouts: due date 98 of 98 at 0.96, 203 of 205 at 0.9, derived 28 of 29; day of
issue 250 of 250 at 0.96, a bare "Date:" 214 of 216.
"""
_LABEL_TIER, _PROSE_TIER = 90, 60
_DUE_TRUST = ((90, _SURE_DUE), (70, _PROSE_DUE), (-99, _DUE_DOUBT))
_LEAST_ISSUED = 0.9
_MOST_DAYS_BACK, _MOST_DAYS_AHEAD = 1, 400
_LONGEST_PERIOD = 400
_DONE = frozenset({"already_paid", "receipt", "credit_note", "quote"})
"""Signs of a document after which nothing falls due: only a printed due date counts."""
_HEAD = 0.5
_AS_GOOD = 8


def issued_of(looked: Looked) -> Found[date] | None:
    """The day of issue: labelled, else a bare date in the head of the first page."""
    ranked = sorted((c for c in looked.dates if c.issued > 0), key=lambda c: -c.issued)
    if ranked:
        best = ranked[0]
        same = {c.value for c in ranked if c.issued >= _LABEL_TIER}
        sure = _SURE_ISSUED if len(same) <= 1 else _ISSUED_DOUBT
        return _found(looked, best, sure if best.issued >= _PROSE_TIER else _BARE)
    for candidate in looked.dates:
        height = looked.sheet.sizes[candidate.cell.page][1]
        top = candidate.cell.page == 1 and candidate.cell.box.top < _HEAD * height
        if top and not candidate.due and not candidate.issued:
            return _found(looked, candidate, _FIRST)
    return None


def due_of(looked: Looked, issued: Found[date] | None) -> Found[date] | None:
    """The due date: labelled, said in a sentence, or derived from the terms; None is an answer."""
    done = bool(_DONE & looked.signs.keys())
    least = _LABEL_TIER if done else 1
    usable = [c for c in looked.dates if c.due >= least and _plausible(c.value, issued)]
    if usable:
        best = _best_due(usable, reminder="reminder" in looked.signs)
        rivals = {c.value for c in usable if c.due >= best.due - 15}
        sure = next(s for least, s in _DUE_TRUST if best.due >= least)
        return _found(looked, best, sure if len(rivals) <= 1 else _DUE_DOUBT)
    if issued is None or done:
        return None
    terms = terms_in((*looked.lines, *(c.text for c in looked.cells)))
    if terms is None:
        return None
    cell = next((c for c in looked.cells if terms.quote[:40] in c.text), None)
    confidence = min(_DERIVED if terms.days else _AT_ONCE, issued.confidence)
    return looked.found(terms.due(issued.value), quoted(terms.quote), confidence, cell)


def _best_due(usable: Sequence[DateCandidate], *, reminder: bool) -> DateCandidate:
    if reminder:
        return max(usable, key=lambda c: (c.value, c.due))
    best = max(c.due for c in usable)
    return next(c for c in usable if c.due >= best - _AS_GOOD)


def _plausible(day: date, issued: Found[date] | None) -> bool:
    if issued is None:
        return True
    ahead = (day - issued.value).days
    if issued.confidence < _LEAST_ISSUED:
        return abs(ahead) <= _MOST_DAYS_AHEAD
    return -_MOST_DAYS_BACK <= ahead <= _MOST_DAYS_AHEAD


def _found(looked: Looked, candidate: DateCandidate, confidence: float) -> Found[date]:
    doubt = (
        0.15
        if candidate.seen.swapped
        and candidate.seen.swapped != candidate.value
        and "/" in candidate.seen.text
        and is_month_first(looked.lines)
        else 0.0
    )
    return looked.found(
        candidate.value, candidate.quote, confidence - doubt, candidate.cell, candidate.box
    )


def period_of(looked: Looked) -> Found[Period] | None:
    """The days a bill is for: "du … au …" in the first line that says so, or a named month."""
    month_first = is_month_first(looked.lines)
    for cell in looked.cells:
        for period in _spans(cell.text, month_first=month_first):
            return looked.found(period, quoted(cell.text), _BARE, cell)
    for cell in looked.cells:
        month = _named_month(cell.text)
        if month:
            return looked.found(month, quoted(cell.text), _ISSUED_DOUBT, cell)
    return None


def _spans(text: str, *, month_first: bool) -> Iterator[Period]:
    seen = dates_in(text, month_first=month_first)
    for one, two in pairwise(seen):
        between = squash(text[one.end : two.start])
        days = (two.value - one.value).days
        if labels.BETWEEN.search(between) and 0 < days <= _LONGEST_PERIOD:
            yield Period(one.value, two.value)


_MONTH_YEAR = re.compile(r"([^\W\d_]{3,10})\.?\s(\d{4})(?!\d)")


def _named_month(text: str) -> Period | None:
    for match in _MONTH_YEAR.finditer(text):
        if not labels.MONTH.search(squash(text[: match.start()])):
            continue
        seen = dates_in(f"1 {match.group(1)} {match.group(2)}")
        if seen:
            first = seen[0].value
            return Period(first, first.replace(day=monthrange(first.year, first.month)[1]))
    return None
