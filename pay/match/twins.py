"""Equal payments to one payee close together: the account does not tell which bill is which.

Someone with two contracts of one price, or a bill that Facteur never saw, pays the same account the
same amount twice within weeks. Then only a bill's own id says which payment is for which bill. A
payee with whom that happened twice is one of two contracts, also in a month with one payment.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta
from itertools import pairwise

from rapidfuzz import fuzz

from models.money import Money
from models.statement import Entry
from pay.match.found import same_code
from pay.match.levels import NEAR, same_creditor
from pay.match.names import ALIKE, folded

_CLOSE = timedelta(days=10)
_HABIT = 2


def alike(entries: Iterable[Entry]) -> list[list[Entry]]:
    """The entries of one payee and one amount, each list in the order of days."""
    by_amount: defaultdict[Money, list[list[Entry]]] = defaultdict(list)
    for entry in sorted(entries, key=lambda one: one.booked_on):
        groups = by_amount[entry.amount]
        own = next((group for group in groups if _one_payee(entry, group[-1])), None)
        if own is None:
            groups.append([entry])
        else:
            own.append(entry)
    return [group for groups in by_amount.values() for group in groups]


def twins(groups: Sequence[Sequence[Entry]], settled: frozenset[str]) -> frozenset[str]:
    """The keys of the entries that have an equal beside them which no id has settled yet."""
    found: set[str] = set()
    for group in groups:
        if (
            sum(after.booked_on - one.booked_on <= _CLOSE for one, after in pairwise(group))
            >= _HABIT
        ):
            found.update(entry.key for entry in group)
        rest = [entry for entry in group if entry.key not in settled]
        for one, after in pairwise(rest):
            if after.booked_on - one.booked_on <= NEAR:
                found.update((one.key, after.key))
    return frozenset(found)


def _one_payee(one: Entry, other: Entry) -> bool:
    if one.counterparty_iban is not None and one.counterparty_iban == other.counterparty_iban:
        return True
    if same_creditor(one.creditor_id, other.creditor_id):
        return True
    if one.reference and same_code(one.reference, other.reference):
        return True
    left, right = (folded(f"{e.counterparty} {e.text}") for e in (one, other))
    return bool(left and right) and fuzz.token_set_ratio(left, right) >= ALIKE
