"""Which column of a file of shared expenses is which, as its header says in any dialect."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from models.errors.books import BooksUnfit
from pay.books.cells import csv_rows
from pay.evidence.columns import folded

MOST_MEMBERS = 60
_HEAD_WITHIN = 25
_NAMES: dict[str, tuple[str, ...]] = {
    "date": (
        "date",
        "date time",
        "date et heure",
        "expense date",
        "datum",
        "fecha",
        "data",
        "jour",
    ),
    "description": ("description", "title", "titre", "libelle", "intitule", "beschreibung", "what"),
    "category": ("category", "categorie", "kategorie", "categoria"),
    "cost": ("cost", "cout", "montant", "amount", "kosten", "betrag", "costo", "coste"),
    "currency": ("currency", "devise", "monnaie", "wahrung", "divisa", "moneda", "valuta"),
}
_NO_MEMBER = frozenset(
    {"notes", "note", "original cost", "original currency", "conversion rate", "exchange rate",
     "taux de change", "is reimbursement", "split mode", "group", "id", "created", "details",
     "attachment urls"}
)  # fmt: skip
_OWN = ("date", "description", "category", "cost", "currency")
"""How Splitwise's own header begins: members alone follow, whatever they are called."""

Row = tuple[int, list[str]]
"""The number of a line, and its cells."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where what stands, from 0; members: place and name. first: the line of the header."""

    places: dict[str, int]
    members: tuple[tuple[int, str], ...]
    first: int


def columns_of(text: str, separator: str) -> Columns | None:
    """The columns that one of the first lines names; None where none does."""
    try:
        for line, row in islice(csv_rows(text, separator), _HEAD_WITHIN):
            found = _header(line, row)
            if found is not None:
                return found
    except BooksUnfit:
        return None
    return None


def _header(line: int, row: Sequence[str]) -> Columns | None:
    """The columns that `row` names: a day, a description, a cost, and two members at least."""
    names = [folded(cell) for cell in row]
    places: dict[str, int] = {}
    for field, known in _NAMES.items():
        at = next((at for at, name in enumerate(names) if name in known), None)
        if at is not None:
            places[field] = at
    no_member = frozenset[str]() if tuple(names[: len(_OWN)]) == _OWN else _NO_MEMBER
    others = [
        (at, cell.strip())
        for at, cell in enumerate(row)
        if at not in places.values() and cell.strip() and names[at] not in no_member
    ]
    enough = {"date", "description", "cost"} <= places.keys() and 2 <= len(others) <= MOST_MEMBERS  # noqa: PLR2004
    named_twice = len({folded(name) for _, name in others}) < len(others)
    return Columns(places, tuple(others), line) if enough and not named_twice else None


def cell_of(columns: Columns, row: Row, field: str) -> str:
    """The cell of that field, "" where there is none."""
    at = columns.places.get(field)
    return "" if at is None else cell_at(row, at)


def cell_at(row: Row, at: int) -> str:
    """The cell at that place, "" where the line ends before."""
    return row[1][at] if at < len(row[1]) else ""
