"""The lines of a printed table: under a head that names the columns, a row with a sum is a line.

Works on words with places alone (text of a PDF or OCR), whether the table is ruled or not. What it
finds is shown to the person and added up; it never fills a field.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum

from extract.amounts import amounts_in
from extract.line_items.columns import Column, Role, columns_of, heads_of
from extract.line_items.rows import Row, box_of, row_of
from extract.lines import segments_of
from extract.page import Line, Page
from extract.proofs import MOST_QUOTE
from extract.squash import squash
from models.errors.values import AmountInvalid
from models.money import Money
from models.reading import LineItem

MOST_LINES = 500
_MOST_GAP = 60.0
"""Points without any print after which a table has ended."""
_MOST_MORE = 4
"""Rows of description that follow a line's first one."""
_MOST_HEAD_LINES = 3
_MOST_ALONE = 3
"""Words of a head that holds nothing else."""
_TOTALS = re.compile(
    r"(?:sous-?|sub-?|grand|invoice)?total(?!e?ment|energies)|net(?:to)?(?:apayer|aregler|betrag|summe|amount)|"
    r"montant(?:total|ht|ttc|net|apayer|du(?![a-z]))|(?:reste)?apayer|solde(?![a-z])|zuzahlen|"
    r"zu-?undabschl|allowances?(?:and|&)charges|"
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


def printed_lines(pages: Sequence[Page], currency: str) -> tuple[LineItem, ...]:
    """The lines of all tables of these pages, in order, at most MOST_LINES; sums in `currency`."""
    table = _Table(currency)
    for page in pages:
        table.read(page)
        if len(table.items) >= MOST_LINES:
            break
    return tuple(table.items[:MOST_LINES])


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
        self._held: Row | None = None
        self._more = 0

    def read(self, page: Page) -> None:
        """Adds the lines that the page holds."""
        self._state = _State.DONE if self._state is _State.DONE else _State.CARRIED
        heads = [heads_of(line) for line in page.lines]
        last, skip = 0.0, 0
        for at, line in enumerate(page.lines):
            if skip:
                skip -= 1
                continue
            columns, size = _head(page.lines[at : at + _MOST_HEAD_LINES], heads[at:])
            if columns:
                self._close()
                self._columns, self._state, skip = columns, _State.OPEN, size - 1
            elif self._columns:
                self._take(line, last)
            last = box_of(line).bottom
        self._close()

    def _take(self, line: Line, last: float) -> None:
        """Takes one row in: it opens a line, continues one, or ends the table."""
        if _sums_up(line) or (last and box_of(line).top - last > _MOST_GAP):
            self._close()
            self._state = _State.DONE
        row = row_of(line, self._columns)
        if row.has_sum and self._belongs(row):
            self._close()
            self._held, self._more = row, 0
        elif self._held is not None and self._more < _MOST_MORE and not row.values:
            self._held.words.extend(row.words)
            self._more += 1

    def _belongs(self, row: Row) -> bool:
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

    def _item(self, row: Row) -> LineItem:
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


def _head(
    lines: Sequence[Line], heads: Sequence[tuple[Column, ...]]
) -> tuple[tuple[Column, ...], int]:
    """The columns that the first of these lines names, alone or with those close below it."""
    best: tuple[tuple[Column, ...], int] = (), 1
    known, words = 0, 0
    found: list[Column] = []
    for at, line in enumerate(lines if heads[0] else ()):
        if amounts_in(line.text) or (at and not _is_close(lines[at - 1], line)):
            break
        found.extend(heads[at])
        words += len(line.words)
        columns = columns_of(found, alone=words <= _MOST_ALONE)
        roles = len({column.role for column in columns} - {Role.OTHER})
        if roles > known:
            best, known = (columns, at + 1), roles
    return best


def _sums_up(line: Line) -> bool:
    cells = [squash(" ".join(word.text for word in cell)) for cell in segments_of(line)]
    return any(map(_TOTALS.match, cells)) or bool(_TAXES.match(cells[0] if cells else ""))


def _is_close(one: Line, other: Line) -> bool:
    first, second = box_of(one), box_of(other)
    return second.top - first.bottom < first.bottom - first.top
