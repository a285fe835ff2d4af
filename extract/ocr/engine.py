"""The contract of an OCR engine: an image in, lines of text with their boxes out.

A new engine is one file in `extract/ocr`, and its name in the contract suite of the tests.
"""

from dataclasses import dataclass
from typing import Protocol

from PIL import Image


@dataclass(frozen=True, slots=True)
class OcrLine:
    """Text that stands together, its upright box in pixels, origin top left, confidence 0..1.

    An engine that finds words gives each word as a line of its own.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    confidence: float

    @property
    def width(self) -> float:
        """In pixels."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """In pixels; of a tilted line it holds the tilt too."""
        return self.bottom - self.top


class OcrEngine(Protocol):
    """Reads an image that stands upright.

    `name` is the machine word that readings carry; `proven_against` says what it was tried on.
    """

    @property
    def name(self) -> str: ...

    @property
    def proven_against(self) -> str: ...

    @property
    def long_side(self) -> int:
        """Pixels of an image's longer side up to which the engine reads better."""
        ...

    def lines(self, image: Image.Image) -> tuple[OcrLine, ...]:
        """What is written on an image of mode L or RGB. Empty when nothing is.

        Raises PictureUnread when the engine itself fails.
        """
        ...
