"""A photograph of a paper bill, drawn: perspective, shade, noise, a table's edge."""

import io
from pathlib import Path
from random import Random

import reportlab
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter, ImageFont

Lines = list[tuple[int, int, str, int]]
VERA = str(Path(reportlab.__file__).parent / "fonts" / "Vera.ttf")
CORNERS = (-60, -40, -25, 1480, 1160, 1535, 1130, -20)


def photograph(lines: Lines, rng: Random) -> bytes:
    """JPEG of a paper with the text lines (x, y, words, size), seen from above at an angle."""
    paper = Image.new("L", (1080, 1500), 246)
    draw = ImageDraw.Draw(paper)
    for x, y, words, size in lines:
        draw.text((x, y), words, fill=35, font=ImageFont.truetype(VERA, size))
    view = paper.transform(
        (1080, 1440), Image.Transform.QUAD, CORNERS, Image.Resampling.BICUBIC, fillcolor=96
    )
    view = Image.composite(view, Image.new("L", view.size, 205), _shade(view.size))
    view = Image.blend(view, _noise(view.size, rng), 0.05)
    view = ImageEnhance.Contrast(view.filter(ImageFilter.GaussianBlur(0.6))).enhance(1.1)
    tinted = Image.merge("RGB", (view, view.point(_warm), view.point(_warmer)))
    out = io.BytesIO()
    tinted.save(out, "JPEG", quality=58, optimize=True)
    return out.getvalue()


def _warm(value: int) -> int:
    return int(value * 0.97)


def _warmer(value: int) -> int:
    return int(value * 0.90)


def _shade(size: tuple[int, int]) -> Image.Image:
    """Light falls from the left: the right side is a little darker."""
    return Image.linear_gradient("L").rotate(90).resize(size).point(_lift)


def _lift(value: int) -> int:
    return 205 + value // 6


def _noise(size: tuple[int, int], rng: Random) -> Image.Image:
    grain = Image.frombytes(
        "L", (size[0] // 2, size[1] // 2), rng.randbytes(size[0] // 2 * (size[1] // 2))
    )
    return grain.resize(size)
