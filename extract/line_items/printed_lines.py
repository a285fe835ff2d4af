"""The lines of a printed table: under a head that names the columns, a row with a sum is a line.

Works on words with places alone (text of a PDF or OCR), whether the table is ruled or not. What it
finds is shown to the person and added up; it never fills a field.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from extract.amounts import amounts_in
from extract.line_items.columns import Column, Role, columns_of
from extract.lines import segments_of
from extract.page import Line, Page
from extract.proofs import MOST_QUOTE
from extract.sheet import Cell, sheet_of
from extract.squash import squash
from models.errors import AmountInvalid
from models.money import Money
from models.reading import Box, LineItem

MOST_LINES = 500
_MOST_GAP = 60.0
"""Points without any print after which a table has ended."""
_FAR = 60.0
"""Points that a value may stand from under its head."""
_MOST_MORE = 4
"""Rows of description that follow a line's first one."""
_MOST_HEAD_LINES = 3
_ROUNDING, _ROUNDED_PRICE = Decimal("0.02"), Decimal("0.002")
_TOTALS = re.compile(
    r"(?:sous-?|sub-?|grand|invoice)?total(?!e?ment|energies)|net(?:to)?(?:apayer|aregler|betrag|summe|amount)|"
    r"montant(?:total|ht|ttc|net)|zu-?undabschl|allowances?(?:and|&)charges|"
    r"(?:zwischen|gesamt|end|rechnungs|netto|brutto|positions|waren)-?(?:summe|betrag|wert)|summe|gesamt(?![a-z])|"
    r"(?:sub)?totaal|te(?:betalen|voldoen)|baseimponible|imponibile|importetotal|totale|amountdue|"
    r"balance|carriedforward|ubertrag|areporter|taxsummary|zahlbetrag|ust\.?-?satz|.{0,12}aufschlusselung"
)
"""Beginnings of cells that say: from here on the table sums up."""
_TAXES = re.compile(
    r"(?:\+|zzgl\.?|plus|incl(?:usief|uding|us)?\.?|inkl(?:usive)?\.?|dont)?(?:\d{1,2}(?:[.,]\d{1,2})?%)?"
    r"(?:tva|vat|mwst|ust|umsatzsteuer|mehrwertsteuer|iva|btw|salestax|gst)(?![a-z])"
)
"""Beginnings of rows that hold a tax."""
_NUMBER = re.compile(r"(?<![\w.,])-?\d{1,7}(?:[.,]\d{1,4})?(?![\d.,])")
_PERCENT = re.compile(r"(?<![\d.,])(\d{1,2}(?:[.,]\d{1,3})?)(?=\s?%)")


def printed_lines(pages: Sequence[Page], currency: str) -> tuple[LineItem, ...]:
    """The lines of all tables of these pages, in order, at most MOST_LINES; sums in `currency`."""
    table = _Table(currency)
    for page in pages:
        table.read(page)
        if len(table.items) >= MOST_LINES:
            break
    return tuple(table.items[:MOST_LINES])


@dataclass(slots=True)
class _Row:
    """What was understood of a printed row."""

    box: Box
    words: list[str] = field(default_factory=list)
    values: dict[Role, Decimal] = field(default_factory=dict)

    @property
    def has_sum(self) -> bool:
        return bool(self.values.keys() & {Role.NET, Role.GROSS})

    @property
    def multiplies(self) -> bool:
        """True when quantity and price make the sum: such a row is a line wherever it stands."""
        count, price = self.values.get(Role.QUANTITY), self.values.get(Role.PRICE)
        made = self.values.get(Role.NET, self.values.get(Role.GROSS))
        return _is_product(count, price, made)


class _State(StrEnum):
    """How sure it is that the rows that come belong to the table."""

    OPEN = "open"
    CARRIED = "carried"
    DONE = "done"


class _Table:
    """Goes down the pages; under a head, rows become lines.

    A table goes on over the end of a page with rows that name a quantity or a price; after a
    subtotal or a gap only with rows that multiply.
    """

    def __init__(self, currency: str) -> None:
        self.items: list[LineItem] = []
        self._currency = currency
        self._columns: tuple[Column, ...] = ()
        self._state = _State.DONE
        self._held: _Row | None = None
        self._more = 0

    def read(self, page: Page) -> None:
        """Adds the lines that the page holds."""
        self._state = _State.DONE if self._state is _State.DONE else _State.CARRIED
        last, skip = 0.0, 0
        for at, line in enumerate(page.lines):
            if skip:
                skip -= 1
                continue
            columns, size = _head(page.lines[at : at + _MOST_HEAD_LINES])
            if columns:
                self._close()
                self._columns, self._state, skip = columns, _State.OPEN, size - 1
            elif self._columns:
                self._take(line, last)
            last = _box_of(line).bottom
        self._close()

    def _take(self, line: Line, last: float) -> None:
        """Takes one row in: it opens a line, continues one, or ends the table."""
        if _sums_up(line) or (last and _box_of(line).top - last > _MOST_GAP):
            self._close()
            self._state = _State.DONE
        row = self._row(line, self._columns)
        if row.has_sum and self._belongs(row):
            self._close()
            self._held, self._more = row, 0
        elif self._held is not None and self._more < _MOST_MORE and not row.values:
            self._held.words.extend(row.words)
            self._more += 1

    def _belongs(self, row: _Row) -> bool:
        match self._state:
            case _State.OPEN:
                return True
            case _State.CARRIED:
                return bool(row.values.keys() & {Role.QUANTITY, Role.PRICE})
            case _:
                return row.multiplies

    def _close(self) -> None:
        if self._held is not None:
            self.items.append(self._item(self._held))
        self._held = None

    def _row(self, line: Line, columns: Sequence[Column]) -> _Row:
        row = _Row(_box_of(line))
        for cell in sheet_of((Page(1, 0, 0, (line,)),)).cells():
            taken = list(self._values(cell, columns, row))
            row.words.extend(_description(cell, taken, columns))
        return row

    def _values(
        self, cell: Cell, columns: Sequence[Column], row: _Row
    ) -> Iterator[tuple[int, int]]:
        """Puts the cell's figures under their heads; yields where in the text they stood."""
        spans = [(s.start, s.end, s.value, _SUMS) for s in amounts_in(cell.text)]
        rates = [
            (m.start(1), m.end(1), _decimal(m[1]), _RATES) for m in _PERCENT.finditer(cell.text)
        ]
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

    def _item(self, row: _Row) -> LineItem:
        values = row.values
        return LineItem(
            description=" ".join(row.words)[:MOST_QUOTE],
            quantity=values.get(Role.QUANTITY),
            unit_price=values.get(Role.PRICE),
            net=self._money(values.get(Role.NET)),
            gross=self._money(values.get(Role.GROSS)),
            vat_rate=values.get(Role.RATE),
        )

    def _money(self, value: Decimal | None) -> Money | None:
        try:
            return None if value is None else Money.of(value, self._currency)
        except AmountInvalid:
            return None


_SUMS = frozenset({Role.NET, Role.GROSS, Role.PRICE, Role.QUANTITY, Role.RATE})
_RATES = frozenset({Role.RATE})
_COUNTS = frozenset({Role.QUANTITY, Role.PRICE, Role.RATE})


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


def _head(lines: Sequence[Line]) -> tuple[tuple[Column, ...], int]:
    """The columns that the first of these lines names, alone or with those close below it."""
    best: tuple[tuple[Column, ...], int] = (), 1
    known = 0
    for size in range(1, len(lines) + 1):
        line = lines[size - 1]
        if amounts_in(line.text) or (size > 1 and not _is_close(lines[size - 2], line)):
            break
        columns = columns_of(lines[:size])
        roles = len({column.role for column in columns} - {Role.OTHER})
        if roles > known:
            best, known = (columns, size), roles
    return best


def _sums_up(line: Line) -> bool:
    cells = [squash(" ".join(word.text for word in cell)) for cell in segments_of(line)]
    return any(map(_TOTALS.match, cells)) or bool(_TAXES.match(cells[0] if cells else ""))


def _is_product(count: Decimal | None, price: Decimal | None, made: Decimal | None) -> bool:
    if count is None or price is None or made is None:
        return False
    return abs(abs(count * price) - abs(made)) <= max(_ROUNDING, abs(made) * _ROUNDED_PRICE)


def _is_close(one: Line, other: Line) -> bool:
    first, second = _box_of(one), _box_of(other)
    return second.top - first.bottom < first.bottom - first.top


def _box_of(line: Line) -> Box:
    boxes = [word.box for word in line.words]
    return Box(
        min(b.x0 for b in boxes), min(b.top for b in boxes),
        max(b.x1 for b in boxes), max(b.bottom for b in boxes),
    )  # fmt: skip
