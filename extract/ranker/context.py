"""What stands around a candidate: the texts from which a reader knows what a figure means."""

from collections.abc import Iterator
from dataclasses import dataclass

from extract.amounts import amounts_in
from extract.sheet import Cell, Sheet
from extract.squash import squash

_MOST = 60
"""Squashed characters kept of a context: what is further away explains something else."""
_FAR_HEADER = 12


@dataclass(frozen=True, slots=True)
class Context:
    """Squashed texts by place: in the same cell, left, right, above, below, the column's head.

    left_gap and above_gap are distances in letter heights (9.0 when nothing stands there).
    """

    near: str
    after: str
    left: str
    row: str
    above: str
    header: str
    before: str
    right: str
    below: str
    left_gap: float
    above_gap: float

    def places(self) -> tuple[str, ...]:
        """The nine texts in a fixed order."""
        return (
            self.near,
            self.after,
            self.left,
            self.row,
            self.above,
            self.header,
            self.before,
            self.right,
            self.below,
        )


PLACES = 9
NOTHING = 9.0
"""The distance (in letter heights) to what is not there."""


def context_of(sheet: Sheet, cell: Cell, start: int, end: int) -> Context:
    """The surroundings of the text from `start` to `end` of `cell`."""
    box = cell.box_of(start, end)
    tall = max(cell.height, 1.0)
    lefts = sheet.left_of(cell)
    left = next((c for c in lefts if _speaks(c.text)), None)
    above = next(iter(sheet.over(cell, box)), None)
    header = next(_headers(sheet, cell, start, end), None)
    right = next(iter(sheet.right_of(cell)), None)
    below = next(iter(sheet.below(cell)), None)
    return Context(
        near=_tail(cell.text[:start]),
        after=_head(cell.text[end:]),
        left=_tail(left.text) if left else "",
        row=_head(lefts[-1].text) if lefts else "",
        above=_tail(above.text) if above else "",
        header=_tail(header.text) if header else "",
        before=_tail(sheet.text_of(cell.row - 1)),
        right=_head(right.text) if right else "",
        below=_head(below.text) if below else "",
        left_gap=min((box.x0 - left.box.x1) / tall, NOTHING) if left else NOTHING,
        above_gap=min((box.top - above.box.bottom) / tall, NOTHING) if above else NOTHING,
    )


def _headers(sheet: Sheet, cell: Cell, start: int, end: int) -> Iterator[Cell]:
    """Cells above without figures: the column's head, whatever rows stand between."""
    for count, other in enumerate(sheet.over(cell, cell.box_of(start, end))):
        if count > _FAR_HEADER:
            return
        if _speaks(other.text) and not amounts_in(other.text):
            yield other


def _speaks(text: str) -> bool:
    return sum(c.isalpha() for c in text) > 2  # noqa: PLR2004 - a currency says nothing


def _tail(text: str) -> str:
    return squash(text[-3 * _MOST :])[-_MOST:]


def _head(text: str) -> str:
    return squash(text[: 3 * _MOST])[:_MOST]
