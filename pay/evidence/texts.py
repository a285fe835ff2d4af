"""Text of a bank: bytes of unknown encoding, padded fields, IBANs and references inside prose."""

import re
import unicodedata
from collections.abc import Iterator

from stdnum import iso11649
from stdnum.be import ogm_vcs
from stdnum.ch import esr

from models.errors.statements import StatementDamaged
from models.errors.values import IbanInvalid
from models.iban import Iban

MOST_TEXT = 4000
"""Characters of one text; SEPA allows 140, the wordiest German fields 27 lines of 65."""
_HEAD = 4000
_UNSEEN = ("Cc", "Cf", "Zl", "Zp")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b")
_EMPTY = frozenset(["", "NOTPROVIDED", "NONREF", "NOREF", "NONE", "NULL", "N/A"])
_CODES = re.compile(r"[^A-Z0-9]")


def decoded(data: bytes) -> str:
    """Bytes as text: UTF-8 proves itself, UTF-16 has its mark or its zeros, the rest is Windows-1252.

    Raises StatementDamaged for a binary file.
    """
    for text in _attempts(data):
        if "\0" not in text:
            return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    raise StatementDamaged(what="NUL")


def _attempts(data: bytes) -> list[str]:
    head = data[:_HEAD]
    codecs = ["utf-8", "cp1252", "latin-1"]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        codecs = ["utf-16"]
    elif head.count(b"\0") > len(head) // 4:
        codecs = ["utf-16-le" if head[1:2] == b"\0" else "utf-16-be"]
    texts = []
    for codec in codecs:
        try:
            texts.append(data.decode(codec))
            break
        except UnicodeDecodeError:
            continue
    return texts


def clean(text: str | None) -> str:
    """One line without control characters and double spaces; "" for None."""
    if not text:
        return ""
    kept = text[:MOST_TEXT]
    plain = "".join(" " if unicodedata.category(c) in _UNSEEN else c for c in kept)
    return " ".join(plain.split())


def given(text: str | None) -> str:
    """An id as the bank wrote it; "" for the words that banks write where there is none."""
    plain = clean(text)
    return "" if plain.upper() in _EMPTY else plain


def compact(text: str) -> str:
    """Capitals and digits only."""
    return _CODES.sub("", text.upper())


def near(text: str) -> Iterator[str]:
    """Words of `text` that may be an id: without the signs around them."""
    return (word.strip(".,;:()[]'\"") for word in text.split())


def iban_of(text: str | None) -> Iban | None:
    """The IBAN that `text` is, or None."""
    try:
        return Iban(clean(text)) if text else None
    except IbanInvalid:
        return None


def iban_within(text: str, own: str = "") -> Iban | None:
    """The only valid IBAN in a prose text besides the account's own; None when there are two."""
    found = {
        iban.text
        for match in _IBAN.finditer(text.upper())
        if (iban := _longest(match[0])) is not None and iban.text != own
    }
    return Iban(found.pop()) if len(found) == 1 else None


def _longest(text: str) -> Iban | None:
    # What follows the number in the text may look like one more group of it.
    words = text.split(" ")
    for end in range(len(words), 0, -1):
        if iban := iban_of("".join(words[:end])):
            return iban
    return None


def account_of(text: str | None) -> str:
    """How an account is called: the IBAN when it is one, else the bank's number without spaces."""
    iban = iban_of(text)
    return iban.text if iban else compact(text or "")


def structured(text: str) -> str:
    """The reference when `text` is one with right check digits (RF, Belgian, Swiss), else ""."""
    plain = compact(text)
    if plain.startswith("RF") and iso11649.is_valid(plain):
        return plain
    belgian = plain.isdigit() and len(plain) == _BELGIAN and ogm_vcs.is_valid(plain)
    swiss = plain.isdigit() and len(plain) == _SWISS and esr.is_valid(plain)
    return plain if belgian or swiss else ""


_BELGIAN = 12
_SWISS = 27
