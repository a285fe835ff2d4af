"""Any bank file into statements with keys: the format is told by the bytes, the most exact first."""

import re

from models.errors.files import EmptyFile
from models.errors.statements import BooksNoStatement, StatementUnknown
from models.statement import Statement
from pay.evidence.bank_csv import BankCsv
from pay.evidence.camt import Camt
from pay.evidence.columns import Question
from pay.evidence.keys import with_keys
from pay.evidence.mt940 import Mt940
from pay.evidence.ofx import Ofx
from pay.evidence.reader import Source, StatementReader

_OWN_BOOKS = re.compile(rb'\s*\{\s*"format":\s*"facteur-books"')
READERS: tuple[StatementReader, ...] = (Camt(), Mt940(), Ofx(), BankCsv())


def read_statements(source: Source) -> tuple[Statement, ...] | Question:
    """The statements of a file, every entry with its key, or the question which column is which.

    Raises EmptyFile, BooksNoStatement, StatementUnknown and what the readers raise: a file is read
    whole or not.
    """
    if not source.data.strip():
        raise EmptyFile
    reader = next((one for one in READERS if one.reads(source)), None)
    if reader is None and _OWN_BOOKS.match(source.data):
        raise BooksNoStatement
    if reader is None:
        raise StatementUnknown(what=_looks(source.data))
    answer = reader.read(source)
    return answer if isinstance(answer, Question) else with_keys(answer)


def _looks(data: bytes) -> str:
    marks = ((b"%PDF", "PDF"), (b"PK\x03\x04", "ZIP, XLSX"), (b"\xd0\xcf", "XLS"))
    known = next((name for mark, name in marks if data.startswith(mark)), None)
    return known or ("XML" if data.lstrip()[:1] == b"<" else "?")
