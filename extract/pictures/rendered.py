"""Pages of a PDF as a person sees them: drawn by PDFium where the text layer cannot be trusted."""

import ctypes
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pypdfium2 as pdfium
import pypdfium2.raw as native
from PIL import Image

from extract.pdf_words import PDFIUM, opened
from extract.pictures.open import Picture
from models.errors.reading import Damaged

MOST_RENDERED = 4
"""Pages of one document that are drawn to be read; 200 dpi were enough for every clean page."""
_SCALE = 200 / 72
_MOST_PIXELS = 12_000_000
_MOST_OBJECTS = 2_000
_WHOLE_PAGE = 0.7
"""Of the page's area: a picture so large is the page itself, scanned."""
_BLANK = 24
"""Grey levels between the darkest and the lightest place of a page on which nothing stands."""
_LOOKED_AT = 400
_UNSEEN = frozenset({native.FPDF_TEXTRENDERMODE_INVISIBLE, native.FPDF_TEXTRENDERMODE_CLIP})


def rendered(data: bytes, numbers: Sequence[int]) -> tuple[Picture, ...]:
    """These pages (from 1) at 200 dpi, at most MOST_RENDERED and 12 megapixels each.

    Raises Encrypted or Damaged.
    """
    with _document(data) as document:
        return tuple(_drawn(document, number) for number in numbers[:MOST_RENDERED])


def scanned(data: bytes, numbers: Sequence[int]) -> frozenset[int]:
    """Those of the pages that one picture covers: scans, with or without a text laid under them."""
    with _document(data) as document:
        return frozenset(number for number in numbers if _is_covered(document, number))


def is_dynamic_form(data: bytes) -> bool:
    """True for a form (XFA) that only Adobe's reader fills with pages; the file shows "Please wait"."""
    with _document(data) as document:
        return bool(document.get_formtype() == native.FORMTYPE_XFA_FULL)


def is_blank(image: Image.Image) -> bool:
    """True when nothing stands on it: all of one colour, specks of dust left out."""
    small = image.convert("L")
    small.thumbnail((_LOOKED_AT, _LOOKED_AT), Image.Resampling.BOX)
    low, high = small.getextrema()
    return float(str(high)) - float(str(low)) < _BLANK


@contextmanager
def _document(data: bytes) -> Iterator[pdfium.PdfDocument]:
    with PDFIUM:
        document = opened(data)
        try:
            yield document
        except pdfium.PdfiumError as cause:
            raise Damaged(what="PDF") from cause
        finally:
            document.close()


def _drawn(document: pdfium.PdfDocument, number: int) -> Picture:
    page = document[number - 1]
    try:
        width, height = page.get_size()
        most = (_MOST_PIXELS / max(width * height, 1.0)) ** 0.5
        bitmap = page.render(scale=min(_SCALE, most))
        try:
            return Picture(number, bitmap.to_pil().convert("RGB"))
        finally:
            bitmap.close()
    finally:
        page.close()


def _is_covered(document: pdfium.PdfDocument, number: int) -> bool:
    """A picture as large as the page with no text shown over it: a letterhead has its text on top."""
    page = document[number - 1]
    try:
        width, height = page.get_size()
        count = min(native.FPDFPage_CountObjects(page.raw), _MOST_OBJECTS)
        objects = [native.FPDFPage_GetObject(page.raw, i) for i in range(count)]
        covers = [i for i, one in enumerate(objects) if _share(one, width * height) > _WHOLE_PAGE]
        return bool(covers) and not any(map(_shows_text, objects[covers[-1] + 1 :]))
    finally:
        page.close()


def _inside(group: object) -> Iterator[object]:
    count = min(native.FPDFFormObj_CountObjects(group), _MOST_OBJECTS)
    return (native.FPDFFormObj_GetObject(group, i) for i in range(count))


def _shows_text(one: object) -> bool:
    kind = native.FPDFPageObj_GetType(one)
    if kind == native.FPDF_PAGEOBJ_FORM:
        texts = [
            o for o in _inside(one) if native.FPDFPageObj_GetType(o) == native.FPDF_PAGEOBJ_TEXT
        ]
    else:
        texts = [one] if kind == native.FPDF_PAGEOBJ_TEXT else []
    return any(native.FPDFTextObj_GetTextRenderMode(text) not in _UNSEEN for text in texts)


def _share(one: object, area: float) -> float:
    """Of the page that this object covers, if it is a picture or a group that holds one."""
    kind = native.FPDFPageObj_GetType(one)
    grouped = kind == native.FPDF_PAGEOBJ_FORM and any(
        native.FPDFPageObj_GetType(inner) == native.FPDF_PAGEOBJ_IMAGE for inner in _inside(one)
    )
    if kind != native.FPDF_PAGEOBJ_IMAGE and not grouped:
        return 0.0
    edges = [ctypes.c_float() for _ in range(4)]
    if not native.FPDFPageObj_GetBounds(one, *(ctypes.byref(edge) for edge in edges)):
        return 0.0
    left, bottom, right, top = (edge.value for edge in edges)
    return (right - left) * (top - bottom) / max(area, 1.0)
