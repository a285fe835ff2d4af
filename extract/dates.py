"""Dates in a line of text, in French, English, German, Spanish, Italian and Dutch notations."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import lru_cache

from babel.dates import get_day_names, get_month_names

from extract.squash import squash

YEARS = range(1990, 2041)
_LANGUAGES = ("fr", "en", "de", "nl", "es", "it")
_MORE_NAMES = {"sept": 9, "fev": 2, "fevr": 2, "juil": 7, "mrz": 3, "mrt": 3, "okt": 10, "janv": 1}


def _months() -> dict[str, int]:
    """Month names of CLDR in six languages, wide and abbreviated, squashed, without full stop."""
    names = dict(_MORE_NAMES)
    for language in _LANGUAGES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, language).items():
                    names[squash(name).rstrip(".")] = number
    return names


_WEEKDAYS = tuple(
    name
    for language in _LANGUAGES
    for width in ("wide", "abbreviated")
    for name in (squash(n).rstrip(".") for n in get_day_names(width, "format", language).values())
)
_WEEKDAY_END = re.compile(rf"(?:^|(?<=\W))(?:{'|'.join(_WEEKDAYS)})[.,]*\s*$")
_MONTHS = _months()
_NAME = r"(?P<name>[^\W\d_]{3,10})\.?"
_ISO = re.compile(r"(?<![\d.,/-])(?P<y>\d{4})(?P<sep>[-/.])(?P<m>\d\d?)(?P=sep)(?P<d>\d\d?)(?!\d)")
_NUMERIC = re.compile(
    r"(?<![\d,/])(?:(?<!-)|(?<=\d{4}-)|(?=\d\d?/))(?<!\d\.)(?P<a>\d\d?)(?P<sep>\s?[./-]\s?)(?P<b>\d\d?)\s?[./-]\s?(?P<y>"
    r"20\d\d(?=\d{1,2}:\d\d)|\d\d(?=\d{1,2}:\d\d)|(?:\d{4}|\d\d)(?!\d|[.,/]\d|-\d(?!\d?:\d|\d?[./]\d\d?[./]\d)))"
)
_DAY_MONTH = re.compile(
    r"(?<![\d.,])(?P<d>\d\d?)(?:\s?(?:er|st|nd|rd|th|e)(?![^\W\d_])|[.º°])?[-/ ]?(?:of |de )?"
    + _NAME
    + r"(?:[-/ ]?,?\s?|\sdel?\s|\s?['’])(?P<y>\d{4}|\d\d(?!\s?[:h]|\s?,\s?\d{4}))(?!\d)"
)
_MONTH_DAY = re.compile(
    r"(?<![^\W\d_])" + _NAME + r"\s?(?P<d>\d\d?)(?:st|nd|rd|th)?\s?(?:[,.]\s?|\s)(?P<y>\d{4})(?!\d)"
)
_COMPACT = re.compile(r"[Dd](?:ate|ATE)[^\d\n]{0,12}(?P<y>20\d\d)(?P<m>\d\d)(?P<d>\d\d)(?!\d)")
"""Eight figures are a number unless the word stands before them."""


@dataclass(frozen=True, slots=True)
class DateSeen:
    """A date and where it stands in the text.

    `swapped` is the same figures read in the other order (03/04/2024), None when only one is a date.
    """

    value: date
    start: int
    end: int
    text: str
    swapped: date | None = None


@lru_cache(maxsize=4096)
def dates_in(text: str, *, month_first: bool = False) -> tuple[DateSeen, ...]:
    """Every date of the years 1990 to 2040, day first unless told; never two that overlap.

    Two-digit years are of this century. Full stops are always day first (no one writes 11.17.2017).
    """
    found: list[DateSeen] = []
    for seen in sorted(_all(text, month_first), key=lambda s: (s.start, -s.end)):
        if not found or seen.start >= found[-1].end:
            found.append(seen)
    return tuple(found)


def _all(text: str, month_first: bool) -> Iterator[DateSeen]:  # noqa: FBT001
    for match in _ISO.finditer(text):
        yield from _made(match, match["y"], match["m"], match["d"])
    for match in _COMPACT.finditer(text):
        yield from _made(match, match["y"], match["m"], match["d"])
    for match in _NUMERIC.finditer(text):
        yield from _numeric(match, month_first and "." not in match["sep"])
    for pattern in (_DAY_MONTH, _MONTH_DAY):
        for match in pattern.finditer(text):
            month = _MONTHS.get(squash(match["name"]))
            if month:
                yield from _made(match, match["y"], str(month), match["d"])


def _numeric(match: re.Match[str], month_first: bool) -> Iterator[DateSeen]:  # noqa: FBT001
    day_first = _date(match["y"], match["b"], match["a"])
    us = _date(match["y"], match["a"], match["b"]) if "." not in match["sep"] else None
    first, second = (us, day_first) if month_first else (day_first, us)
    value = first or second
    if value:
        other = second if first and second != first else None
        yield DateSeen(value, match.start(), match.end(), match.group(), other)


def _made(match: re.Match[str], year: str, month: str, day: str) -> Iterator[DateSeen]:
    value = _date(year, month, day)
    if value:
        start = match.start("y") if match.re is _COMPACT else match.start()
        yield DateSeen(value, start, match.end(), match.string[start : match.end()])


def _date(year: str, month: str, day: str) -> date | None:
    full = int(year) + (2000 if len(year) == 2 else 0)  # noqa: PLR2004 - a year of two digits
    if full not in YEARS:
        return None
    try:
        return date(full, int(month), int(day))
    except ValueError:
        return None


def without_weekday(text: str) -> str:
    """The text that leads to a date without the day of the week at its end ("avant le lundi ")."""
    found = _WEEKDAY_END.search(text.lower())
    return text[: found.start()] if found else text


_US_ADDRESS = re.compile(r"\b[A-Z]{2},? \d{5}(?:-\d{4})?\b")
_US_CHECK = re.compile(r"\b[Cc]hecks? payable\b|\b[Pp]ay(?:able)? by check\b")
"""The rest of the dollar's countries writes "cheque"."""


class DayOrder(Enum):
    """How a document writes its days in figures. OPEN: it may be either, nothing tells."""

    DAY_FIRST = "day"
    MONTH_FIRST = "month"
    OPEN = "open"


def order_of(texts: Iterable[str]) -> DayOrder:
    """The order that the document proves.

    Proof of the American one: a date that is possible only month first (11/17/2017) and none only day
    first; without either, dollars beside an address with state and ZIP code or a payable "check". Dollars
    alone leave it open: half of their countries write the day first. Without dollars it is the day.
    """
    day_first = month_first = american = dollars = False
    for text in texts:
        american = american or bool(_US_ADDRESS.search(text) or _US_CHECK.search(text))
        dollars = dollars or "$" in text
        for match in _NUMERIC.finditer(text):
            if "." in match["sep"]:
                continue
            a, b = int(match["a"]), int(match["b"])
            day_first = day_first or a > 12 >= b  # noqa: PLR2004 - months
            month_first = month_first or b > 12 >= a  # noqa: PLR2004
    if day_first or month_first:
        return DayOrder.MONTH_FIRST if month_first and not day_first else DayOrder.DAY_FIRST
    if dollars:
        return DayOrder.MONTH_FIRST if american else DayOrder.OPEN
    return DayOrder.DAY_FIRST


def is_month_first(texts: Iterable[str]) -> bool:
    """True when the document proves the American order."""
    return order_of(texts) is DayOrder.MONTH_FIRST
