"""What a bill lies on when it is photographed: wood, stone, cloth, other papers; all drawn."""

from collections.abc import Callable

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from samples.degrade.pages import field

Colour = tuple[int, int, int]
WOODS = (
    ((62, 38, 22), (120, 78, 46)),
    ((140, 100, 64), (196, 156, 112)),
    ((38, 26, 20), (70, 50, 38)),
)
PLAINS = (
    (232, 230, 224),
    (205, 200, 190),
    (120, 124, 128),
    (30, 30, 34),
    (70, 86, 78),
    (150, 60, 50),
)


def coloured(values: NDArray[np.floating], low: Colour, high: Colour) -> Image.Image:
    """A float picture from 0 to 1 in colours between two."""
    values = np.clip(values, 0, 1)
    bands = [a + values * (b - a) for a, b in zip(low, high, strict=True)]
    return Image.fromarray(np.stack(bands, axis=2).astype(np.uint8))


def wood(rng: Generator, size: tuple[int, int]) -> Image.Image:
    """Grain along one side, knots far apart, planks at times."""
    width = size[0]
    fine = np.asarray(field(rng, size, (max(4, width // 6), 5)))
    wide = np.asarray(field(rng, size, (14, 3)))
    bend = np.asarray(field(rng, size, (3, 4))) * rng.uniform(10, 40)
    rings = np.sin(wide * rng.uniform(20, 60) + bend) * 0.5 + 0.5
    values = 0.45 * fine + 0.35 * rings + 0.2 * wide
    if rng.random() < 0.5:
        plank = max(60, width // int(rng.integers(3, 9)))
        values[:, ::plank] *= 0.4
        values[:, 1::plank] *= 0.6
    low, high = WOODS[int(rng.integers(len(WOODS)))]
    picture = coloured(values, low, high)
    return picture if rng.random() < 0.5 else picture.rotate(90, expand=True).resize(size)


def plain(rng: Generator, size: tuple[int, int]) -> Image.Image:
    """A smooth table of one colour."""
    base = PLAINS[int(rng.integers(len(PLAINS)))]
    low: Colour = (int(base[0] * 0.8), int(base[1] * 0.8), int(base[2] * 0.8))
    return coloured(np.asarray(field(rng, size, (3, 3))), low, base)


def stone(rng: Generator, size: tuple[int, int]) -> Image.Image:
    """Granite: specks of several sizes."""
    coarse = np.asarray(field(rng, size, (size[0] // 12, size[1] // 12)))
    fine = np.asarray(field(rng, size, (size[0] // 4, size[1] // 4)))
    grey = int(rng.integers(60, 200))
    return coloured(0.5 * coarse + 0.5 * fine, (30, 30, 34), (grey, grey, min(255, grey + 8)))


def cloth(rng: Generator, size: tuple[int, int]) -> Image.Image:
    """A checked table cloth."""
    step = int(rng.integers(30, 140))
    across = (np.arange(size[0]) // step % 2).astype(np.float32)
    down = (np.arange(size[1]) // step % 2).astype(np.float32)
    values = (across[None, :] + down[:, None]) / 2
    values = values * 0.85 + np.asarray(field(rng, size, (size[0] // 5, size[1] // 5))) * 0.15
    ink = ((170, 40, 44), (40, 70, 140), (60, 110, 70), (110, 110, 110))[int(rng.integers(4))]
    return coloured(values, (238, 236, 230), ink)


def papers(rng: Generator, size: tuple[int, int]) -> Image.Image:
    """Another printed sheet beneath: bars as lines of text, too blurred to be read."""
    picture = Image.new("RGB", size, (214, 211, 204))
    draw = ImageDraw.Draw(picture)
    pitch = max(14, size[1] // int(rng.integers(35, 70)))
    for y in range(0, size[1], pitch):
        x = 0
        while x < size[0]:
            word = int(rng.integers(pitch // 2, pitch * 4))
            draw.rectangle((x, y, x + word, y + pitch // 3), fill=(154, 152, 150))
            x += word + pitch // 2
    picture = picture.rotate(rng.uniform(-25, 25), fillcolor=(150, 140, 128))
    return picture.filter(ImageFilter.GaussianBlur(pitch / 6))


DESKS: tuple[Callable[[Generator, tuple[int, int]], Image.Image], ...] = (
    wood, wood, wood, plain, plain, stone, cloth, papers,
)  # fmt: skip


def desk(rng: Generator, size: tuple[int, int]) -> Image.Image:
    """A table top of `size` pixels, drawn smaller and enlarged."""
    small = (max(64, size[0] // 3), max(64, size[1] // 3))
    top = DESKS[int(rng.integers(len(DESKS)))](rng, small)
    if rng.random() < 0.25:
        _things(top, rng)
    return top.resize(size, Image.Resampling.BILINEAR)


def _things(top: Image.Image, rng: Generator) -> None:
    """Coins, a pen: what else lies about."""
    draw = ImageDraw.Draw(top)
    for _ in range(int(rng.integers(1, 4))):
        x, y = rng.uniform(0, top.width), rng.uniform(0, top.height)
        size = top.width * rng.uniform(0.03, 0.07)
        tone = int(rng.integers(70, 210))
        if rng.random() < 0.6:
            draw.ellipse((x, y, x + size, y + size), fill=(tone, int(tone * 0.85), int(tone * 0.6)))
        else:
            draw.line(
                [(x, y), (x + size * 5, y + size * 3)], fill=(20, 24, tone), width=int(size / 3)
            )
