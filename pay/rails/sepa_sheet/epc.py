"""The content of a European payment code: EPC069-12 version 3.1, section 3 (code version 002)."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from models.order import Order
from models.payment_text import basic_latin, one_line
from models.reference import LONGEST_TEXT, CreditorReference, QrReference
from models.said import Said, said
from models.words import mark
from pay.notes import LONGEST_SEPA_NAME
from pay.sepa_area import EEA

MOST_BYTES = 331
_MOST_MINOR = 999_999_999_99
_HEAD = ["BCD", "002", "1", "SCT"]
"""Tag, version, UTF-8, and the plain transfer even for instant ones: many apps know no other word."""
_ELEMENTS = 12
_AMOUNT = re.compile(r"EUR([1-9][0-9]{0,8}|0)\.[0-9]{2}")

_Spelling = Callable[[str, int], str]
_SPELLINGS: tuple[tuple[_Spelling, _Spelling], ...] = (
    (one_line, one_line),
    (one_line, basic_latin),
    (basic_latin, basic_latin),
)
"""Of the name and of the text; the last leaves 41 bytes free in the worst case."""


def epc_refuses(order: Order) -> Said | None:
    """Why no European code is drawn; None when one is."""
    iban = order.payee.iban
    if order.amount.currency != "EUR" or order.amount.minor > _MOST_MINOR:
        return said(mark("No code is drawn: a European one holds up to 999,999,999.99 EUR."))
    if isinstance(order.reference, QrReference):
        return said(mark("No code is drawn: a Swiss one with this reference needs more details."))
    if iban is None or (iban.country not in EEA and not order.payee.bic):
        return said(mark("No code is drawn: for this country it needs the payee’s BIC."))
    return None


def epc_content(order: Order) -> bytes:
    """What the code holds, for an order that epc_refuses lets pass; at most 331 bytes.

    Name and text keep their own letters; where that is too long for a code, the text is spelt in basic
    Latin, one byte each, and if need be the name. Empty elements at the end are left out.
    """
    tried = (_content(order, name, text) for name, text in _SPELLINGS)
    return next(data for data in tried if len(data) <= MOST_BYTES)


def _content(order: Order, name: _Spelling, text: _Spelling) -> bytes:
    payee, iban = order.payee, order.payee.iban
    amount = f"EUR{order.amount.decimal:.2f}"
    account = (payee.bic, name(payee.name, LONGEST_SEPA_NAME), iban.text if iban else "")
    lines = (*_HEAD, *account, amount, "", *_remittance(order, text), "")
    return "\n".join(lines).rstrip("\n").encode()


def _remittance(order: Order, spelling: _Spelling) -> tuple[str, str]:
    """An RF reference structured, all others as text: Belgium keeps its +++ there."""
    if isinstance(order.reference, CreditorReference):
        return order.reference.text, ""
    return "", spelling(str(order.reference or ""), LONGEST_TEXT)


def epc_differs(data: bytes, order: Order) -> Iterator[str]:
    """Machine words of what a code, read back, says otherwise than the order."""
    lines = data.decode("utf-8", "replace").split("\n")
    if len(lines) > _ELEMENTS or lines[:4] != _HEAD:
        yield "form"
        return
    lines += [""] * (_ELEMENTS - len(lines))
    payee, spellings = order.payee, (one_line, basic_latin)
    if lines[5] not in {spelling(payee.name, LONGEST_SEPA_NAME) for spelling in spellings}:
        yield "payee"
    if payee.iban is None or lines[6] != payee.iban.text or lines[4] != payee.bic:
        yield "iban"
    if not _AMOUNT.fullmatch(lines[7]) or Decimal(lines[7][3:]) != order.amount.decimal:
        yield "amount"
    if (lines[9], lines[10]) not in {_remittance(order, spelling) for spelling in spellings}:
        yield "reference"
    if lines[8] or lines[11]:
        yield "purpose"
