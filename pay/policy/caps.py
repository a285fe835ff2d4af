"""Caps per transfer and per month. A lower cap holds at once, a higher one after a day."""

from collections.abc import Iterable
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


@dataclass(frozen=True, slots=True)
class Standing:
    """The caps that hold, and those that come next: each DELAY after its moment, and the last one stays."""

    held: Caps
    waits: tuple[CapChange, ...] = ()

    def raised_by(self, asked: Caps) -> bool:
        """True when `asked` allows more than what holds and than each that waits already."""
        return all(_allows_more(one, asked) for one in (self.held, *(w.caps for w in self.waits)))


def standing_at(first: Caps, changes: Iterable[CapChange], now: datetime) -> Standing:
    """What holds at `now` and what waits, when the household began with `first`.

    In one currency that is the least that was asked for within the last DELAY: a cut holds at once and
    takes a raise that waits down with it, whose clock goes on. To another currency both caps go together
    after DELAY; until then those of the old one hold, and a word in the old one ends it.
    """
    standing = Standing(first)
    known = (change for change in changes if change.at <= now)
    for change in sorted(known, key=lambda change: change.at):
        standing = _asked(_ripened(standing, change.at), change)
    return _ripened(standing, now)


def caps_in_force(first: Caps, changes: Iterable[CapChange], now: datetime) -> Caps:
    """The caps that hold at `now`, when the household began with `first`."""
    return standing_at(first, changes, now).held


def _ripened(standing: Standing, now: datetime) -> Standing:
    ripe = [one.caps for one in standing.waits if one.at + DELAY <= now]
    return Standing(ripe[-1], standing.waits[len(ripe) :]) if ripe else standing


def _asked(standing: Standing, change: CapChange) -> Standing:
    held = standing.held
    if in_one_currency(held, change.caps):
        held = least(held, change.caps)
    lowered = (
        CapChange(least(one.caps, change.caps), one.at)
        for one in standing.waits
        if in_one_currency(one.caps, change.caps)
    )
    waits: list[CapChange] = []
    for one in (*lowered, change):
        if one.caps != (waits[-1].caps if waits else held):
            waits.append(one)
    return Standing(held, tuple(waits))


def in_one_currency(*some: Caps) -> bool:
    """True when no two of these caps are in different currencies."""
    both = [cap.currency for caps in some for cap in (caps.transfer, caps.month) if cap]
    return len(set(both)) <= 1


def least(one: Caps, other: Caps) -> Caps:
    """The lower cap of each; both in one currency."""
    return Caps(_lower(one.transfer, other.transfer), _lower(one.month, other.month))


def _lower(cap: Money | None, other: Money | None) -> Money | None:
    return cap if is_raise(cap, other) else other


def _allows_more(caps: Caps, asked: Caps) -> bool:
    return is_raise(caps.transfer, asked.transfer) or is_raise(caps.month, asked.month)


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
