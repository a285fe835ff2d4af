"""Pages made of rows of cells, for readers of text."""

from collections.abc import Sequence

from extract.lines import lines_of
from extract.page import Page, Word
from models.reading import Box

_STEP, _COLUMN, _LETTER = 14.0, 180.0, 5.0


def page_of_rows(rows: Sequence[Sequence[str]]) -> Page:
    """An A4 page: a row every 14 points, its cells 180 points apart, letters of 10 by 5 points."""
    words = []
    for i, row in enumerate(rows):
        for j, cell in enumerate(row):
            at = 40.0 + _COLUMN * j
            for text in cell.split():
                top = 40.0 + _STEP * i
                words.append(Word(text, Box(at, top, at + _LETTER * len(text), top + 10.0)))
                at += _LETTER * (len(text) + 1)
    return Page(1, 595.0, 842.0, lines_of(words))
