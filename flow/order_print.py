"""What a bill prints of its payment: the payee's name as banks must see it, and a digest of the rest."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.bills import biller_key
from models.codec import EXTRACTION
from models.extraction import Extraction
from models.tables import Bill, BillMessage, Correction, Extracted, Member, Settlement

Payable = Bill | Settlement
"""What an order pays."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What the first mail of a bill prints: the payee as banks must see it, the country of its VAT
    number or "", and its creditor identifier for direct debits or ""."""

    payee: str
    vat_country: str = ""
    creditor: str = ""


def printed_on(session: Session, bill: Bill) -> Printed:
    """What the bill prints; the person's own word for the biller of this very bill comes first."""
    said = session.scalar(
        select(Correction.now)
        .where(Correction.bill_id == bill.id, Correction.field == "biller")
        .order_by(Correction.id.desc())
        .limit(1)
    )
    text = session.scalar(
        select(Extracted.extraction)
        .join(BillMessage, BillMessage.message_id == Extracted.message_id)
        .where(BillMessage.bill_id == bill.id)
        .order_by(BillMessage.message_id)
        .limit(1)
    )
    if text is None:
        return Printed(said or bill.biller or "")
    extraction = EXTRACTION.read(text)
    number = extraction.reading.biller_id
    vat = number.value[:2] if number and number.value[:2].isalpha() else ""
    creditor = next((k for k in extraction.keys if k.startswith("creditor:")), "")
    name = said or _payee_in(extraction, bill.iban) or bill.biller or ""
    return Printed(name, vat, creditor.partition(":")[2])


def _payee_in(extraction: Extraction, iban: str | None) -> str:
    """The name that stands beside the account: a payment code names whose account it is.

    The page's own name is better where it is the same one: codes lose accents and apostrophes.
    """
    page = extraction.reading.biller
    beside = [
        reading.biller.value
        for reading in extraction.readings
        if reading.biller and reading.payee_iban and reading.payee_iban.value == iban
    ]
    if not beside or page is None:
        return beside[0] if beside else page.value if page else ""
    alike = [beside[0], *([page.value] if _same_name(page.value, beside[0]) else [])]
    return max(
        alike, key=lambda name: (sum(c.isalnum() for c in name), len(name), name == page.value)
    )


def _same_name(one: str, other: str) -> bool:
    left, right = (biller_key(name).replace(" ", "") for name in (one, other))
    return left == right != ""


def bill_print(bill: Bill, printed: Printed) -> str:
    """SHA-256 in hex of all that a bill says of a payment, each field behind its length."""
    fields = (
        printed.payee,
        bill.iban or "",
        str(bill.amount_minor),
        bill.currency or "",
        bill.reference or "",
        bill.number or "",
        bill.kind.value,
    )
    return _digest(fields)


def settlement_print(session: Session, settlement: Settlement) -> str:
    """As `bill_print`, of a settlement: the receiver's name and account may change until it is paid."""
    receiver = session.get_one(Member, settlement.receiver_id)
    return _digest(
        (
            receiver.name,
            receiver.iban or "",
            str(settlement.amount_minor),
            settlement.currency,
            settlement.reference,
        )
    )


def print_of(session: Session, payable: Payable) -> str:
    """The digest of what an order pays."""
    if isinstance(payable, Settlement):
        return settlement_print(session, payable)
    return bill_print(payable, printed_on(session, payable))


def _digest(fields: Iterable[str]) -> str:
    data = (field.encode() for field in fields)
    return sha256(b"".join(b"%d:%b," % (len(one), one) for one in data)).hexdigest()
