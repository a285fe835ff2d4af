"""What an engine read becomes a Page: words in rows, in points.

Scale: a picture has no size on paper, so its longer side counts as 842 points (A4's). All boxes are
in the coordinates of the picture turned upright (EXIF and `Page.turn` applied); what leans stays leaning.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.ocr.engine import OcrLine
from extract.ocr.orient import Oriented, mean_confidence
from extract.ocr.parted import parted
from extract.ocr.slope import Slope, slope_of
from extract.ocr.tidy import tidy
from extract.page import Line, Page, Word
from models.reading import Box

LONG_SIDE = 842.0
"""Points of the longer side of every picture."""
_LEAST_CONFIDENCE = 0.5
"""Below, logos and stains were read (lone signs at about 0.1, measured)."""
_SAME_ROW = 0.5
_OPEN_ROWS = 4
_LEAST_HEIGHT = 0.35
"""Of a leaning box's height that is letters, whatever the slope says."""


def page_of(read: Oriented, number: int, source: str) -> Page:
    """The page with its rows from top to bottom. Lines under a confidence of 0.5 are dropped."""
    lines = [line for line in map(_normal, read.lines) if line.text and _is_sure(line)]
    scale = LONG_SIDE / max(read.image.size)
    slope = slope_of(read.image, lines)
    rows = tuple(
        Line(tuple(word for line in row for word in _words(line, slope, scale)))
        for row in _rows(lines, slope)
    )
    width, height = read.image.size
    return Page(
        number,
        width * scale,
        height * scale,
        rows,
        source=source,
        confidence=round(mean_confidence(lines), 4),
        turn=read.turn,
    )


def scaled(page: Page, long_side: float) -> Page:
    """The page with its longer side at `long_side` points: a scan takes the size of its PDF's page."""
    share = long_side / max(page.width, page.height)
    lines = tuple(
        Line(tuple(replace(word, box=_larger(word.box, share)) for word in line.words))
        for line in page.lines
    )
    return replace(page, width=page.width * share, height=page.height * share, lines=lines)


def _larger(box: Box, share: float) -> Box:
    return Box(box.x0 * share, box.top * share, box.x1 * share, box.bottom * share)


def _is_sure(line: OcrLine) -> bool:
    return line.confidence >= _LEAST_CONFIDENCE


def _normal(line: OcrLine) -> OcrLine:
    return replace(line, text=tidy(parted(line.text)))


def _rows(lines: Sequence[OcrLine], slope: Slope) -> Iterator[list[OcrLine]]:
    """Lines that were printed on one row, each row from left to right, the rows downwards."""
    placed = sorted((_level(line, slope), line.x0, i) for i, line in enumerate(lines))
    rows: list[list[OcrLine]] = []
    levels: list[float] = []
    for level, _, i in placed:
        line = lines[i]
        at = _row_for(line, level, rows, levels, slope)
        if at is None:
            rows.append([line])
            levels.append(level)
        else:
            rows[at].append(line)
    for row in rows:
        yield sorted(row, key=lambda line: line.x0)


def _row_for(
    line: OcrLine,
    level: float,
    rows: Sequence[Sequence[OcrLine]],
    levels: Sequence[float],
    slope: Slope,
) -> int | None:
    tall = _letters(line, slope)
    best: tuple[float, int] | None = None
    for at in range(len(rows) - 1, max(-1, len(rows) - 1 - _OPEN_ROWS), -1):
        apart = abs(levels[at] - level)
        near = apart < _SAME_ROW * min(tall, _letters(rows[at][0], slope))
        if near and not _overlaps(line, rows[at]) and (best is None or apart < best[0]):
            best = apart, at
    return best[1] if best else None


def _overlaps(line: OcrLine, row: Sequence[OcrLine]) -> bool:
    """Two pieces of one row never share their width: they would be two rows."""
    return any(
        min(line.x1, other.x1) - max(line.x0, other.x0) > 0.5 * min(line.width, other.width)
        for other in row
    )


def _level(line: OcrLine, slope: Slope) -> float:
    return slope.level((line.x0 + line.x1) / 2, (line.top + line.bottom) / 2)


def _letters(line: OcrLine, slope: Slope) -> float:
    """The height of the letters: the box of a leaning line is taller by what it leans."""
    leans = abs(slope.at((line.x0 + line.x1) / 2, (line.top + line.bottom) / 2)) * line.width
    return max(line.height - leans, _LEAST_HEIGHT * line.height)


def _words(line: OcrLine, slope: Slope, scale: float) -> Iterator[Word]:
    """Words by their share of the line's characters: the engine gives no finer boxes."""
    share = line.width / len(line.text)
    middle_x, middle_y = (line.x0 + line.x1) / 2, (line.top + line.bottom) / 2
    half = _letters(line, slope) / 2
    at = 0
    for text in line.text.split(" "):
        x0, x1 = line.x0 + at * share, line.x0 + (at + len(text)) * share
        y = middle_y + slope.at(middle_x, middle_y) * ((x0 + x1) / 2 - middle_x)
        box = Box(x0 * scale, (y - half) * scale, x1 * scale, (y + half) * scale)
        yield Word(text, box, line.confidence)
        at += len(text) + 1
