"""R-transactions: a payment that came back opens its bill again."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from models.statement import Entry
from pay.match.found import codes_in, same_code
from pay.match.levels import same_creditor
from pay.match.names import ALIKE, likeness

LATEST = timedelta(days=400)
"""A direct debit may be taken back for 8 weeks, an unauthorised one for 13 months (SEPA rulebook)."""
_DAY = timedelta(days=1)


def originals(entries: Sequence[Entry]) -> dict[str, Entry | None]:
    """For each entry that undoes another: that other one, None when it is not here or not clear.

    The nearest earlier entry of the opposite amount with the same id, mandate, account or name.
    """
    found: dict[str, Entry | None] = {}
    taken: set[str] = set()
    for entry in sorted(entries, key=lambda one: one.booked_on):
        if entry.returned:
            original = _original(entry, [one for one in entries if one.key not in taken])
            found[entry.key] = original
            taken.update([original.key] if original else [])
    return found


def _original(entry: Entry, others: Sequence[Entry]) -> Entry | None:
    before = [
        (_kinship(entry, one), one.booked_on, one)
        for one in others
        if not one.returned and one.amount == -entry.amount and one.account == entry.account
        if entry.booked_on - LATEST <= one.booked_on <= entry.booked_on + _DAY
    ]
    kin = [told for told in before if told[0]]
    best = max(kin, key=lambda told: told[:2], default=None)
    return best[2] if best else None


def _kinship(entry: Entry, other: Entry) -> int:
    """How surely the two are one payment there and back: 0 not at all, 4 by the same id."""
    if entry.end_to_end and same_code(entry.end_to_end, other.end_to_end):
        return 4
    if entry.mandate and same_code(entry.mandate, other.mandate):
        return 3
    if entry.reference and same_code(entry.reference, other.reference):
        return 3
    if codes_in(entry.text) & codes_in(other.text):
        return 3
    iban = entry.counterparty_iban is not None
    if iban and entry.counterparty_iban == other.counterparty_iban:
        return 2
    if same_creditor(entry.creditor_id, other.creditor_id):
        return 2
    alike = likeness(other.counterparty or other.text, f"{entry.counterparty} {entry.text}")
    return 1 if alike >= ALIKE else 0


def turned(entry: Entry) -> Entry:
    """The payment that a returned entry was before it came back."""
    return replace(entry, amount=-entry.amount, returned="")
