"""Text that flows down columns and over pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from samples.composed.paper import PT, Paper
from samples.papers.values import Values

GREY = "#666666"
TINTS = ("#0b5cab", "#1d7a46", "#c0392b", "#6b2d8b", "#d35400", "#111111", "#334e68", "#7a5c00",
         "#00747a", "#8a1c4a")  # fmt: skip


@dataclass(frozen=True)
class Look:
    """Habits of drawing; sizes in points, `leading` a factor."""

    size: float
    tint: str
    table: str
    pairs: str
    colon: str
    bullet: str
    leading: float
    margin: float
    caps: bool
    head: str


def look(rng: Random, size: float) -> Look:
    """Draw the looks of one paper."""
    return Look(
        size,
        rng.choice(TINTS),
        rng.choice(("grid", "rules", "zebra", "plain", "lined", "box")),
        rng.choice(("beside", "beside", "right", "colon", "colon", "dots", "above", "cells")),
        rng.choice((" :", ":", ":", "", "")),
        rng.choice(("•", "-", "–", "·", "*")),
        rng.choice((1.0, 1.0, 1.1, 1.2)),
        rng.choice((12, 14, 15, 18, 20, 22, 25)),
        rng.random() < 0.15,
        rng.choice(("logo", "brand", "typed", "right", "centre", "initials", "shape")),
    )


class Flow:
    """A cursor on the paper. `columns` are (left, width) in mm, filled one after the other."""

    def __init__(  # noqa: PLR0917
        self,
        paper: Paper,
        habits: Look,
        values: Values,
        columns: Sequence[tuple[float, float]],
        top: float,
        bottom: float,
    ) -> None:
        self.paper, self.look, self.v, self.columns = paper, habits, values, list(columns)
        self.top, self.start, self.bottom, self.index = top, top, bottom, 0

    @property
    def rng(self) -> Random:
        """The dice of this paper."""
        return self.v.rng

    @property
    def x(self) -> float:
        """Left edge of the column."""
        return self.columns[self.index][0]

    @property
    def width(self) -> float:
        """Width of the column."""
        return self.columns[self.index][1]

    def chance(self, share: float) -> bool:
        """True in that share of the cases."""
        return self.rng.random() < share

    def room(self, high: float) -> None:
        """Go on in the next column or page when `high` mm no longer fit."""
        if self.top + high <= self.bottom:
            return
        self.index += 1
        self.top = self.start
        if self.index == len(self.columns):
            self.index, self.start, self.top = 0, 16.0, 16.0
            self.paper.page()
            self.paper.put(self.x + self.width, 8, str(self.paper.number + 1), 7.5, "r", GREY)

    def line(self, text: str, size: float = 0, style: str = "", ink: str = "#000000") -> None:
        """One line of the column, made to fit."""
        size = size or self.look.size
        self.room(size * PT * 1.28)
        at = self.x + (self.width / 2 if "c" in style else self.width if "r" in style else 0)
        real = self.paper.width(text, size, style)
        self.paper.put(at, self.top, text, size * min(1, self.width / max(real, 0.1)), style, ink)
        self.top += size * PT * 1.28 * self.look.leading

    def prose(self, text: str, size: float = 0, style: str = "", ink: str = "#000000") -> None:
        """A paragraph."""
        size = size or self.look.size
        for line in self.paper.wrapped(self.width, text, size, style):
            self.line(line, size, style, ink)

    def gap(self, lines: float = 0.5) -> None:
        """White space, in lines of this paper."""
        self.top += self.look.size * PT * 1.28 * lines
