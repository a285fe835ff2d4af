"""A page as a telephone takes it on a table: tilted, bent, badly lit, noisy, turned."""

import numpy as np
from numpy.random import Generator, default_rng
from PIL import Image, ImageChops, ImageFilter

from samples.degrade.bend import Bend, bend_for
from samples.degrade.desk import desk
from samples.degrade.light import lit, tinted
from samples.degrade.pages import jpeg, noisy, page_of, size_of
from samples.degrade.paper import worn

SIZES = (2, 2, 2, 3, 3, 3, 4, 4, 5, 6, 8, 12)
SHAPES = (4 / 3, 4 / 3, 4 / 3, 16 / 9, 1.0)
LEAST_DETAIL = 4.6
"""Pixels a millimetre below which 8 point print is lost; a photo is taken closer then."""
MOST_DETAIL = 15.0
"""Pixels a millimetre above which a page shows nothing more."""
SENT = 0.3
"""Share, at full strength, that came through a messenger, which makes pictures small."""
EXIF = {90: 8, 180: 3, 270: 6}


def frame_for(rng: Generator, size: tuple[float, float], strength: float) -> tuple[int, int]:
    """Width and height of the photo: 2 to 12 megapixels, upright unless the page is wide."""
    shape = float(rng.choice(SHAPES))
    pixels = float(rng.choice(SIZES)) * 1e6
    width = (pixels / shape) ** 0.5
    if size[0] > size[1] * 1.2:
        return int(width * shape), int(width)
    enough = LEAST_DETAIL * (1.5 - 0.5 * strength) * size[1] / (width * shape * 0.75)
    width *= float(np.clip(enough, 1, (12e6 / pixels) ** 0.5))
    return int(width), int(width * shape)


def moved(picture: Image.Image, rng: Generator, length: int) -> Image.Image:
    """Shaken by `length` pixels in some direction."""
    angle = rng.uniform(0, np.pi)
    total = picture
    for step in range(1, length):
        dx, dy = round(step * np.cos(angle)), round(step * np.sin(angle))
        total = Image.blend(total, ImageChops.offset(picture, dx, dy), 1 / (step + 1))
    return total


def laid_down(
    sheet: Image.Image, frame: tuple[int, int], bend: Bend, rng: Generator
) -> tuple[Image.Image, Image.Image]:
    """The bent sheet in the frame, and the mask of where it lies."""
    mask = Image.new("L", sheet.size, 255)
    mesh = bend.mesh(frame, sheet.size)
    flat = sheet.transform(
        frame, Image.Transform.MESH, mesh, Image.Resampling.BICUBIC, fillcolor=255
    )
    where = mask.transform(
        frame, Image.Transform.MESH, mesh, Image.Resampling.BILINEAR, fillcolor=0
    )
    shade = bend.shade(rng, frame)
    return ImageChops.multiply(flat, shade), where


def cast(where: Image.Image, rng: Generator) -> Image.Image:
    """The shadow that the sheet throws on the table, as a factor in grey."""
    small = where.resize((max(1, where.width // 8), max(1, where.height // 8)))
    dx, dy = int(rng.integers(-4, 5)), int(rng.integers(-4, 5))
    shadow = ImageChops.offset(small, dx, dy).filter(ImageFilter.GaussianBlur(rng.uniform(1, 4)))
    depth = rng.uniform(0.2, 0.7)
    return shadow.point(lambda value: 255 - value * depth).resize(where.size)


def photo(pdf: bytes, seed: int, *, page: int = 0, strength: float = 0.6) -> bytes:
    """Page `page` of the PDF photographed after `seed`: JPEG bytes of 2 to 12 megapixels,
    or of about one when a messenger made it smaller.

    strength: 0 held straight in good light, 1 the worst that a person still reads.
    """
    rng = default_rng([seed, 23, page])
    size = size_of(pdf, page)
    frame = frame_for(rng, size, strength)
    bend = bend_for(rng, size, frame, strength)
    dpi = min(bend.detail * 1.15, MOST_DETAIL) * 25.4
    sheet = worn(page_of(pdf, dpi, page), rng, strength)
    flat, where = laid_down(sheet, frame, bend, rng)
    top = desk(rng, frame)
    shadow = cast(where, rng)
    top = ImageChops.multiply(top, Image.merge("RGB", (shadow, shadow, shadow)))
    picture = Image.composite(tinted(flat, rng), top, where)
    return taken(picture, rng, strength)


def taken(picture: Image.Image, rng: Generator, strength: float) -> bytes:
    """Light, lens, shake, sensor, orientation, JPEG."""
    picture, noise = lit(picture, rng, strength)
    sharp = picture.width * picture.height / 4e6
    blur = rng.uniform(0.1, 1.3) * strength * max(1.0, sharp**0.5)
    picture = picture.filter(ImageFilter.GaussianBlur(blur))
    if rng.random() < 0.3 * strength:
        picture = moved(picture, rng, int(rng.integers(2, 3 + int(4 * strength))))
    picture = noisy(picture, rng, noise)
    if rng.random() < SENT * strength:
        picture.thumbnail((int(rng.integers(1150, 1700)),) * 2, Image.Resampling.BOX)
    angle = int(rng.choice((0, 0, 0, 90, 180, 270)))
    orientation = 1
    if angle:
        picture = picture.rotate(angle, expand=True)
        orientation = EXIF[360 - angle] if rng.random() < 0.4 else 1
    quality = int(rng.integers(50, 91))
    return jpeg(picture, quality, orientation)
