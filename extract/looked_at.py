"""A document's pages as a person sees them: the text of a PDF, or what OCR reads in a picture."""

from collections.abc import Sequence

from extract.ocr.look import first_look, second_look
from extract.page import Page
from extract.pdf_words import pages_of
from extract.pictures.open import pictures_of
from extract.reader import Source
from models.document import Document, Form
from models.reading import Reading

SURE_PAGE = 0.95
"""Mean confidence of a page under which the better model reads it too: with 0.95 no faulty page of
42 was left alone and 13 were read again (research: ocr-and-pdf, 3.5)."""


def source_of(document: Document) -> Source:
    """The document with its pages and pictures. Raises Problem when it cannot be opened."""
    if document.form is Form.PDF:
        return Source(document, pages_of(document.data))
    if document.form is Form.IMAGE:
        pictures = pictures_of(document.data)
        return Source(document, first_look(pictures), pictures)
    return Source(document)


def looked_again(source: Source, readings: Sequence[Reading]) -> Source | None:
    """The same pictures read by the better model; None when the first look leaves no doubt."""
    if not source.pictures or not _is_doubtful(source.pages, readings):
        return None
    return Source(source.document, second_look(source.pictures, source.pages), source.pictures)


def _is_doubtful(pages: Sequence[Page], readings: Sequence[Reading]) -> bool:
    read = [page for page in pages if page.lines]
    if not read:
        return False
    unsure = any(page.confidence < SURE_PAGE for page in read)
    amount = any(reading.amount is not None for reading in readings)
    day = any(reading.issued_on is not None or reading.due_on is not None for reading in readings)
    return unsure or not amount or not day
