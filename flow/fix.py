"""What the person says is right of a bill, field by field, as a correction keeps it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from flow.look_alikes import APART
from flow.taught import NONE
from models.errors.values import CreditUnsaid
from models.money import Money
from models.tables import Bill
from models.verdict import Category, Kind, State

_ASK = (Kind.TO_PAY, Kind.TO_BE_DEBITED, Kind.ON_PORTAL, Kind.REMINDER)
"""Kinds that ask for money, of which none is below zero."""


@dataclass(frozen=True, slots=True)
class Fix:
    """What the person says; None leaves a field as it is."""

    kind: Kind | None = None
    category: Category | None = None
    biller: str | None = None
    amount: Decimal | None = None
    currency: str | None = None
    due_on: date | None = None
    no_due: bool = False
    """The bill has no due date, whatever was read."""
    issued_on: date | None = None
    number: str | None = None
    customer_number: str | None = None
    iban: str | None = None
    """Compact, with right check digits: the door asks models.iban."""
    reference: str | None = None
    state: State | None = None
    """OPEN, HANDED_OVER ("I sent the money") or CLOSED ("it is settled"): nothing is learned from it."""
    genuine: bool = False
    """The person asked the biller through another channel: a held bill is released."""
    confirmed: bool = False
    """All that the card shows is right."""
    apart: int | None = None
    """The bill that this one is not, however alike they are."""

    @property
    def is_empty(self) -> bool:
        """Nothing was said."""
        return self == Fix()


def asked_of(bill: Bill, fix: Fix) -> list[tuple[str, str]]:
    """(field, new value) of what was said, as a correction keeps it. Raises AmountInvalid, CreditUnsaid."""
    said = [
        ("kind", fix.kind),
        ("category", fix.category),
        ("biller", fix.biller),
        ("amount", _money(bill, fix)),
        ("due_date", NONE if fix.no_due else fix.due_on.isoformat() if fix.due_on else None),
        ("issue_date", fix.issued_on.isoformat() if fix.issued_on else None),
        ("number", fix.number),
        ("customer_number", fix.customer_number),
        ("iban", fix.iban),
        ("reference", fix.reference),
        ("confirmed", "yes" if fix.confirmed else None),
        ("genuine", "yes" if fix.genuine else None),
        ("state", fix.state),
        (APART, fix.apart),
    ]
    return [(name, str(value)) for name, value in said if value is not None]


def _money(bill: Bill, fix: Fix) -> str | None:
    shown = bill.amount
    if fix.amount is None and (fix.currency is None or shown is None):
        return None
    number = fix.amount if fix.amount is not None else shown.decimal if shown else Decimal(0)
    amount = Money.of(number, fix.currency or (shown.currency if shown else "EUR"))
    if fix.amount is not None and amount.minor < 0 and (fix.kind or bill.kind) in _ASK:
        raise CreditUnsaid(amount=str(amount), currency=amount.currency)
    return f"{amount} {amount.currency}"


def values_of(bill: Bill) -> dict[str, str | None]:
    """The same fields as the card shows them now."""
    amount = bill.amount
    return {
        "kind": bill.kind.value,
        "category": bill.category.value,
        "biller": bill.biller,
        "amount": f"{amount} {amount.currency}" if amount else None,
        "due_date": bill.due_on.isoformat() if bill.due_on else None,
        "issue_date": bill.issued_on.isoformat() if bill.issued_on else None,
        "number": bill.number,
        "customer_number": bill.customer_number,
        "iban": bill.iban,
        "reference": bill.reference,
        "state": bill.state.value,
    }
