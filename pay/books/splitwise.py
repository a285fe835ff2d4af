"""Reading files of shared expenses: Splitwise, and what is written in its manner, in any dialect."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from models.errors.books import BooksUnfit
from models.errors.shares import SharesUneven
from models.errors.values import AmountInvalid
from models.money import Money
from models.words import mark
from pay.books.cells import csv_rows, text_of
from pay.books.expenses import Expense, SharedBook
from pay.books.header import Columns, Row, cell_at, cell_of, columns_of
from pay.evidence.columns import folded
from pay.evidence.figures import Days, Decimals, day_of, decimal_of, decimals_of
from pay.evidence.table import orders_of

MOST_ROWS = 100_000
LONGEST = 500
"""Characters of a description, a category or a name."""
_FIRST_YEAR, _LAST_YEAR = 1970, 2099
"""Beancount knows days of 1700 to 2099 only."""
_SEPARATORS = (",", ";", "\t", "|")
_TOTALS = frozenset({"total balance", "solde total", "gesamtsaldo", "saldo total", "saldo totale"})
_NO_DAY = mark("“{value}” is no day")
_NO_AMOUNT = mark("“{value}” is no amount")
_UNEVEN = mark("the shares do not make zero")
_NO_CURRENCY = mark("no currency is named")
_TOO_LONG = mark("a text is longer than {limit} characters")
_TOO_MANY = mark("there are more than {limit} rows")


@dataclass(frozen=True, slots=True)
class _Dialect:
    days: Days
    decimals: Decimals
    currency: str


def splitwise_book(data: bytes, currency: str = "") -> SharedBook | None:
    """The expenses of a file; None when its columns are not those of such a file, or no row fits.

    currency: for files that name none. Totals at the end are left out. Raises BooksUnfit with the line.
    """
    text = text_of(data)
    for separator in _SEPARATORS:
        columns = columns_of(text, separator)
        if columns is not None:
            return _book(text, separator, columns, currency)
    return None


def _book(text: str, separator: str, columns: Columns, currency: str) -> SharedBook | None:
    rows = [
        row
        for row in csv_rows(text, separator)
        if row[0] > columns.first and not _is_left(columns, row)
    ]
    if len(rows) > MOST_ROWS:
        raise BooksUnfit(row=MOST_ROWS, why=_TOO_MANY, limit=MOST_ROWS)
    dialect = _dialect(columns, rows, currency)
    if not _looks_shared(columns, rows, dialect):
        return None
    expenses = tuple(_expense(columns, row, dialect) for row in rows)
    return SharedBook(tuple(name for _, name in columns.members), expenses)


def _is_left(columns: Columns, row: Row) -> bool:
    """An empty line, or the totals at the end."""
    return (
        not any(cell.strip() for cell in row[1])
        or folded(cell_of(columns, row, "description")) in _TOTALS
    )


def _dialect(columns: Columns, rows: Sequence[Row], currency: str) -> _Dialect:
    """One order of days and one decimal sign for the whole file; both ways possible is day first."""
    days = orders_of([cell_of(columns, row, "date") for row in rows])
    if not days:
        odd = next((row for row in rows if day_of(cell_of(columns, row, "date")) is None), None)
        raise BooksUnfit(
            row=odd[0] if odd else 0, why=_NO_DAY, value=cell_of(columns, odd, "date")[:40] if odd else "",
        )  # fmt: skip
    places = [columns.places["cost"], *(at for at, _ in columns.members)]
    cells = [row[1][at] for row in rows for at in places if at < len(row[1])]
    return _Dialect(days[0], decimals_of(cells, "."), currency)


def _looks_shared(columns: Columns, rows: Sequence[Row], dialect: _Dialect) -> bool:
    """Whether some row tells of two people and most make zero: a bank's columns do not."""
    even = moved = 0
    for row in rows:
        nets = [decimal_of(cell_at(row, at), dialect.decimals) or 0 for at, _ in columns.members]
        even += sum(nets) == 0
        moved += any(nets)
    return not rows or (moved > 0 and even * 2 > len(rows))


def _expense(columns: Columns, row: Row, dialect: _Dialect) -> Expense:
    line = row[0]
    day = day_of(cell_of(columns, row, "date"), dialect.days)
    if day is None or not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise BooksUnfit(row=line, why=_NO_DAY, value=cell_of(columns, row, "date")[:40])
    currency = cell_of(columns, row, "currency").strip().upper() or dialect.currency
    if not currency:
        raise BooksUnfit(row=line, why=_NO_CURRENCY)
    cost = _money(line, cell_of(columns, row, "cost"), currency, dialect)
    nets = [
        (name, _money(line, cell_at(row, at) or "0", currency, dialect).minor)
        for at, name in columns.members
    ]
    words = (cell_of(columns, row, "description"), cell_of(columns, row, "category").strip())
    return _made(line, day, words, cost, tuple((name, minor) for name, minor in nets if minor))


def _made(
    line: int, day: date, words: tuple[str, str], cost: Money, nets: tuple[tuple[str, int], ...]
) -> Expense:
    if max(map(len, (*words, *(name for name, _ in nets)))) > LONGEST:
        raise BooksUnfit(row=line, why=_TOO_LONG, limit=LONGEST)
    try:
        return Expense(day, *words, cost, nets)
    except SharesUneven as cause:
        raise BooksUnfit(row=line, why=_UNEVEN) from cause


def _money(line: int, cell: str, currency: str, dialect: _Dialect) -> Money:
    number = decimal_of(cell, dialect.decimals)
    try:
        exact = Money.of(number, currency) if number is not None else None
    except AmountInvalid as cause:
        raise BooksUnfit(row=line, why=_NO_AMOUNT, value=f"{cell} {currency}"[:40]) from cause
    if exact is None or exact.decimal != number:
        raise BooksUnfit(row=line, why=_NO_AMOUNT, value=cell[:40])
    return exact
