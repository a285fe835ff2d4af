"""Label and amount meet on one row however the paper was held; a turned page is turned back."""

from random import Random

import pytest
from PIL import Image

from extract.ocr.look import first_look, second_look
from extract.ocr.orient import turned
from extract.page import Page
from extract.pictures.open import pictures_of
from tests.extract.pictures.drawn import BILL, page, saved

ROWS = [f"{left} {right}" for left, right in BILL if right]
DENSE = tuple((f"Article {n} de la boutique", f"{n + 3},{n + 40} €") for n in range(24))


def read(image: Image.Image) -> Page:
    (seen,) = first_look(pictures_of(saved(image)))
    return seen


def rows_of(image: Image.Image) -> list[str]:
    return [line.text for line in read(image).lines]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_page_is_read_whichever_way_up_it_lies(turn: int) -> None:
    seen = read(page().rotate(-turn, expand=True))
    assert seen.turn == turn
    assert [row for row in ROWS if row in [line.text for line in seen.lines]] == ROWS
    width, height = page().size
    assert seen.width / seen.height == pytest.approx(width / height, rel=0.01)


def test_boxes_are_those_of_the_page_as_it_is_read() -> None:
    upright, over = read(page()), read(page().rotate(180))
    places = [{w.text: w.box for line in one.lines for w in line.words} for one in (upright, over)]
    for word in ("Vallon", "80,20", "15/02/2026"):
        assert places[0][word].x0 == pytest.approx(places[1][word].x0, abs=6)
        assert places[0][word].top == pytest.approx(places[1][word].top, abs=6)


@pytest.mark.parametrize("degrees", [-9, -4, 2, 6, 11])
def test_rows_hold_together_on_paper_that_leans(degrees: int) -> None:
    tilted = page(DENSE, size=22).rotate(
        degrees, expand=True, fillcolor="white", resample=Image.Resampling.BICUBIC
    )
    found = rows_of(tilted)
    kept = [f"{left} {right}" for left, right in DENSE if f"{left} {right}" in found]
    assert len(kept) >= len(DENSE) - 2


def test_rows_hold_together_in_perspective() -> None:
    flat = page(DENSE, size=22)
    width, height = flat.size
    corners = (0, -0.05 * height, 0, 1.03 * height, width, 0.98 * height, width, 0.02 * height)
    seen = flat.transform(
        flat.size, Image.Transform.QUAD, corners, Image.Resampling.BICUBIC, fillcolor="white"
    )
    found = rows_of(seen)
    whole = [f"{left} {right}" for left, right in DENSE if f"{left} {right}" in found]
    assert len(whole) >= len(DENSE) - 3


def test_the_second_look_holds_the_page_as_the_first_did() -> None:
    pictures = pictures_of(saved(turned(page(), 90)))
    first = first_look(pictures)
    (second,) = second_look(pictures, first)
    assert (second.source, second.turn) == ("ocr_small", 270)
    assert "Net à payer 80,20 €" in second.text


def test_noise_is_no_text() -> None:
    noise = Image.frombytes("L", (600, 400), Random(1).randbytes(600 * 400))
    assert read(noise).lines == ()
