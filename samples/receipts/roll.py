"""Paper from a till: lines of text on a roll whose length follows from what is printed.

Places are columns of one character; with a proportional face a column is an average character.
"""

from dataclasses import dataclass

from reportlab.lib.units import mm

from samples.page import Sheet

MARGINS = (4.0, 14.0)  # mm, of a roll and of a sheet
SHEETS = {148.0: 210.0, 210.0: 297.0, 211.0: 148.0, 149.0: 105.0}  # mm: width to least height
FONT_UNIT = 0.2117  # mm: width of one Courier character per point of size


@dataclass(frozen=True)
class Face:
    """How a printer writes: `grid` puts every glyph in a cell of equal width."""

    font: str
    grid: bool = True
    bold: bool = False
    size: float = 1.0
    leading: float = 1.0


FACES = {
    "courier": Face("Courier"),
    "courier-bold": Face("Courier", bold=True),
    "matrix": Face("Courier", bold=True, leading=0.86),
    "thermal": Face("Helvetica", size=1.12),
    "thermal-bold": Face("Helvetica", bold=True, size=1.02),
    "vera-grid": Face("Vera", size=0.94),
    "times-grid": Face("Times", size=1.1),
    "vera": Face("Vera", grid=False, size=0.92),
    "helvetica": Face("Helvetica", grid=False, size=1.05),
    "helvetica-bold": Face("Helvetica", grid=False, bold=True, size=0.95),
    "times": Face("Times", grid=False, size=1.15, leading=0.95),
}


class Roll:
    """A growing strip of paper `width` millimetres wide with `columns` characters a line."""

    def __init__(self, face: str, width: float, columns: int) -> None:
        self.face, self.width, self.columns = FACES[face], width, columns
        self.margin = MARGINS[width > 120]
        self.cell = (width - 2 * self.margin) / columns
        self.size = self.cell / FONT_UNIT * self.face.size
        self.pitch = self.cell / FONT_UNIT * 0.42 * self.face.leading
        self.y = 2 * self.margin
        self.ops: list[tuple[float, float, str, float, float, bool]] = []
        self.bars: list[tuple[float, float, float, float]] = []
        self.signs: list[tuple[float, str, str, float]] = []
        self.measure = Sheet(self.face.font)

    def length(self, string: str, wide: float = 1, *, bold: bool = False) -> float:
        """Columns that the string takes."""
        if self.face.grid:
            return len(string) * wide
        style = "b" if bold or self.face.bold else ""
        return self.measure.width(string, self.size, style) * wide / self.cell

    def put(
        self, column: float, string: str, side: str = "l", *,
        wide: float = 1, tall: float = 1, bold: bool = False,
    ) -> None:  # fmt: skip
        """Text on the present line; side: l starts, r ends at the column, c is centred on it.

        Nothing leaves the paper: what would is moved inwards, and narrowed when too long.
        """
        length = self.length(string, wide, bold=bold)
        if length > self.columns:
            wide, length = wide * self.columns / length, self.columns
        column -= {"l": 0, "c": length / 2, "r": length}[side]
        column = min(max(column, 0), self.columns - length)
        if self.face.grid and side != "c":
            column = int(column + 0.5)
        self.ops.append((column, self.y, string, wide, tall, bold or self.face.bold))

    def line(self, count: float = 1) -> None:
        """Down by `count` lines."""
        self.y += self.pitch * count

    def centre(self, string: str, *, wide: float = 1, tall: float = 1, bold: bool = False) -> None:
        """A centred line, broken between words when too long."""
        for part in self.broken(string, wide, bold=bold):
            self.y += self.pitch * (tall - 1)
            self.put(self.columns / 2, part, "c", wide=wide, tall=tall, bold=bold)
            self.line()

    def left(self, string: str, indent: float = 0, *, bold: bool = False) -> None:
        """A line from the left edge, broken when too long."""
        for part in self.broken(string, 1, indent, bold=bold):
            self.put(indent, part, bold=bold)
            self.line()

    def broken(
        self, string: str, wide: float = 1, indent: float = 0, *, bold: bool = False
    ) -> list[str]:
        """The string in parts that fit the line."""
        parts = [""]
        for word in string.split(" "):
            longer = f"{parts[-1]} {word}".strip()
            if parts[-1] and self.length(longer, wide, bold=bold) > self.columns - indent:
                parts.append(word)
            else:
                parts[-1] = longer
        return parts

    def pair(
        self, label: str, value: str, *, wide: float = 1, tall: float = 1, bold: bool = False
    ) -> None:
        """Label at the left, value at the right edge; on two lines when they do not fit."""
        self.y += self.pitch * (tall - 1)
        self.put(0, label, wide=wide, tall=tall, bold=bold)
        both = self.length(f"{label}  {value}", wide, bold=bold)
        if both > self.columns:
            self.line(tall)
        self.put(self.columns, value, "r", wide=wide, tall=tall, bold=bold)
        self.line()

    def rule(self, sign: str = "-") -> None:
        """A line of signs across the paper; "_" draws a thin line, "" leaves a gap."""
        if sign == "_":
            self.bars.append((0, self.y - self.pitch * 0.6, self.columns, 0.15))
        elif sign:
            count = int(self.columns / max(self.length(sign * 10) / 10, 0.1))
            self.put(0, (sign * count)[:count])
        self.line(0.6 if sign in {"", "_"} else 1)

    def sign(self, string: str, look: str) -> None:
        """A name drawn large as shops draw theirs: inverse, outline or script."""
        size = self.size * 2.2
        wide = self.measure.width(string, size, "b") / (self.width - 2.6 * self.margin)
        size /= max(1.0, wide)
        self.y += size * 0.32
        self.signs.append((self.y, string, look, size))
        self.y += size * 0.2 + self.pitch

    def block(self, column: float, wide: float, high: float) -> None:
        """A black bar on the present line, `wide` columns, `high` lines."""
        self.bars.append((column, self.y, wide, high * self.pitch))

    def save(self) -> bytes:
        """The finished PDF."""
        sheet = Sheet(self.face.font, (self.width, max(self.y + 10, SHEETS.get(self.width, 0))))
        for column, y, wide, high in self.bars:
            sheet.box(self.margin + column * self.cell, y, wide * self.cell, high, "#000000", "")
        for sign in self.signs:
            draw_sign(sheet, *sign)
        for column, y, string, wide, tall, bold in self.ops:
            canvas = sheet.canvas
            canvas.saveState()
            canvas.translate((self.margin + column * self.cell) * mm, (sheet.size[1] - y) * mm)
            canvas.scale(wide, tall)
            canvas.setFont(sheet.face[int(bold)], self.size)
            if self.face.grid and self.face.font != "Courier":
                for index, glyph in enumerate(string):
                    if glyph != " ":
                        canvas.drawCentredString((index + 0.5) * self.cell * mm, 0, glyph)
            else:
                canvas.drawString(0, 0, string)
            canvas.restoreState()
        return sheet.save()


def draw_sign(sheet: Sheet, y: float, string: str, look: str, size: float) -> None:
    """One sign centred on the paper."""
    canvas, middle, level = sheet.canvas, sheet.size[0] / 2, (sheet.size[1] - y) * mm
    canvas.saveState()
    if look == "inverse":
        wide = sheet.width(string, size, "b") + 4
        sheet.box(middle - wide / 2, y - size * 0.36, wide, size * 0.5, "#000000", "")
        sheet.text(middle, y, string, size, "bc", "#ffffff")
    elif look == "script":
        canvas.setFont("Times-BoldItalic", size)
        canvas.drawCentredString(middle * mm, level, string)
    else:
        start = middle - sheet.width(string, size, "b") / 2
        line = canvas.beginText(start * mm, level)
        line.setFont(sheet.face[1], size)
        line.setTextRenderMode(1)
        line.textOut(string)
        canvas.drawText(line)
    canvas.restoreState()
