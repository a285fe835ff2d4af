"""Opening and closing from a column of running balances, when it is one."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from models.money import Money
from models.statement import Balance

Step = tuple[date, Decimal, Decimal]
"""Day, what the row moved, balance after it."""
_MOST_OFF = 3
"""At least two of three steps must hold: some banks repeat today's balance on every row."""


def balances(steps: Sequence[Step], currency: str) -> tuple[Balance | None, Balance | None]:
    """Opening and closing, whether the file begins with the oldest or the newest row.

    A step that does not hold leaves a gap between opening, entries and closing, for the statement
    to tell. (None, None) when the column is no running balance.
    """
    up = _holding(steps)
    down = _holding(steps[::-1])
    in_order = steps if up >= down else steps[::-1]
    if not steps or max(up, down) * _MOST_OFF < (len(steps) - 1) * 2:
        return None, None
    first, last = in_order[0], in_order[-1]
    opening = Money.of(first[2] - first[1], currency)
    return Balance(opening, first[0]), Balance(Money.of(last[2], currency), last[0])


def _holding(steps: Sequence[Step]) -> int:
    return sum(after[2] == before[2] + after[1] for before, after in pairwise(steps))
