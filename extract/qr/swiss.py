"""The Swiss payment code: SIX, "Swiss Implementation Guidelines for the QR-bill", version 2.x."""

import re
from decimal import Decimal

from stdnum.ch import esr

from extract.qr.payload import (
    MOST_BYTES,
    Bill,
    Notes,
    Parsed,
    Payment,
    account,
    has_control,
    is_creditor_reference,
    lines_of,
)
from extract.qr.swico import bill_of

_LEAST, _MOST = 31, 34
"""Elements: up to the trailer "EPD"; then bill information and two alternative schemes."""
_VERSION = re.compile(r"02[0-9]{2}")
_AMOUNT = re.compile(r"(?:0|[1-9][0-9]{0,8})\.[0-9]{2}")
_QR_BANK = range(30_000, 32_000)
"""Bank numbers (positions 5 to 9 of the IBAN) of accounts for QR references."""
_LONGEST_IBAN = 21
_MESSAGE, _SCHEME = 140, 100
_TYPE, _NAME, _FIRST, _SECOND, _POSTCODE, _TOWN, _COUNTRY = range(7)
"""The lines of an address."""
_LENGTHS = {"S": (1, 70, 70, 16, 16, 35, 2), "K": (1, 70, 70, 70, 0, 0, 2)}


def is_swiss(data: bytes) -> bool:
    """True when the code's content begins as this standard's does."""
    return data[:5].replace(b"\r", b"\n")[:4] == b"SPC\n"


def parse_swiss(data: bytes) -> Parsed:
    """The payment of a code's content.

    Faults: encoding, version, coding, control, extra_lines, missing_lines, trailer, iban, country,
    creditor, debtor, reserved, amount, currency, reference_type, reference, too_long. Remarks:
    iban_form, encoding_other, length, and those of extract.qr.swico.
    """
    if len(data) > MOST_BYTES:
        return Parsed(None, ("too_long",))
    notes = Notes()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("iso8859-1")
        notes.should("encoding_other", right=False)
    lines = lines_of(text)
    _frame(lines, notes)
    lines = [*lines, *[""] * (_MOST - len(lines))]
    iban = account(lines[3], notes)
    notes.must("country", right=iban[:2] in {"CH", "LI"} and len(iban) == _LONGEST_IBAN)
    _addresses(lines, notes)
    amount = _amount(lines[18], notes)
    notes.must("currency", right=lines[19] in {"CHF", "EUR"})
    reference = _reference(lines[27], lines[28], iban, notes)
    bill = _said(lines, notes)
    return notes.parsed(
        lambda: Payment(
            "swiss", lines[5].strip(), iban, amount, lines[19], reference, lines[29].strip(), bill
        )
    )


def _frame(lines: list[str], notes: Notes) -> None:
    head = [*lines, "", "", ""]
    notes.must("tag", right=head[0] == "SPC")
    notes.must("version", right=bool(_VERSION.fullmatch(head[1])))
    notes.must("coding", right=head[2] == "1")
    notes.must("control", right=not any(map(has_control, lines)))
    notes.must("missing_lines", right=len(lines) >= _LEAST)
    notes.must("extra_lines", right=not any(line.strip() for line in lines[_MOST:]))
    notes.must("trailer", right=lines[_LEAST - 1 : _LEAST] == ["EPD"])


def _addresses(lines: list[str], notes: Notes) -> None:
    """Creditor (needed), ultimate creditor (reserved: empty), ultimate debtor (may be empty)."""
    creditor, debtor = lines[4:11], lines[20:27]
    notes.must("creditor", right=_is_address(creditor))
    notes.must("reserved", right=not any(line.strip() for line in lines[11:18]))
    notes.must("debtor", right=not any(debtor) or _is_address(debtor))
    notes.should("length", right=_is_short(creditor) and _is_short(debtor))


def _is_address(lines: list[str]) -> bool:
    """Type S (structured) needs a postcode and a town; K (combined) a second line and neither."""
    place = bool(lines[_POSTCODE].strip() and lines[_TOWN].strip())
    if lines[_TYPE] == "K":
        combined = not (lines[_POSTCODE] or lines[_TOWN])
        place = combined and bool(lines[_SECOND].strip())
    country = re.fullmatch(r"[A-Z]{2}", lines[_COUNTRY])
    return lines[_TYPE] in _LENGTHS and bool(lines[_NAME].strip()) and place and bool(country)


def _is_short(lines: list[str]) -> bool:
    most = _LENGTHS.get(lines[_TYPE], _LENGTHS["S"])
    return all(len(line) <= limit for line, limit in zip(lines, most, strict=True))


def _amount(text: str, notes: Notes) -> Decimal | None:
    """0.00 (a notification: nothing to pay) to 999,999,999.99; None when the payer fills it in."""
    if not text:
        return None
    right = bool(_AMOUNT.fullmatch(text))
    notes.must("amount", right=right)
    return Decimal(text) if right else None


def _reference(kind: str, text: str, iban: str, notes: Notes) -> str | None:
    """QRR exactly with a QR-IBAN, SCOR and NON with any other account; check digits right."""
    bank = iban[4:9]
    for_qr = bank.isascii() and bank.isdigit() and int(bank) in _QR_BANK
    compact = "".join(text.split()).upper()
    match kind:
        case "QRR":
            right = len(compact) == 27 and compact.isascii() and bool(esr.is_valid(compact))  # noqa: PLR2004
            fits = for_qr
        case "SCOR":
            right, fits = is_creditor_reference(compact), not for_qr
        case "NON":
            right, fits = not compact, not for_qr
        case _:
            right, fits = True, False
    notes.must("reference", right=right)
    notes.must("reference_type", right=fits)
    return compact or None


def _said(lines: list[str], notes: Notes) -> Bill:
    """What bill information says; its faults never touch the payment."""
    message, information, schemes = lines[29], lines[31], lines[32:34]
    notes.should("length", right=len(message) + len(information) <= _MESSAGE)
    notes.should("length", right=all(len(scheme) <= _SCHEME for scheme in schemes))
    bill, wrong = bill_of(information)
    for word in wrong:
        notes.should(word, right=False)
    return bill
