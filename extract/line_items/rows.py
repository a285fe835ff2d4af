"""A printed row under the heads of its table: which figure is what, which words describe."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from extract.amounts import amounts_in
from extract.line_items.columns import Column, Role
from extract.page import Line, Page
from extract.sheet import Cell, sheet_of, union
from models.reading import Box

_FAR = 60.0
"""Points that a value may stand from under its head."""
_ROUNDING, _ROUNDED_PRICE = Decimal("0.02"), Decimal("0.002")
_NUMBER = re.compile(r"(?<![\w.,])-?\d{1,7}(?:[.,]\d{1,4})?(?![\d.,])")
_PERCENT = re.compile(r"(?<![\d.,])(\d{1,2}(?:[.,]\d{1,3})?)(?=\s?%)")
_SUMS = frozenset({Role.NET, Role.GROSS, Role.PRICE, Role.QUANTITY, Role.RATE})
_RATES = frozenset({Role.RATE})
_COUNTS = frozenset({Role.QUANTITY, Role.PRICE, Role.RATE})


@dataclass(slots=True)
class Row:
    """What was understood of a printed row."""

    box: Box
    words: list[str] = field(default_factory=list)
    values: dict[Role, Decimal] = field(default_factory=dict)

    @property
    def has_sum(self) -> bool:
        """True when the row says what the line costs."""
        return bool(self.values.keys() & {Role.NET, Role.GROSS})

    @property
    def multiplies(self) -> bool:
        """True when quantity and price make the sum: such a row is a line wherever it stands."""
        count, price = self.values.get(Role.QUANTITY), self.values.get(Role.PRICE)
        made = self.values.get(Role.NET, self.values.get(Role.GROSS))
        return _is_product(count, price, made)


def row_of(line: Line, columns: Sequence[Column]) -> Row:
    """The row with each figure under the head it stands below, and its other words."""
    row = Row(box_of(line))
    for cell in sheet_of((Page(1, 0, 0, (line,)),)).cells():
        taken = list(_values(cell, columns, row))
        row.words.extend(_description(cell, taken, columns))
    return row


def _values(cell: Cell, columns: Sequence[Column], row: Row) -> Iterator[tuple[int, int]]:
    """Puts the cell's figures under their heads; yields where in the text they stood."""
    spans = [(s.start, s.end, s.value, _SUMS) for s in amounts_in(cell.text)]
    rates = [(m.start(1), m.end(1), _decimal(m[1]), _RATES) for m in _PERCENT.finditer(cell.text)]
    plain = [(m.start(), m.end(), _decimal(m[0]), _COUNTS) for m in _NUMBER.finditer(cell.text)]
    done: list[tuple[int, int]] = []
    for start, end, value, roles in [*rates, *spans, *plain]:
        if any(start < e and end > s for s, e in done):
            continue
        column = _column(cell.box_of(start, end), columns)
        if column is not None and column.role in roles and column.role not in row.values:
            row.values[column.role] = value
            done.append((start, end))
    yield from done


def _column(box: Box, columns: Sequence[Column]) -> Column | None:
    nearest = min(columns, key=lambda column: column.apart(box))
    return nearest if nearest.apart(box) <= _FAR else None


def _description(
    cell: Cell, taken: Sequence[tuple[int, int]], columns: Sequence[Column]
) -> Iterator[str]:
    """The cell's words that are no values and stand under what describes."""
    head = next((c for c in columns if c.role is Role.DESCRIPTION), None)
    right = [c.box.x0 for c in columns if head and c.box.x0 > head.box.x1]
    until = min(right, default=float("inf"))
    at = 0
    for word in cell.words:
        end = at + len(word.text)
        free = not any(start < end and stop > at for start, stop in taken)
        under = head is None or (word.box.x0 > head.box.x0 - _FAR / 2 and word.box.x0 < until)
        if free and under:
            yield word.text
        at = end + 1


def _decimal(text: str) -> Decimal:
    """A number with a comma or a full stop before its decimals."""
    return Decimal(text.replace(",", "."))


def _is_product(count: Decimal | None, price: Decimal | None, made: Decimal | None) -> bool:
    if count is None or price is None or made is None:
        return False
    return abs(abs(count * price) - abs(made)) <= max(_ROUNDING, abs(made) * _ROUNDED_PRICE)


def box_of(line: Line) -> Box:
    """The smallest box around a line's words."""
    return union(line.words)
