"""Reads a PDF's own text by labels and places."""

from collections.abc import Sequence
from dataclasses import replace

from extract.arithmetic_page import doubts_of
from extract.line_items.printed_lines import printed_lines
from extract.page import Page
from extract.reader import Source
from extract.rules import kept, reading_of
from models.document import Form
from models.reading import Reading

_IN_DOUBT = 0.6
_LEAST_CHARACTERS = 20
"""A page with fewer has no text layer worth the name (research: ocr-and-pdf, traps)."""


class PdfText:
    """Rules on words with positions; needs a text layer."""

    @property
    def name(self) -> str:
        return "pdf_text"

    @property
    def proven_against(self) -> str:
        return "65 visual ZUGFeRD PDFs, 8 real bills, 24 Swiss QR-bills, 189 sample bills"

    def reads(self, source: Source) -> bool:
        """True for a PDF with text on one of its pages."""
        return source.document.form is Form.PDF and any(
            page.source == "text" and len(page.text) >= _LEAST_CHARACTERS for page in source.pages
        )

    def read(self, source: Source) -> Reading | None:
        """The reading; None when no field and no sign was found."""
        reading = reading_of(source.pages, self.name)
        return None if reading.is_empty else _with_lines(reading, kept(source.pages))


def _with_lines(reading: Reading, pages: Sequence[Page]) -> Reading:
    """The reading with the lines of its tables, and what on the page does not add up."""
    amount = reading.amount
    lines = printed_lines(pages, amount.value.currency if amount else "EUR")
    doubts = doubts_of(pages, lines)
    if amount is not None and "totals_disagree" in doubts:
        amount = replace(amount, confidence=min(amount.confidence, _IN_DOUBT))
    return replace(reading, amount=amount, lines=lines, warnings=(*reading.warnings, *doubts))
