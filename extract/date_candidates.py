"""Dates of a sheet, each with what its labels make of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from extract import labels_of_dates as labels
from extract.date_scores import ALONE, BARE, due_score, issued_score
from extract.dates import DateSeen, dates_in, without_weekday
from extract.prose import OR_TERM
from extract.sheet import Cell, Sheet, quoted
from extract.squash import squash
from models.reading import Box

_LETTERS = re.compile(r"[^\W\d_]{2}")
_MOST_CANDIDATES = 2_000
_MOST_CONTEXT = 160
_LEAST_PROSE = 30
_LONG_ENOUGH = 12
"""Letters before a date that make it no table's figure: then its own words must explain it."""
_LEADS_ON = re.compile(r"(?::|\b(?:du|le|vom|am|bis|zum|of|on|by|dated|avant|van|op))\s*$")
_CLAUSE = re.compile(rf"(?:[,;]|(?<!%)\.) |\s(?={OR_TERM})")
_SORT_CODE = re.compile(r"\d\d-\d\d-\d\d")
_SORT_CODE_LABEL = re.compile(r"(?:sortcode|bacs|sort|s/c)[:.,]?$")
_SENTENCE = re.compile(r"(?<=\w{3})[.!?] +(?=[A-ZÀ-Ý])")


@dataclass(frozen=True, slots=True)
class DateCandidate:
    """A date with its place; `due` and `issued` are scores (0 = nothing says so, below 0 = ruled out)."""

    seen: DateSeen
    cell: Cell
    label: str
    due: int
    issued: int

    @property
    def value(self) -> date:
        """The day."""
        return self.seen.value

    @property
    def box(self) -> Box:
        """The box of the date's words."""
        return self.cell.box_of(self.seen.start, self.seen.end)

    @property
    def quote(self) -> str:
        """Label and date as printed."""
        return quoted(self.label[-120:], self.seen.text)


def dates_of(sheet: Sheet, *, month_first: bool) -> tuple[DateCandidate, ...]:
    """Every date of the sheet in reading order."""
    found: list[DateCandidate] = []
    for cell in sheet.cells():
        read = dates_in(cell.text, month_first=month_first) + _broken(sheet, cell)
        seen = tuple(one for one in read if not _is_sort_code(sheet, cell, one))
        found.extend(_candidate(sheet, cell, seen, i) for i in range(len(seen)))
        if len(found) > _MOST_CANDIDATES:
            break
    return tuple(found)


def _is_sort_code(sheet: Sheet, cell: Cell, seen: DateSeen) -> bool:
    """A British bank's number looks like a day ("Sort code 09-01-28")."""
    before = squash(cell.text[: seen.start])[-_LONG_ENOUGH:]
    lead = before or "".join(squash(other.text) for other in sheet.left_of(cell))
    return bool(_SORT_CODE.fullmatch(seen.text)) and bool(_SORT_CODE_LABEL.search(lead))


def _broken(sheet: Sheet, cell: Cell) -> tuple[DateSeen, ...]:
    """A date that the end of a line cut in two ("… avant le 30" / "décembre 2024")."""
    length = len(cell.text)
    if length < _LEAST_PROSE or cell.row + 1 >= len(sheet.rows):
        return ()
    joined = f"{cell.text} {sheet.rows[cell.row + 1][0].text[:20]}"
    return tuple(
        replace(seen, end=min(seen.end, length))
        for seen in dates_in(joined)
        if seen.start < length < seen.end
    )


def _candidate(sheet: Sheet, cell: Cell, seen: Sequence[DateSeen], index: int) -> DateCandidate:
    after = _after(cell, seen, index)
    if index + 1 == len(seen) and len(cell.text) > _LEAST_PROSE:
        after = f"{after} {sheet.text_of(cell.row + 1)}"
    label, due, issued = "", 0, 0
    for text, cost in _contexts(sheet, cell, seen, index):
        one, two = due_score(text, after), issued_score(text)
        due, issued = due or _less(one, cost), issued or _less(two, cost)
        label = label if label and one <= 0 else (text if one or two else "")
        if one > 0 or two > BARE:
            break
    if _is_span(cell, seen, index):
        due, issued = min(due, -10), min(issued, -10)
    if not issued and not due and seen[index].text == cell.text and cell.page == 1:
        issued = ALONE
    return DateCandidate(seen[index], cell, label, due, issued)


def _is_span(cell: Cell, seen: Sequence[DateSeen], index: int) -> bool:
    """First or last day of a period ("du 01/01/2024 au 31/01/2024")."""
    pairs = [(seen[i], seen[i + 1]) for i in (index - 1, index) if 0 <= i < len(seen) - 1]
    return any(
        one.value < two.value and labels.BETWEEN.search(squash(cell.text[one.end : two.start]))
        for one, two in pairs
    )


def _less(score: int, cost: int) -> int:
    return score - cost if score > 0 else score


def _after(cell: Cell, seen: Sequence[DateSeen], index: int) -> str:
    """What follows a date and still speaks of it: up to the clause that leads to the next one."""
    if index + 1 == len(seen):
        return cell.text[seen[index].end :]
    between = cell.text[seen[index].end : seen[index + 1].start]
    clause = _CLAUSE.search(between)
    return between[: clause.start()] if clause else ""


def _before(cell: Cell, seen: Sequence[DateSeen], index: int) -> str:
    """What leads to a date: from the clause after the last date on, in its own sentence."""
    text = cell.text[seen[index - 1].end if index else 0 : seen[index].start]
    clause = _CLAUSE.search(text) if index else None
    text = text[clause.end() :] if clause else text
    return without_weekday(_SENTENCE.split(text)[-1][-_MOST_CONTEXT:])


def _contexts(
    sheet: Sheet, cell: Cell, seen: Sequence[DateSeen], index: int
) -> Iterator[tuple[str, int]]:
    """Texts that may explain the date, the nearest first, each with what its distance costs."""
    near = _before(cell, seen, index)
    if _LETTERS.search(near):
        yield near, 0
    if index or sum(c.isalpha() for c in near) > _LONG_ENOUGH:
        return
    lefts = sheet.left_of(cell)
    left = next((c for c in lefts if _LETTERS.search(c.text)), None)
    if left and not _is_complete(left.text):
        yield f"{_tail(left.text)} {near}", 2
        over = sheet.just_above(left, left.box)
        if over:
            yield f"{_tail(over.text)} {left.text} {near}"[-_MOST_CONTEXT:], 14
    if not lefts and not _LETTERS.search(near):
        yield from _right(sheet, cell)
    yield from _line_before(sheet, cell, seen[index], near, alone=not lefts)


def _right(sheet: Sheet, cell: Cell) -> Iterator[tuple[str, int]]:
    """The label of a form that prints values first ("28.09.2024 | émise le")."""
    for right in sheet.right_of(cell)[:1]:
        if not dates_in(right.text):
            yield right.text, 10


def _line_before(
    sheet: Sheet, cell: Cell, seen: DateSeen, near: str, *, alone: bool
) -> Iterator[tuple[str, int]]:
    """The label over a date, or the line that runs on in this one."""
    above = sheet.just_above(cell, cell.box_of(seen.start, seen.end))
    if above:
        yield _joined(above.text, near), 6
    before = sheet.text_of(cell.row - 1)
    if alone and before and (above is None or before != above.text):
        yield _joined(before, near), 12


def _joined(before: str, near: str) -> str:
    return _SENTENCE.split(f"{_tail(before)} {near}")[-1][-_MOST_CONTEXT:]


def _is_complete(text: str) -> bool:
    """A label that already has its own figures ("Contrat 42 | 18 avril 2024") labels nothing more."""
    return any(c.isdigit() for c in _tail(text)) and not _LEADS_ON.search(text)


def _tail(text: str) -> str:
    """The text from its last date on: what was said before belongs to that date."""
    seen = dates_in(text)
    return text[seen[-1].end :] if seen else text
