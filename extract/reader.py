"""The contract of a reader: a source in, one Reading with proofs out.

A new reader is one file in `extract/readers`, one line in `extract.read.READERS` and one sample.
"""

from dataclasses import dataclass
from typing import Protocol

from extract.page import Page
from extract.pictures.open import Picture
from models.document import Document
from models.reading import Reading


@dataclass(frozen=True, slots=True)
class Source:
    """A document with the work that readers share: its pages (empty for XML) and its pictures.

    pictures: the frames of an IMAGE in full size; a PDF has none. scans: what OCR read or may read:
    those frames, or drawn pages of a PDF, each with its page's number. The pages of a picture or a scan
    were read by OCR (`Page.source`). again: a second look at pages that other readers know already.
    """

    document: Document
    pages: tuple[Page, ...] = ()
    pictures: tuple[Picture, ...] = ()
    scans: tuple[Picture, ...] = ()
    again: bool = False


class Reader(Protocol):
    """Reads one kind of source.

    `name` is what Found.source says; `proven_against` says in words what the reader was tried on.
    """

    @property
    def name(self) -> str: ...

    @property
    def proven_against(self) -> str: ...

    def reads(self, source: Source) -> bool:
        """A cheap test: may this reader have something to say?"""
        ...

    def read(self, source: Source) -> Reading | None:
        """The reading; None when nothing of a bill is there. Raises Problem when it cannot look."""
        ...
