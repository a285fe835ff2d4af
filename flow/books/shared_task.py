"""Reading a file of shared expenses in a child: what it answers."""

from collections.abc import Mapping

from flow.sandbox import Sandbox
from models.codec import Codec
from pay.books.expenses import SharedBook
from pay.books.splitwise import splitwise_book

SHARED_BOOK: Codec[SharedBook] = Codec(SharedBook)
_OTHER_FORMS = (b"<", b":", b"{", b"OFX", b"%PDF", b"PK")
"""What XML, MT940, OFX and others begin with."""


def read_shared(header: Mapping[str, object], body: bytes) -> dict[str, object]:
    """The child's answer: the expenses of the file, or nothing when it is no such file."""
    book = splitwise_book(body, str(header.get("currency") or ""))
    return {} if book is None else {"book": SHARED_BOOK.write(book)}


def shared_in(sandbox: Sandbox, data: bytes, currency: str) -> SharedBook | None:
    """The expenses of a file, None when it is no file of shared expenses.

    Raises BooksUnfit, TimedOut, OutOfMemory, ReaderDied, TooLarge.
    """
    if data.lstrip().startswith(_OTHER_FORMS):
        return None
    answer = sandbox.ask("shared", data, currency=currency)
    return SHARED_BOOK.read(str(answer["book"])) if "book" in answer else None
