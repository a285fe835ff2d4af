"""Words with their place from a PDF's own text, read character by character with PDFium.

PDFium is not thread-safe: one lock holds the whole reading of a file. Native code reads hostile
bytes here, so callers run it in a child process with limits of time and memory.
"""

import ctypes
from collections.abc import Iterator
from threading import Lock

import pypdfium2 as pdfium
import pypdfium2.raw as native

from extract.glyphs import Glyph, sideways_joined, words_of
from extract.lines import lines_of
from extract.page import Page, Word
from models.errors.files import TooLarge
from models.errors.reading import Damaged, Encrypted
from models.reading import Box

MOST_PAGES = 30
"""Later pages of a long document (a phone bill's call list) hold no field of a bill."""
MOST_CHARACTERS = 100_000
"""On one page; a dense A4 page holds about 8,000."""

_SEPARATORS = frozenset({0, 2, 9, 10, 13, 32, 0xA0, 0xFFFE})
_HIGH = range(0xD800, 0xDC00)
_LOW = range(0xDC00, 0xE000)
PDFIUM = Lock()
"""Held by whoever uses PDFium: it is not thread-safe."""


def pages_of(data: bytes) -> tuple[Page, ...]:
    """The first MOST_PAGES pages with their words as visual lines, as a person sees the pages.

    Raises Encrypted (a password is needed), Damaged (no PDF that can be opened) or TooLarge (a page
    with more than MOST_CHARACTERS). A page without a text layer has no lines.
    """
    with PDFIUM:
        document = opened(data)
        try:
            return tuple(_page(document, index) for index in range(min(len(document), MOST_PAGES)))
        except pdfium.PdfiumError as cause:
            raise Damaged(what="PDF") from cause
        finally:
            document.close()


def opened(data: bytes) -> pdfium.PdfDocument:
    """The document, for one who holds PDFIUM and closes it. Raises Encrypted or Damaged."""
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as cause:
        if cause.err_code == native.FPDF_ERR_PASSWORD:
            raise Encrypted from cause
        raise Damaged(what="PDF") from cause


def _page(document: pdfium.PdfDocument, index: int) -> Page:
    page = document[index]
    try:
        crop = page.get_bbox()
        turn = page.get_rotation()
        textpage = page.get_textpage()
        try:
            glyphs = _glyphs(textpage, crop, turn)
        finally:
            textpage.close()
    finally:
        page.close()
    width, height = crop[2] - crop[0], crop[3] - crop[1]
    if turn in (90, 270):
        width, height = height, width
    words = _inside(sideways_joined(words_of(glyphs)), width, height)
    return Page(index + 1, width, height, lines_of(words))


def _glyphs(
    textpage: pdfium.PdfTextPage, crop: tuple[float, float, float, float], turn: int
) -> list[Glyph | None]:
    """The characters in the order of the file; None where a word ends."""
    count = native.FPDFText_CountChars(textpage)
    if count > MOST_CHARACTERS:
        raise TooLarge(limit=f"{MOST_CHARACTERS} characters a page")
    rect = native.FS_RECTF()
    handle, at = textpage.raw, ctypes.byref(rect)
    code_of, box_of = native.FPDFText_GetUnicode, native.FPDFText_GetLooseCharBox
    found: list[Glyph | None] = []
    high = 0
    for i in range(count):
        code = code_of(handle, i)
        if code in _SEPARATORS:
            found.append(None)
        elif code in _HIGH:
            high = code
        elif box_of(handle, i, at):
            text = _joined(high, code)
            high = 0
            box = (rect.left, rect.bottom, rect.right, rect.top)
            found.append(Glyph(text, *_shown(box, crop, turn)))
    return found


def _joined(high: int, code: int) -> str:
    """PDFium hands UTF-16 units over: a high surrogate waits for its low one."""
    if code in _LOW:
        return (
            chr(0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00))
            if high
            else "\N{REPLACEMENT CHARACTER}"
        )
    return chr(code)


def _shown(
    box: tuple[float, float, float, float], crop: tuple[float, float, float, float], turn: int
) -> tuple[float, float, float, float]:
    """PDF user space to the page as a person sees it (checked against FPDF_PageToDevice)."""
    left, bottom, right, top = box
    x0, y0, x1, y1 = crop
    match turn:
        case 90:
            return bottom - y0, left - x0, top - y0, right - x0
        case 180:
            return x1 - right, bottom - y0, x1 - left, top - y0
        case 270:
            return y1 - top, x1 - right, y1 - bottom, x1 - left
        case _:
            return left - x0, y1 - top, right - x0, y1 - bottom


def _inside(words: Iterator[Word], width: float, height: float) -> Iterator[Word]:
    """Words on the page only, boxes cut at its edges: what is printed off the page is not shown."""
    for word in words:
        box = Box(
            max(word.box.x0, 0.0),
            max(word.box.top, 0.0),
            min(word.box.x1, width),
            min(word.box.bottom, height),
        )
        if box.x0 <= box.x1 and box.top <= box.bottom:
            yield Word(word.text, box)
