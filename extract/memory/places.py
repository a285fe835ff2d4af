"""Where a lesson's value stands on the next bill, and whether there is any doubt about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from extract.dates import is_month_first
from extract.memory.anchor import anchor_of, is_labelled, likeness
from extract.memory.identity import Paper
from extract.memory.lesson import Anchor, Lesson, Taught
from extract.memory.printed import Printed, Value, printed
from extract.sheet import Sheet, quoted

_MARGIN = 0.15
"""By how much the place must be likelier than any place of another value."""
_CLEAR = 0.9
_CLEAR_OCR = 0.9


@dataclass(frozen=True, slots=True)
class Place:
    """A value found again; clear: every place that the lesson knows shows this value and no other.

    value: with the sign that was told; is_taught_credit: that sign is not the printed one.
    """

    seen: Printed
    value: Value
    quote: str
    clear: bool
    is_taught_credit: bool


def place_of(paper: Paper, lesson: Lesson) -> Place | None:
    """The value at the places that the lesson knows, None when none of them is found again.

    Half of the places must be there for a clear answer. Of a reference all must: it is often the bill's
    number too, and where that stands alone nothing says that it must be written on the payment.
    """
    values = _values(paper, lesson)
    hits = [hit for anchor in lesson.anchors if (hit := _hit(values, anchor)) is not None]
    if not hits or (lesson.field == "reference" and len(hits) < len(lesson.anchors)):
        return None
    seen, first, _ = hits[0]
    value = _signed(seen, first)
    agreed = all(alone and _signed(other, anchor) == value for other, anchor, alone in hits)
    labelled = any(is_labelled(anchor) for anchor in lesson.anchors)
    clear = (
        agreed
        and labelled
        and 2 * len(hits) >= len(lesson.anchors)
        and seen.confidence >= _CLEAR_OCR
    )
    return Place(seen, value, quote_of(paper.sheet, seen), clear, first.negated)


def _signed(seen: Printed, anchor: Anchor) -> Value:
    value = seen.value
    return -value if anchor.negated and isinstance(value, Decimal) else value


def _values(paper: Paper, lesson: Lesson) -> list[tuple[Printed, Anchor]]:
    sheet = paper.sheet
    shape = lesson.anchors[0].shape if lesson.anchors else ""
    first = lesson.month_first
    if first is None:
        first = is_month_first(cell.text for cell in sheet.cells())
    field: Taught = "number" if lesson.days else lesson.field
    found = printed(sheet, field, month_first=first, shape=shape)
    return [(seen, anchor_of(sheet, seen, paper.pages)) for seen in found]


def _hit(
    values: Sequence[tuple[Printed, Anchor]], known: Anchor
) -> tuple[Printed, Anchor, bool] | None:
    """The likeliest place for one anchor, and whether no other value comes near it."""
    scored = [(likeness(known, anchor), seen) for seen, anchor in values]
    ranked = sorted((pair for pair in scored if pair[0] > 0), key=lambda pair: -pair[0])
    if not ranked:
        return None
    best, seen = ranked[0]
    rival = next((score for score, other in ranked if not _same(other, seen)), 0.0)
    return seen, known, best >= _CLEAR and best - rival >= _MARGIN


def _same(one: Printed, other: Printed) -> bool:
    return one.value == other.value


def quote_of(sheet: Sheet, seen: Printed) -> str:
    """Label and value as printed: what leads to it in its cell, else beside or above it."""
    lead = seen.cell.text[: seen.start].strip()
    if not lead:
        left = next(iter(sheet.left_of(seen.cell)), None)
        over = left or next(iter(sheet.over(seen.cell, seen.box)), None)
        lead = over.text if over else ""
    return quoted(lead[-120:], seen.text)
