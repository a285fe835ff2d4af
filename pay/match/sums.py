"""One transfer for several bills: which of them make its amount."""

from collections.abc import Sequence
from itertools import combinations

from models.money import Money
from pay.match.expected import Expected

MOST_BILLS = 5
MOST_CANDIDATES = 14
"""Together at most 3,458 sums for one entry."""


def making(amount: Money, candidates: Sequence[Expected]) -> tuple[Expected, ...]:
    """The two to five candidates that make `amount`; () when none or several sets do.

    With too many candidates nothing is said: some set always fits by chance.
    """
    found: list[tuple[Expected, ...]] = []
    if len(candidates) > MOST_CANDIDATES:
        return ()
    for count in range(2, min(MOST_BILLS, len(candidates)) + 1):
        for some in combinations(candidates, count):
            if sum(one.amount.minor for one in some) == amount.minor:
                found.append(some)
                if len(found) > 1:
                    return ()
    return found[0] if found else ()
