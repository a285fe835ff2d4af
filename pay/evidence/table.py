"""A CSV file as rows: separator, header and where the operations begin."""

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from models.errors.statements import StatementDamaged, StatementTooLong
from pay.evidence.columns import Role, roles_of
from pay.evidence.figures import DAY_ORDERS, Days, day_of, decimal_of
from pay.evidence.reader import MOST_ENTRIES
from pay.evidence.texts import clean

MOST_COLUMNS = 100
MOST_PREAMBLE = 40
"""Rows before the header: the longest known preamble (Crédit Agricole) has 11."""
_SEPARATORS = (";", ",", "\t", "|")
_SAMPLE = 60
_BEGINNING = MOST_PREAMBLE + _SAMPLE
_SHORTEST_DAY = 6


@dataclass(frozen=True, slots=True)
class Table:
    """A file's rows. header: its names, empty when there is none; preamble: the rows above it.

    first: the number of the first row of `rows` in the file, from 1, as a spreadsheet counts.
    """

    separator: str
    preamble: tuple[tuple[str, ...], ...]
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    first: int

    @property
    def width(self) -> int:
        return max((len(row) for row in (self.header, *self.rows[:_SAMPLE])), default=0)


def table_of(text: str) -> Table | None:
    """The table in `text`, None when no row of it holds a day and an amount.

    Raises StatementTooLong or StatementDamaged.
    """
    beginnings = ((one, list(islice(_rows(text, one), _BEGINNING))) for one in _SEPARATORS)
    tables = [table for one, rows in beginnings if (table := _table(rows, one)) is not None]
    # Two separators may both give a table ("1,50" splits at the comma): known names decide, then
    # the rows that fit.
    best = max(tables, key=_likelihood, default=None)
    return None if best is None else _table(list(_rows(text, best.separator)), best.separator)


def _likelihood(table: Table) -> tuple[int, int, int]:
    known = sum(role is not Role.IGNORED for role in roles_of(list(table.header))[0])
    return known, sum(is_operation(row) for row in table.rows[:_SAMPLE]), table.width


def _table(rows: list[tuple[str, ...]], separator: str) -> Table | None:
    named = next((at for at, row in enumerate(rows[:MOST_PREAMBLE]) if _is_header(row)), None)
    start = _first_operation(rows[:_BEGINNING])
    if named is None and start is not None:
        named = _header_above(rows, start)
    if named is not None:
        header, begin = rows[named], named + 1
    elif start is not None:
        header, begin = (), start
    else:
        return None
    above = rows[: begin if named is None else named]
    return Table(separator, tuple(above), header, tuple(rows[begin:]), begin + 1)


def _first_operation(rows: list[tuple[str, ...]]) -> int | None:
    """Where the operations begin: the first row of the shape that most of them have.

    A preamble may hold a day and a balance too, but not in the places of the operations.
    """
    shapes = [(at, _shape(row)) for at, row in enumerate(rows) if is_operation(row)]
    counted = Counter(shape for _, shape in shapes)
    common = max(counted, key=lambda shape: counted[shape], default=None)
    return next((at for at, shape in shapes if shape == common), None)


def _shape(row: tuple[str, ...]) -> tuple[int, int]:
    return len(row), next((at for at, cell in enumerate(row) if is_day(cell)), -1)


def _rows(text: str, separator: str) -> Iterator[tuple[str, ...]]:
    lines = text.split("\n")
    try:
        for at, row in enumerate(csv.reader((line + "\n" for line in lines), delimiter=separator)):
            if at > MOST_ENTRIES:
                raise StatementTooLong(limit=f"{MOST_ENTRIES:,}")
            if len(row) > MOST_COLUMNS:
                raise StatementTooLong(limit=str(MOST_COLUMNS))
            yield tuple(clean(cell) for cell in row)
    except csv.Error as cause:
        raise StatementDamaged(what="CSV") from cause


def _is_header(row: tuple[str, ...]) -> bool:
    """A row that names a day and an amount in known words."""
    roles = roles_of(list(row))[0]
    amounts = (Role.AMOUNT, Role.DEBIT, Role.CREDIT)
    return Role.BOOKED_ON in roles and any(role in amounts for role in roles)


def _header_above(rows: list[tuple[str, ...]], start: int) -> int | None:
    """The row of names right above the first operation, when it looks like one."""
    for at in range(start - 1, -1, -1):
        filled = [cell for cell in rows[at] if cell]
        if filled:
            wide = len(filled) * 2 >= len([cell for cell in rows[start] if cell])
            words = all(any(c.isalpha() for c in cell) for cell in filled)
            return at if wide and words and len(filled) > 1 else None
    return None


def is_operation(row: tuple[str, ...]) -> bool:
    """A row with a day in one cell and an amount in another."""
    days = {at for at, cell in enumerate(row) if is_day(cell)}
    return bool(days) and any(is_amount(cell) for at, cell in enumerate(row) if at not in days)


def is_day(cell: str) -> bool:
    """True when some order of day and month reads the cell."""
    plain = cell.strip()
    return len(plain) >= _SHORTEST_DAY and any(day_of(plain, order) for order in DAY_ORDERS)


def is_amount(cell: str) -> bool:
    """True for a number with decimals, however they are written."""
    signs: tuple[Literal[","], Literal["."]] = (",", ".")
    return any(
        decimal_of(cell, sign) is not None and sign in cell and any(c.isdigit() for c in cell)
        for sign in signs
    )


def orders_of(cells: list[str]) -> tuple[Days, ...]:
    """Which orders of day, month and year read every filled cell."""
    filled = [cell for cell in cells if any(c.isdigit() for c in cell)]
    return tuple(order for order in DAY_ORDERS if all(day_of(cell, order) for cell in filled))
