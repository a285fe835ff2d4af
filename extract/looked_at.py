"""A document's pages as a person sees them: the text of a PDF, or what OCR reads in a picture."""

from collections.abc import Sequence
from dataclasses import replace

from extract.ocr.look import first_look, second_look, third_look
from extract.ocr.pages import scaled
from extract.page import Page
from extract.pdf_words import pages_of
from extract.pictures.open import Picture, pictures_of
from extract.pictures.rendered import (
    MOST_RENDERED,
    is_blank,
    is_dynamic_form,
    rendered,
    scanned,
)
from extract.pictures.unlocked import unlocked
from extract.reader import Source
from extract.text_layer import is_another, is_missing, says_nothing
from models.document import Document, Form
from models.errors.reading import FormUnread, NothingToRead
from models.reading import Reading

SURE_PAGE = 0.93
"""Mean confidence of a page under which the better model reads it too. With the two other doubts (no
amount or no day found, an amount that is doubted) 47 % of 326 receipts and bills were read again; of 17
amounts that only the better model read right, 13 were among them, so the median costs one look."""
DOUBTED_AMOUNT = 0.41
"""Confidence of an amount read by OCR below which another look is worth its second."""
_FEWEST_LETTERS = 40
"""Of all pages: a logo or a holiday picture is not worth a second look."""


def source_of(document: Document) -> Source:
    """The document with its pages and pictures. Raises Problem when it cannot be opened or is blank."""
    if document.form is Form.PDF:
        return _pdf(unlocked(document))
    if document.form is Form.IMAGE:
        pictures = pictures_of(document.data)
        if all(is_blank(picture.image) for picture in pictures):
            raise NothingToRead(what=document.name)
        return Source(document, first_look(pictures), pictures, pictures)
    return Source(document)


def looked_again(source: Source, readings: Sequence[Reading]) -> Source | None:
    """The same pages read another way, for another opinion; None when no doubt is left.

    A scan with a text laid under it: by OCR. Pictures whose first look was unsure or found no amount
    or no day: by the better model.
    """
    if not source.scans:
        return None
    if any(page.source == "text" and page.lines for page in source.pages):
        numbers = {picture.number for picture in source.scans}
        laid_under = any(p.number in numbers and p.source == "text" for p in source.pages)
        pages = first_look(source.scans) if laid_under else ()
    else:
        doubtful = _is_doubtful(source.pages, readings)
        pages = second_look(source.scans, _of(source.pages, source.scans)) if doubtful else ()
    return replace(source, pages=_sized(pages, source.pages), again=True) if pages else None


def looked_third(source: Source) -> Source | None:
    """The same pictures read by Tesseract; None when it is not installed or nothing was a picture."""
    if not source.scans or any(page.source == "text" and page.lines for page in source.pages):
        return None
    pages = third_look(source.scans, _of(source.pages, source.scans))
    return replace(source, pages=_sized(pages, source.pages), again=True) if pages else None


def _pdf(document: Document) -> Source:
    """Pages with a text of their own keep it; the others are drawn and read, at most four."""
    pages = pages_of(document.data)
    if says_nothing(pages) and is_dynamic_form(document.data):
        raise FormUnread(what=document.name)
    missing = [page.number for page in pages if is_missing(page)][:MOST_RENDERED]
    if not missing:
        return _with_text(document, pages)
    pictures = [one for one in rendered(document.data, missing) if not is_blank(one.image)]
    if not pictures and len(missing) == len(pages):
        raise NothingToRead(what=document.name)
    read = {page.number: page for page in _sized(first_look(pictures), pages)}
    return Source(
        document,
        tuple(read.get(page.number, _emptied(page, missing)) for page in pages),
        scans=tuple(pictures),
    )


def _with_text(document: Document, pages: tuple[Page, ...]) -> Source:
    """A text laid under a scan, or one without any figure, is held against what the page shows."""
    scans = scanned(document.data, [page.number for page in pages[:MOST_RENDERED]])
    if scans:
        return Source(document, pages, scans=rendered(document.data, sorted(scans)))
    if not says_nothing(pages):
        return Source(document, pages)
    pictures = rendered(document.data, [1])
    (seen,) = first_look(pictures)
    if not is_another(pages[0], seen):
        return Source(document, pages)
    others = [page.number for page in pages[1:MOST_RENDERED]]
    pictures += rendered(document.data, others)
    return Source(document, _sized((seen, *first_look(pictures[1:])), pages), scans=pictures)


def _emptied(page: Page, missing: Sequence[int]) -> Page:
    return replace(page, lines=()) if page.number in missing else page


def _of(pages: Sequence[Page], scans: Sequence[Picture]) -> list[Page]:
    """The pages of these pictures, in their order."""
    by_number = {page.number: page for page in pages}
    return [by_number[scan.number] for scan in scans]


def _sized(read: Sequence[Page], pages: Sequence[Page]) -> tuple[Page, ...]:
    """Pages read from drawings, in the points of the PDF's own pages."""
    by_number = {page.number: page for page in pages}
    return tuple(
        scaled(one, max(by_number[one.number].width, by_number[one.number].height)) for one in read
    )


def _is_doubtful(pages: Sequence[Page], readings: Sequence[Reading]) -> bool:
    read = [page for page in pages if page.lines]
    if sum(len(page.text) for page in read) < _FEWEST_LETTERS:
        return False
    unsure = any(page.confidence < SURE_PAGE for page in read)
    amount = any(r.amount and r.amount.confidence >= DOUBTED_AMOUNT for r in readings)
    day = any(reading.issued_on is not None or reading.due_on is not None for reading in readings)
    return unsure or not amount or not day
