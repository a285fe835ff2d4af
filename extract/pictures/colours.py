"""Any colour space of a file becomes 8-bit RGB or grey on white paper."""

import numpy as np
from PIL import Image

_SIXTEEN_BIT = ("I", "F")
"""How the names of modes with more than 8 bits a sample begin ("I", "I;16", "I;16B", "F")."""


def plain(image: Image.Image, *, grey: bool) -> Image.Image:
    """The image in mode L (or RGB unless `grey`); what is transparent becomes white paper."""
    if image.mode.startswith(_SIXTEEN_BIT):
        return _stretched(image)
    if _is_transparent(image):
        image = _on_white(image)
    if image.mode == "LAB":
        return image.getchannel(0)
    wanted = "L" if grey or image.mode in {"1", "L"} else "RGB"
    # A copy even when nothing changes: the file behind a lazily opened image is closed later.
    return image.convert(wanted) if image.mode != wanted else image.copy()


def _stretched(image: Image.Image) -> Image.Image:
    """Deep grey to 8 bits by its own range: a 12-bit scanner fills a sixteenth of 16 bits."""
    levels = np.nan_to_num(np.asarray(image, dtype=np.float32), posinf=0.0, neginf=0.0)
    low, high = float(levels.min()), float(levels.max())
    if high <= low:
        return Image.new("L", image.size, 255)
    stretched = Image.fromarray(((levels - low) * (255.0 / (high - low))).astype(np.uint8))
    stretched.info.update(image.info)
    stretched.getexif().update(image.getexif())
    return stretched


def _is_transparent(image: Image.Image) -> bool:
    return image.mode in {"RGBA", "LA", "PA", "La", "RGBa"} or "transparency" in image.info


def _on_white(image: Image.Image) -> Image.Image:
    layered = image.convert("RGBA")
    paper = Image.new("RGB", layered.size, "white")
    paper.paste(layered, mask=layered.getchannel("A"))
    paper.getexif().update(image.getexif())
    return paper
