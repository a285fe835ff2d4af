"""Which pages of a PDF may hold a QR code, and what those pages look like.

To draw a page costs 10 ms, to ask for its objects 0.1 ms: pages of text alone are not drawn.
"""

import ctypes
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pypdfium2 as pdfium
import pypdfium2.raw as native
from PIL import Image

from extract.page import Page
from extract.pdf_words import PDFIUM, opened
from extract.squash import squash
from models.errors.reading import Damaged

MOST_DRAWN = 6
"""Pages of one document that are drawn, those that name a code first."""
MOST_OBJECTS = 20_000
_POINTS = 72
_RESOLUTION = 200
"""Dots an inch at which every code of the corpus is read; a Swiss module is then 5 dots wide."""
_MOST_PIXELS = 12_000_000

_NAMED = re.compile(
    r"qr-?code|qr-?bill|qr-?rechnung|qr-?facture|qr-?fattura|girocode|zahlteil|paymentpart|"
    r"sectionpaiement|sezionepagamento|scan(?:ne[zr]|nensie|me|topay|derqr)|epc-?qr|codeqr|codigoqr"
)
"""Words beside a code, in the squashed form of extract.squash."""

_LEAST_SIDE, _MOST_SIDE = 24.0, 260.0
"""Points (8 to 92 mm): EPC codes are 20 to 40 mm wide, the Swiss one 46 mm."""
_SQUARE = 0.9
_SHARE_OF_PAGE = 0.3
"""A picture of so much of the page is a scan or a letterhead with all that stands on it."""
_MODULE = 8.0
"""Points: modules drawn one by one are 0.4 to 3 points wide, rows of them longer."""
_THIN = 0.3
"""Points: what is thinner is a line."""
_LEAST_MODULES = 80
_LEAST_SEGMENTS = 150
"""Of one path that draws a whole code; the smallest code (version 1) has about 400."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page as a grey picture; `scale` is pixels to a point."""

    number: int
    scale: float
    image: Image.Image = field(repr=False)


def drawn(data: bytes, pages: Sequence[Page]) -> tuple[Drawn, ...]:
    """Those of `pages` that may hold a code, at most MOST_DRAWN. Raises Encrypted or Damaged."""
    if not pages:
        return ()
    named = {page.number for page in pages if _NAMED.search(squash(page.text))}
    with PDFIUM:
        document = opened(data)
        try:
            numbers = [page.number for page in pages]
            held = [n for n in numbers if n in named or _may_hold(document, n)]
            held.sort(key=lambda number: number not in named)
            return tuple(_drawn(document, number) for number in held[:MOST_DRAWN])
        except pdfium.PdfiumError as cause:
            raise Damaged(what="PDF") from cause
        finally:
            document.close()


def _drawn(document: pdfium.PdfDocument, number: int) -> Drawn:
    page = document[number - 1]
    try:
        width, height = page.get_size()
        most = (_MOST_PIXELS / max(width * height, 1.0)) ** 0.5
        scale = min(_RESOLUTION / _POINTS, most)
        bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False)
        try:
            return Drawn(number, scale, bitmap.to_pil().convert("L"))
        finally:
            bitmap.close()
    finally:
        page.close()


def _may_hold(document: pdfium.PdfDocument, number: int) -> bool:
    page = document[number - 1]
    try:
        width, height = page.get_size()
        count = native.FPDFPage_CountObjects(page.raw)
        objects = (native.FPDFPage_GetObject(page.raw, i) for i in range(min(count, MOST_OBJECTS)))
        return _Look(width * height).sees_code(objects)
    finally:
        page.close()


class _Look:
    """Goes through the objects of one page; groups (form objects) one level deep."""

    def __init__(self, area: float) -> None:
        self._area = area
        self._modules = 0
        self._rect = tuple(ctypes.c_float() for _ in range(4))
        self._at = tuple(ctypes.byref(edge) for edge in self._rect)

    def sees_code(self, objects: Iterator[object], *, deeper: bool = True) -> bool:
        for one in objects:
            kind = native.FPDFPageObj_GetType(one)
            if kind == native.FPDF_PAGEOBJ_IMAGE and self._is_picture(one):
                return True
            if kind == native.FPDF_PAGEOBJ_PATH and self._is_drawing(one):
                return True
            if kind == native.FPDF_PAGEOBJ_FORM and deeper:
                inner = min(native.FPDFFormObj_CountObjects(one), MOST_OBJECTS)
                held = (native.FPDFFormObj_GetObject(one, i) for i in range(inner))
                if self.sees_code(held, deeper=False):
                    return True
        return False

    def _size(self, one: object) -> tuple[float, float]:
        if not native.FPDFPageObj_GetBounds(one, *self._at):
            return 0.0, 0.0
        left, bottom, right, top = (edge.value for edge in self._rect)
        return right - left, top - bottom

    def _is_picture(self, one: object) -> bool:
        width, height = self._size(one)
        return _is_code_sized(width, height) or width * height > _SHARE_OF_PAGE * self._area

    def _is_drawing(self, one: object) -> bool:
        """One path with very many corners in a square, or the latest of many tiny ones."""
        width, height = self._size(one)
        if _THIN < min(width, height) <= _MODULE and max(width, height) <= _MODULE * 8:
            self._modules += 1
            return self._modules >= _LEAST_MODULES
        square = _is_code_sized(width, height)
        return square and native.FPDFPath_CountSegments(one) >= _LEAST_SEGMENTS


def _is_code_sized(width: float, height: float) -> bool:
    small, large = sorted((width, height))
    return small >= _LEAST_SIDE and large <= _MOST_SIDE and small >= _SQUARE * large
