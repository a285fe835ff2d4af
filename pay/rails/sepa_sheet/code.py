"""A payment code as squares: drawn by segno, painted with pillow or as an SVG path, read back."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import segno
import zxingcpp
from PIL import Image, ImageDraw

QUIET = 4
"""Modules of white around a code (ISO/IEC 18004, section 9.1)."""
_QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
_RUN = re.compile(r"M(\d+) (\d+)h(\d+)v1h-\3z")
_CODE_MM, _CROSS_MM, _PLATE_MM = 46.0, 7.0, 6.0
"""The Swiss code without its white border, the cross's white field, the black plate (section 6.4.2)."""
_ARM, _WIDTH = 20 / 32, 6 / 32
"""Length and width of the cross's bars, as parts of the plate."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A code: its content, its rows of modules (True is dark), and whether the Swiss cross lies on it."""

    data: bytes = field(repr=False)
    rows: tuple[tuple[bool, ...], ...] = field(repr=False)
    cross: bool = False

    @property
    def side(self) -> int:
        """Modules on a side, the white border included."""
        return len(self.rows) + 2 * QUIET


def drawn(data: bytes, *, cross: bool = False) -> Drawn:
    """The code of `data`: error level M, never more (EPC069-12; QR-bill 2.3, section 6.1)."""
    code = segno.make_qr(data, error="m", boost_error=False)
    return Drawn(data, tuple(tuple(map(bool, row)) for row in code.matrix), cross)


def path_of(code: Drawn) -> str:
    """An SVG path of the dark modules, one unit each, the white border included."""
    runs = []
    for y, row in enumerate(code.rows):
        for first, length in _runs(row):
            runs.append(f"M{first + QUIET} {y + QUIET}h{length}v1h-{length}z")
    return "".join(runs)


def _runs(row: Sequence[bool]) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(row):
        if not row[start]:
            start += 1
            continue
        end = start
        while end < len(row) and row[end]:
            end += 1
        yield start, end - start
        start = end


Square = tuple[float, float, float, float, bool]
"""Left, top, right, bottom in modules, and whether it is dark."""


def cross_of(code: Drawn) -> tuple[Square, ...]:
    """The Swiss cross on a code: its white field, the black plate, the two white bars."""
    if not code.cross:
        return ()
    middle, mm = code.side / 2, len(code.rows) / _CODE_MM
    plate = _PLATE_MM * mm
    sizes = (
        (_CROSS_MM * mm, _CROSS_MM * mm, False),
        (plate, plate, True),
        (plate * _ARM, plate * _WIDTH, False),
        (plate * _WIDTH, plate * _ARM, False),
    )
    return tuple(
        (middle - w / 2, middle - h / 2, middle + w / 2, middle + h / 2, dark)
        for w, h, dark in sizes
    )


def painted(path: str, side: int, scale: int, cross: Sequence[Square] = ()) -> Image.Image:
    """A path of path_of as a grey picture, `scale` pixels to a module."""
    image = Image.new("L", (side * scale, side * scale), 255)
    brush = ImageDraw.Draw(image)
    for run in _RUN.finditer(path):
        x, y, length = (int(part) * scale for part in run.groups())
        brush.rectangle((x, y, x + length - 1, y + scale - 1), fill=0)
    for left, top, right, bottom, dark in cross:
        edges = [round(edge * scale) for edge in (left, top, right, bottom)]
        brush.rectangle((edges[0], edges[1], edges[2] - 1, edges[3] - 1), fill=0 if dark else 255)
    return image


def read_back(image: Image.Image) -> bytes | None:
    """The content of the one code of a picture; None when there is none, or more than one."""
    codes = zxingcpp.read_barcodes(image.convert("L"), formats=_QR)
    return bytes(codes[0].bytes) if len(codes) == 1 and codes[0].valid else None
