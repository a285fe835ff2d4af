"""The figures that describe an amount among the amounts of its document."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from extract.amount_due import Candidate
from extract.ranker.context import Context, context_of
from extract.ranker.forest import Numbers
from extract.ranker.place import PLACE_NAMES, Places
from extract.sheet import Sheet

MOST_CANDIDATES = 400
NAMES = (
    "log_value", "negative", "zero", "has_currency", "whole", "is_largest", "to_largest",
    "rank", "same_value", "same_share", "sum_of_two", "parts_of_sum", "twice", "count",
    "in_row", "from_row_end", "in_column", "from_column_end", "column_sum",
    "left_gap", "above_gap", *PLACE_NAMES,
)  # fmt: skip
_COLUMN = 3.0
"""Points between right edges of one column's figures."""
_MOST_SUMMED = 40


@dataclass(frozen=True, slots=True)
class Described:
    """Candidates with their surroundings and figures (rows in the order of the candidates)."""

    contexts: tuple[Context, ...]
    numbers: Numbers


def described(sheet: Sheet, candidates: Sequence[Candidate], places: Places) -> Described:
    """What the model looks at, for each of these amounts of one document."""
    values = [abs(int(c.seen.value * 100)) for c in candidates]
    counts = Counter(values)
    distinct = sorted(counts, reverse=True)
    largest = max(distinct[0], 1) if distinct else 1
    sums = _sums(distinct[:_MOST_SUMMED])
    columns = _columns(candidates)
    rows = Counter(c.cell.row for c in candidates)
    contexts = tuple(context_of(sheet, c.cell, c.seen.start, c.seen.end) for c in candidates)
    seen_in_row: Counter[int] = Counter()
    lines = []
    for i, (c, value) in enumerate(zip(candidates, values, strict=True)):
        seen_in_row[c.cell.row] += 1
        at, of, adds = columns[i]
        lines.append(
            [
                np.log10(max(value, 1)),
                c.seen.value < 0,
                value == 0,
                bool(c.seen.currency),
                "." not in str(c.seen.value) or value % 100 == 0,
                value == largest,
                value / largest,
                distinct.index(value),
                counts[value],
                counts[value] / len(values),
                sums[value][0] if value in sums else 0,
                sums[value][1] if value in sums else 0,
                2 * value in counts,
                len(values),
                rows[c.cell.row],
                rows[c.cell.row] - seen_in_row[c.cell.row],
                of,
                of - at,
                adds,
                contexts[i].left_gap,
                contexts[i].above_gap,
                *places.of(c.cell, c.box),
            ]
        )
    return Described(contexts, np.array(lines, dtype=float).reshape(len(lines), len(NAMES)))


def _sums(distinct: Sequence[int]) -> dict[int, tuple[int, int]]:
    """For each value: how many pairs add up to it, and how many such pairs it is a part of."""
    pool = set(distinct) - {0}
    found: dict[int, list[int]] = {v: [0, 0] for v in distinct}
    for whole in pool:
        for part in pool:
            other = whole - part
            if other in pool and part < other:
                found[whole][0] += 1
                found[part][1] += 1
                found[other][1] += 1
    return {v: (min(a, 5), min(b, 5)) for v, (a, b) in found.items()}


def _columns(candidates: Sequence[Candidate]) -> list[tuple[int, int, bool]]:
    """Place in the column from its top, the column's length, and whether those above add up to it."""
    columns: list[tuple[int, float, list[int]]] = []
    for i, c in enumerate(candidates):
        edge = c.box.x1
        for page, x, members in columns:
            if page == c.cell.page and abs(x - edge) < _COLUMN:
                members.append(i)
                break
        else:
            columns.append((c.cell.page, edge, [i]))
    result = [(0, 1, False)] * len(candidates)
    for _, _, members in columns:
        total = 0
        for at, i in enumerate(members):
            value = int(candidates[i].seen.value * 100)
            result[i] = (at, len(members), at > 1 and value != 0 and total == value)
            total += value
    return result
