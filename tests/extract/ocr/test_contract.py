"""What every OCR engine promises."""

import shutil

import pytest
from PIL import Image

from extract.ocr.engine import OcrEngine, OcrLine
from extract.ocr.orient import oriented
from extract.ocr.paddle import SMALL, TINY
from extract.ocr.pages import page_of
from extract.ocr.tesseract import TESSERACT, Tesseract
from extract.page import Page
from tests.extract.pictures.drawn import page

ENGINES: tuple[OcrEngine, ...] = (TINY, SMALL, TESSERACT)
INSTALLED = shutil.which("tesseract") is not None


@pytest.fixture(params=ENGINES, ids=lambda engine: engine.name)
def engine(request: pytest.FixtureRequest) -> OcrEngine:
    chosen: OcrEngine = request.param
    if isinstance(chosen, Tesseract) and not INSTALLED:
        pytest.skip("Tesseract is not installed")
    return chosen


def read(engine: OcrEngine, image: Image.Image) -> Page:
    return page_of(oriented(engine, image), 1, engine.name)


def test_it_says_who_it_is_and_what_it_was_tried_on(engine: OcrEngine) -> None:
    assert engine.name.isidentifier()
    assert len(engine.proven_against) > 20
    assert engine.long_side >= 1000


@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_a_clean_page_is_read_row_by_row(engine: OcrEngine, mode: str) -> None:
    text = read(engine, page().convert(mode)).text
    assert "Eaux du Vallon SA" in text
    assert "Net à payer 80,20 €" in text
    assert "15/02/2026" in text


def test_boxes_lie_in_the_picture_and_around_the_ink(engine: OcrEngine) -> None:
    image = page()
    lines = engine.lines(image)
    assert all(_is_inside(line, image) for line in lines)
    (label,) = [line for line in lines if "Vallon" in line.text]
    assert label.top < 3 * 28 + 14 < label.bottom
    assert 0 < label.confidence <= 1


def _is_inside(line: OcrLine, image: Image.Image) -> bool:
    across = -2 <= line.x0 < line.x1 <= image.width + 2
    return across and -2 <= line.top < line.bottom <= image.height + 2


@pytest.mark.parametrize("colour", ["white", "black", "grey"])
def test_nothing_is_read_where_nothing_is_written(engine: OcrEngine, colour: str) -> None:
    assert read(engine, Image.new("RGB", (800, 600), colour)).lines == ()


@pytest.mark.parametrize("size", [(1, 1), (1, 3000), (3000, 1), (20, 20)])
def test_odd_sizes_are_survived(engine: OcrEngine, size: tuple[int, int]) -> None:
    assert read(engine, Image.new("L", size, 255)).lines == ()


def test_a_language_that_is_not_installed_is_left_out() -> None:
    assert Tesseract(("zzz",)).languages == ()
    assert Tesseract(("zzz",)).lines(page()) == ()
