"""Where an id stands in a bank's text: separators do not count, but it must stand by itself."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from stdnum import iso11649

_RUN = re.compile(r"[A-Z]+|\d+")
_WORD = re.compile(r"[A-Z0-9]+")
_CHUNK = re.compile(r"[A-Z0-9]+(?:[-/._][A-Z0-9]+)*")
_DIGIT = re.compile(r"[0-9]")
_LONG = 8
"""From eight signs on, an id may stick to the word before it ("REF20260131")."""
SHORTEST_REFERENCE = 6
SHORTEST_NUMBER = 5
_FEWEST_DIGITS = 3
_COMPACT = re.compile(r"[^A-Z0-9]")


@lru_cache(maxsize=20_000)
def compact(text: str) -> str:
    """Capitals and digits only."""
    return _COMPACT.sub("", text.upper())


@lru_cache(maxsize=20_000)
def is_telling(code: str, shortest: int) -> bool:
    """Long enough, with enough digits, and no mere date: a code that does not stand there by chance."""
    digits = sum(c.isdigit() for c in code)
    return len(code) >= shortest and digits >= _FEWEST_DIGITS and not _is_date(code)


def _is_date(code: str) -> bool:
    """A day or month written in digits stands in every other bank text."""
    if not code.isdigit() or len(code) not in (6, 8):
        return False
    orders = ((code[:4], code[4:6], code[6:] or "01"), (code[-4:], code[-6:-4], code[:-6] or "01"))
    short = ("20" + code[:2], code[2:4], code[4:6]), ("20" + code[4:6], code[2:4], code[:2])
    return any(_day(*parts) for parts in (*orders, *(short if len(code) == 6 else ())))  # noqa: PLR2004


def _day(year: str, month: str, day: str) -> bool:
    try:
        return 1990 <= date(int(year), int(month), int(day)).year <= 2100  # noqa: PLR2004
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class _Prose:
    """A text as one string of capitals and digits, with the places where an id may begin or end."""

    joined: str
    words: frozenset[int]
    runs: frozenset[int]


@lru_cache(maxsize=20_000)
def _prose(text: str) -> _Prose:
    words = _WORD.findall(text.upper())
    joined = "".join(words)
    edges, place = {0}, 0
    for word in words:
        place += len(word)
        edges.add(place)
    runs = {match.start() for match in _RUN.finditer(joined)}
    return _Prose(joined, frozenset(edges), frozenset(edges | runs))


def stands_in(code: str, text: str) -> bool:
    """True when `code` (compact) stands in `text` with nothing of its own kind on either side.

    "F2031" stands in "FACT. F-2031 DU", not in "F-20311"; "20260131" in "REF20260131".
    """
    prose = _prose(text)
    at = prose.joined.find(code) if code else -1
    edges = prose.runs if len(code) >= _LONG else prose.words
    while at >= 0:
        if at in edges and at + len(code) in edges:
            return True
        at = prose.joined.find(code, at + 1)
    return False


def names_another(code: str, text: str) -> bool:
    """True when `text` holds a code with the letters of `code` and other digits, and not `code`.

    The month's bill F-2032 is not paid by "FACTURE F-2031", whatever account and amount say.
    """
    shape = _shape(code)
    if len(code) < SHORTEST_NUMBER or not any(c.isdigit() for c in code):
        return False
    others = {compact(match[0]) for match in _CHUNK.finditer(text.upper())}
    alike = {other for other in others if _shape(other) == shape and not _is_date(other)}
    return bool(alike) and code not in alike


def codes_in(text: str) -> frozenset[str]:
    """The codes of a text that hardly stand there by chance."""
    codes = (compact(match[0]) for match in _CHUNK.finditer(text.upper()))
    return frozenset(code for code in codes if is_telling(code, SHORTEST_NUMBER))


@lru_cache(maxsize=20_000)
def _shape(code: str) -> str:
    return _DIGIT.sub("9", code)


def same_code(one: str, other: str) -> bool:
    """Equal ids; leading zeros do not count, as banks fill and strip them."""
    left, right = compact(one), compact(other)
    return bool(left) and left.lstrip("0") == right.lstrip("0")


def contradicts(own: str, written: str) -> bool:
    """True when the payment bears a structured reference and it is another one than `own`."""
    if not written:
        return False
    known = compact(own)
    right = iso11649.is_valid(known) or (known.isdigit() and len(known) == len(compact(written)))
    return right and not same_code(own, written)
