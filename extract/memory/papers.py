"""The pages of a mail's documents as the memory looks at them."""

from collections.abc import Iterator, Sequence

from extract.body_lines import page_of
from extract.looked_at import looked_again, source_of
from extract.memory.identity import Shown, sender_of, shown
from extract.memory.lesson import NOBODY
from extract.page import Page
from models.document import Document
from models.errors.problem import Problem


def shown_by(documents: Sequence[Document]) -> Shown:
    """What these documents show; one that cannot be opened shows nothing."""
    return shown_on([(document, tuple(_pages(document))) for document in documents])


def shown_on(looked: Sequence[tuple[Document, Sequence[Page]]]) -> Shown:
    """The same from pages that were looked at: the papers, then the mail's body."""
    papers = [pages for _, pages in looked if pages]
    mails = [document.mail for document, _ in looked if document.mail is not None]
    bodies = [(page_of(mail),) for mail in mails]
    return shown([*papers, *bodies], sender_of(mails[0]) if mails else NOBODY)


def _pages(document: Document) -> Iterator[Page]:
    try:
        source = source_of(document)
        yield from (looked_again(source, ()) or source).pages
    except Problem:
        return
