"""Days in the tables of a person, as their language writes them; scripts have ISO 8601."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from models.said import short_day_in
from models.words import Lang

_DAY = re.compile(r"(\d{4}-\d\d-\d\d)( \d\d:\d\d)?")
_NONE = frozenset({"", "-", "–", "—"})


def day_told(lang: Lang, text: str) -> str:
    """A day, with its hour or without, as the language writes it; any other text as it is."""
    found = _DAY.fullmatch(text)
    if found is None:
        return text
    try:
        day = date.fromisoformat(found[1])
    except ValueError:
        return text
    return short_day_in(lang, day) + (found[2] or "")


def with_days(lang: Lang, rows: Iterable[Sequence[str]]) -> list[list[str]]:
    """The rows, with the days of columns that hold nothing else as the language writes them: what was
    quoted from a page stays as it stands there.
    """
    cells = [list(row) for row in rows]
    for place in range(len(cells[0]) if cells else 0):
        column = [row[place] for row in cells]
        if all(cell in _NONE or _DAY.fullmatch(cell) for cell in column):
            for row in cells:
                row[place] = day_told(lang, row[place])
    return cells
