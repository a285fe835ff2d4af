"""A page as a scanner delivers it: grey or black and white, slightly turned, dusty, compressed."""

import io

import numpy as np
from numpy.random import Generator, default_rng
from PIL import Image, ImageDraw, ImageFilter

from samples.degrade.pages import field, jpeg, noisy, page_of, size_of
from samples.degrade.paper import worn

A4 = (210.0, 297.0)
LEAST_DPI, MOST_DPI = 105, 300


def _dpi(rng: Generator, width: float, strength: float) -> float:
    """Resolution; small rolls are scanned finer, weak scanners are rarer than good ones."""
    best = rng.uniform(200, MOST_DPI) if width < 120 else rng.uniform(150, MOST_DPI)
    return float(best - rng.beta(1.3, 2.2) * strength * (best - LEAST_DPI))


def on_glass(sheet: Image.Image, rng: Generator, dpi: float) -> Image.Image:
    """The sheet on a larger bed, white, grey or black around it."""
    bed = int(rng.choice((255, 250, 235, 205, 30, 8)))
    if rng.random() < 0.2:
        width, height = (int(side * dpi / 25.4) for side in A4)
    else:
        width = int(sheet.width * rng.uniform(1.0, 1.2))
        height = int(sheet.height * rng.uniform(1.0, 1.12))
    width, height = max(width, sheet.width), max(height, sheet.height)
    glass = Image.new("L", (width, height), bed)
    spare = (width - sheet.width, height - sheet.height)
    glass.paste(sheet, (int(spare[0] * rng.random()), int(spare[1] * rng.uniform(0, 0.6))))
    return glass


def turned(sheet: Image.Image, rng: Generator, strength: float) -> Image.Image:
    """Laid on askew: mostly below one degree, at times up to four."""
    angle = float(np.clip(rng.normal(0, 0.9 * strength), -4, 4))
    corner = int(np.median(np.asarray(sheet)[:4, :]))
    return sheet.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=corner)


def torn(sheet: Image.Image, rng: Generator) -> Image.Image:
    """The saw-tooth edges of a roll, where it was cut off."""
    draw = ImageDraw.Draw(sheet)
    tooth = max(3, sheet.width // 70)
    dark = int(rng.integers(20, 200))
    for y, away in ((0, 1), (sheet.height, -1)):
        points = [
            (x, y + away * (tooth if x // tooth % 2 else 0))
            for x in range(0, sheet.width + tooth, tooth)
        ]
        draw.polygon([(0, y), *points, (sheet.width, y)], fill=dark)
    return sheet


def uneven(sheet: Image.Image, rng: Generator, strength: float) -> Image.Image:
    """Lamp not the same everywhere, a grey veil, edges that do not lie flat."""
    veil = field(rng, sheet.size, (3, 4)).point(lambda value: 1 - value * 0.16 * strength)
    values = np.asarray(sheet, dtype=np.float32) * np.asarray(veil)
    values = values * rng.uniform(0.88, 1.0) + rng.uniform(0, 22)
    return Image.fromarray(np.clip(values, 0, 255).astype(np.uint8))


def black_and_white(sheet: Image.Image, rng: Generator) -> Image.Image:
    """A fax or an old scanner: one bit a pixel, cut a little below the white of the paper."""
    level = float(np.percentile(np.asarray(sheet), 92) * rng.uniform(0.68, 0.88))
    return sheet.point(lambda value: 255 if value > level else 0)


def scan(pdf: bytes, seed: int, *, page: int = 0, strength: float = 0.6) -> bytes:
    """Page `page` of the PDF scanned after `seed`: JPEG, or PNG when black and white.

    strength: 0 a clean scan, 1 the worst that a person still reads.
    """
    rng = default_rng([seed, 11, page])
    width, _ = size_of(pdf, page)
    dpi = _dpi(rng, width, strength)
    sheet = worn(page_of(pdf, dpi, page), rng, strength)
    if width < 120 and rng.random() < 0.4:
        sheet = torn(sheet, rng)
    if rng.random() < 0.6:
        sheet = on_glass(sheet, rng, dpi)
    sheet = turned(uneven(sheet, rng, strength), rng, strength)
    sheet = sheet.filter(ImageFilter.GaussianBlur(rng.uniform(0, 0.55 * strength)))
    if rng.random() < 0.15:
        out = io.BytesIO()
        black_and_white(sheet, rng).convert("1").save(out, "PNG")
        return out.getvalue()
    sheet = noisy(sheet, rng, rng.uniform(0, 9) * strength)
    quality = int(rng.integers(30, 81) if strength > 0.2 else 85)
    return jpeg(sheet if rng.random() < 0.6 else sheet.convert("RGB"), quality)
