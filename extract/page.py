"""Words with their place on a page: what every reader of text works on."""

from dataclasses import dataclass
from typing import Literal

from models.reading import Box


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its box in points, origin top left of the page as displayed.

    confidence: of the OCR, 0..1; 1 for text that was never a picture.
    """

    text: str
    box: Box
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Line:
    """Words that stand on one visual line, left to right."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words joined by one space."""
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True)
class Page:
    """One page: `number` from 1, size in points, its lines from top to bottom.

    A mail's body is one page without real boxes: each line is a row of 12 points. A picture's longer
    side counts as 842 points. source: "text", or the OCR engine that read it ("ocr", "ocr_small",
    "tesseract"); confidence: of that OCR, mean over the characters, 1 for text. turn: degrees counter-
    clockwise by which the picture (upright by EXIF) or the rendered page was turned to be read; all
    boxes are of the turned one.
    """

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    source: str = "text"
    confidence: float = 1.0
    turn: Literal[0, 90, 180, 270] = 0

    @property
    def text(self) -> str:
        """The lines joined by newlines."""
        return "\n".join(line.text for line in self.lines)
