"""R-transactions: a payment that came back opens its bill again."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from models.money import Money
from models.statement import Entry
from pay.match.found import codes_in, compact, same_code
from pay.match.levels import NEAR, same_creditor
from pay.match.names import ALIKE, likeness

LATEST = timedelta(days=400)
"""A direct debit may be taken back for 8 weeks, an unauthorised one for 13 months (SEPA rulebook)."""
_DAY = timedelta(days=1)
_TAKEN_BACK = timedelta(weeks=9)
"""Eight weeks, and the days that banks take."""


def originals(entries: Sequence[Entry]) -> dict[str, Entry | None]:
    """For each entry that undoes another: that other one, None when it is not here or not clear.

    The latest earlier entry of the opposite amount with the same id, mandate, creditor or account.
    Of two as good within weeks none is taken: a bill opened by mistake is a bill paid twice.
    """
    found: dict[str, Entry | None] = {}
    taken: set[str] = set()
    by_amount: defaultdict[Money, list[Entry]] = defaultdict(list)
    for entry in entries:
        if not entry.returned:
            by_amount[entry.amount].append(entry)
    for entry in sorted(entries, key=lambda one: one.booked_on):
        if entry.returned:
            others = [one for one in by_amount[-entry.amount] if one.key not in taken]
            original = _original(entry, others)
            found[entry.key] = original
            taken.update([original.key] if original else [])
    return found


def _original(entry: Entry, others: Sequence[Entry]) -> Entry | None:
    kin = [
        (_kinship(entry, one), one)
        for one in others
        if one.account == entry.account
        and entry.booked_on - LATEST <= one.booked_on <= entry.booked_on + _DAY
    ]
    best = max((score for score, _ in kin), default=0)
    like = sorted((one for score, one in kin if score == best), key=lambda one: one.booked_on)
    if not best or (len(like) > 1 and like[-1].booked_on - like[-2].booked_on <= NEAR):
        return None
    return like[-1]


def _kinship(entry: Entry, other: Entry) -> int:
    """How surely the two are one payment there and back: 0 not at all, from 100 on by an id.

    A mandate, creditor or account is all that bills of one payee have in common; any other code that
    both texts bear makes them closer. A name alone is the weakest, and no longer than a debit may be
    taken back without a reason.
    """
    if entry.end_to_end and same_code(entry.end_to_end, other.end_to_end):
        return 100
    own = codes_in(entry.text) & codes_in(other.text)
    own -= {compact(entry.mandate), compact(entry.creditor_id)}
    if entry.reference and same_code(entry.reference, other.reference):
        own |= {compact(entry.reference)}
    mandate = bool(entry.mandate) and same_code(entry.mandate, other.mandate)
    creditor = same_creditor(entry.creditor_id, other.creditor_id)
    iban = entry.counterparty_iban is not None
    account = iban and entry.counterparty_iban == other.counterparty_iban
    told = 4 * len(own) + (2 if mandate or creditor or account else 0)
    return told or int(entry.booked_on - other.booked_on <= _TAKEN_BACK and _alike(entry, other))


def _alike(entry: Entry, other: Entry) -> bool:
    """The bank names one payee on both, and no id says otherwise."""
    if entry.creditor_id and other.creditor_id:
        return False
    names = ((entry, other), (other, entry))
    return any(
        likeness(one.counterparty, f"{two.counterparty} {two.text}") >= ALIKE for one, two in names
    )


def turned(entry: Entry) -> Entry:
    """The payment that a returned entry was before it came back."""
    return replace(entry, amount=-entry.amount, returned="")
