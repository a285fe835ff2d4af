"""The stage's door: documents in, one Extraction out.

A document that cannot be read never stops the others: it is named among the problems.
"""

from collections.abc import Iterator, Sequence

from extract.check import checked
from extract.choose import Told, chosen
from extract.documents import MOST_DOCUMENTS
from extract.hearing import MOST_TEXT, Heard, hear
from extract.memory.identity import keys_of
from extract.memory.lesson import NOTHING, Memory
from extract.memory.papers import shown_on
from extract.memory.recall import apply
from extract.merge import Merge
from extract.opinions import ONCE
from extract.printed import compared
from extract.reader import Reader, Source
from extract.readers.cii import Cii
from extract.readers.facturx import FacturX
from extract.readers.mail_body import MailBody
from extract.readers.markup import Markup
from extract.readers.ocr_text import OcrText
from extract.readers.pdf_text import PdfText
from extract.readers.qr import Qr
from extract.readers.ubl import Ubl
from extract.together import joined
from models.document import Document, Form
from models.errors.problem import Problem
from models.errors.reading import PictureLeft
from models.extraction import Extraction
from models.reading import Reading

READERS: tuple[Reader, ...] = (
    FacturX(),
    Cii(),
    Ubl(),
    Qr(),
    PdfText(),
    OcrText("ocr_small"),
    OcrText("ocr"),
    OcrText("tesseract"),
    Markup(),
    MailBody(),
)
"""Every reader, the most exact first: the order in which their answers win."""

MOST_PICTURES = 8
"""Photographs of one mail that are read; each costs half a second to three."""


def read_document(document: Document) -> Extraction:
    """The Extraction of one document alone. Never raises Problem: see its `problems`."""
    return read_documents((document,))


def read_documents(
    documents: Sequence[Document], memory: Memory = NOTHING, *, together: bool = False
) -> Extraction:
    """What all readers together say of the documents of one mail (or of one file alone).

    `memory` is what was taught of billers that this may come from. Photographs that continue each other
    are one document; `together` says that all of them do. The answer's `problems` name each document
    that could not be read, with the Problem's code.
    """
    apart = list(_heard(documents[: MOST_DOCUMENTS + 1]))
    heard = joined(apart, _said, surely=together)
    papers = [one for one in heard if one.document.form is not Form.MAIL]
    bodies = [one for one in heard if one.document.form is Form.MAIL]
    told = [_told(one) for one in papers if one.readings]
    body = next((_told(one) for one in bodies if one.readings), None)
    shown = shown_on([(one.document, one.pages) for one in heard])
    reading = checked(apply(chosen(told, body), shown, memory))
    return Extraction(
        reading=reading,
        readings=tuple(sorted((r for one in heard for r in one.readings), key=_exactness)),
        text="\n".join(one.text for one in [*papers, *bodies] if one.text)[:MOST_TEXT],
        problems=tuple((one.document.name, code) for one in heard for code in one.problems),
        keys=keys_of(shown, reading),
    )


def _heard(documents: Sequence[Document]) -> Iterator[Heard]:
    """Each document; of pictures so many as a bill has pages, not a whole holiday."""
    pictures = 0
    for document in documents:
        pictures += document.form is Form.IMAGE
        if document.form is Form.IMAGE and pictures > MOST_PICTURES:
            yield Heard(document, (), "", (PictureLeft().code,))
        else:
            yield hear(document, _said)


def _exactness(reading: Reading) -> int:
    names = [reader.name for reader in READERS]
    return names.index(reading.reader) if reading.reader in names else len(names)


def _told(heard: Heard) -> Told:
    """The readings of one document, of which there is at least one, as one."""
    form = heard.document.form
    seen = "" if form is Form.XML else heard.text
    clash = "markup_body_disagree" if form is Form.MAIL else "xml_page_disagree"
    merged = Merge(heard.readings, clash, seen).reading()
    return Told(compared(merged, heard.readings, seen), seen)


def _said(source: Source, problems: list[str]) -> Iterator[Reading]:
    for reader in READERS:
        if source.again and reader.name in ONCE:
            continue
        try:
            reading = reader.read(source) if reader.reads(source) else None
        except Problem as problem:
            problems.append(problem.code)
            continue
        if reading is not None and (reading.warnings or not reading.is_empty):
            yield reading
