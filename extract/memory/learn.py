"""A correction, found again on the bill's own pages, becomes a lesson."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import islice

from extract.amount_due import score_of
from extract.dates import is_month_first
from extract.memory.anchor import anchor_of, is_labelled
from extract.memory.identity import Paper, Shown
from extract.memory.lesson import MOST_ANCHORS, Anchor, Correction, Identity, Lesson
from extract.memory.plain import plain_quote, says
from extract.memory.printed import Printed, printed
from extract.sheet import Sheet

_MOST_PLACES = 60
_TERMS = range(10, 121)
"""Days of a term that can be told from other numbers by their place."""
_END_OF_MONTH = re.compile(
    r"findemois|finmois|endofmonth|eom|monatsende|finemese|findemes|eindemaand"
)


def lessons_of(shown: Shown, said: Sequence[Correction], biller: str) -> tuple[Lesson, ...]:
    """What the corrections of one bill teach; a value that no page prints teaches nothing.

    biller: what the person calls it. Each lesson carries the numbers of the whole mail and the
    fingerprint of the document that it was found on.
    """
    learned: list[Lesson] = []
    for one in said:
        for paper in shown.papers:
            lesson = _lesson(paper, one)
            if lesson is not None:
                learned.append(replace(lesson, identity=shown.identity_on(paper), biller=biller))
                break
    return tuple(learned)


def _lesson(paper: Paper, said: Correction) -> Lesson | None:
    """The lesson of one document, its identity still to be filled; None when it is not printed there."""
    sheet = paper.sheet
    wrong = plain_quote(said.quote)
    blank = Lesson(said.field, Identity(), wrong=wrong, currency=said.currency)
    if said.field == "biller":
        return blank if sheet.rows else None
    if said.value is None:
        return replace(blank, absent=True) if wrong and sheet.rows else None
    places = _places(sheet, said)
    if not places:
        return _terms(paper, said, blank)
    return replace(
        blank,
        anchors=_anchors(paper, places, said),
        month_first=_order(sheet, places, said),
    )


def _terms(paper: Paper, said: Correction, blank: Lesson) -> Lesson | None:
    """A due date that no page prints, when the number of days from the day of issue is printed."""
    if said.field != "due_on" or said.issued is None or said.value is None:
        return None
    days = (date.fromisoformat(said.value) - said.issued).days
    if days not in _TERMS:
        return None
    numbers = [s for s in printed(paper.sheet, "number", shape="9") if s.value == str(days)]
    anchors = [anchor_of(paper.sheet, seen, paper.pages) for seen in numbers[:_MOST_PLACES]]
    telling = [a for a in anchors if says(a.after) and not _END_OF_MONTH.search(a.after)]
    if not telling:
        return None
    return replace(blank, anchors=tuple(telling[:MOST_ANCHORS]), days=True)


def _places(sheet: Sheet, said: Correction) -> list[Printed]:
    """Where the corrected value is printed, in any notation, in reading order."""
    return list(islice(_all(sheet, said), _MOST_PLACES))


def _all(sheet: Sheet, said: Correction) -> Iterator[Printed]:
    taken: set[tuple[int, int, int]] = set()
    for order in (False, True) if said.field in {"due_on", "issued_on"} else (False,):
        for seen in printed(sheet, said.field, month_first=order):
            place = (seen.cell.row, seen.cell.column, seen.start)
            if place not in taken and _is_said(seen, said):
                taken.add(place)
                yield seen


def _is_said(seen: Printed, said: Correction) -> bool:
    told = said.value or ""
    if isinstance(seen.value, Decimal):
        return abs(seen.value) == abs(Decimal(told))
    if isinstance(seen.value, date):
        return seen.value.isoformat() == told
    return compact(seen.value) == compact(told) != ""


def compact(code: str) -> str:
    """A code without spaces and case, for comparing."""
    return re.sub(r"[\s_]+", "", unicodedata.normalize("NFKC", code)).casefold()


def _anchors(paper: Paper, places: Sequence[Printed], said: Correction) -> tuple[Anchor, ...]:
    """The most telling places first: labelled, with words of payment, further down the page."""
    ranked = [
        (replace(anchor_of(paper.sheet, seen, paper.pages), negated=_is_negated(seen, said)), i)
        for i, seen in enumerate(places)
    ]
    ranked.sort(key=lambda pair: (*_telling(pair[0]), pair[1]), reverse=True)
    labelled = [anchor for anchor, _ in ranked if is_labelled(anchor)]
    return tuple(dict.fromkeys(labelled or [anchor for anchor, _ in ranked]))[:MOST_ANCHORS]


def _telling(anchor: Anchor) -> tuple[bool, int]:
    words = f"{anchor.above} {anchor.left} {anchor.before}"
    return bool(anchor.before or anchor.left), max(score_of(words)[0], 0)


def _is_negated(seen: Printed, said: Correction) -> bool:
    if not isinstance(seen.value, Decimal) or not seen.value:
        return False
    return (seen.value < 0) != (Decimal(said.value or "0") < 0)


def _order(sheet: Sheet, places: Sequence[Printed], said: Correction) -> bool | None:
    """Month first or day first, when the place that was told proves it against the usual reading."""
    if not isinstance(places[0].value, date):
        return None
    texts = [cell.text for cell in sheet.cells()]
    usual = is_month_first(texts)
    cells = {(seen.cell.row, seen.cell.column) for seen in places}
    for order in (usual, not usual):
        for seen in printed(sheet, said.field, month_first=order):
            here = (seen.cell.row, seen.cell.column) in cells and _is_said(seen, said)
            if here:
                return order if seen.swapped is not None else None
    return None
