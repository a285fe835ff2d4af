"""Where everything stands on the sheet: the code on the left, what to copy beside it, then words."""

from collections.abc import Iterator
from dataclasses import dataclass

from models.said import Said
from models.words import Lang
from pay.rail import CopyText
from pay.rails.sepa_sheet.code import Drawn
from pay.rails.sepa_sheet.fonts import wrapped

_CODE = 480
"""Pixels of the code at least; its modules are whole pixels."""
_COLUMN = 620
_MARGIN = 40
_LABEL, _VALUE, _WORDS = 20, 28, 22
"""Heights of letters in pixels."""
_LEADING = 1.4


@dataclass(frozen=True, slots=True)
class Line:
    """Words at a place (left, top) in pixels; `pale` for labels."""

    x: int
    y: int
    size: int
    text: str
    pale: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """A sheet in pixels. scale: pixels to a module of the code, which stands at (margin, margin)."""

    width: int
    height: int
    margin: int
    scale: int
    lines: tuple[Line, ...]


def laid_out(
    code: Drawn | None, copy: tuple[CopyText, ...], words: tuple[Said, ...], lang: Lang
) -> Layout:
    """The sheet of a code (None: lines alone), the lines to copy and the words below."""
    scale = -(-_CODE // code.side) if code else 0
    code_side = scale * code.side if code else 0
    left = _MARGIN + (code_side + _MARGIN if code else 0)
    width = left + _COLUMN + _MARGIN
    beside = tuple(_copy_lines(copy, left, lang))
    below = max(beside[-1].y + 2 * _VALUE if beside else 0, _MARGIN + code_side) + _MARGIN // 2
    said = tuple(_word_lines(words, below, width - 2 * _MARGIN, lang))
    height = (said[-1].y + 2 * _WORDS if said else below) + _MARGIN // 2
    return Layout(width, height, _MARGIN, scale, (*beside, *said))


def _copy_lines(copy: tuple[CopyText, ...], left: int, lang: Lang) -> Iterator[Line]:
    y = _MARGIN
    for one in copy:
        yield Line(left, y, _LABEL, one.label.told(lang), pale=True)
        y += round(_LABEL * _LEADING)
        for part in wrapped(one.shown, _VALUE, _COLUMN):
            yield Line(left, y, _VALUE, part)
            y += round(_VALUE * _LEADING)
        y += _LABEL // 2


def _word_lines(words: tuple[Said, ...], y: int, width: int, lang: Lang) -> Iterator[Line]:
    for sentence in words:
        for part in wrapped(sentence.told(lang), _WORDS, width):
            yield Line(_MARGIN, y, _WORDS, part)
            y += round(_WORDS * _LEADING)
        y += _WORDS // 2
