"""What a part says of itself, and where the parts of a multipart begin and end (RFC 2045, 2046).

Our own splitter works on offsets into the raw bytes, so a mail of 100 MB is never copied and the
nesting is bounded by construction (the standard library recurses without limit: 2 000 nested
multiparts end in RecursionError, and it copies the message line by line).
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from email.utils import collapse_rfc2231_value

from inbox.charset import storable
from inbox.headers import Headers, decode_words

_PARAMETERS_MAX = 4096
_NAME_MAX = 150
_FIRST_DASHES = re.compile(
    rb"(?:\A|\n)--(\S[^\r\n]{0,200}?)[ \t]*\r?\n(?=content-[a-z-]{1,40}:)", re.IGNORECASE
)
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
_DOTS = re.compile(r"\.{2,}")


@dataclass(frozen=True, slots=True)
class Content:
    """The declared side of a part; bytes decide, this only helps."""

    main: str
    sub: str
    charset: str
    boundary: bytes
    name: str
    disposition: str
    encoding: str

    @property
    def attached(self) -> bool:
        """Whether the sender calls it an attachment."""
        return self.disposition == "attachment"


def content_of(headers: Headers) -> Content:
    """The part's own account of itself; text/plain when it gives none."""
    declared = Message()
    for field in ("content-type", "content-disposition"):
        value = headers.first(field)[:_PARAMETERS_MAX]
        if value:
            declared[field] = value
    main, _, sub = declared.get_content_type().partition("/")
    return Content(
        main=main,
        sub=sub,
        charset=_parameter(declared, "charset"),
        boundary=_parameter(declared, "boundary").rstrip().encode(),
        name=_name(declared),
        disposition=(declared.get_content_disposition() or ""),
        encoding=headers.first("content-transfer-encoding")[:80],
    )


def _parameter(declared: Message, name: str) -> str:
    value = declared.get_param(name, "")
    return collapse_rfc2231_value(value) if isinstance(value, str | tuple) else ""


def _name(declared: Message) -> str:
    for field, parameter in (("content-disposition", "filename"), ("content-type", "name")):
        value = declared.get_param(parameter, None, field)
        if value:
            return safe_name(decode_words(collapse_rfc2231_value(value)))
    return ""


def safe_name(said: str) -> str:
    """A sender's file name reduced to a last component without controls or ".."; may be ""."""
    plain = _UNSAFE.sub("", storable(unicodedata.normalize("NFC", said[:_PARAMETERS_MAX])))
    last = plain.replace("\\", "/").rpartition("/")[2]
    name = _DOTS.sub(".", last).strip(" .")
    if len(name) > _NAME_MAX:
        stem, dot, extension = name.rpartition(".")
        tail = dot + extension if 0 < len(extension) < 10 else ""  # noqa: PLR2004
        name = (stem or name)[: _NAME_MAX - len(tail)] + tail
    return name


def parts_of(raw: bytes, start: int, end: int, boundary: bytes) -> Iterator[tuple[int, int]]:
    """Offsets of each part between boundary lines, lazily; the last may lack its end boundary."""
    opened = -1
    for line in _lines(raw, start, end, boundary):
        if opened >= 0:
            yield opened, max(opened, _before_newline(raw, line[0], opened))
        if line[2]:
            return
        opened = line[1]
    if opened >= 0:
        yield opened, end


def _lines(raw: bytes, start: int, end: int, boundary: bytes) -> Iterator[tuple[int, int, bool]]:
    """Boundary lines: where each begins, where the next line begins, whether it closes."""
    literal = b"--" + re.escape(boundary)
    first = re.compile(literal + rb"(--)?[ \t]*(?:\r?\n|\Z)").match(raw, start, end)
    at = start
    if first:
        yield first.start(), first.end(), first[1] is not None
        at = max(start, first.end() - 1)
    later = re.compile(rb"\n" + literal + rb"(--)?[ \t]*(?=\r?\n|\r?\Z)")
    for match in later.finditer(raw, at, end):
        newline = raw.find(b"\n", match.end(), end)
        after = end if newline < 0 else newline + 1
        yield match.start() + 1, after, match[1] is not None


def _before_newline(raw: bytes, line: int, least: int) -> int:
    """The newline before a boundary belongs to the boundary (RFC 2046 section 5.1.1)."""
    at = line - 1 if line > least and raw[line - 1 : line] == b"\n" else line
    return at - 1 if at > least and raw[at - 1 : at] == b"\r" else at


def guessed_boundary(raw: bytes, start: int, end: int) -> bytes:
    """The first "--..." line before a Content- header, for headers that name another boundary."""
    found = _FIRST_DASHES.search(raw, start, min(end, start + 65536))
    return found[1] if found else b""
