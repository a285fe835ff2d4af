"""Characters with boxes to words: letters that follow each other, also along the page's edge."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from extract.lines import is_sideways
from extract.page import Word
from models.reading import Box

_WORD_GAP = 0.35
_STEP_BACK = 0.5
_LINE_SHIFT = 0.5
_LEAST_HEIGHT = 1.0
_EDGES = 2.0
"""Points by which left and right edge of sideways words may differ together."""


class Glyph(NamedTuple):
    """A character and its full-height box in points, origin top left of the page as displayed."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float


def words_of(glyphs: list[Glyph | None]) -> Iterator[Word]:
    """Characters joined while they follow each other (measured: 0.35 of the height is a gap)."""
    letters: list[str] = []
    x0 = top = x1 = bottom = 0.0
    for glyph in glyphs:
        if letters and (glyph is None or _begins(glyph, x0, top, x1, bottom)):
            yield Word("".join(letters), Box(x0, top, x1, bottom))
            letters = []
        if glyph is None:
            continue
        if letters:
            x0, x1 = min(x0, glyph.x0), max(x1, glyph.x1)
            top, bottom = min(top, glyph.top), max(bottom, glyph.bottom)
        else:
            _, x0, top, x1, bottom = glyph
        letters.append(glyph.text)
    if letters:
        yield Word("".join(letters), Box(x0, top, x1, bottom))


def _begins(glyph: Glyph, x0: float, top: float, x1: float, bottom: float) -> bool:
    if _climbs(glyph, x0, top, x1, bottom):
        return False
    height = max(glyph.bottom - glyph.top, _LEAST_HEIGHT)
    return (
        glyph.x0 - x1 > _WORD_GAP * height
        or glyph.x0 < x0 - _STEP_BACK * height
        or abs((glyph.top + glyph.bottom) - (top + bottom)) > 2 * _LINE_SHIFT * height
    )


def _climbs(glyph: Glyph, x0: float, top: float, x1: float, bottom: float) -> bool:
    """The next letter of text set sideways: the same column, right above or right below."""
    width = glyph.x1 - glyph.x0
    same_column = abs(glyph.x0 - x0) < 1 and abs(glyph.x1 - x1) < 1 and width > 0
    gap = max(top - glyph.bottom, glyph.top - bottom)
    return same_column and -1 < gap < _WORD_GAP * width


def sideways_joined(words: Iterable[Word]) -> Iterator[Word]:
    """Words set sideways one above the other become one, so that none strays into a line."""
    last: Word | None = None
    for word in words:
        if last and is_sideways(last) and _same_column(last.box, word.box):
            last = Word(f"{last.text} {word.text}", _around(last.box, word.box))
            continue
        if last:
            yield last
        last = word
    if last:
        yield last


def _same_column(one: Box, two: Box) -> bool:
    gap = max(one.top - two.bottom, two.top - one.bottom)
    edges = abs(one.x0 - two.x0) + abs(one.x1 - two.x1)
    return edges < _EDGES and gap < one.x1 - one.x0


def _around(one: Box, two: Box) -> Box:
    return Box(
        min(one.x0, two.x0),
        min(one.top, two.top),
        max(one.x1, two.x1),
        max(one.bottom, two.bottom),
    )
