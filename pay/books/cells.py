"""CSV (RFC 4180) that spreadsheets open without running anything, and that reads back exactly.

A spreadsheet takes a cell that begins with = + - @ or a control sign for a formula. Such a text gets an
apostrophe in front, and so does one that begins with apostrophes and then such a sign: reading takes
one away where such a sign follows, and so gives back what was there, also from files of others.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from models.errors.books import BooksUnfit
from models.words import mark

_FORMULA = re.compile(r"'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])")
_GUARDED = re.compile(r"'+(?:\s*[=+\-@＝＋－＠]|[\t\r\n])")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_BLANK = frozenset({"Cc", "Zl", "Zp"})
_NOT_CSV = mark("it is no CSV there")
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def shown(text: str) -> str:
    """`text` for a cell; a plain number stays one."""
    guarded = _FORMULA.match(text) and not _NUMBER.fullmatch(text)
    return f"'{text}" if guarded else text


def seen(text: str) -> str:
    """`text` of a stranger, for a cell that a person reads: line ends and control signs become spaces, and
    marks that turn the direction of writing, or that nobody sees, vanish."""
    return "".join(map(_seen, text))


def _seen(character: str) -> str:
    category = unicodedata.category(character)
    return "" if category == "Cf" else " " if category in _BLANK else character


def meant(cell: str) -> str:
    """What `shown` was given."""
    return cell[1:] if _GUARDED.match(cell) else cell


def csv_bytes(rows: Iterable[Sequence[str]], *, bom: bool = False) -> bytes:
    """Rows as UTF-8 with CR LF; `bom` for Excel, which takes other files for Windows-1252."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows([shown(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig" if bom else "utf-8")


def csv_rows(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """The rows as they were before `shown`, each with the line that it ends on.

    Raises BooksUnfit.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for row in reader:
            yield reader.line_num, [meant(cell) for cell in row]
    except csv.Error as cause:
        raise BooksUnfit(row=reader.line_num, why=_NOT_CSV) from cause


def text_of(data: bytes) -> str:
    """Bytes as text: by their mark, else UTF-8 when they are it, else Windows-1252; never refused."""
    codec = next((name for sign, name in _BOMS if data.startswith(sign)), "utf-8")
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
