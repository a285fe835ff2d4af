"""The European payment code: EPC069-12, "Quick Response Code: guidelines to enable data capture
for the initiation of a SEPA credit transfer", versions 001 and 002.
"""

import re
from decimal import Decimal

from extract.qr.payload import (
    MOST_BYTES,
    Notes,
    Parsed,
    Payment,
    account,
    has_control,
    is_creditor_reference,
    lines_of,
)

_ENCODINGS = {
    "1": "utf-8", "2": "iso8859-1", "3": "iso8859-2", "4": "iso8859-4", "5": "iso8859-5",
    "6": "iso8859-7", "7": "iso8859-10", "8": "iso8859-15",
}  # fmt: skip
_ELEMENTS = 12
"""Whatever is empty behind the IBAN may be left out."""
_MOST_PAYLOAD = 331
"""Bytes (EPC069-12, section 3)."""
_LENGTHS = {"name": 70, "purpose": 4, "reference": 35, "text": 140, "information": 70}
_AMOUNT = re.compile(r"EUR(0|[1-9][0-9]{0,8})(\.[0-9]{1,2})?")
_BIC = re.compile(r"[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?")
_PURPOSE = re.compile(r"[A-Z0-9]{1,4}")


def is_epc(data: bytes) -> bool:
    """True when the code's content begins as this standard's does."""
    return data[:5].replace(b"\r", b"\n")[:4] == b"BCD\n"


def parse_epc(data: bytes) -> Parsed:
    """The payment of a code's content.

    Faults: tag, encoding, version, identification, control, extra_lines, name, iban, amount, reference,
    reference_and_text, too_long. Remarks: encoding_other, bic (banks go by the IBAN alone),
    bic_missing, iban_form, purpose, length, instant.
    """
    notes = Notes()
    if len(data) > MOST_BYTES:
        return Parsed(None, ("too_long",))
    lines = lines_of(_decoded(data, notes))
    lines = [*lines, *[""] * (_ELEMENTS - len(lines))]
    _service(lines, data, notes)
    name, reference, text = lines[5].strip(), lines[9].strip(), lines[10].strip()
    iban, amount = account(lines[6], notes), _amount(lines[7], notes)
    _payee(lines, notes)
    _remittance(reference, text, notes)
    return notes.parsed(lambda: Payment("epc", name, iban, amount, "EUR", reference or None, text))


def _decoded(data: bytes, notes: Notes) -> str:
    """The text in the character set that its third line names.

    Senders that name one set and write another are common: bytes that are UTF-8 beyond ASCII are
    hardly ever anything else, bytes that are not are read as Latin 1.
    """
    head = data[:40].replace(b"\r\n", b"\n").split(b"\n")
    code = head[2].decode("ascii", "replace") if len(head) > 2 else ""  # noqa: PLR2004
    encoding = _ENCODINGS.get(code)
    notes.must("encoding", right=encoding is not None)
    try:
        text = data.decode("utf-8")
        notes.should("encoding_other", right=encoding == "utf-8" or data.isascii())
    except UnicodeDecodeError:
        named = encoding if encoding and encoding != "utf-8" else "iso8859-1"
        notes.should("encoding_other", right=encoding == named)
        text = data.decode(named, "replace")
    return text


def _service(lines: list[str], data: bytes, notes: Notes) -> None:
    """The frame: tag, version, kind of transfer, and nothing behind the last element."""
    notes.must("tag", right=lines[0] == "BCD")
    notes.must("version", right=lines[1] in {"001", "002"})
    notes.must("identification", right=lines[3] in {"SCT", "INST"})
    notes.should("instant", right=lines[3] != "INST")
    notes.must("control", right=not any(map(has_control, lines)))
    notes.must("extra_lines", right=not any(line.strip() for line in lines[_ELEMENTS:]))
    notes.should("length", right=len(data) <= _MOST_PAYLOAD)


def _payee(lines: list[str], notes: Notes) -> None:
    bic, name, purpose, information = lines[4], lines[5], lines[8], lines[11]
    notes.should("bic", right=not bic or bool(_BIC.fullmatch(bic)))
    notes.should("bic_missing", right=bool(bic) or lines[1] != "001")
    notes.must("name", right=bool(name.strip()))
    notes.should("purpose", right=not purpose or bool(_PURPOSE.fullmatch(purpose)))
    notes.should("length", right=len(name) <= _LENGTHS["name"])
    notes.should("length", right=len(information) <= _LENGTHS["information"])


def _amount(text: str, notes: Notes) -> Decimal | None:
    """0.01 to 999,999,999.99 EUR; None when the payer fills it in."""
    if not text:
        return None
    match = _AMOUNT.fullmatch(text)
    notes.must("amount", right=bool(match) and Decimal(text[3:]) > 0)
    return Decimal(text[3:]).quantize(Decimal("0.01")) if match else None


def _remittance(reference: str, text: str, notes: Notes) -> None:
    """Either a structured reference or words; one that calls itself RF has right check digits."""
    notes.must("reference_and_text", right=not (reference and text))
    wrong = reference.upper().startswith("RF") and not is_creditor_reference(reference)
    notes.must("reference", right=not wrong)
    notes.should("length", right=len(reference) <= _LENGTHS["reference"])
    notes.should("length", right=len(text) <= _LENGTHS["text"])
