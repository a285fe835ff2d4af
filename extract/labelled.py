"""Numbers without a form of their own, found by the label before or above them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.amounts import amounts_in
from extract.dates import dates_in
from extract.sheet import Cell, Sheet, quoted
from extract.squash import squash
from models.reading import Box

TOKEN = re.compile(r"[^\s,;|]+")
GLUED = re.compile(r"[^\d]{1,30}?[°#:.](?=[\w])")
"""A label that no space parts from its code: "Nr.:R45232"."""
_CODE = re.compile(r"(?=[^\d]{0,12}\d)[\w][\w/._:+*-]{0,40}", re.UNICODE)
_MOST_LENGTH = 40
_LEAST = 2
_PROSE = 60
_MOST_LETTERS, _TABLE, _CLOSE = 3, 3, 2.5


@dataclass(frozen=True, slots=True)
class Labelled:
    """A code, the label that names it, where it stands."""

    value: str
    label: str
    cell: Cell
    start: int
    end: int
    cost: int

    @property
    def box(self) -> Box:
        """The box of the code's words."""
        return self.cell.box_of(self.start, self.end)

    @property
    def quote(self) -> str:
        """Label and code as printed."""
        return quoted(self.label[-100:], self.value)


def labelled(sheet: Sheet, pattern: re.Pattern[str]) -> Iterator[Labelled]:
    """Every code with a label of this pattern: same cell, next cell, cell below, line before."""
    for cell in sheet.cells():
        yield from _inside(cell, pattern)
        yield from _after_break(sheet, cell, pattern)
        if pattern.search(cell.plain.rstrip(":.")) or pattern.search(cell.plain):
            yield from _beside(sheet, cell)


def _inside(cell: Cell, pattern: re.Pattern[str]) -> Iterator[Labelled]:
    """A label and its code in one cell: "Facture n° 2024-118 du …"."""
    text = cell.text
    for match in list(TOKEN.finditer(text))[:60]:
        glued = GLUED.match(match.group())
        starts = [match.start()] if match.start() else []
        if glued:
            starts.append(match.start() + glued.end())
        for start in starts:
            before = squash(_without_dates(text[:start]))
            if pattern.search(before[-70:]):
                code = code_at(text, start)
                if code:
                    yield Labelled(code, text[:start], cell, start, start + len(code), 0)


def _goes_on(rest: str) -> bool:
    """Words after the figures make them part of a text ("3 The Parade")."""
    begin = re.match(r"\W*(?:du|vom|of|dated|le|van|-|\(|/)\b", rest.lower())
    return not begin and sum(c.isalpha() for c in rest) > _MOST_LETTERS


def _is_column(sheet: Sheet, header: Cell, first: Cell) -> bool:
    """A table that lists several documents under this word names none as its own."""
    if len(sheet.rows[header.row]) < _TABLE:
        return False
    second = next(sheet.below(first), None)
    near = second is not None and second.box.top - first.box.top < _CLOSE * first.height
    return near and second is not None and bool(code_at(second.text, 0))


def _without_dates(text: str) -> str:
    """ "Facture du 29/01/2021 n° 42": the date between label and number is passed over."""
    for seen in reversed(dates_in(text)):
        text = (
            re.sub(r"(?:\bdu|\bvom|\bof|\bdated)?\s*$", "", text[: seen.start]) + text[seen.end :]
        )
    return text


def _after_break(sheet: Sheet, cell: Cell, pattern: re.Pattern[str]) -> Iterator[Labelled]:
    """A code that begins a line of prose whose label ended the line before."""
    before = sheet.rows[cell.row - 1][-1] if cell.row and not cell.column else None
    if before is None or len(before.text) < _PROSE or before.page != cell.page:
        return
    code = code_at(cell.text, 0)
    if code and pattern.search(before.plain[-70:]):
        yield Labelled(code, before.text, cell, 0, len(code), 4)


def _beside(sheet: Sheet, cell: Cell) -> Iterator[Labelled]:
    found = False
    for right in sheet.right_of(cell)[:1]:
        start = len(right.text) - len(right.text.lstrip(": #"))
        code = code_at(right.text, start)
        if code and not _goes_on(right.text[start + len(code) :]):
            found = True
            yield Labelled(code, cell.text, right, start, start + len(code), 2)
    if not found and cell.column == 1:
        left = sheet.left_of(cell)[0]
        code = code_at(left.text, 0)
        if code and code == left.text.strip():
            yield Labelled(code, cell.text, left, 0, len(code), 8)
    for lower in sheet.below(cell):
        code = code_at(lower.text, 0)
        if _goes_on(lower.text[len(code) :]) or _is_column(sheet, cell, lower):
            return
        if lower.box.top - cell.box.top < 2.6 * max(cell.height, lower.height) and code:
            yield Labelled(code, cell.text, lower, 0, len(code), 6)
        return


def code_at(text: str, start: int) -> str:
    """The code that begins at `start`, groups of figures joined as printed; "" when none is there.

    A date or an amount is no code.
    """
    rest = text[start : start + _MOST_LENGTH + 20]
    starts = [d.start for d in dates_in(rest)] + [a.start for a in amounts_in(rest)]
    if 0 in starts:
        return ""
    first = TOKEN.match(rest)
    if first and first.group().startswith("("):
        return ""
    if not first or not _CODE.fullmatch(first.group().strip("().:")):
        return _spaced_prefix(rest)
    end = first.end()
    while more := re.match(
        r"[ \u00a0\u202f](?=[\w-]{0,12}\d)([A-Z\d][A-Z\d/-]*|-|/)(?![^\s.,;|])", rest[end:]
    ):
        if _is_date_ahead(rest[end:]) or end + more.end() > _MOST_LENGTH:
            break
        end += more.end()
    return _clean(rest[:end])


def _spaced_prefix(rest: str) -> str:
    """Codes that begin with letters set apart: "F 2024 118", "Nr. RE 2024-7"."""
    match = re.match(r"[A-Z]{1,4}[ -]\d[\w/.-]*(?: \d{2,6}(?!\S))*", rest)
    return _clean(match.group()) if match else ""


def _is_date_ahead(rest: str) -> bool:
    seen = dates_in(rest)
    return bool(seen) and seen[0].start <= 1


def _clean(code: str) -> str:
    code = code.strip().strip("().,;:")
    return code if len(code) >= _LEAST or code.isdigit() else ""
