"""A table that fits: no date or amount breaks; a narrow terminal gets two lines a row."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from cli.folding import Firm, folded
from cli.plain import plain

_COMFORT = 22
"""Characters beyond which a column of words may be folded."""
_GAP = 3
_INDENT = 4
_COUNT = re.compile(r"(?:[-+−]?\d{1,15}(?:[ \u00a0\u202f.,]\d{1,4}){0,6}(?: [A-Z]{3})?)?")
_FIRM = re.compile(r"(?:\d{4}-\d\d-\d\d|\d\d/\d\d/\d{4})(?: \d\d:\d\d)?|m?\d{1,9}|")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the English head names it, `shown` is that head translated. named: an amount that a row
    of a narrow terminal does not explain either, so that its head goes with it."""

    head: str
    shown: str
    cells: tuple[Text, ...]
    right: bool
    named: bool = False

    @property
    def firm(self) -> bool:
        """True for amounts, dates and numbers: half of one would be misread."""
        return self.right or all(_FIRM.fullmatch(cell.plain) for cell in self.cells)

    @property
    def counts(self) -> bool:
        """True for numbers and amounts that only their head explains: the column set right is the amount,
        unless it is named."""
        if self.right:
            return self.named
        return all(_COUNT.fullmatch(cell.plain) for cell in self.cells)

    @property
    def width(self) -> int:
        """The columns of the terminal that it needs to be read with ease."""
        natural = max(cell.cell_len for cell in (Text(self.shown), *self.cells))
        return natural if self.firm else min(natural, _COMFORT)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a table holds, before it is known how wide it may be."""

    columns: tuple[Column, ...]

    @classmethod
    def of(
        cls,
        heads: Sequence[tuple[str, str]],
        rows: Iterable[Sequence[str]],
        right: int,
        *,
        named: bool = False,
    ) -> "Sheet":
        """A sheet from (English head, translated head) pairs and rows of raw text."""
        tamed = [[Firm(plain(cell).plain) for cell in row] for row in rows]
        return cls(
            tuple(
                Column(head, shown, tuple(row[position] for row in tamed), position == right, named)
                for position, (head, shown) in enumerate(heads)
            )
        )

    def fitted(self, width: int) -> RenderableType:
        """The sheet within `width` columns of a terminal."""
        if sum(column.width + _GAP for column in self.columns) <= width:
            return _table(self.columns)
        return _lines(self.columns, width)


def _table(columns: Sequence[Column]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        table.add_column(
            Text(column.shown),
            justify="right" if column.right else "left",
            no_wrap=column.firm,
            overflow="fold",
        )
    for row in zip(*(column.cells for column in columns), strict=True):
        table.add_row(*row)
    return table


def _lines(columns: Sequence[Column], width: int) -> Group:
    """Two lines a row: its number, amounts and dates with the first words, then the rest.

    Without heads a second number would say nothing: it ends the row, behind its own head.
    """
    counts = [column for column in columns[1:] if column.counts]
    firm = [column.cells for column in columns if column.firm and column not in counts]
    loose = [one.cells for one in columns if not one.firm and one not in counts]
    loose += [_under_head(column) for column in counts]
    ones = zip(*firm, *loose[:1], strict=True)
    twos = zip(*loose[1:], strict=True) if loose[1:] else ((),) * len(columns[0].cells)
    parts: list[RenderableType] = []
    for one, two in zip(ones, twos, strict=True):
        parts.append(Text(folded(_joined(one, "  ").plain, width)))
        parts.append(Padding(_joined(two, " · "), (0, 0, 0, _INDENT), expand=False))
    return Group(*parts)


def _under_head(column: Column) -> tuple[Text, ...]:
    return tuple(Text(f"{column.shown}\xa0{cell}" if cell.plain else "") for cell in column.cells)


def _joined(cells: Iterable[Text], gap: str) -> Text:
    return Firm(gap.join(cell.plain for cell in cells if cell.plain))
