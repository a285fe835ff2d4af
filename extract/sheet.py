"""A document as a grid: cells (pieces of lines that wide gaps set apart) and their neighbours."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extract.lines import segments_of
from extract.page import Page, Word
from extract.squash import squash
from models.reading import Box

_NEAR_ABOVE = 2.2
"""Line heights between the tops of a label and of the value printed under it, without a rule."""
_FAR_ABOVE = 40
"""Rows that a table's header may stand above a figure."""
_MOST_QUOTE = 200


@dataclass(frozen=True, slots=True)
class Cell:
    """A piece of a line. `row` counts through the document, `column` from the left."""

    text: str
    words: tuple[Word, ...] = field(repr=False)
    page: int
    row: int
    column: int
    box: Box = field(repr=False)

    @property
    def plain(self) -> str:
        """The text in the form for keyword tests."""
        return squash(self.text)

    @property
    def height(self) -> float:
        """Of the letters' box, in points."""
        return self.box.bottom - self.box.top

    def box_of(self, start: int, end: int) -> Box:
        """The box of the words that hold the text from `start` to `end`."""
        at, chosen = 0, []
        for word in self.words:
            if at < end and at + len(word.text) > start:
                chosen.append(word)
            at += len(word.text) + 1
        return union(chosen or self.words)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of cells in reading order over all pages that were kept."""

    rows: tuple[tuple[Cell, ...], ...]
    sizes: dict[int, tuple[float, float]]
    """Width and height of each page by number."""

    def cells(self) -> Iterator[Cell]:
        """Every cell in reading order."""
        for row in self.rows:
            yield from row

    def text_of(self, row: int) -> str:
        """A row's text with column breaks as three spaces; "" beyond the document."""
        return "   ".join(c.text for c in self.rows[row]) if 0 <= row < len(self.rows) else ""

    def left_of(self, cell: Cell) -> tuple[Cell, ...]:
        """The cells left of this one on its row, nearest first."""
        return tuple(reversed(self.rows[cell.row][: cell.column]))

    def right_of(self, cell: Cell) -> tuple[Cell, ...]:
        """The cells right of this one on its row, nearest first."""
        return self.rows[cell.row][cell.column + 1 :]

    def over(self, cell: Cell, box: Box) -> Iterator[Cell]:
        """The cells above that share width with `box`, upwards on the same page, nearest first."""
        for row in reversed(self.rows[max(0, cell.row - _FAR_ABOVE) : cell.row]):
            if row and row[0].page != cell.page:
                return
            yield from (c for c in row if _shares(c.box, box) and c.box.top < box.top)

    def just_above(self, cell: Cell, box: Box) -> Cell | None:
        """The cell right above, near enough to be a label of what stands in `box`."""
        for other in self.over(cell, box):
            tall = max(cell.height, other.height)
            return other if box.top - other.box.top <= _NEAR_ABOVE * tall else None
        return None

    def below(self, cell: Cell) -> Iterator[Cell]:
        """The cells below that share width with this one, on the same page, nearest first."""
        for row in self.rows[cell.row + 1 : cell.row + 1 + _FAR_ABOVE]:
            if row and row[0].page != cell.page:
                return
            yield from (c for c in row if _shares(c.box, cell.box) and c.box.top > cell.box.top)


def sheet_of(pages: Sequence[Page]) -> Sheet:
    """The grid of these pages."""
    rows: list[tuple[Cell, ...]] = []
    for page in pages:
        for line in page.lines:
            cells = tuple(
                Cell(
                    " ".join(w.text for w in words), words, page.number, len(rows), i, union(words)
                )
                for i, words in enumerate(segments_of(line))
            )
            if cells:
                rows.append(cells)
    return Sheet(tuple(rows), {p.number: (p.width, p.height) for p in pages})


def union(words: Sequence[Word]) -> Box:
    """The smallest box around all words."""
    return Box(
        min(w.box.x0 for w in words),
        min(w.box.top for w in words),
        max(w.box.x1 for w in words),
        max(w.box.bottom for w in words),
    )


def _shares(one: Box, other: Box) -> bool:
    shared = min(one.x1, other.x1) - max(one.x0, other.x0)
    return shared > 0.3 * min(one.x1 - one.x0, other.x1 - other.x0)


def quoted(*texts: str) -> str:
    """The texts joined and cut to what a proof may hold."""
    joined = " ".join(t.strip() for t in texts if t.strip())
    return joined if len(joined) <= _MOST_QUOTE else joined[: _MOST_QUOTE - 1] + "…"
