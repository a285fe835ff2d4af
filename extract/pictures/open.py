"""A file of any kind of picture becomes upright images, whatever its format, colours or tricks.

Native decoders read hostile bytes here: callers run it in a child process with limits.
"""

import struct
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

from PIL import Image, ImageOps
from pillow_heif import register_heif_opener

from extract.pictures.colours import plain
from models.errors.reading import Damaged, PictureTooLarge

MOST_FRAMES = 4
"""Pages of a TIFF that are opened; a bill says what it wants on its first or last pages."""
MOST_PIXELS = 64_000_000
"""Of one frame that is decoded whole: phones make 12, 48 or 50 million."""
MOST_PIXELS_SHRUNK = 170_000_000
"""Of a JPEG that its decoder can hand over at half size or less."""
MOST_IN_COLOUR = 16_000_000
"""Larger frames are kept grey: colour would take three times the memory and tells nothing more."""

_FORMATS = ("JPEG", "PNG", "TIFF", "WEBP", "BMP", "GIF", "HEIF", "AVIF")
_PAGED = frozenset({"TIFF"})
"""Formats whose frames are pages; the frames of the others are films, thumbnails or depth maps."""
_FAILURES = (
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    OverflowError,
    RuntimeError,
    TypeError,
    LookupError,
    struct.error,
    Image.DecompressionBombError,
)

register_heif_opener()


@dataclass(frozen=True, slots=True)
class Picture:
    """One frame: `number` from 1; `image` in mode RGB or L, turned as its EXIF data asks.

    `image` has the full size up to MOST_PIXELS (a larger JPEG comes at half size or less).
    """

    number: int
    image: Image.Image = field(repr=False)

    def shrunk(self, long_side: int) -> Image.Image:
        """The image with its longer side at most `long_side` pixels; the same one when it fits."""
        width, height = self.image.size
        share = long_side / max(width, height)
        if share >= 1:
            return self.image
        size = (max(1, round(width * share)), max(1, round(height * share)))
        return self.image.resize(size, Image.Resampling.BOX, reducing_gap=1.0)


def pictures_of(data: bytes) -> tuple[Picture, ...]:
    """The frames of a picture, upright and in plain colours; at most MOST_FRAMES.

    Raises Damaged (cut, corrupt, no picture) or PictureTooLarge (more pixels than may be decoded).
    """
    try:
        with warnings.catch_warnings():
            # Pillow warns of bombs and of odd metadata; the limits here are our own.
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(data), formats=_FORMATS) as opened:
                return tuple(_frames(opened))
    except Image.DecompressionBombError as cause:
        raise PictureTooLarge(what="") from cause
    except _FAILURES as cause:
        raise Damaged(what="picture") from cause


def _frames(opened: Image.Image) -> Iterator[Picture]:
    paged = opened.format in _PAGED
    count = min(getattr(opened, "n_frames", 1), MOST_FRAMES) if paged else 1
    for index in range(count):
        if index:
            opened.seek(index)
        yield Picture(index + 1, _frame(opened, grey=count > 1))


def _frame(opened: Image.Image, *, grey: bool) -> Image.Image:
    pixels = opened.width * opened.height
    large = pixels > MOST_IN_COLOUR
    if pixels > MOST_PIXELS:
        _shrink_while_decoding(opened, pixels)
    elif large and opened.format in {"JPEG", "MPO"} and opened.mode in {"RGB", "L"}:
        opened.draft("L", opened.size)
    image = plain(opened, grey=grey or large)
    return ImageOps.exif_transpose(image) or image


def _shrink_while_decoding(opened: Image.Image, pixels: int) -> None:
    """A progressive JPEG keeps all its coefficients in memory, so it gets no such favour."""
    drafted = opened.format in {"JPEG", "MPO"} and not opened.info.get("progressive")
    if not drafted or pixels > MOST_PIXELS_SHRUNK:
        raise PictureTooLarge(what="")
    opened.draft("L", (opened.width // 2, opened.height // 2))
