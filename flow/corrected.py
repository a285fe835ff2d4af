"""What the person corrected stands on the card, over what was read."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from flow.doubts import doubtful
from flow.settings import Settings
from flow.taught import NONE
from models.money import Money
from models.reading import FIELD_NAMES
from models.tables import Bill, Correction
from models.verdict import Category, Kind, State


def correct(bill: Bill, corrections: Sequence[Correction], settings: Settings) -> None:
    """Writes what the person said over what was read; what is left in doubt stays to review."""
    for correction in corrections:
        _write(bill, correction.field, correction.now or "")
    fixed = {READ_AS.get(c.field, c.field) for c in corrections}
    bill.confidences = {**bill.confidences, **{name: 1.0 for name in fixed & set(FIELD_NAMES)}}
    if "kind" in fixed:
        bill.confidence = 1.0
    if not corrections or (bill.state is State.STOPPED and "genuine" not in fixed):
        return
    chosen = next((c.now for c in reversed(corrections) if c.field == "state"), None)
    bill.state = State(chosen) if chosen else _state_after(bill, settings)


READ_AS = {"due_date": "due_on", "issue_date": "issued_on", "iban": "payee_iban"}
"""A correction's field and its name in a Reading, where they differ."""


def _state_after(bill: Bill, settings: Settings) -> State:
    if bill.kind is Kind.OTHER:
        return State.CLOSED
    if bill.kind is Kind.RECEIPT:
        return State.PAID
    unsure = bill.confidence < settings.sure or doubtful(bill.confidences, bill.kind, settings.sure)
    return State.REVIEW if unsure else State.OPEN


_TEXTS = frozenset({"biller", "number", "customer_number", "iban", "reference"})


def _write(bill: Bill, field: str, now: str) -> None:
    if field in _TEXTS:
        setattr(bill, field, now)
    match field:
        case "kind":
            bill.kind = Kind(now)
        case "category":
            bill.category = Category(now)
        case "amount":
            number, _, currency = now.partition(" ")
            bill.amount = Money.of(Decimal(number), currency)
        case "due_date":
            bill.due_on = None if now == NONE else date.fromisoformat(now)
        case "issue_date":
            bill.issued_on = date.fromisoformat(now)
        case "confirmed":
            bill.confidence = 1.0
            bill.confidences = dict.fromkeys(FIELD_NAMES, 1.0)
