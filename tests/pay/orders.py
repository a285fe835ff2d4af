"""Orders of our own for the tests of rails and rules."""

from datetime import UTC, date, datetime
from typing import Any

from hypothesis import strategies as st

from models.iban import Iban
from models.money import Money
from models.order import Order, Payee, PostalAddress
from models.reference import reference_of
from pay.rail import Handover, Payer

FRENCH = "FR7630006000011234567890189"
BELGIAN = "BE68539007547034"
GERMAN = "DE89370400440532013000"
GREEK = "GR1601101250000000012300695"
BRITISH = "GB29NWBK60161331926819"
BRAZILIAN = "BR1800360305000010009795493C1"
SWISS = "CH9300762011623852957"
SWISS_QR = "CH4431999123000889012"
RF = "RF18539007547034"
OGM = "+++090/9337/55493+++"
QRR = "210000000003139471430009017"
MONDAY_MORNING = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
BERN = PostalAddress("Talweg", "3", "3000", "Bern", "CH")
ALICE = Payer("Alice Martin", Iban("FR1420041010050500013M02606"))


def payee(name: str = "Eaux du Vallon", iban: str | None = FRENCH, **more: Any) -> Payee:
    """A French water company, or another one."""
    return Payee(name, Iban(iban) if iban else None, **more)


def order(**changes: Any) -> Order:
    """84.20 EUR to Eaux du Vallon, to leave on Monday 23 November 2026."""
    parts: dict[str, Any] = {
        "key": "9f8b2c4d1e6a4f70b3a5c9d8e7f60112",
        "bill": "bill-7",
        "amount": Money(84_20, "EUR"),
        "payee": payee(),
        "reference": reference_of("Facture F-2031"),
        "on": date(2026, 11, 23),
        "made_at": MONDAY_MORNING,
    }
    return Order(**(parts | changes))


def swiss_order(**changes: Any) -> Order:
    """84.20 CHF to Wasserwerk Tal with a QR reference."""
    parts: dict[str, Any] = {
        "amount": Money(84_20, "CHF"),
        "payee": payee("Wasserwerk Tal", SWISS_QR, address=BERN),
        "reference": reference_of(QRR),
    }
    return order(**(parts | changes))


def handover(**changes: Any) -> Handover:
    """Alice pays on Monday morning, in English."""
    parts: dict[str, Any] = {"lang": "en", "now": MONDAY_MORNING, "payer": ALICE}
    return Handover(**(parts | changes))


TRICKS = (
    "\n", "\r\n", "\t", "\x00", "\x0b", "\x1b[2J", "\x85", "\u2028", "\u2029", "\u200b", "\u200d",
    "\u200e", "\u202e", "\u2066", "\ufeff", "\xad", "\u3164", "\ufe0f", "\U000e0041", "\ud800",
    "😀", "🏳️‍🌈", "</Nm><Nm>", "]]>", "<!--", "&amp;", "&#10;", '"', "'", "%0A", "\\n", "${IBAN}",
    GERMAN, "EUR900", "e\u0301\u0301\u0301", "ﷺ", "اسم", "中文", "Ω", "Ж", "ß", "Łódź",
)  # fmt: skip
"""What a stranger may put into a name to move the line behind it."""

hostile = st.lists(
    st.one_of(st.sampled_from(TRICKS), st.text(max_size=12), st.sampled_from(("A", "é", " "))),
    max_size=14,
).map("".join)
"""Texts of tricks, any Unicode and ordinary letters."""
