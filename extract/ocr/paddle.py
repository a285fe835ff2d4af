"""PP-OCRv6 through faster-paddle: the tiny model for every picture, the small one when in doubt."""

from functools import cached_property
from io import BytesIO
from typing import Any, Literal

from faster_paddle import OcrEngine as Native
from PIL import Image

from extract.ocr.engine import OcrLine
from models.errors.reading import PictureUnread

Size = Literal["tiny", "small"]


class Paddle:
    """One model, loaded at its first use (0.15-0.3 s) and kept for the life of the process."""

    def __init__(self, name: str, size: Size, long_side: int, detect_side: int) -> None:
        self._name, self._size = name, size
        self._long_side, self._detect_side = long_side, detect_side

    @property
    def name(self) -> str:
        return self._name

    @property
    def proven_against(self) -> str:
        return "receipt scans and simulated phone photographs in English, clean pages in French and German"

    @property
    def long_side(self) -> int:
        return self._long_side

    @cached_property
    def _native(self) -> Native:
        # One thread: a second one costs 40 % more in all; pages are read in several processes.
        return Native(model_size=self._size, threads=1, det_max_side=self._detect_side)

    def lines(self, image: Image.Image) -> tuple[OcrLine, ...]:
        """Lines as the detector cuts them: pieces that a gap sets apart come one by one."""
        encoded = BytesIO()
        image.save(encoded, "BMP")
        try:
            bounds = self._native.ocr(encoded.getvalue())["bounds"]
        except RuntimeError as cause:
            raise PictureUnread(what="") from cause
        return tuple(_line(one) for one in bounds.values())


def _line(one: dict[str, Any]) -> OcrLine:
    (x0, top), (x1, bottom) = one["topLeftCoord"], one["bottomRightCoord"]
    return OcrLine(
        str(one["text"]),
        float(x0),
        float(top),
        float(x1),
        float(bottom),
        float(one["confidence"]),
    )


# Sides measured on 12-megapixel photographs: both models in one child hold 720 MB
# after many pictures (773 with the tiny one at 1440, which read nothing more that counts).
TINY = Paddle("ocr", "tiny", long_side=2400, detect_side=1280)
SMALL = Paddle("ocr_small", "small", long_side=2400, detect_side=960)
