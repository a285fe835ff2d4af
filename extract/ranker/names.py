"""The figures that describe a name among the names of its document."""

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np

from extract import labels_of_names as labels
from extract.billers import key_of
from extract.identifiers import register_numbers_in
from extract.ranker.amounts import Described
from extract.ranker.context import context_of
from extract.ranker.name_pieces import Piece
from extract.ranker.place import PLACE_NAMES, Places
from extract.sheet import Sheet
from extract.squash import squash

_HOW = ("cell", "part", "legal", "value", "lines", "domain")
NAMES = (
    *_HOW, "legal_form", "organisation", "carrier", "bank", "street", "person", "no_name", "words",
    "characters", "capitals", "title_case", "digits", "times", "inside", "domain_is", "domain_has",
    "domains", "register_here", "register_below", "first_row", "largest", "town_below", "number_below",
    "mail_near", "left_gap", "above_gap", *PLACE_NAMES,
)  # fmt: skip
_SHORT = 4
_TOWN = re.compile(
    r"\b[A-Z]?-?\d{4,5}\b\s+[A-ZÀ-Ý]|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|[A-Z]{2},? \d{5}"
)


def described(sheet: Sheet, pieces: Sequence[Piece], places: Places) -> Described:
    """What the model looks at, for each of these names of one document."""
    keys = [key_of(p.text) for p in pieces]
    counts = Counter((key, p.cell.row, p.cell.column) for key, p in zip(keys, pieces, strict=True))
    times = Counter(key for key, _, _ in counts)
    domains = {key for key, p in zip(keys, pieces, strict=True) if p.how == "domain"}
    tallest = max((p.cell.height for p in pieces), default=1.0)
    joined = " ".join(times)
    contexts = tuple(context_of(sheet, p.cell, p.start, p.end) for p in pieces)
    lines = []
    for i, (piece, key) in enumerate(zip(pieces, keys, strict=True)):
        cell = piece.cell
        lines.append(
            [
                *(piece.how == how for how in _HOW),
                *_words_of(piece.text),
                times[key],
                joined.count(key) - times[key] if len(key) > _SHORT else 0,
                key in domains and piece.how != "domain",
                _has(key, domains),
                len(domains),
                any(register_numbers_in(sheet.text_of(cell.row))),
                any(register_numbers_in(sheet.text_of(cell.row + 1))),
                cell.row == 0,
                cell.height >= 0.95 * tallest,
                *_below(sheet, piece),
                contexts[i].left_gap,
                contexts[i].above_gap,
                *places.of(cell, cell.box),
            ]
        )
    return Described(contexts, np.array(lines, dtype=float).reshape(len(lines), len(NAMES)))


def _words_of(text: str) -> tuple[float, ...]:
    legal = labels.LEGAL.search(text)
    plain = " ".join(squash(word) for word in text.split())
    letters = [c for c in text if c.isalpha()]
    words = text.split()
    return (
        bool(legal and legal.start()),
        bool(labels.ORGANISATION.search(squash(text))),
        bool(labels.CARRIER.search(text)),
        bool(labels.BANK.search(text)),
        bool(labels.STREET.search(text)),
        bool(labels.PERSON.match(text)),
        bool(labels.NOT_NAME.search(plain)),
        len(words),
        len(text),
        sum(c.isupper() for c in letters) / max(len(letters), 1),
        sum(w[:1].isupper() for w in words) / max(len(words), 1),
        sum(c.isdigit() for c in text),
    )


def _has(key: str, domains: set[str]) -> bool:
    return any(
        (len(d) >= _SHORT and d in key) or (len(key) >= _SHORT and key in d) for d in domains if key
    )


def _below(sheet: Sheet, piece: Piece) -> tuple[float, ...]:
    """An address or numbers of an organisation in the lines under the name."""
    texts = [c.text for c, _ in zip(sheet.below(piece.cell), range(5), strict=False)]
    own = piece.cell.text[piece.end :]
    town = next((i + 1 for i, t in enumerate(texts) if _TOWN.search(t)), 0)
    return (
        -1 if _TOWN.search(own) else town,
        any(labels.REGISTER.search(squash(t)) for t in texts),
        any("@" in t or "www" in t for t in [own, *texts]),
    )
