"""One transfer as the file says it: the same values are written and, after reading back, compared."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from models.order import Order
from models.payment_text import basic_latin
from models.reference import LONGEST_TEXT, BelgianReference, CreditorReference, Reference
from pay.bank_days import leaves_on
from pay.notes import LONGEST_SEPA_NAME

ISO, BELGIUM = "ISO", "BBA"
"""Who issued a structured reference: ISO 11649, or the Belgian banks (Febelfin)."""


@dataclass(frozen=True, slots=True)
class Remittance:
    """Words, or a structured reference with its issuer; both empty when there is nothing to say."""

    text: str = ""
    structured: str = ""
    issuer: str = ""


@dataclass(frozen=True, slots=True)
class Transfer:
    """on: execution date asked for; amount in major units with two decimals; iban and bic compact."""

    key: str
    on: date
    instant: bool
    amount: Decimal
    name: str
    iban: str
    bic: str
    remittance: Remittance


def transfer_of(order: Order, now: datetime) -> Transfer:
    """The transfer of an order in EUR with an account, in the letters that every bank takes."""
    payee = order.payee
    return Transfer(
        order.key,
        leaves_on(order.on, now, instant=order.instant),
        order.instant,
        order.amount.decimal,
        basic_latin(payee.name, LONGEST_SEPA_NAME),
        payee.iban.text if payee.iban else "",
        payee.bic,
        _remittance(order.reference),
    )


def _remittance(reference: Reference | None) -> Remittance:
    match reference:
        case CreditorReference(text):
            return Remittance(structured=text, issuer=ISO)
        case BelgianReference(text):
            return Remittance(structured=text, issuer=BELGIUM)
        case None:
            return Remittance()
        case other:
            return Remittance(text=basic_latin(str(other), LONGEST_TEXT))
