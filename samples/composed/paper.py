"""Paper that remembers where every run of text stands, so that overlaps are seen at once."""

from typing import NamedTuple

from samples.page import BLACK, Sheet

PT = 25.4 / 72  # millimetres in a point


class Mark(NamedTuple):
    """A run of text: page from 0, its box in millimetres from the top left."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    text: str

    def shared(self, other: "Mark") -> float:
        """The share of the smaller box that both cover."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        if wide <= 0 or high <= 0:
            return 0.0
        smaller = min(
            (self.right - self.left) * (self.bottom - self.top),
            (other.right - other.left) * (other.bottom - other.top),
        )
        return wide * high / max(smaller, 0.01)


class Paper(Sheet):
    """A sheet whose text is put by its top edge. Sizes of type in points, lengths in mm."""

    def __init__(self, face: str, size: tuple[float, float], stretch: float = 1) -> None:
        super().__init__(face, size)
        self.marks: list[Mark] = []
        self.number, self.stretch, self.justified = 0, stretch, False

    def width(self, string: str, size: float, style: str = "") -> float:
        """Width of the string in millimetres, the face stretched."""
        return super().width(string, size, style) * self.stretch

    def text(  # noqa: PLR0917
        self, x: float, y: float, string: str, size: float = 9, style: str = "", ink: str = BLACK
    ) -> None:
        """One line on the base line y, narrow or broad as this paper's face is."""
        if self.stretch == 1:
            super().text(x, y, string, size, style, ink)
            return
        self.canvas.saveState()
        self.canvas.translate(x / PT, 0)
        self.canvas.scale(self.stretch, 1)
        super().text(0, y, string, size, style, ink)
        self.canvas.restoreState()

    @property
    def wide(self) -> float:
        """Width of the page."""
        return self.size[0]

    @property
    def high(self) -> float:
        """Height of the page."""
        return self.size[1]

    def page(self) -> None:
        """Start the next page."""
        super().page()
        self.number += 1

    def put(  # noqa: PLR0917
        self, x: float, top: float, string: str, size: float = 9, style: str = "", ink: str = BLACK
    ) -> float:
        """One run below `top`; styles as in `Sheet.text`. Returns the top of the next line."""
        width = self.width(string, size, style)
        left = x - width if "r" in style else x - width / 2 if "c" in style else x
        high = size * PT
        self.marks.append(Mark(self.number, left, top, left + width, top + high, string))
        self.text(x, top + high * 0.8, string, size, style, ink)
        return top + high * 1.28

    def fit(  # noqa: PLR0913, PLR0917
        self,
        x: float,
        top: float,
        width: float,
        string: str,
        size: float = 9,
        style: str = "",
        ink: str = BLACK,
    ) -> float:
        """One run made small enough for `width`; the step is that of the wanted size."""
        real = self.width(string, size, style)
        self.put(x, top, string, size if real <= width else size * width / real, style, ink)
        return top + size * PT * 1.28

    def wrapped(self, width: float, string: str, size: float, style: str = "") -> list[str]:
        """The string in lines no wider than `width`."""
        lines, line = [], ""
        for word in string.split(" "):
            longer = f"{line} {word}" if line else word
            if line and self.width(longer, size, style) > width:
                lines.append(line)
                line = word
            else:
                line = longer
        return [*lines, line]

    def prose(  # noqa: PLR0913, PLR0917
        self,
        x: float,
        top: float,
        width: float,
        string: str,
        size: float = 9,
        style: str = "",
        ink: str = BLACK,
    ) -> float:
        """A paragraph; returns the top of what follows."""
        lines = self.wrapped(width, string, size, style)
        for index, line in enumerate(lines):
            if self.justified and index < len(lines) - 1:
                top = self._spread(x, top, width, line, (size, style, ink))
            else:
                top = self.fit(x, top, width, line, size, style, ink)
        return top

    def _spread(
        self, x: float, top: float, width: float, line: str, how: tuple[float, str, str]
    ) -> float:
        """A line whose words are set apart until it fills the width."""
        words = line.split(" ")
        bare = sum(self.width(word, how[0], how[1]) for word in words)
        if len(words) < 4 or bare > width or bare < width * 0.5:
            return self.fit(x, top, width, line, *how)
        gap, below = (width - bare) / (len(words) - 1), top
        for word in words:
            below = self.put(x, top, word, *how)
            x += self.width(word, how[0], how[1]) + gap
        return below

    def upright(self, x: float, bottom: float, string: str, size: float, ink: str) -> None:
        """A run turned a quarter to the left, reading upwards from `bottom`."""
        width = self.width(string, size)
        self.marks.append(Mark(self.number, x - size * PT, bottom - width, x, bottom, string))
        self.canvas.saveState()
        self.canvas.translate(x / PT, (self.high - bottom) / PT)
        self.canvas.rotate(90)
        self.canvas.setFont(self.face[0], size)
        self.canvas.setFillColor(ink)
        self.canvas.drawString(0, 0, string)
        self.canvas.restoreState()

    def faults(self) -> list[str]:
        """Runs that leave the page or lie on one another."""
        found = [
            f"outside: {m.text}"
            for m in self.marks
            if m.left < 1 or m.top < 1 or m.right > self.wide - 1 or m.bottom > self.high - 1
        ]
        ordered = sorted(self.marks, key=lambda m: (m.page, m.top))
        for index, mark in enumerate(ordered):
            for other in ordered[index + 1 :]:
                if other.page != mark.page or other.top >= mark.bottom:
                    break
                if mark.shared(other) > 0.12:
                    found.append(f"over: {mark.text} / {other.text}")
        return found
