"""Which fields of a bill are not sure, of those that it must be sure of."""

from collections.abc import Mapping

from flow.settings import Settings
from models.tables import Bill
from models.verdict import Kind, State

_NEEDED = ("biller", "amount")
_DATED = frozenset({Kind.TO_PAY, Kind.TO_BE_DEBITED, Kind.REMINDER, Kind.SCHEDULE})
"""Kinds of which the due date must be sure too, or that there is none."""


def doubtful(confidences: Mapping[str, float], kind: Kind, sure: float) -> list[str]:
    """The needed fields with less confidence than `sure`; what is no bill needs none."""
    if kind is Kind.OTHER:
        return []
    needed = ("biller",) if kind is Kind.ON_PORTAL else _NEEDED
    dated = ("due_on",) if kind in _DATED else ()
    return [name for name in (*needed, *dated) if confidences.get(name, 0.0) < sure]


def to_review(bill: Bill, settings: Settings) -> list[str]:
    """The fields that a bill waits to be reviewed for (a Reading's names, or "kind"), or that the books
    take unseen from a receipt; [] for another."""
    fields = doubtful(bill.confidences, bill.kind, settings.sure)
    if bill.state is not State.REVIEW:
        return fields if is_unsure_receipt(bill, settings.sure) else []
    return [*(["kind"] if bill.confidence < settings.sure else []), *fields]


def is_unsure_receipt(bill: Bill, sure: float) -> bool:
    """Whether it surely was paid, but not surely to whom, or how much: nothing is asked for, yet the
    books would take it."""
    paid = bill.kind is Kind.RECEIPT and bill.state is State.PAID
    return paid and bool(doubtful(bill.confidences, bill.kind, sure))
