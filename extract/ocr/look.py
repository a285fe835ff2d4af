"""Pictures to Pages: a first look with the quick model, a second one with the better when in doubt."""

from collections.abc import Sequence

from extract.ocr.engine import OcrEngine
from extract.ocr.orient import oriented
from extract.ocr.paddle import SMALL, TINY
from extract.ocr.pages import page_of
from extract.ocr.tesseract import TESSERACT
from extract.page import Page
from extract.pictures.open import Picture

FIRST: OcrEngine = TINY
SECOND: OcrEngine = SMALL


def first_look(pictures: Sequence[Picture]) -> tuple[Page, ...]:
    """What the quick model reads, one Page a picture (without lines when it read nothing).

    Median 0.4 s a receipt, 0.7 s a page of one core; raises PictureUnread when the engine fails.
    """
    return tuple(_look(FIRST, one) for one in pictures)


def second_look(pictures: Sequence[Picture], first: Sequence[Page]) -> tuple[Page, ...]:
    """What the better model reads of the same pictures, held as the first look held them.

    Four to five times dearer. Its answer stands beside the first one and never replaces it: it reads
    more amounts right and loses a date now and then.
    """
    return tuple(_look(SECOND, one, seen) for one, seen in zip(pictures, first, strict=True))


def third_look(pictures: Sequence[Picture], first: Sequence[Page]) -> tuple[Page, ...]:
    """What Tesseract reads of the same pictures; () where it is not installed.

    For the doubt that is left when both models name another amount: its errors are of another family.
    """
    if not TESSERACT.is_installed:
        return ()
    return tuple(_look(TESSERACT, one, seen) for one, seen in zip(pictures, first, strict=True))


def _look(engine: OcrEngine, picture: Picture, seen: Page | None = None) -> Page:
    image = picture.shrunk(engine.long_side)
    read = oriented(engine, image, seen.turn if seen is not None and seen.lines else None)
    return page_of(read, picture.number, engine.name)
