"""What every parser of a payment code answers: the payment, or what exactly is wrong."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from stdnum import iso11649

from models.iban import is_iban

MOST_BYTES = 3_000
"""A QR code holds at most 2,953 bytes (ISO/IEC 18004, version 40-L)."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffd]")
"""Control signs, marks that turn the direction of writing, and what could not be decoded."""


@dataclass(frozen=True, slots=True)
class Bill:
    """What a sender of a code may say of the bill itself (Swico syntax); None where not said."""

    number: str | None = None
    issued_on: date | None = None
    due_on: date | None = None
    customer_reference: str | None = None
    biller_id: str | None = None
    period: tuple[date, date] | None = None


@dataclass(frozen=True, slots=True)
class Payment:
    """What a payment code asks for. amount None: the payer fills it in.

    iban and reference are compact and upper case, and their check digits are right; a reference
    without check digits stays as written. text: words for the payee.
    """

    standard: str
    payee: str
    iban: str
    amount: Decimal | None
    currency: str
    reference: str | None = None
    text: str = ""
    bill: Bill = Bill()


@dataclass(frozen=True, slots=True)
class Parsed:
    """The payment of a code. `faults`: why it must not be used (payment is then None).

    `remarks`: where the sender left the standard without making the payment doubtful. Both are
    machine words ("iban", "amount", "extra_lines", ...).
    """

    payment: Payment | None
    faults: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


class Notes:
    """Faults and remarks as they are met, each once."""

    def __init__(self) -> None:
        self._faults: dict[str, None] = {}
        self._remarks: dict[str, None] = {}

    def must(self, word: str, *, right: bool) -> None:
        """Without this the payment is not used."""
        if not right:
            self._faults[word] = None

    def should(self, word: str, *, right: bool) -> None:
        """Without this the payment is used and the remark shown."""
        if not right:
            self._remarks[word] = None

    def parsed(self, make: Callable[[], Payment]) -> Parsed:
        """The payment that `make` builds, unless a fault forbids it."""
        faults, remarks = tuple(self._faults), tuple(self._remarks)
        return Parsed(None if faults else make(), faults, remarks)


def lines_of(text: str) -> list[str]:
    """The elements: one line each, ended by LF or CR LF (both standards allow either)."""
    return text.replace("\r\n", "\n").split("\n")


def has_control(text: str) -> bool:
    """True when a line holds what no keyboard writes: the element may pretend to be another."""
    return bool(_CONTROL.search(text))


def account(text: str, notes: Notes) -> str:
    """The IBAN of a line, compact: wrong check digits are a fault, spaces and small letters not."""
    compact = "".join(text.split()).upper()
    notes.should("iban_form", right=compact == text)
    notes.must("iban", right=compact.isascii() and is_iban(compact))
    return compact


def is_creditor_reference(text: str) -> bool:
    """True for an ISO 11649 reference with right check digits."""
    return text.isascii() and bool(iso11649.is_valid(text))
