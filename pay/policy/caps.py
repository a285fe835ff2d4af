"""Caps per transfer and per month. A lower cap holds at once, a higher one after a day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from models.errors.values import DateNaive
from models.money import Money

DELAY = timedelta(hours=24)
"""From asking for a higher cap to having it: time to notice a stranger who asks."""


@dataclass(frozen=True, slots=True)
class Caps:
    """The most for one transfer and for one calendar month; None where there is no cap."""

    transfer: Money | None = None
    month: Money | None = None


NO_CAPS = Caps()
PURCHASE_CAPS = Caps(Money(50_00, "EUR"), Money(300_00, "EUR"))
"""Small purchases on the monthly statement, unless the administrator sets others."""
MEMBER_CAPS = Caps(Money(500_00, "EUR"), Money(1_500_00, "EUR"))
"""Money between members, until the person sets others."""


@dataclass(frozen=True, slots=True)
class CapChange:
    """New caps and the aware moment at which they were asked for. Raises DateNaive."""

    caps: Caps
    at: datetime

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise DateNaive


def caps_in_force(first: Caps, changes: Iterable[CapChange], now: datetime) -> Caps:
    """The caps that hold at `now`, when the household began with `first`.

    Each of the two caps goes its own way: a raise of one does not delay a cut of the other. A change
    takes the place of an earlier raise that still waits.
    """
    known = sorted((change for change in changes if change.at <= now), key=lambda change: change.at)
    return Caps(
        _in_force(first.transfer, [(change.caps.transfer, change.at) for change in known], now),
        _in_force(first.month, [(change.caps.month, change.at) for change in known], now),
    )


def _in_force(
    cap: Money | None, changes: Sequence[tuple[Money | None, datetime]], now: datetime
) -> Money | None:
    ends = (*(at for _, at in changes[1:]), now)
    for (asked, at), end in zip(changes, ends, strict=False):
        if not is_raise(cap, asked) or end >= at + DELAY:
            cap = asked
    return cap


def is_raise(cap: Money | None, asked: Money | None) -> bool:
    """True when `asked` allows more than `cap`; another currency counts as more."""
    if cap is None:
        return False
    return asked is None or asked.currency != cap.currency or asked > cap


def spent_in_month(orders: Iterable[tuple[Money, date]], day: date, currency: str) -> Money:
    """The sum of `orders` (amount and day of leaving) in the month of `day` and in `currency`."""
    same = (
        amount.minor
        for amount, on in orders
        if (on.year, on.month) == (day.year, day.month) and amount.currency == currency
    )
    return Money(sum(same), currency)
