"""The light in the kitchen: where the lamp is, what throws shadows, which colour it gives."""

import numpy as np
from numpy.random import Generator
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from samples.degrade.pages import Floats

SMALL = (96, 96)
CASTS = {
    "day": (1.0, 1.0, 1.0),
    "cold": (0.9, 0.97, 1.0),
    "bulb": (1.0, 0.84, 0.6),
    "tube": (0.93, 1.0, 0.88),
    "candle": (1.0, 0.7, 0.4),
}
PAPERS = ((255, 255, 255), (252, 250, 244), (246, 240, 226), (240, 244, 250), (252, 236, 238))


def tinted(sheet: Image.Image, rng: Generator) -> Image.Image:
    """The grey sheet on paper that is rarely quite white, in ink that is rarely quite black."""
    paper = PAPERS[int(rng.integers(len(PAPERS)))]
    ink = ((0, 0, 0), (20, 20, 30), (40, 36, 70), (50, 50, 52))[int(rng.integers(4))]
    bands = [
        sheet.point([int(dark + (light - dark) * value / 255) for value in range(256)])
        for dark, light in zip(ink, paper, strict=True)
    ]
    return Image.merge("RGB", bands)


def _lamp(rng: Generator, strength: float) -> Floats:
    """Brightness over the frame: a slope, a lamp or a flash, dark corners."""
    x, y = np.meshgrid(np.linspace(-1, 1, SMALL[0]), np.linspace(-1, 1, SMALL[1]))
    angle = rng.uniform(0, 2 * np.pi)
    slope = (x * np.cos(angle) + y * np.sin(angle)) * rng.uniform(0, 0.28) * strength
    cx, cy = rng.uniform(-0.8, 0.8, 2)
    spot = np.exp(-((x - cx) ** 2 + (y - cy) ** 2) / rng.uniform(0.3, 2.5)) * rng.uniform(0, 0.45)
    dark = (x**2 + y**2) * rng.uniform(0, 0.22) * strength
    return np.asarray(1 + slope + (spot - 0.2) * strength - dark, dtype=np.float32)


def _shadow(rng: Generator, strength: float) -> Image.Image:
    """A hand, an arm or the telephone between lamp and paper."""
    shade = Image.new("L", SMALL, 255)
    draw = ImageDraw.Draw(shade)
    for _ in range(int(rng.integers(1, 3))):
        points = [tuple(rng.uniform(-30, 126, 2)) for _ in range(int(rng.integers(3, 6)))]
        draw.polygon(points, fill=255 - int(rng.uniform(30, 130) * strength))
    return shade.filter(ImageFilter.GaussianBlur(rng.uniform(1.5, 9)))


def _exposure(rng: Generator, strength: float) -> tuple[str, float, float]:
    """The kind of light, how bright, how noisy: night in one photo of three."""
    if rng.random() < 0.35:
        night = float(rng.uniform(0.35, 0.65)) * strength + (1 - strength) * 0.95
        return str(rng.choice(("bulb", "bulb", "candle", "tube"))), night, float(rng.uniform(5, 15))
    kind = str(rng.choice(("day", "day", "cold", "bulb", "tube")))
    return kind, float(rng.uniform(0.72, 1.05)), float(rng.uniform(0.5, 6))


def lit(picture: Image.Image, rng: Generator, strength: float) -> tuple[Image.Image, float]:
    """The picture in that light, and the standard deviation of the noise that goes with it."""
    kind, bright, noise = _exposure(rng, strength)
    lamp = _lamp(rng, strength)
    if rng.random() < 0.5:
        lamp *= np.asarray(_shadow(rng, strength), dtype=np.float32) / 255
    gain = CASTS[kind]
    factor = np.stack([lamp * bright * (1 - strength + strength * part) for part in gain], axis=2)
    glare = float(factor.max())
    scaled = Image.fromarray(np.clip(factor / max(glare, 1) * 255, 0, 255).astype(np.uint8))
    picture = ImageChops.multiply(picture, scaled.resize(picture.size, Image.Resampling.BILINEAR))
    if glare > 1:
        lift = [min(255, int(value * glare)) for value in range(256)]
        picture = picture.point(lift * 3)
    return picture, noise * strength
