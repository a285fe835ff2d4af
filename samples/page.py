"""Drawing on paper: a sheet measured in millimetres from the top left corner.

The only module that knows reportlab. The same calls give the same bytes (`invariant`).
"""

import io
from collections.abc import Sequence
from typing import Any

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

BLACK = "#000000"
FACES = {
    "Helvetica": ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique"),
    "Times": ("Times-Roman", "Times-Bold", "Times-Italic"),
    "Courier": ("Courier", "Courier-Bold", "Courier-Oblique"),
    "Vera": ("Vera", "VeraBd", "Vera"),
}
VERA_FILES = {"Vera": "Vera.ttf", "VeraBd": "VeraBd.ttf"}


def register_vera() -> None:
    """Vera, which reportlab carries, with a narrow no-break space (the font lacks one)."""
    for name, file in VERA_FILES.items():
        if name in pdfmetrics.getRegisteredFontNames():
            continue
        font = TTFont(name, file)
        font.face.charToGlyph[0x202F] = font.face.charToGlyph[0x20]
        font.face.charWidths[0x202F] = font.face.charWidths[0x20] * 0.6
        for hints in ("fpgm", "prep", "cvt "):
            font.face.table.pop(hints, None)  # screen hints double the size of a subset
        pdfmetrics.registerFont(font)


class Sheet:
    """Pages of one document. Lengths are millimetres, y grows downwards, text sits on y."""

    def __init__(
        self,
        face: str = "Helvetica",
        size: tuple[float, float] = (210, 297),
        *,
        rotated: bool = False,
        shift: tuple[float, float] = (0, 0),
    ) -> None:
        register_vera()
        rl_config.useA85 = 0  # binary streams: a quarter smaller
        self.face, self.size, self.rotated, self.shift = FACES[face], size, rotated, shift
        self.out = io.BytesIO()
        self.canvas: Any = Canvas(self.out, invariant=1, pageCompression=1)
        self._open()

    def _open(self) -> None:
        """A fresh page: turned by /Rotate 90, or with a crop box away from the origin."""
        width, height = self.size
        if self.rotated:
            self.canvas.setPageSize((width * mm, height * mm))  # reportlab swaps the two
            self.canvas.setPageRotation(90)
            self.canvas.translate(height * mm, 0)
            self.canvas.rotate(90)
            return
        dx, dy = self.shift
        self.canvas.setPageSize(((width + 2 * dx) * mm, (height + 2 * dy) * mm))
        if dx or dy:
            box = (dx * mm, dy * mm, (dx + width) * mm, (dy + height) * mm)
            self.canvas.setCropBox(box)
            self.canvas.translate(dx * mm, dy * mm)

    def page(self) -> None:
        """Start the next page."""
        self.canvas.showPage()
        self._open()

    def save(self) -> bytes:
        """The finished PDF."""
        self.canvas.showPage()
        self.canvas.save()
        return self.out.getvalue()

    def width(self, string: str, size: float, style: str = "") -> float:
        """Width of the string in millimetres."""
        return float(self.canvas.stringWidth(string, self.face[int("b" in style)], size)) / mm

    def text(  # noqa: PLR0917
        self, x: float, y: float, string: str, size: float = 9, style: str = "", ink: str = BLACK
    ) -> None:
        """One line; style letters: b bold, i italic, r ends at x, c centred on x."""
        self.canvas.setFont(self.face[1 if "b" in style else 2 if "i" in style else 0], size)
        self.canvas.setFillColor(HexColor(ink))
        side = "Right" if "r" in style else "Centred" if "c" in style else ""
        draw = getattr(self.canvas, f"draw{side}String")
        draw(x * mm, (self.size[1] - y) * mm, string)

    def lines(  # noqa: PLR0917
        self,
        x: float,
        y: float,
        strings: Sequence[str],
        size: float = 9,
        style: str = "",
        ink: str = BLACK,
    ) -> float:
        """Lines below one another, the first bold when style has h; returns the next y."""
        for index, string in enumerate(strings):
            self.text(x, y, string, size, style + ("b" if "h" in style and not index else ""), ink)
            y += size * 0.46
        return y

    def para(  # noqa: PLR0917
        self, x: float, y: float, width: float, string: str, size: float = 8, ink: str = BLACK
    ) -> float:
        """A paragraph broken into lines no wider than `width`; returns the next y."""
        line = ""
        for word in string.split(" "):
            longer = f"{line} {word}".strip()
            if line and self.width(longer, size) > width:
                self.text(x, y, line, size, "", ink)
                line, y = word, y + size * 0.45
            else:
                line = longer
        self.text(x, y, line, size, "", ink)
        return y + size * 0.45

    def broken(
        self, x: float, y: float, parts: Sequence[str], size: float = 9, style: str = ""
    ) -> None:
        """One line whose parts stand too far apart: readers of the text see a space between."""
        for part in parts:
            self.text(x, y, part, size, style)
            x += self.width(part, size, style) + size * 0.12

    def box(  # noqa: PLR0913, PLR0917
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: str = "",
        line: str = BLACK,
        radius: float = 0,
    ) -> None:
        """A rectangle from its top left corner; no outline when `line` is empty."""
        if fill:
            self.canvas.setFillColor(HexColor(fill))
        if line:
            self.canvas.setStrokeColor(HexColor(line))
            self.canvas.setLineWidth(0.6)
        at = (x * mm, (self.size[1] - y - height) * mm, width * mm, height * mm)
        flags = {"stroke": int(bool(line)), "fill": int(bool(fill))}
        if radius:
            self.canvas.roundRect(*at, radius * mm, **flags)
        else:
            self.canvas.rect(*at, **flags)

    def rule(self, x: float, y: float, to: float, ink: str = BLACK) -> None:
        """A horizontal line from x to `to`."""
        self.canvas.setStrokeColor(HexColor(ink))
        self.canvas.setLineWidth(0.5)
        level = (self.size[1] - y) * mm
        self.canvas.line(x * mm, level, to * mm, level)

    def cut(self, y: float) -> None:
        """A dashed line across the page, where a coupon is to be detached."""
        self.canvas.setDash([3, 2])
        self.rule(0, y, self.size[0])
        self.canvas.setDash([])

    def logo(self, x: float, y: float, string: str, ink: str, shape: str = "disc") -> None:
        """A drawn mark and the trade name beside it."""
        self.canvas.setFillColor(HexColor(ink))
        top = (self.size[1] - y) * mm
        if shape == "disc":
            self.canvas.circle((x + 5) * mm, top, 5 * mm, stroke=0, fill=1)
        else:
            self.canvas.rect(x * mm, top - 5 * mm, 9 * mm, 9 * mm, stroke=0, fill=1)
        self.text(x + 12, y + 2, string, 17, "b", ink)
