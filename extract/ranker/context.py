"""What stands around a candidate: the texts from which a reader knows what a figure means."""

from collections.abc import Iterator
from dataclasses import dataclass

from extract.amounts import amounts_in
from extract.sheet import Cell, Sheet
from extract.squash import squash

_MOST = 60
"""Squashed characters kept of a context: what is further away explains something else."""
_MOST_PRINTED = 80
"""The same in characters as printed."""
_ENDS = frozenset((0, 2, 4, 5, 6))
"""The places whose text ends towards the candidate."""
_FAR_HEADER = 12


@dataclass(frozen=True, slots=True)
class Context:
    """Texts by place as they are printed, in this order: in the same cell before and after the candidate,
    left of it, the row's first, above, the column's head, the row before, right, below.

    left_gap and above_gap are distances in letter heights (9.0 when nothing stands there).
    """

    texts: tuple[str, ...]
    left_gap: float
    above_gap: float

    def places(self) -> tuple[str, ...]:
        """The nine texts squashed, as far as they are near."""
        return tuple(_near(place, squash(text), _MOST) for place, text in enumerate(self.texts))

    def words(self) -> tuple[str, ...]:
        """The nine texts with their words, as far as they are near."""
        return tuple(_near(place, text, _MOST_PRINTED) for place, text in enumerate(self.texts))


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
    texts = (
        cell.text[:start],
        cell.text[end:],
        left.text if left else "",
        lefts[-1].text if lefts else "",
        above.text if above else "",
        header.text if header else "",
        sheet.text_of(cell.row - 1),
        right.text if right else "",
        below.text if below else "",
    )
    return Context(
        tuple(_near(place, text, 3 * _MOST) for place, text in enumerate(texts)),
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


def _near(place: int, text: str, most: int) -> str:
    """What of the text at this place is nearest to the candidate."""
    return text[-most:] if place in _ENDS else text[:most]
