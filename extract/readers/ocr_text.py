"""Reads the words that OCR saw in a picture or a scan, by the same labels and places as a PDF's text."""

from extract.apart import warned
from extract.reader import Source
from extract.rules import reading_of
from models.reading import Reading

_TRUST = 0.7
"""Rules err alike on both models' words, so that two that agree stay under what counts as sure."""


class OcrText:
    """The rules on pages that one OCR engine read; `name` is that engine's, as pages carry it."""

    def __init__(self, name: str) -> None:
        self._name = name

    @property
    def name(self) -> str:
        return self._name

    @property
    def proven_against(self) -> str:
        return "receipt scans, simulated and real photographs of receipts and bills (corpus)"

    def reads(self, source: Source) -> bool:
        """True when this engine read a page and no page has text of its own (pdf_text's work)."""
        return any(page.source == self._name for page in source.pages) and not any(
            page.source == "text" and page.lines for page in source.pages
        )

    def read(self, source: Source) -> Reading | None:
        """The reading; None when no field and no sign was found."""
        reading = reading_of(source.pages, self._name, trust=_TRUST)
        return None if reading.is_empty else warned(reading, source.pages)
