"""Transfer encodings undone leniently: what mailers really send, not what RFC 2045 allows."""

import binascii
import re
from io import BytesIO
from typing import NamedTuple

_ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_OUTSIDE = bytes(set(range(256)) - set(_ALPHABET))
_OUTSIDE_BUT_PAD = bytes(set(_OUTSIDE) - {ord("=")})
_PADDING = re.compile(rb"=[=\s]*")
_PAD_MAX = 10_000
_LINE_UU_MAX = 61
_UU_MAX = 20 * 1024 * 1024
_UU_NAMES = frozenset({"x-uuencode", "uuencode", "x-uue", "uue"})


class Bytes(NamedTuple):
    """Decoded bytes and machine words for what was repaired ("base64_cut", ...)."""

    data: bytes
    remarks: tuple[str, ...] = ()


def decode_transfer(body: bytes, encoding: str) -> Bytes:
    """`body` without its Content-Transfer-Encoding; an unknown encoding is taken as none."""
    name = encoding.strip().strip("\"'").lower()
    if name.startswith("base64"):
        return decode_base64(body)
    if name.startswith("quoted"):
        return Bytes(binascii.a2b_qp(body))
    if name in _UU_NAMES:
        return _decode_uu(body)
    known = name in {"", "7bit", "8bit", "binary"}
    return Bytes(body, () if known else ("encoding_unknown",))


def decode_base64(body: bytes) -> Bytes:
    """Base64 that may be cut, dirty, or padded on every line.

    Only letters of the alphabet count; a lone last character carries no byte and is dropped. Text
    after the padding (a list's footer) ends the data unless it is base64 again.
    """
    if b"=" not in body:
        return _segment(body)
    out, remarks, start = [], dict[str, None](), 0
    for count, pad in enumerate(_PADDING.finditer(body)):
        piece = _segment(body[start : pad.start()])
        out.append(piece.data)
        remarks.update(dict.fromkeys(piece.remarks))
        start = pad.end()
        if count >= _PAD_MAX or not _goes_on(body, start):
            break
    if _goes_on(body, start):
        out.append(_segment(body[start:]).data)
    elif body[start:].strip():
        remarks["base64_trailing"] = None
    return Bytes(b"".join(out), tuple(remarks))


def _goes_on(body: bytes, start: int) -> bool:
    """Whether the line after a padding is base64 again, not a footer in words."""
    line = body[start : start + 80].split(b"\n", 1)[0].strip()
    return bool(line) and not line.translate(None, _ALPHABET + b"=")


def _segment(text: bytes) -> Bytes:
    letters = text.translate(None, _OUTSIDE)
    over = len(letters) % 4
    if over == 1:
        letters = letters[:-1]
    data = binascii.a2b_base64(letters + b"=" * (-len(letters) % 4))
    return Bytes(data, ("base64_cut",) if over == 1 else ())


def _decode_uu(body: bytes) -> Bytes:
    """What stands between "begin" and "end", read line by line: a list of lines takes 30 times more."""
    out, begun = [], b"begin " not in body
    for raw_line in BytesIO(body[:_UU_MAX]):
        line = raw_line.rstrip(b"\r\n")
        if not begun:
            begun = line.startswith(b"begin ")
            continue
        if line.strip() in {b"end", b"`", b""}:
            break
        try:
            out.append(binascii.a2b_uu(line[:_LINE_UU_MAX]))
        except binascii.Error:
            return Bytes(b"".join(out), ("uuencode_broken",))
    return Bytes(b"".join(out), ("uuencode_cut",) if len(body) > _UU_MAX else ())
