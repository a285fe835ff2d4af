"""What happens to a sheet before anyone looks at it: fading, bad print heads, folds, marks.

Each wear takes and gives a grey picture ("L"): 0 ink, 255 paper.
"""

from collections.abc import Callable

import numpy as np
from numpy.random import Generator
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from samples.degrade.pages import field

Wear = Callable[[Image.Image, Generator, float], Image.Image]


def lightened(sheet: Image.Image, mask: Image.Image) -> Image.Image:
    """Ink lightened where the float mask is above 0; at 1 it is gone."""
    ink = 255 - np.asarray(sheet, dtype=np.float32)
    kept = ink * (1 - np.clip(np.asarray(mask, dtype=np.float32), 0, 0.93))
    return Image.fromarray((255 - kept).astype(np.uint8))


def faded(sheet: Image.Image, rng: Generator, strength: float) -> Image.Image:
    """Thermal print gone pale, unevenly over the sheet."""
    low = rng.uniform(0, 0.35) * strength
    span = rng.uniform(0.1, 0.45) * strength
    mask = field(rng, sheet.size, (int(rng.integers(2, 6)), int(rng.integers(2, 9))))
    return lightened(sheet, mask.point(lambda value: value * span + low))


def streaked(sheet: Image.Image, rng: Generator, strength: float) -> Image.Image:
    """Dead dots of the print head: thin white lines along the roll."""
    draw = ImageDraw.Draw(sheet)
    for _ in range(int(rng.integers(1, 2 + int(5 * strength)))):
        x = int(rng.integers(0, sheet.width))
        draw.line([(x, 0), (x, sheet.height)], fill=255, width=int(rng.integers(1, 3)))
    return sheet


def banded(sheet: Image.Image, rng: Generator, strength: float) -> Image.Image:
    """A weak ribbon: every few lines the print is paler."""
    rows = field(rng, (1, sheet.height), (1, max(4, sheet.height // 60)))
    span = 0.6 * strength
    mask = rows.resize(sheet.size).point(lambda value: (value - 0.4) * span)
    return lightened(sheet, mask)


def eaten(sheet: Image.Image, rng: Generator, strength: float) -> Image.Image:
    """Letters with specks missing, as on rough paper."""
    mask = field(rng, sheet.size, (sheet.width // 2, sheet.height // 2))
    least = 1.0 - 0.28 * strength
    return lightened(sheet, mask.point(lambda value: (value - least) * 6))


def dotted(sheet: Image.Image, rng: Generator, strength: float) -> Image.Image:
    """A needle printer: letters made of dots."""
    pitch = int(rng.integers(3, 5))
    hole = np.zeros(sheet.size[::-1], dtype=np.float32)
    hole[::pitch, :] = 0.75 * strength
    hole[:, ::pitch] = 0.75 * strength
    return lightened(sheet, Image.fromarray(hole)).filter(ImageFilter.GaussianBlur(0.7))


def inked(sheet: Image.Image, rng: Generator, strength: float) -> Image.Image:
    """Ink that spread: letters fatter and softer."""
    if sheet.width > 900 and rng.random() < 0.6 * strength:
        sheet = sheet.filter(ImageFilter.MinFilter(3))
    return sheet.filter(ImageFilter.GaussianBlur(rng.uniform(0.2, 0.8) * (0.4 + strength)))


def shone_through(sheet: Image.Image, rng: Generator, strength: float) -> Image.Image:
    """The print of the other side, mirrored and pale."""
    back = sheet.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    back = ImageChops.offset(back, int(rng.integers(9, 60)), int(rng.integers(9, 200)))
    back = back.filter(ImageFilter.GaussianBlur(1.6))
    weight = rng.uniform(0.05, 0.2) * strength
    return ImageChops.multiply(sheet, back.point(lambda value: 255 - (255 - value) * weight))


def dusted(sheet: Image.Image, rng: Generator, strength: float) -> Image.Image:
    """Specks and hairs."""
    draw = ImageDraw.Draw(sheet)
    for _ in range(int(rng.integers(5, 10 + int(90 * strength)))):
        x, y = float(rng.integers(0, sheet.width)), float(rng.integers(0, sheet.height))
        size = float(rng.uniform(0.4, 2.2))
        draw.ellipse((x, y, x + size, y + size), fill=int(rng.integers(0, 160)))
    return sheet


def folded(sheet: Image.Image, rng: Generator, strength: float) -> Image.Image:
    """One to four folds across or along: a worn pale line with a shade beside it."""
    values = np.asarray(sheet, dtype=np.float32).copy()
    for _ in range(int(rng.integers(1, 5))):
        view = values.T if rng.random() < 0.35 else values
        place, tilt = rng.uniform(0.15, 0.85) * view.shape[0], rng.normal(0, 0.01)
        line = np.arange(view.shape[1], dtype=np.float32) * tilt + place
        first = max(0, int(line.min()) - 6)
        part = view[first : int(line.max()) + 150]
        far = np.arange(first, first + len(part), dtype=np.float32)[:, None] - line[None, :]
        shade = np.exp(-np.abs(far) / rng.uniform(8, 40)) * (far > 0) * rng.uniform(10, 45)
        wear = np.exp(-((far / 1.3) ** 2)) * rng.uniform(0, 120)
        part += ((wear - shade) * strength).astype(np.float32)
    return Image.fromarray(np.clip(values, 0, 255).astype(np.uint8))


def stained(sheet: Image.Image, rng: Generator, strength: float) -> Image.Image:
    """A ring or a patch of coffee or grease."""
    mask = Image.new("L", sheet.size, 255)
    draw = ImageDraw.Draw(mask)
    radius = sheet.width * rng.uniform(0.08, 0.3)
    x, y = rng.uniform(0, sheet.width), rng.uniform(0, sheet.height)
    dark = 255 - int(rng.uniform(20, 80) * strength)
    box = (x - radius, y - radius, x + radius, y + radius)
    if rng.random() < 0.5:
        draw.ellipse(box, outline=dark, width=max(2, int(radius / 12)))
    else:
        draw.ellipse(box, fill=dark)
    return ImageChops.multiply(sheet, mask.filter(ImageFilter.GaussianBlur(max(2, radius / 25))))


def stamped(sheet: Image.Image, rng: Generator, strength: float) -> Image.Image:
    """Holes of a punch or marks of a stapler near the edge."""
    draw = ImageDraw.Draw(sheet)
    ink = int(40 + 60 * (1 - strength))
    if rng.random() < 0.5:
        radius = sheet.width * rng.uniform(0.012, 0.022)
        x = radius * 1.6
        for y in (sheet.height * 0.4, sheet.height * 0.6):
            draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=ink)
    else:
        x, y = rng.uniform(0.1, 0.8) * sheet.width, rng.uniform(0.005, 0.02) * sheet.height
        draw.line([(x, y), (x + sheet.width * 0.05, y + 2)], fill=ink, width=3)
    return sheet


ODDS: tuple[tuple[Wear, float], ...] = (
    (faded, 0.6), (streaked, 0.2), (banded, 0.2), (eaten, 0.3), (dotted, 0.1), (inked, 0.5),
    (shone_through, 0.12), (folded, 0.35), (stained, 0.1), (stamped, 0.15), (dusted, 0.45),
)  # fmt: skip


def worn(sheet: Image.Image, rng: Generator, strength: float) -> Image.Image:
    """The sheet after the wears that chance picks; none at strength 0."""
    sheet = sheet.convert("L")
    for wear, odds in ODDS:
        if rng.random() < odds * min(1.0, strength * 1.6):
            sheet = wear(sheet, rng, strength)
    return sheet
