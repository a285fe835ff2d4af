"""Words to visual lines, and lines to segments: the pieces that a wide gap sets apart."""

from collections.abc import Iterable, Sequence

from extract.page import Line, Word

_SAME_LINE = 0.45
"""Of the smaller height: how far apart two centres may be (measured, 130 of 138 bills keep the
amount due and its label on one line)."""
_LEAST_SIDEWAYS = 4
_OPEN_LINES = 4
_COLUMN_GAP = 1.2
"""Of the height: a wider gap is a column's, not a space."""


def lines_of(words: Iterable[Word]) -> tuple[Line, ...]:
    """The words as visual lines from top to bottom, each from left to right."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (w.box.top + w.box.bottom, w.box.x0)):
        for row in reversed(rows[-_OPEN_LINES:]):
            if _together(row[0], word):
                row.append(word)
                break
        else:
            rows.append([word])
    return tuple(Line(tuple(sorted(row, key=lambda w: w.box.x0))) for row in rows)


def _together(first: Word, word: Word) -> bool:
    if is_sideways(first) or is_sideways(word):
        return False
    apart = abs((first.box.top + first.box.bottom) - (word.box.top + word.box.bottom)) / 2
    return apart < _SAME_LINE * min(
        first.box.bottom - first.box.top, word.box.bottom - word.box.top
    )


def is_sideways(word: Word) -> bool:
    """A word set along the page's edge stands on no line."""
    box = word.box
    return len(word.text) >= _LEAST_SIDEWAYS and box.bottom - box.top > 2 * (box.x1 - box.x0)


def segments_of(line: Line) -> tuple[tuple[Word, ...], ...]:
    """The line's words cut where a gap is wider than a space: cells of a table, columns."""
    segments: list[list[Word]] = []
    for word in line.words:
        if segments and not _column_break(segments[-1], word):
            segments[-1].append(word)
        else:
            segments.append([word])
    return tuple(tuple(segment) for segment in segments)


def _column_break(segment: Sequence[Word], word: Word) -> bool:
    last = segment[-1].box
    height = min(last.bottom - last.top, word.box.bottom - word.box.top)
    return word.box.x0 - last.x1 > _COLUMN_GAP * height
