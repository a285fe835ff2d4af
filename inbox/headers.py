"""A message's header block: capped first, then split, unfolded and decoded (RFC 5322, 2047)."""

import re
from dataclasses import dataclass

from inbox.charset import decode_text, storable
from inbox.transfer import decode_base64, decode_transfer

BLOCK_MAX = 256 * 1024
FIELD_MAX = 64 * 1024
LOOKED_AT_MAX = 1024 * 1024
_NEEDED = frozenset(
    {
        *("from", "subject", "date", "message-id", "content-type", "content-transfer-encoding"),
        *("content-disposition", "reply-to", "authentication-results", "list-unsubscribe"),
    }
)
_BLANK_LINE = re.compile(rb"\n\r?\n")
_FIELD = re.compile(rb"([!-9;-~]{1,200})[ \t]*:")
_WORD = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?\r\n]*)\?=")


@dataclass(frozen=True, slots=True)
class Headers:
    """Header fields in their order: (name in lower case, unfolded value, encoded words kept)."""

    fields: tuple[tuple[str, str], ...]

    def all(self, name: str) -> tuple[str, ...]:
        """Every value of the field, topmost first."""
        return tuple(value for field, value in self.fields if field == name)

    def first(self, name: str) -> str:
        """The topmost value of the field, or ""."""
        return next((value for field, value in self.fields if field == name), "")


@dataclass(frozen=True, slots=True)
class Split:
    """Headers, where the body starts in the bytes, and machine words for what was cut."""

    headers: Headers
    body_at: int
    remarks: tuple[str, ...]


def split_message(raw: bytes, start: int, end: int, looked_at: int = LOOKED_AT_MAX) -> Split:
    """Headers and body of raw[start:end]; fields are kept up to 256 kB together and 64 kB each.

    Beyond that only the first of each field that a mail cannot be read without is kept: an honest
    sender's To of 5 000 people must not hide the Content-Type. Beyond `looked_at` bytes nothing is.

    A line that is no header is skipped when headers follow it (relays break long ones); at the end
    of the block it starts the body, for some senders forget the blank line.
    """
    begin = _skip_envelope_line(raw, start, end)
    if raw.startswith((b"\n", b"\r\n"), begin):
        return Split(Headers(()), raw.index(b"\n", begin) + 1, ())
    blank = _BLANK_LINE.search(raw, begin, end)
    block_end = blank.start() + 1 if blank else end
    cut = block_end - begin > looked_at
    block = _whole_lines(raw[begin : begin + looked_at]) if cut else raw[begin:block_end]
    fields, used, remarks = _fields(block)
    body_at = begin + used
    if used == len(block):
        body_at = blank.end() if blank else end
    remarks = tuple(dict.fromkeys(("header_cut",) * cut + remarks))
    return Split(Headers(fields), body_at, remarks)


def _whole_lines(block: bytes) -> bytes:
    """Up to the last line end, for the cap falls anywhere."""
    return block[: block.rfind(b"\n") + 1] or block


def _skip_envelope_line(raw: bytes, start: int, end: int) -> int:
    """Past mbox's "From " line."""
    if raw.startswith((b"From ", b">From "), start):
        line_end = raw.find(b"\n", start, end)
        return end if line_end < 0 else line_end + 1
    return start


class _Kept:
    """Fields kept so far, within the caps."""

    def __init__(self) -> None:
        self.fields: list[tuple[str, list[bytes]]] = []
        self.remarks: dict[str, None] = {}
        self._names: set[str] = set()
        self._room = BLOCK_MAX
        self._field_room = 0

    def opens(self, name: str, value: bytes) -> None:
        """A new field; without room for its continuation lines when there is none for it."""
        wanted = self._room > 0 or (name in _NEEDED and name not in self._names)
        self._field_room = FIELD_MAX if wanted else 0
        if wanted:
            self.fields.append((name, []))
            self._names.add(name)
            self._room -= len(name) + 1
            self.adds(value)
        else:
            self.remarks["header_cut"] = None

    def adds(self, piece: bytes) -> None:
        """More of the last field."""
        if len(piece) > self._field_room:
            self.remarks["header_long"] = None
            piece = piece[: self._field_room]
        if piece:
            self.fields[-1][1].append(piece)
            self._field_room -= len(piece)
            self._room -= len(piece)


def _fields(block: bytes) -> tuple[tuple[tuple[str, str], ...], int, tuple[str, ...]]:
    """The fields, where the last of them ends in the block, and remarks."""
    kept = _Kept()
    used = at = 0
    pending = True
    for line in block.splitlines(keepends=True):
        at += len(line)
        name = None if line[:1] in b" \t" else _FIELD.match(line)
        if name:
            if pending and used < at - len(line):
                kept.remarks["header_broken"] = None
            kept.opens(name[1].decode("ascii").lower(), line[name.end() :])
            pending = False
        elif line[:1] in b" \t" and not pending:
            kept.adds(line)
        else:
            pending = True
        used = used if pending else at
    fields = tuple((name, _unfolded(pieces)) for name, pieces in kept.fields)
    return fields, used, tuple(kept.remarks)


def _unfolded(pieces: list[bytes]) -> str:
    text = decode_text(b"".join(pieces)).text
    return text.replace("\r", "").replace("\n", "").replace("\t", " ").strip()


def decode_words(value: str) -> str:
    """`value` with its RFC 2047 encoded words read; broken ones stay as written.

    Neighbouring words of one charset are joined as bytes first: mailers split inside a letter.
    """
    pieces: list[tuple[str, str | bytes]] = []
    at = 0
    for word in _WORD.finditer(value):
        between = value[at : word.start()]
        if between and not (pieces and isinstance(pieces[-1][1], bytes) and between.isspace()):
            pieces.append(("", between))
        charset = word[1].partition("*")[0].lower()
        pieces.append((charset, _word_bytes(word[2], word[3])))
        at = word.end()
    pieces.append(("", value[at:]))
    return storable("".join(_joined(pieces))).strip()


def _word_bytes(encoding: str, text: str) -> bytes:
    if encoding in "bB":
        return decode_base64(text.encode()).data
    return decode_transfer(text.replace("_", "=20").encode(), "quoted-printable").data


def _joined(pieces: list[tuple[str, str | bytes]]) -> list[str]:
    out: list[str] = []
    charset, run = "", list[bytes]()
    for name, piece in pieces:
        if run and (isinstance(piece, str) or name != charset):
            out.append(decode_text(b"".join(run), charset).text)
            run = []
        if isinstance(piece, str):
            out.append(piece)
        else:
            charset = name
            run.append(piece)
    return out
