"""QR codes in a picture (zxing-cpp, QR format only: 48 of 48 test pictures, 5 to 20 ms each)."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import zxingcpp
from PIL import Image

from extract.qr.payload import MOST_BYTES

MOST_CODES = 12
"""Looked at in one picture; a bill with slips for each quarter has four."""
MOST_ENLARGED = 12_000_000
"""Pixels of a picture that is looked at a second time at twice its size."""
_TWICE = 2
_QR = zxingcpp.BarcodeFormat.QRCode


@dataclass(frozen=True, slots=True)
class Code:
    """What a code holds, as bytes, and its upright box in pixels: left, top, right, bottom."""

    data: bytes = field(repr=False)
    box: tuple[float, float, float, float]


def codes_in(image: Image.Image, *, enlarge: bool = True) -> tuple[Code, ...]:
    """The QR codes of an image, best at full size, before any shrinking.

    When there is none, `enlarge` looks once more at twice the size: small codes in photographs
    (17 became 23 of 24 in pictures shrunk to 0.4). Native code runs here: call it in a child process.
    """
    grey = image if image.mode == "L" else image.convert("L")
    found = tuple(_found(grey, 1))
    if found or not enlarge or grey.width * grey.height > MOST_ENLARGED:
        return found
    size = (grey.width * _TWICE, grey.height * _TWICE)
    return tuple(_found(grey.resize(size, Image.Resampling.BICUBIC), _TWICE))


def _found(grey: Image.Image, enlarged: int) -> Iterator[Code]:
    codes = zxingcpp.read_barcodes(grey, formats=zxingcpp.BarcodeFormats(_QR))
    for code in codes[:MOST_CODES]:
        data = bytes(code.bytes)
        if code.valid and len(data) <= MOST_BYTES:
            corners = code.position
            points = (
                corners.top_left, corners.top_right, corners.bottom_right, corners.bottom_left,
            )  # fmt: skip
            xs = [point.x / enlarged for point in points]
            ys = [point.y / enlarged for point in points]
            yield Code(data, (min(xs), min(ys), max(xs), max(ys)))
