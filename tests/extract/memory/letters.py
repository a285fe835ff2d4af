"""Small bills drawn for the tests of the memory, and what they show."""

from collections.abc import Sequence

from extract.memory.identity import Shown
from extract.memory.learn import lessons_of
from extract.memory.lesson import NOBODY, Correction, Lesson, Memory, Sender
from extract.memory.papers import shown_by
from extract.memory.recall import apply
from extract.read import read_documents
from models.document import Document, Form
from models.reading import Reading
from tests.extract.papers import Text, listing, paper

OWN, OTHER = "DE02120300000000202051", "DE89370400440532013000"
HEAD = ("Wasserkraft Hohenfels", "Ablesung durch Hausmeister", "Zaehlerstand laut Karte")
FOOT = ("Ihre Ansprechpartnerin", "Fragen beantwortet das Kundenzentrum")
PROVED = Sender("Wasserkraft", "hohenfels.example", authentic=True)


def letter(*lines: str | tuple[str, ...], iban: str = OWN) -> bytes:
    """These lines between the company's head and foot."""
    account = (f"IBAN {iban}",) if iban else ()
    return listing(*HEAD, *lines, *account, *FOOT)


def shows(pdf: bytes) -> Shown:
    return shown_by((Document(Form.PDF, "bill.pdf", pdf),))


def reads(pdf: bytes, *lessons: Lesson) -> Reading:
    """The whole way of a file with these lessons."""
    return read_documents((Document(Form.PDF, "bill.pdf", pdf),), Memory(lessons)).reading


def taught(
    pdf: bytes, *said: Correction, biller: str = "Wasserkraft Hohenfels"
) -> Sequence[Lesson]:
    return lessons_of(shows(pdf), said, biller)


def recalled(reading: Reading, pdf: bytes, *lessons: Lesson) -> Reading:
    """A reader's own answer with these lessons put in place."""
    return apply(reading, shows(pdf), Memory(lessons))


__all__ = [
    "FOOT", "HEAD", "NOBODY", "OTHER", "OWN", "PROVED", "Text", "letter", "listing", "paper", "reads",
    "recalled", "shows", "taught",
]  # fmt: skip
