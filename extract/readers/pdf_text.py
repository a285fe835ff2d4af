"""Reads a PDF's own text by labels and places."""

from dataclasses import replace

from extract.line_items.printed_lines import printed_lines
from extract.reader import Source
from extract.rules import kept, reading_of
from models.document import Form
from models.reading import Reading

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
        currency = reading.amount.value.currency if reading.amount else "EUR"
        lines = printed_lines(kept(source.pages), currency)
        return None if reading.is_empty else replace(reading, lines=lines)
