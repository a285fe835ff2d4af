"""Values of one type as a document prints them: what may be a taught field on the next bill."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import islice

from extract.amounts import amounts_in
from extract.dates import dates_in
from extract.identifiers import ibans_in
from extract.memory.lesson import Taught
from extract.sheet import Cell, Sheet
from models.reading import Box

Value = Decimal | date | str
_MOST_PRINTED = 2_000
_MOST_TOKENS, _MOST_IN_CELL = 6, 40
_MOST_CODE, _LEAST_CODE = 40, 2
_TOKEN = re.compile(r"[^\s:#°º№]+")
"""A label may stand close to its code ("n°2024-118", "Ref:77")."""
_EDGE = ".,;:()"
_RUNS = (re.compile(r"[^\W\d_]+"), re.compile(r"\d+"))


@dataclass(frozen=True, slots=True)
class Printed:
    """A value and where it stands in its cell; `swapped` is a date read in the other order.

    currency: beside an amount, "" when none is.
    """

    value: Value
    cell: Cell
    start: int
    end: int
    swapped: date | None = None
    currency: str = ""

    @property
    def text(self) -> str:
        """As printed."""
        return self.cell.text[self.start : self.end].strip()

    @property
    def box(self) -> Box:
        """The box of its words."""
        return self.cell.box_of(self.start, self.end)

    @property
    def confidence(self) -> float:
        """Of the OCR in the least sure of its words; 1 for text."""
        at, least = 0, 1.0
        for word in self.cell.words:
            if at < self.end and at + len(word.text) > self.start:
                least = min(least, word.confidence)
            at += len(word.text) + 1
        return least


def printed(
    sheet: Sheet, field: Taught, *, month_first: bool = False, shape: str = ""
) -> tuple[Printed, ...]:
    """Every value of the field's type, in reading order, at most 2,000.

    `shape` limits codes (numbers, references) to one shape; without it every run of up to six words
    with a figure is one.
    """
    one_cell = _READ.get(field)
    if one_cell is not None:
        found = (seen for cell in sheet.cells() for seen in one_cell(cell))
    elif field in {"due_on", "issued_on"}:
        found = (seen for cell in sheet.cells() for seen in _dates(cell, month_first))
    else:
        found = (seen for cell in sheet.cells() for seen in _codes(cell, shape))
    return tuple(islice(found, _MOST_PRINTED))


def _amounts(cell: Cell) -> Iterator[Printed]:
    for seen in amounts_in(cell.text):
        yield Printed(seen.value, cell, seen.start, seen.end, currency=seen.currency)


def _accounts(cell: Cell) -> Iterator[Printed]:
    for value, start, end, right in ibans_in(cell.text):
        if right:
            yield Printed(value, cell, start, end)


_READ: dict[str, Callable[[Cell], Iterator[Printed]]] = {
    "amount": _amounts,
    "payee_iban": _accounts,
}


def _dates(cell: Cell, month_first: bool) -> Iterator[Printed]:  # noqa: FBT001
    for seen in dates_in(cell.text, month_first=month_first):
        yield Printed(seen.value, cell, seen.start, seen.end, seen.swapped)


def _codes(cell: Cell, shape: str) -> Iterator[Printed]:
    tokens = [match.span() for match in _TOKEN.finditer(cell.text)][:_MOST_IN_CELL]
    for first in range(len(tokens)):
        for last in range(first, min(first + _MOST_TOKENS, len(tokens))):
            start, end = tokens[first][0], tokens[last][1]
            code = _trimmed(cell, start, end)
            if code is not None and (not shape or shape_of(str(code.value)) == shape):
                yield code


def _trimmed(cell: Cell, start: int, end: int) -> Printed | None:
    """A run of words without the punctuation around it, when it may be a code."""
    raw = cell.text[start:end]
    text = raw.strip(_EDGE)
    if not _LEAST_CODE <= len(text) <= _MOST_CODE or not any(c.isdigit() for c in text):
        return None
    start += raw.find(text)
    return Printed(text, cell, start, start + len(text))


def shape_of(code: str) -> str:
    """Letters as A, figures as 9, runs of them as one, other signs as they are."""
    letters, figures = _RUNS
    return " ".join(figures.sub("9", letters.sub("A", code)).split())
