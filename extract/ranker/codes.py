"""Texts of a sheet that may be the number of a bill or of a customer, and the figures that describe them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from extract.identifiers import ibans_in, register_numbers_in
from extract.labelled import GLUED, TOKEN, code_at
from extract.looked import Looked
from extract.ranker.amounts import Described
from extract.ranker.context import context_of
from extract.ranker.place import PLACE_NAMES, Places
from extract.sheet import Cell, quoted
from models.reading import Box

MOST_CANDIDATES = 250
_MOST_CELL, _MOST_TOKENS, _LEAST = 400, 60, 2
_PREFIX = re.compile(r"[A-Z]{1,4}[ -]\d")
_TELEPHONE = re.compile(r"[+0(][\d ()./-]{7,}")
_POSTAL = re.compile(r"[ ,]+[A-ZÀ-Ý][^\W\d_]{2}")
_YEAR = re.compile(r"(?:19|20)\d\d")
NAMES = (
    "length", "digits", "letters", "signs", "groups", "year_first", "only_year", "times", "account",
    "register", "telephone", "postal", "at_sign", "starts_cell", "ends_cell", "in_row", "count",
    "left_gap", "above_gap", *PLACE_NAMES,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Code:
    """A text with figures that is neither a date nor an amount, and where it stands."""

    text: str
    cell: Cell
    start: int
    end: int

    @property
    def box(self) -> Box:
        """The box of the code's words."""
        return self.cell.box_of(self.start, self.end)

    @property
    def quote(self) -> str:
        """What stands before it in its cell, and the code, as printed."""
        return quoted(self.cell.text[: self.start][-100:], self.text)


def code_key(text: str) -> str:
    """Letters and figures alone: two spellings of one number."""
    return "".join(c for c in text.upper() if c.isalnum())


def codes_of(looked: Looked) -> tuple[Code, ...]:
    """Every candidate in reading order, at most MOST_CANDIDATES."""
    taken: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for seen in looked.amounts:
        taken.setdefault((seen.cell.row, seen.cell.column), []).append(
            (seen.seen.start, seen.seen.end)
        )
    for day in looked.dates:
        taken.setdefault((day.cell.row, day.cell.column), []).append((day.seen.start, day.seen.end))
    found: list[Code] = []
    for cell in looked.cells:
        if len(cell.text) <= _MOST_CELL and any(c.isdigit() for c in cell.text):
            found.extend(_in(cell, taken.get((cell.row, cell.column), [])))
        if len(found) >= MOST_CANDIDATES:
            break
    return tuple(found[:MOST_CANDIDATES])


def _in(cell: Cell, taken: Sequence[tuple[int, int]]) -> Iterator[Code]:
    past = 0
    for match in list(TOKEN.finditer(cell.text))[:_MOST_TOKENS]:
        for start in _starts(match):
            if start < past or any(one <= start < two for one, two in taken):
                continue
            code = code_at(cell.text, start) if _may_begin(cell.text, start) else ""
            if len(code) >= _LEAST:
                at = max(cell.text.find(code, start), start)  # a bracket before it is no part of it
                past = at + len(code)
                yield Code(code, cell, at, past)


def _starts(match: re.Match[str]) -> list[int]:
    """Where a code may begin: at the word, or behind the label that is glued to it."""
    glued = GLUED.match(match.group())
    return [match.start() + glued.end()] if glued else [match.start()]


def _may_begin(text: str, start: int) -> bool:
    word = TOKEN.match(text, start)
    has_figure = word is not None and any(c.isdigit() for c in word.group())
    return has_figure or bool(_PREFIX.match(text, start))


def described(looked: Looked, codes: Sequence[Code], places: Places) -> Described:
    """What the model looks at, for each of these codes of one document."""
    sheet = looked.sheet
    times = Counter(code_key(code.text) for code in codes)
    rows = Counter(code.cell.row for code in codes)
    contexts = tuple(context_of(sheet, code.cell, code.start, code.end) for code in codes)
    lines = [
        [
            *_form(code.text),
            times[code_key(code.text)],
            *_known_as(code),
            code.start == 0,
            code.end == len(code.cell.text),
            rows[code.cell.row],
            len(codes),
            contexts[i].left_gap,
            contexts[i].above_gap,
            *places.of(code.cell, code.box),
        ]
        for i, code in enumerate(codes)
    ]
    return Described(contexts, np.array(lines, dtype=float).reshape(len(lines), len(NAMES)))


def _form(text: str) -> tuple[float, ...]:
    return (
        len(text),
        sum(c.isdigit() for c in text),
        sum(c.isalpha() for c in text),
        sum(c in "-/._" for c in text),
        len(text.split()),
        bool(_YEAR.match(text)),
        bool(_YEAR.fullmatch(text)),
    )


def _known_as(code: Code) -> tuple[bool, ...]:
    """Whether it is part of an account, a register number, a telephone number, an address."""
    text, start = code.cell.text, code.start
    account = any(one <= start < two for _, one, two, _ in ibans_in(text))
    register = any(one <= start < two for _, one, two in register_numbers_in(text))
    return (
        account,
        register,
        bool(_TELEPHONE.match(text, start)),
        bool(_POSTAL.match(text, code.end)),
        "@" in code.text,
    )
