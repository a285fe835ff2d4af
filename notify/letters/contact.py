"""The contact card of a biller: gathered from its bills, older ones first.

A forged bill brings its own telephone number. So each contact says since when it is known and from how
many bills, and one that stands on the bill in question alone is never offered first.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from models.payment_text import one_line
from models.said import Said, said
from models.words import mark
from notify.mail_address import plain_address

_LONGEST_NAME = 80
_LONGEST_TEXT = 500
_MOST = 500
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_PHONE = re.compile(r"(?<![\w.,-])(?:\+|00)?\d(?:[ ./-]{0,2}\d){3,14}(?![\w-])")
_ACCOUNT = re.compile(
    r"(?<![A-Za-z0-9])(?:[A-Z]{2} ?\d\d(?: ?[A-Z0-9]){11,30}|\d{5} ?\d{5} ?[A-Z0-9]{11} ?\d\d)"
    r"(?![A-Za-z0-9])"
)
"""An IBAN or a French RIB: nobody answers where its digits are dialled."""
_NO_PHONE = re.compile(r"\(0\)|\b\d{1,2}[./-]\d{1,2}[./-](?:\d\d){1,2}\b(?![ ./-]\d)")
"""The zero that is not dialled from abroad, and days written in figures."""
_FEWEST_DIGITS = 4
_PAGE = re.compile(
    r"(?:https?://|(?=www\.))([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4})", re.IGNORECASE | re.ASCII
)


class Means(StrEnum):
    """How a biller is reached. A page is shown as a host, never as a link."""

    EMAIL = "email"
    PHONE = "phone"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class PrintedContact:
    """What one bill prints ("Service client 09 69 32 15 15"), our id of that bill and its day."""

    text: str
    bill: str
    on: date


@dataclass(frozen=True, slots=True)
class Contact:
    """One way to reach a biller. `since`: the day of the first bill that has it; `bills`: how many have."""

    means: Means
    value: str
    since: date
    bills: int
    on_this_alone: bool


@dataclass(frozen=True, slots=True)
class ContactCard:
    """All ways to reach a biller, those of most older bills first."""

    biller: str
    customer_number: str
    contacts: tuple[Contact, ...]

    def first(self, means: Means) -> Contact | None:
        """The best contact of one kind, or None."""
        return next((one for one in self.contacts if one.means is means), None)

    @property
    def notes(self) -> tuple[Said, ...]:
        """What the person should know before they trust the card."""
        if self.contacts and all(one.on_this_alone for one in self.contacts):
            sentence = mark(
                "Only the bill in question prints this contact: "
                "compare it with an older bill or the contract before you trust it."
            )
            return (said(sentence),)
        return ()


class _Way(NamedTuple):
    means: Means
    value: str


def contact_card(
    biller: str, customer_number: str, printed: Iterable[PrintedContact], this_bill: str
) -> ContactCard:
    """The card of `biller` as its bills print it, the bill in question (`this_bill`) among them."""
    met: dict[_Way, dict[str, date]] = {}
    for one in list(printed)[:_MOST]:
        for way in _ways(one.text):
            met.setdefault(way, {})[one.bill] = one.on
    found = [_contact(way, bills, this_bill) for way, bills in met.items()]
    found.sort(key=lambda one: (one.on_this_alone, -one.bills, one.since, one.value))
    name, number = one_line(biller, _LONGEST_NAME), one_line(customer_number, _LONGEST_NAME)
    return ContactCard(name, number, tuple(found))


def _contact(way: _Way, bills: dict[str, date], this_bill: str) -> Contact:
    others = {bill: on for bill, on in bills.items() if bill != this_bill}
    since = min((others or bills).values())
    return Contact(way.means, way.value, since, len(bills), on_this_alone=not others)


def _ways(text: str) -> Iterable[_Way]:
    line = one_line(text, _LONGEST_TEXT)
    for match in _EMAIL.finditer(line):
        if address := plain_address(match[0].rstrip(".-").lower()):
            yield _Way(Means.EMAIL, address)
    bare = _EMAIL.sub(" ", line)
    for match in _PAGE.finditer(bare):
        yield _Way(Means.PAGE, match[1].lower())
    figures = _ACCOUNT.sub(" ", _PAGE.sub(" ", bare))
    for match in _PHONE.finditer(_NO_PHONE.sub("", figures)):
        digits = re.sub(r"[^\d+]", "", match[0])
        if len(digits) >= _FEWEST_DIGITS:
            yield _Way(Means.PHONE, digits)
