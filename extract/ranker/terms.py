"""Due dates that are counted, not printed: every place of a page that may say how long one has to pay.

Far more places than terms of payment: a right to object "within 14 days", the days of a meter, the offer of
a discount. Which of them is meant is for the model to say from the words around.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from extract.date_candidates import DateCandidate
from extract.dates import DateSeen
from extract.looked import Looked
from extract.sheet import Cell
from extract.terms import is_no_term

MOST_TERMS = 40
_MOST_DAYS = 180
_LONGEST_CELL = 600
_NEAR = 45
"""Characters before and after a term in which words may rule it out."""
_DAY = r"(?:jours?|jrs?|days?|tagen?|tage?|dagen|dgn|giorni|gg|d[ií]as?|j)(?![^\W\d_])"
_WEEK = r"(?:semaines?|weeks?|wochen?|weken|week|settiman[ae]|semanas?)(?![^\W\d_])"
_IN_DAYS = re.compile(
    rf"(?<![\d.,/-])(?P<n>\d{{1,3}})(?:\s?\([^\W\d_]{{1,12}}\))?\s?-?\s?(?:(?:[^\W\d_]{{1,11}}\s)?{_DAY}|(?P<week>{_WEEK}))"
    rf"|(?<![^\W\d_])(?:net|netto)\s?(?P<net>\d{{1,3}})(?![\d.,%/])",
    re.IGNORECASE,
)
_MONTH_END = re.compile(
    r"fin\s+d[eu]\s*(?:ce\s+)?mois|fdm|fine\s+mese|fin\s+de(?:l)?\s+mes|ein[dh]e?\s+(?:van\s+de\s+)?maand"
    r"|end\s+of\s+(?:the\s+|this\s+)?month|(?<!\w)eom(?!\w)|monatsende|ende\s+des\s+monats|ultimo",
    re.IGNORECASE,
)
_AT_ONCE = re.compile(
    r"r[ée]ception|comptant|sofort|umgehend|imm[ée]diat|inmediat|receipt|presentation|presentaci[oó]n"
    r"|ricevimento|ricezione|contado|vista|recepci[oó]n|ontvangst|erhalt|at\s+once|unverz[üu]glich"
    r"|sans\s+d[ée]lai|omgaand|subito|terstond|^.{0,30}(?:direct|cash|contant|prompt).{0,20}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class TermCandidate(DateCandidate):
    """`days` after the day of issue; month_end: 1 = then to the end of that month, 2 = from the end of the
    month of issue; at_once: words of a payment without delay.
    """

    days: int
    month_end: int
    at_once: bool


def terms_of(looked: Looked, issued: date | None) -> tuple[TermCandidate, ...]:
    """Every possible term counted from `issued` (none without it), in reading order."""
    if issued is None:
        return ()
    found: list[TermCandidate] = []
    for cell in looked.cells:
        if len(cell.text) <= _LONGEST_CELL:
            found.extend(term for term in _in(cell, issued) if not _is_ruled_out(term))
        if len(found) >= MOST_TERMS:
            break
    return tuple(found[:MOST_TERMS])


def _is_ruled_out(term: TermCandidate) -> bool:
    start, end = term.seen.start, term.seen.end
    return is_no_term(term.cell.text[max(start - _NEAR, 0) : end + _NEAR])


def _in(cell: Cell, issued: date) -> Iterator[TermCandidate]:
    end = _MONTH_END.search(cell.text)
    counted = False
    for match in _IN_DAYS.finditer(cell.text):
        days = int(match["n"] or match["net"]) * (7 if match["week"] else 1)
        if not 0 < days <= _MOST_DAYS:
            continue
        counted = True
        month_end = 0 if end is None else 2 if end.start() < match.start() else 1
        yield _candidate(cell, match.span(), issued, days, month_end)
    if end and not counted:
        yield _candidate(cell, end.span(), issued, 0, 1)
    if (once := _AT_ONCE.search(cell.text)) and not counted:
        yield _candidate(cell, once.span(), issued, 0, 0)


def _candidate(
    cell: Cell, span: tuple[int, int], issued: date, days: int, month_end: int
) -> TermCandidate:
    start, end = span
    day = issued
    if month_end == 2:  # noqa: PLR2004 - from the month's end on
        day = _month_end(issued) + timedelta(days)
    elif month_end:
        day = _month_end(issued + timedelta(days))
    else:
        day = issued + timedelta(days)
    seen = DateSeen(day, start, end, cell.text[start:end], None)
    return TermCandidate(seen, cell, "", 0, 0, days, month_end, not days and not month_end)


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])
