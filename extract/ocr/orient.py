"""Which way up is it? The engine's own answers say so; no further model is needed.

Measured on 84 images: read upright or sideways, the mean confidence was never under 0.83; read
upside down it was about 0.62 at most. One pass for an upright picture, two or three for others.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from PIL import Image

from extract.ocr.engine import OcrEngine, OcrLine

Turn = Literal[0, 90, 180, 270]

_SIDEWAYS = 1.5
"""A box this much taller than wide holds a line that runs up or down."""
_SIDEWAYS_SHARE = 0.5
_UPRIGHT = 0.80
_TURNS = {
    90: Image.Transpose.ROTATE_90,
    180: Image.Transpose.ROTATE_180,
    270: Image.Transpose.ROTATE_270,
}


@dataclass(frozen=True, slots=True)
class Oriented:
    """The image as it can be read: `turn` degrees counter-clockwise from how it was given."""

    image: Image.Image = field(repr=False)
    turn: Turn
    lines: tuple[OcrLine, ...]


def oriented(engine: OcrEngine, image: Image.Image, turn: Turn | None = None) -> Oriented:
    """The image read the right way up; a known `turn` saves the search."""
    if turn is not None:
        upright = turned(image, turn)
        return Oriented(upright, turn, engine.lines(upright))
    first = Oriented(image, 0, engine.lines(image))
    if _runs_sideways(first.lines):
        upright = turned(image, 90)
        first = Oriented(upright, 90, engine.lines(upright))
    if mean_confidence(first.lines) >= _UPRIGHT or not first.lines:
        return first
    over = turned(first.image, 180)
    second = Oriented(over, 180 if first.turn == 0 else 270, engine.lines(over))
    return max(first, second, key=lambda one: mean_confidence(one.lines))


def turned(image: Image.Image, turn: Turn) -> Image.Image:
    """The image turned counter-clockwise."""
    return image.transpose(_TURNS[turn]) if turn else image


def mean_confidence(lines: Sequence[OcrLine]) -> float:
    """Weighted by characters; 0 when nothing was read."""
    letters = sum(len(line.text) for line in lines)
    return sum(len(line.text) * line.confidence for line in lines) / letters if letters else 0.0


def _runs_sideways(lines: Sequence[OcrLine]) -> bool:
    letters = sum(len(line.text) for line in lines)
    tall = sum(len(line.text) for line in lines if line.height > _SIDEWAYS * line.width)
    return tall > _SIDEWAYS_SHARE * letters
