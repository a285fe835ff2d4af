"""The figures that describe a date, printed or counted, among the dates of its document."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

import numpy as np

from extract import labels_of_dates as labels
from extract.date_candidates import DateCandidate
from extract.ranker.amounts import Described
from extract.ranker.context import context_of
from extract.ranker.place import PLACE_NAMES, Places
from extract.ranker.terms import TermCandidate
from extract.sheet import Sheet
from extract.squash import squash

MOST_CANDIDATES = 200
_TERMS = frozenset((7, 8, 10, 14, 15, 20, 21, 28, 30, 31, 45, 60))
NAMES = (
    "after_first", "before_last", "rank", "distinct", "same_value", "count", "term_after", "term_before",
    "in_words", "two_digit_year", "span_start", "span_end", "in_row", "from_row_end", "in_column",
    "years_off", "time_after", "left_gap", "above_gap", "days", "month_end", "at_once", *PLACE_NAMES,
)  # fmt: skip
_COLUMN = 4.0


def described(
    sheet: Sheet,
    candidates: Sequence[DateCandidate],
    printed: Sequence[DateCandidate],
    places: Places,
) -> Described:
    """What the model looks at, for each of these dates of one document, of which `printed` are read."""
    values = [c.value for c in printed]
    counts = Counter(values)
    distinct = sorted(counts)
    rows = Counter(c.cell.row for c in candidates)
    contexts = tuple(context_of(sheet, c.cell, c.seen.start, c.seen.end) for c in candidates)
    usual = sorted(values)[len(values) // 2] if values else None
    seen_in_row: Counter[int] = Counter()
    lines = []
    for i, c in enumerate(candidates):
        seen_in_row[c.cell.row] += 1
        day = c.value
        starts, ends = _span(candidates, i)
        lines.append(
            [
                (day - distinct[0]).days if distinct else 0,
                (distinct[-1] - day).days if distinct else 0,
                bisect_left(distinct, day),
                len(distinct),
                counts[day],
                len(values),
                sum((day - other).days in _TERMS for other in distinct),
                sum((other - day).days in _TERMS for other in distinct),
                any(ch.isalpha() for ch in c.seen.text),
                len(c.seen.text) < 9 and c.seen.text[-4:].isdigit() is False,  # noqa: PLR2004
                starts,
                ends,
                rows[c.cell.row],
                rows[c.cell.row] - seen_in_row[c.cell.row],
                sum(
                    o.cell.page == c.cell.page and abs(o.box.x0 - c.box.x0) < _COLUMN
                    for o in candidates
                ),
                abs(day.year - usual.year) if usual else 0,
                ":" in c.cell.text[c.seen.end : c.seen.end + 6],
                contexts[i].left_gap,
                contexts[i].above_gap,
                *_counted(c),
                *places.of(c.cell, c.box),
            ]
        )
    return Described(contexts, np.array(lines, dtype=float).reshape(len(lines), len(NAMES)))


def _counted(candidate: DateCandidate) -> tuple[int, int, bool]:
    """Days counted (-1: the date is printed), to or from a month's end, without delay."""
    if not isinstance(candidate, TermCandidate):
        return -1, 0, False
    return candidate.days, candidate.month_end, candidate.at_once


def _span(candidates: Sequence[DateCandidate], i: int) -> tuple[bool, bool]:
    """Whether the date begins or ends a period ("du … au …", "01.01. - 31.01.")."""

    def between(one: DateCandidate, two: DateCandidate) -> bool:
        if isinstance(one, TermCandidate) or isinstance(two, TermCandidate):
            return False
        if one.cell is not two.cell or not one.value < two.value:
            return False
        text = squash(one.cell.text[one.seen.end : two.seen.start])
        return bool(labels.BETWEEN.search(text)) or text in {
            "-",
            "/",
            "a",
            "al",
            "t/m",
            "tot",
            "hasta",
        }

    after = candidates[i + 1] if i + 1 < len(candidates) else None
    before = candidates[i - 1] if i else None
    return (
        bool(after and between(candidates[i], after)),
        bool(before and between(before, candidates[i])),
    )
