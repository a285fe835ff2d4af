"""Every kind of picture comes out upright, in plain colours, or is refused with its reason."""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from extract.ocr.look import first_look
from extract.pictures.open import MOST_FRAMES, Picture, pictures_of
from models.errors.reading import Damaged, PictureTooLarge
from tests.extract.pictures.drawn import page, saved

DUE = "Net à payer 80,20 €"


def only(data: bytes) -> Picture:
    (picture,) = pictures_of(data)
    return picture


def text_of(data: bytes) -> str:
    return first_look(pictures_of(data))[0].text


def with_exif(image: Image.Image, orientation: int, kind: str) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    return saved(image, kind, exif=exif)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP", "BMP", "GIF", "HEIF", "AVIF"])
def test_every_format_is_opened(kind: str) -> None:
    picture = only(saved(page(), kind))
    assert picture.image.mode in {"RGB", "L"}
    assert picture.image.size == page().size


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize(
    ("orientation", "stored"),
    [
        (6, Image.Transpose.ROTATE_90),
        (3, Image.Transpose.ROTATE_180),
        (8, Image.Transpose.ROTATE_270),
    ],
)
def test_a_photograph_is_turned_as_its_camera_says(
    kind: str, orientation: int, stored: Image.Transpose
) -> None:
    upright = page()
    shown = only(with_exif(upright.transpose(stored), orientation, kind)).image
    assert shown.size == upright.size
    assert np.abs(np.asarray(shown, float) - np.asarray(upright, float)).mean() < 4


def test_a_heic_of_a_phone_is_read() -> None:
    assert DUE in text_of(saved(page(), "HEIF", quality=80))


def cmyk() -> bytes:
    return saved(page().convert("CMYK"), "JPEG", quality=90)


def sixteen_bit() -> bytes:
    grey = np.asarray(page().convert("L"), dtype=np.uint16)
    return saved(Image.fromarray(grey * 16), "TIFF")


def palette() -> bytes:
    return saved(page().quantize(8), "PNG")


def transparent() -> bytes:
    ink = Image.eval(page().convert("L"), lambda level: 255 - level)
    black = Image.new("RGBA", ink.size, (0, 0, 0, 0))
    black.putalpha(ink)
    return saved(black, "PNG")


def two_colours() -> bytes:
    return saved(page().convert("1"), "TIFF", compression="group4")


@pytest.mark.parametrize("made", [cmyk, sixteen_bit, palette, transparent, two_colours])
def test_every_colour_space_is_read(made: Callable[[], bytes]) -> None:
    assert DUE in text_of(made())


def test_every_page_of_a_fax_is_opened_up_to_a_limit() -> None:
    pages = [page().convert("1") for _ in range(MOST_FRAMES + 2)]
    out = BytesIO()
    pages[0].save(out, "TIFF", save_all=True, append_images=pages[1:], compression="group4")
    assert [picture.number for picture in pictures_of(out.getvalue())] == [1, 2, 3, 4]


def test_of_a_moving_picture_the_first_frame_is_taken() -> None:
    out = BytesIO()
    page().save(out, "GIF", save_all=True, append_images=[Image.new("RGB", page().size)] * 3)
    assert len(pictures_of(out.getvalue())) == 1


def test_a_photograph_of_48_megapixels_is_kept_whole() -> None:
    picture = only(saved(Image.new("RGB", (8000, 6000), "white"), "JPEG", quality=50))
    assert picture.image.size == (8000, 6000)
    assert max(picture.shrunk(2400).size) == 2400


def test_a_larger_photograph_is_shrunk_while_it_is_decoded() -> None:
    picture = only(saved(Image.new("L", (12000, 9000), 255), "JPEG", quality=30))
    assert picture.image.size == (6000, 4500)


def test_small_pictures_are_not_enlarged() -> None:
    picture = only(saved(page()))
    assert picture.shrunk(9000) is picture.image


def png_that_claims(width: int, height: int) -> bytes:
    """A few bytes that ask for an image of any size."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b"")]
    packed = [
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


@pytest.mark.parametrize("side", [9_000, 40_000, 2_000_000_000])
def test_a_bomb_is_refused_before_it_is_decoded(side: int) -> None:
    with pytest.raises((PictureTooLarge, Damaged)):
        pictures_of(png_that_claims(side, side))


def cut(kind: str) -> bytes:
    whole = saved(page(), kind)
    return whole[: len(whole) // 2]


@pytest.mark.parametrize(
    "data",
    [
        cut("JPEG"),
        cut("PNG"),
        cut("TIFF"),
        cut("WEBP"),
        cut("HEIF"),
        cut("BMP"),
        b"",
        b"\xff\xd8\xff",
        bytes(99),
    ],
    ids=["jpeg", "png", "tiff", "webp", "heif", "bmp", "empty", "start", "zeros"],
)
def test_a_cut_or_broken_file_is_said_to_be_damaged(data: bytes) -> None:
    with pytest.raises(Damaged):
        pictures_of(data)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "GIF", "WEBP", "HEIF"])
def test_flipped_bytes_end_in_an_image_or_a_problem(kind: str) -> None:
    whole = bytearray(saved(page(size=8), kind))
    for at in range(0, len(whole), max(1, len(whole) // 60)):
        broken = bytes(whole[:at]) + bytes([whole[at] ^ 0x55]) + bytes(whole[at + 1 :])
        try:
            pictures_of(broken)
        except (Damaged, PictureTooLarge):
            continue
