"""What was read on a bill: every field with the proof of where it stands."""

from dataclasses import dataclass, field, fields
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Generic, TypeVar

from models.money import Money

T = TypeVar("T")


class Means(StrEnum):
    """How the biller asks to be paid."""

    TRANSFER = "transfer"
    DIRECT_DEBIT = "direct_debit"
    CARD = "card"
    CHEQUE = "cheque"
    CASH = "cash"
    PORTAL = "portal"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page in points (1/72 inch), origin top left of the page as displayed."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A value with its proof.

    source: the reader ("cii", "ubl", "facturx", "qr", "pdf_text", "ocr", "mail_body", "markup");
    quote: the text that proves it, at most 200 characters; page: from 1, None off paper;
    confidence: 0..1.
    """

    value: T
    source: str
    quote: str
    confidence: float
    page: int | None = None
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """The days a bill is for, both included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class LineItem:
    """One line of what a bill charges for, in the order of the bill; None where it says nothing.

    unit_price: without VAT as a rule, in major units, with as many decimals as are written. net and
    gross: the whole line without and with VAT. vat_rate in percent.
    """

    description: str
    quantity: Decimal | None = None
    unit_price: Decimal | None = None
    net: Money | None = None
    gross: Money | None = None
    vat_rate: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One reader's answer about one document. None means "looked and not there".

    amount is what is DUE (after prepayments), not the grand total, with the sign that the document
    writes: most credit notes print a minus, a UBL CreditNote or type 381 does not; the sign
    "credit_note" tells them apart.
    payee_iban is the account as written, compact, upper case; check it with models.iban before use.
    signs: machine words the reader saw that say what must be done ("direct_debit", "already_paid",
    "credit_note", "portal_notice", "schedule", "reminder", "receipt", "invoice_title", "quote",
    "order", "no_amount_due", "amount_open", ...), each proved by its quote.
    warnings: machine words for doubts ("iban_invalid", "totals_disagree", "xml_page_disagree", ...).
    schedule: the instalments of a payment schedule, in order.
    """

    reader: str
    biller: Found[str] | None = None
    amount: Found[Money] | None = None
    due_on: Found[date] | None = None
    issued_on: Found[date] | None = None
    number: Found[str] | None = None
    customer_number: Found[str] | None = None
    period: Found[Period] | None = None
    payee_iban: Found[str] | None = None
    reference: Found[str] | None = None
    means: Found[Means] | None = None
    contact: Found[str] | None = None
    biller_id: Found[str] | None = None
    """VAT number, SIREN/SIRET or other register number of the biller, compact."""
    currency: Found[str] | None = None
    """What to pay in, from a reader that knows it beside the amount (which the payer may choose)."""
    signs: tuple[Found[str], ...] = ()
    schedule: tuple[tuple[date, Money], ...] = ()
    warnings: tuple[str, ...] = field(default=())
    absent: tuple[Found[str], ...] = ()
    """Names of fields that were looked for and are not there ("due_on"), each with how sure that is."""
    kind: Found[str] | None = None
    """What the paper's words make it, a word of models.verdict.Kind; the whole document decides later."""
    lines: tuple[LineItem, ...] = ()
    """What is charged for: shown to the person, never a source of the fields above."""

    @property
    def is_empty(self) -> bool:
        """True when no field and no sign was found."""
        return not any(
            getattr(self, f.name)
            for f in fields(self)
            if f.name not in {"reader", "warnings", "lines", "absent", "kind"}
        )


FIELD_NAMES: tuple[str, ...] = (
    "biller",
    "amount",
    "due_on",
    "issued_on",
    "number",
    "customer_number",
    "period",
    "payee_iban",
    "reference",
    "means",
    "contact",
    "biller_id",
)
"""The fields of a Reading that hold one Found each, in the order they are shown."""
