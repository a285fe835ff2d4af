"""Laws of the degrader: the same after each seed, a picture still, and of honest size."""

import io
from typing import Protocol

import numpy as np
import pytest
from numpy.random import default_rng
from PIL import Image

from samples.degrade import pages_of, photo, scan
from samples.degrade.bend import matrix
from samples.degrade.paper import faded, worn
from samples.degrade.scan import black_and_white
from samples.receipts import receipt

PDF = receipt(5).pdf


class Degrade(Protocol):
    """What scan and photo have in common."""

    def __call__(self, pdf: bytes, seed: int, *, page: int = 0, strength: float = 0.6) -> bytes: ...


def test_pages_are_rendered_at_the_asked_resolution() -> None:
    coarse, fine = pages_of(PDF, 100)[0], pages_of(PDF, 200)[0]
    assert abs(fine.width - 2 * coarse.width) <= 2
    assert coarse.mode == "RGB"


@pytest.mark.parametrize("make", [scan, photo])
@pytest.mark.parametrize("strength", [0.0, 0.6, 1.0])
def test_a_degraded_page_opens_and_its_size_is_limited(make: Degrade, strength: float) -> None:
    for seed in range(2):
        data = make(PDF, seed, strength=strength)
        assert len(data) < 6_000_000
        with Image.open(io.BytesIO(data)) as picture:
            picture.load()
            assert picture.format in {"JPEG", "PNG"}
            assert 100_000 < picture.width * picture.height <= 12_200_000


@pytest.mark.parametrize("make", [scan, photo])
def test_the_same_seed_gives_the_same_picture_and_another_seed_another(make: Degrade) -> None:
    assert make(PDF, 1) == make(PDF, 1)
    assert make(PDF, 1) != make(PDF, 2)


def test_photographs_are_turned_with_and_without_a_note_of_it() -> None:
    seen, wide = set(), 0
    for seed in range(30):
        with Image.open(io.BytesIO(photo(PDF, seed, strength=0.3))) as picture:
            seen.add(picture.getexif().get(0x0112, 1))
            wide += picture.width > picture.height
    assert 1 in seen
    assert seen & {3, 6, 8}
    assert 0 < wide < 30


def test_the_corners_of_the_sheet_come_back_through_the_lens() -> None:
    quad = np.array([[10, 20], [400, 5], [380, 600], [30, 640]], float)
    back = matrix(quad)
    for corner, expected in zip(quad, ((0, 0), (1, 0), (1, 1), (0, 1)), strict=True):
        u, v, w = back @ np.array([*corner, 1])
        assert np.allclose((u / w, v / w), expected, atol=1e-6)


def test_a_black_and_white_scan_keeps_ink_and_paper() -> None:
    """Also of pale print: the cut follows the white of the sheet."""
    pale = Image.fromarray(np.full((60, 60), 210, np.uint8))
    pale.paste(140, (10, 10, 40, 14))
    cut = np.asarray(black_and_white(pale, default_rng(2)))
    assert set(np.unique(cut)) == {0, 255}
    assert cut[12, 20] == 0
    assert cut[50, 50] == 255


def test_a_sheet_of_strength_nought_is_not_worn_and_a_faded_one_is_paler() -> None:
    sheet = pages_of(PDF, 150)[0].convert("L")
    for seed in range(6):
        assert worn(sheet, default_rng(seed), 0.0).tobytes() == sheet.tobytes()
    paler = faded(sheet, default_rng(1), 1.0)
    before, after = np.asarray(sheet, int), np.asarray(paler, int)
    assert (after >= before - 1).all()
    ink = before < 60
    assert after[ink].mean() > before[ink].mean() + 10
