"""Letters for the sheet's picture: Bitstream Vera (with reportlab), DejaVu Sans where installed.

Vera has the letters of Western Europe; a line that it cannot write is written by DejaVu, and where that
is missing too, in basic Latin: sheet.txt and sheet.svg hold every letter in any case.
"""

from functools import cache
from pathlib import Path

import reportlab
from PIL import ImageFont

from models.payment_text import basic_latin

_VERA = str(Path(reportlab.__file__).parent / "fonts" / "Vera.ttf")
_NAMES = (_VERA, "DejaVuSans.ttf")
_NOT_A_LETTER = "\uffff"
_LONGEST = 2_000


@cache
def _font(name: str, size: int) -> ImageFont.FreeTypeFont | None:
    try:
        return ImageFont.truetype(name, size, layout_engine=ImageFont.Layout.BASIC)
    except OSError:
        return None


@cache
def _has(name: str, character: str) -> bool:
    font = _font(name, 20)
    if font is None:
        return False
    return character == " " or bytes(font.getmask(character)) != bytes(font.getmask(_NOT_A_LETTER))


def font_for(text: str, size: int) -> tuple[ImageFont.FreeTypeFont, str]:
    """A font of `size` pixels that can write `text`, and the text as it can be written."""
    for name in _NAMES:
        font = _font(name, size)
        if font is not None and all(_has(name, c) for c in set(text)):
            return font, text
    return ImageFont.truetype(_VERA, size), basic_latin(text, _LONGEST)


def wrapped(text: str, size: int, width: int) -> list[str]:
    """`text` in lines of at most `width` pixels, broken at spaces where there are any."""
    lines: list[str] = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if _length(longer, size) <= width:
            lines[-1] = longer
            continue
        lines.append("")
        for character in word:
            if lines[-1] and _length(lines[-1] + character, size) > width:
                lines.append("")
            lines[-1] += character
    return [line for line in lines if line]


def _length(text: str, size: int) -> float:
    font, written = font_for(text, size)
    return font.getlength(written)
