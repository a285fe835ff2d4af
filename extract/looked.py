"""What all field rules look at: one document's sheet with its dates, amounts and signs, found once."""

from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from extract.amount_due import Candidate, candidates_of
from extract.date_candidates import DateCandidate, dates_of
from extract.dates import is_month_first
from extract.sheet import Cell, Sheet
from extract.signs import signs_in
from models.reading import Box, Found

T = TypeVar("T")
_FEW = 2
"""Cells of a row that may be a title or a stamp; more make it a table's row."""


@dataclass(frozen=True)
class Looked:
    """A sheet under one reader's name; `trust` (0..1) lowers every confidence of a weaker source."""

    sheet: Sheet
    source: str
    trust: float = 1.0

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The rows' texts."""
        return tuple(" ".join(c.text for c in row) for row in self.sheet.rows)

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """All cells in reading order."""
        return tuple(self.sheet.cells())

    @cached_property
    def amounts(self) -> tuple[Candidate, ...]:
        """All amounts with their labels' scores."""
        return candidates_of(self.sheet)

    @cached_property
    def dates(self) -> tuple[DateCandidate, ...]:
        """All dates with their labels' scores."""
        return dates_of(self.sheet, month_first=is_month_first(self.lines))

    @cached_property
    def signs(self) -> dict[str, str]:
        """Machine word to quote."""
        texts = [c.text for row in self.sheet.rows if len(row) <= _FEW for c in row]
        return dict(signs_in([*self.lines, *texts], (c.text for c in self.cells)))

    def found(
        self,
        value: T,
        quote: str,
        confidence: float,
        cell: Cell | None = None,
        box: Box | None = None,
    ) -> Found[T]:
        """A value of this reader with its proof."""
        page = cell.page if cell else None
        place = box or (cell.box if cell else None)
        return Found(value, self.source, quote, round(confidence * self.trust, 3), page, place)
