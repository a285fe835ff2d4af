"""Words with their place on a page: what every reader of text works on."""

from dataclasses import dataclass

from models.reading import Box


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its box in points, origin top left of the page as displayed."""

    text: str
    box: Box


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

    A mail's body is one page without real boxes: each line is a row of 12 points.
    """

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The lines joined by newlines."""
        return "\n".join(line.text for line in self.lines)
