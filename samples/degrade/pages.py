"""Pages of a PDF as grey pictures, and random fields that vary slowly over a picture."""

import io

import numpy as np
import pypdfium2 as pdfium
from numpy.random import Generator
from numpy.typing import NDArray
from PIL import Image

MOST_PIXELS = 16_000_000
Floats = NDArray[np.float32]


def pages_of(pdf: bytes, dpi: float) -> list[Image.Image]:
    """Every page as an RGB picture at `dpi` dots per inch, fewer when it would be too large."""
    with pdfium.PdfDocument(pdf) as document:
        return [_render(document, index, dpi) for index in range(len(document))]


def page_of(pdf: bytes, dpi: float, index: int = 0) -> Image.Image:
    """One page of it."""
    with pdfium.PdfDocument(pdf) as document:
        return _render(document, index, dpi)


def size_of(pdf: bytes, index: int = 0) -> tuple[float, float]:
    """Width and height of a page in millimetres, as displayed."""
    with pdfium.PdfDocument(pdf) as document:
        width, height = document.get_page_size(index)
    return width / 72 * 25.4, height / 72 * 25.4


def _render(document: pdfium.PdfDocument, index: int, dpi: float) -> Image.Image:
    page = document[index]
    width, height = page.get_size()
    scale = min(dpi / 72, (MOST_PIXELS / (width * height)) ** 0.5)
    picture: Image.Image = page.render(scale=scale).to_pil()
    return picture.convert("RGB")


def field(rng: Generator, size: tuple[int, int], cells: tuple[int, int]) -> Image.Image:
    """Smooth noise from 0 to 1 in a float picture: `cells` random knots, interpolated."""
    knots = rng.random((cells[1], cells[0]), dtype=np.float32)
    return Image.fromarray(knots).resize(size, Image.Resampling.BICUBIC)


def grain(rng: Generator, size: tuple[int, int], spread: float) -> NDArray[np.int16]:
    """White noise of standard deviation `spread`, repeated every 700 pixels to be quick."""
    tile = (rng.standard_normal((701, 701), dtype=np.float32) * spread).astype(np.int16)
    width, height = size
    return np.tile(tile, (height // 701 + 1, width // 701 + 1))[:height, :width]


def noisy(picture: Image.Image, rng: Generator, spread: float) -> Image.Image:
    """The picture with sensor noise, the same in all colours."""
    noise = grain(rng, picture.size, spread)
    values = np.asarray(picture).astype(np.int16)
    values += noise if values.ndim == 2 else noise[:, :, None]
    return Image.fromarray(np.clip(values, 0, 255).astype(np.uint8), picture.mode)


def jpeg(picture: Image.Image, quality: int, orientation: int = 1) -> bytes:
    """JPEG bytes; an EXIF orientation is written when it is not 1."""
    out = io.BytesIO()
    if orientation == 1:
        picture.save(out, "JPEG", quality=quality)
        return out.getvalue()
    exif = Image.Exif()
    exif[0x0112] = orientation
    picture.save(out, "JPEG", quality=quality, exif=exif)
    return out.getvalue()
