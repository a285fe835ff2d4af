"""The stage's door: documents in, one Extraction out.

A document that cannot be read never stops the others: it is named among the problems.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from extract.check import checked
from extract.choose import Told, chosen
from extract.documents import MOST_BYTES, MOST_DOCUMENTS
from extract.looked_at import source_of
from extract.memory.identity import keys_of
from extract.memory.lesson import NOTHING, Memory
from extract.memory.papers import shown_on
from extract.memory.recall import apply
from extract.merge import Merge
from extract.opinions import ONCE, opinions
from extract.page import Page
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
from extract.xml_safe import parse_xml, texts
from models.document import Document, Form
from models.errors import (
    NothingToRead,
    NotSupported,
    PasswordWrong,
    PictureUnread,
    Problem,
    TooLarge,
)
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

MOST_TEXT = 40_000
_FEWEST_CHARACTERS = 20
"""A page with fewer characters has no text layer worth the name: it is a scan."""


@dataclass(frozen=True, slots=True)
class _Heard:
    """What all readers said of one document, and what a person would read in it."""

    document: Document
    readings: tuple[Reading, ...]
    text: str
    problems: tuple[str, ...]
    pages: tuple[Page, ...] = ()


def read_document(document: Document) -> Extraction:
    """The Extraction of one document alone. Never raises Problem: see its `problems`."""
    return read_documents((document,))


def read_documents(documents: Sequence[Document], memory: Memory = NOTHING) -> Extraction:
    """What all readers together say of the documents of one mail (or of one file alone).

    `memory` is what was taught of billers that this may come from. The answer's `problems` name each
    document that could not be read, with the Problem's code.
    """
    heard = [_hear(document) for document in documents[: MOST_DOCUMENTS + 1]]
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


def _exactness(reading: Reading) -> int:
    names = [reader.name for reader in READERS]
    return names.index(reading.reader) if reading.reader in names else len(names)


def _told(heard: _Heard) -> Told:
    """The readings of one document, of which there is at least one, as one."""
    form = heard.document.form
    seen = "" if form is Form.XML else heard.text
    clash = "markup_body_disagree" if form is Form.MAIL else "xml_page_disagree"
    merged = Merge(heard.readings, clash, seen).reading()
    return Told(compared(merged, heard.readings, seen), seen)


def _hear(document: Document) -> _Heard:
    if len(document.data) > MOST_BYTES:
        return _Heard(document, (), "", (TooLarge(limit="40 MB").code,))
    problems: list[str] = []
    source = _source(document, problems)
    if PasswordWrong().code in problems:
        return _Heard(document, (), "", tuple(problems))
    readings, again = opinions(source, partial(_said, problems=problems))
    pages = (again or source).pages
    text = _text(_seen(source, again), problems)
    if (readings or len(problems) > 1) and NothingToRead().code in problems:
        problems.remove(NothingToRead().code)
    if not readings and not problems and (unread := _unreadable(document, text)) is not None:
        problems.append(unread.code)
    return _Heard(document, readings, text, tuple(dict.fromkeys(problems)), pages)


def _source(document: Document, problems: list[str]) -> Source:
    try:
        return source_of(document)
    except Problem as problem:
        problems.append(problem.code)
        return Source(document)


def _seen(source: Source, again: Source | None) -> Source:
    """Where a person looks: a text laid under a scan is not seen, so the scan's own words are."""
    laid_under = again is not None and any(p.source == "text" and p.lines for p in source.pages)
    return again if again is not None and laid_under else source


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


def _text(source: Source, problems: list[str]) -> str:
    """What a person would read: the pages, the mail's body, or the filled elements of an XML."""
    document = source.document
    if document.mail is not None:
        return document.mail.text.strip()[:MOST_TEXT]
    if document.form is Form.XML:
        try:
            return _first_characters(texts(parse_xml(document.data)))
        except Problem as problem:
            problems.append(problem.code)
            return ""
    return _first_characters(page.text for page in source.pages)


def _first_characters(parts: Iterable[str]) -> str:
    kept: list[str] = []
    left = MOST_TEXT
    for part in parts:
        kept.append(part[:left])
        left -= len(part) + 1
        if left <= 0:
            break
    return "\n".join(kept)


def _unreadable(document: Document, text: str) -> Problem | None:
    """Why no reader of today can see anything in it: a picture, a scan, or no kind of ours."""
    if document.form is Form.UNKNOWN:
        return NotSupported(what=document.name)
    scan = document.form is Form.PDF and len(text.strip()) < _FEWEST_CHARACTERS
    return PictureUnread(what=document.name) if scan or document.form is Form.IMAGE else None
