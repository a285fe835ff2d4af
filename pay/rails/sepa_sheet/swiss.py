"""The content of a Swiss payment code: SIX, "Swiss Implementation Guidelines for the QR-bill" 2.3."""

import re
from collections.abc import Iterator
from decimal import Decimal

from models.order import Order, PostalAddress
from models.payment_text import basic_latin
from models.reference import LONGEST_TEXT, CreditorReference, QrReference
from models.said import Said, said
from models.words import mark
from pay.notes import LONGEST_SEPA_NAME

COUNTRIES = frozenset({"CH", "LI"})
_CURRENCIES = frozenset({"CHF", "EUR"})
_MOST_MINOR = 999_999_999_99
_QR_BANK = range(30_000, 32_000)
"""Bank numbers (positions 5 to 9 of the IBAN) of accounts for QR references (section 2.5)."""
_LETTERS = re.compile(r"[\x20-\x7e\xa0-\u017f\u0218-\u021b\u20ac]")
"""The permitted characters (section 4.1.1)."""
_NOBODY = [""] * 7
_LINES = 31
_AMOUNT = re.compile(r"(?:[1-9][0-9]{0,8}|0)\.[0-9]{2}")


def swiss_refuses(order: Order) -> Said | None:
    """Why no Swiss code is drawn; None when one is."""
    payee, amount = order.payee, order.amount
    if amount.currency not in _CURRENCIES or amount.minor > _MOST_MINOR:
        return said(mark("No code is drawn: a Swiss one holds up to 999,999,999.99 CHF or EUR."))
    if payee.iban is None or payee.iban.country not in COUNTRIES or payee.address is None:
        return said(mark("No code is drawn: a Swiss one needs the payee’s whole address."))
    if isinstance(order.reference, QrReference) != _is_for_qr(payee.iban.text):
        return said(mark("No code is drawn: this reference does not go with this account."))
    return None


def _is_for_qr(iban: str) -> bool:
    bank = iban[4:9]
    return bank.isdigit() and int(bank) in _QR_BANK


def swiss_content(order: Order) -> bytes:
    """What the code holds, for an order that swiss_refuses lets pass; the debtor stays open."""
    payee = order.payee
    lines = [
        *("SPC", "0200", "1", payee.iban.text if payee.iban else ""),
        *("S", _spelt(payee.name, LONGEST_SEPA_NAME), *_place(payee.address)),
        *_NOBODY,
        *(f"{order.amount.decimal:.2f}", order.amount.currency),
        *_NOBODY,
        *_reference(order),
        "EPD",
    ]
    return "\n".join(lines).encode()


def _spelt(text: str, most: int) -> str:
    """In the characters that the code may hold: any other is spelt in basic Latin."""
    near = (c if _LETTERS.fullmatch(c) else basic_latin(c, most) for c in text)
    return " ".join("".join(near).split())[:most].rstrip()


def _place(address: PostalAddress | None) -> tuple[str, str, str, str, str]:
    if address is None:
        return ("", "", "", "", "")
    street, house = _spelt(address.street, 70), _spelt(address.house, 16)
    return (street, house, _spelt(address.postcode, 16), _spelt(address.town, 35), address.country)


def _reference(order: Order) -> tuple[str, str, str]:
    """Kind, reference, message."""
    match order.reference:
        case QrReference(text):
            return ("QRR", text, "")
        case CreditorReference(text):
            return ("SCOR", text, "")
        case other:
            return ("NON", "", _spelt(str(other or ""), LONGEST_TEXT))


def swiss_differs(data: bytes, order: Order) -> Iterator[str]:
    """Machine words of what a code, read back, says otherwise than the order."""
    lines = data.decode("utf-8", "replace").split("\n")
    if len(lines) != _LINES or lines[:3] != ["SPC", "0200", "1"] or lines[-1] != "EPD":
        yield "form"
        return
    payee = order.payee
    if payee.iban is None or lines[3] != payee.iban.text:
        yield "iban"
    name = _spelt(payee.name, LONGEST_SEPA_NAME)
    if lines[4:11] != ["S", name, *_place(payee.address)]:
        yield "payee"
    if any((*lines[11:18], *lines[20:27])):
        yield "form"
    right = _AMOUNT.fullmatch(lines[18]) and Decimal(lines[18]) == order.amount.decimal
    if not right or lines[19] != order.amount.currency:
        yield "amount"
    if tuple(lines[27:30]) != _reference(order):
        yield "reference"
