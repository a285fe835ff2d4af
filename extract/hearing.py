"""What all readers say of one document, and what a person would read in it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from extract.documents import MOST_BYTES
from extract.looked_at import source_of
from extract.opinions import opinions
from extract.page import Page
from extract.reader import Source
from models.document import Document, Form
from models.errors.files import TooLarge
from models.errors.problem import Problem
from models.errors.reading import (
    NothingToRead,
    NotSupported,
    PagesUnread,
    PasswordWrong,
    PictureUnread,
)
from models.reading import Reading
from models.xml_tree import parse_xml, texts

MOST_TEXT = 40_000
_FEWEST_CHARACTERS = 20
"""A page with fewer characters has no text layer worth the name: it is a scan."""

Say = Callable[[Source, list[str]], Iterable[Reading]]
"""Every reader's answer about one look at a document; problems are added to the list by their code."""


@dataclass(frozen=True, slots=True)
class Heard:
    """`readings` the most trusted first; `problems` the codes of what could not be read.

    looks: the pages as they were looked at, first and second; without the pictures themselves.
    """

    document: Document
    readings: tuple[Reading, ...]
    text: str
    problems: tuple[str, ...]
    looks: tuple[Source, ...] = ()

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages of the last look."""
        return self.looks[-1].pages if self.looks else ()


def hear(document: Document, say: Say) -> Heard:
    """One document, looked at and read. Raises nothing: see `problems`."""
    if len(document.data) > MOST_BYTES:
        return Heard(document, (), "", (TooLarge(limit="40 MB").code,))
    problems: list[str] = []
    source = _source(document, problems)
    if PasswordWrong().code in problems:
        return Heard(document, (), "", tuple(problems))
    readings, again = opinions(source, lambda look: say(look, problems))
    text = text_of(_seen(source, again), problems)
    if (readings or len(problems) > 1) and NothingToRead().code in problems:
        problems.remove(NothingToRead().code)
    if not readings and not problems and (unread := _unreadable(document, text)) is not None:
        problems.append(unread.code)
    looks = [replace(look, pictures=(), scans=()) for look in (source, again) if look is not None]
    return Heard(document, readings, text, tuple(dict.fromkeys(problems)), tuple(looks))


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


def text_of(source: Source, problems: list[str]) -> str:
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
    """Why no reader sees anything in it: no kind of ours, or no words on it."""
    if document.form is Form.UNKNOWN:
        return NotSupported(what=document.name)
    if len(text.strip()) >= _FEWEST_CHARACTERS:
        return None
    if document.form is Form.PDF:
        return PagesUnread(what=document.name)
    return PictureUnread(what=document.name) if document.form is Form.IMAGE else None
