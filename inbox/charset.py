"""Bytes into text when the declared charset may be missing, unknown or a lie."""

import codecs
import re
from typing import NamedTuple

_TEXT_CODECS = re.compile(
    r"(utf|iso8859|cp\d|koi8|big5|gb|euc|shift_jis|iso2022|mac|tis|hz|ptcp|johab|kz|hp-)"
)
_SINGLE_BYTE_LIES = frozenset({"ascii", "iso8859-1", "cp1252"})
_CP1252 = "".join(bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(256))
_C1_TO_CP1252 = {code: _CP1252[code] for code in range(0x80, 0xA0)}
_C1 = re.compile("[\x80-\x9f]")
_UNSTORABLE = re.compile(r"[\x00\ud800-\udfff]")


class Decoded(NamedTuple):
    """Text that any database can hold, and whether the label was wrong."""

    text: str
    lied: bool


def storable(text: str) -> str:
    """`text` without NUL and lone surrogates; C1 controls become what cp1252 meant by them."""
    if text.isascii():
        return text.replace("\0", "")
    text = _UNSTORABLE.sub("", text)
    return text.translate(_C1_TO_CP1252) if _C1.search(text) else text


def decode_text(data: bytes, declared: str = "") -> Decoded:
    """Declared charset, then UTF-8, then cp1252 byte by byte; never fails, loses no letter.

    latin-1 and ascii labels are read as cp1252 (WHATWG encoding standard) unless the bytes are valid
    UTF-8 beyond ASCII, which French text in cp1252 never is by accident.
    """
    name = _codec_of(declared)
    if name in _SINGLE_BYTE_LIES:
        return _single_byte(data)
    for candidate in (name, "utf-8"):
        text = _strict(data, candidate)
        if text is not None:
            return Decoded(storable(text), candidate != name and bool(declared))
    return Decoded(storable(data.decode("utf-8", "facteur-cp1252")), lied=bool(declared))


def _single_byte(data: bytes) -> Decoded:
    text = None if data.isascii() else _strict(data, "utf-8")
    if text is not None:
        return Decoded(storable(text), lied=True)
    return Decoded(storable(codecs.charmap_decode(data, "strict", _CP1252)[0]), lied=False)


def _codec_of(declared: str) -> str:
    """Python's name of a declared charset when it is one for text; "" when unknown.

    An allow-list: "unicode_escape", "idna" or "punycode" are codecs too, none of them a charset.
    """
    try:
        name = codecs.lookup(declared.strip().strip("\"'")).name if declared.isascii() else ""
    except (LookupError, ValueError):
        return ""
    return name if _TEXT_CODECS.match(name) or name == "ascii" else ""


def _strict(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name) if name else None
    except (LookupError, UnicodeError):
        return None


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    """Error handler: only the broken bytes are cp1252, the good UTF-8 around them stays."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "".join(_CP1252[b] for b in error.object[error.start : error.end]), error.end


codecs.register_error("facteur-cp1252", _as_cp1252)
