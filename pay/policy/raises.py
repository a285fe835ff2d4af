"""Raises of caps: which wait or came to hold lately, and what each of them changes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from pay.policy.caps import (
    DELAY,
    CapChange,
    Caps,
    Standing,
    in_one_currency,
    least,
    standing_at,
)

LATELY = timedelta(days=7)
"""How long a raise that holds is still told of, where nothing ran while it waited."""


@dataclass(frozen=True, slots=True)
class Raise:
    """Higher caps that were asked for at `at`, as far as no cut took them down since. before: those
    that hold, or that wait for an earlier moment.
    """

    at: datetime
    before: Caps
    after: Caps

    @property
    def counts_from(self) -> datetime:
        """From when they hold."""
        return self.at + DELAY


def raises_at(first: Caps, changes: Sequence[CapChange], now: datetime) -> list[Raise]:
    """The raises that wait at `now`, and those that came to hold within LATELY and do still, each in the
    order in which they were asked for.
    """
    standing = standing_at(first, changes, now)
    ripe = sorted(
        (one for one in changes if now - LATELY < one.at + DELAY <= now), key=lambda one: one.at
    )
    holding = [found for one in ripe for found in _holding(first, changes, one, standing.held)]
    return [*holding, *_waiting(standing)]


def _waiting(standing: Standing) -> Iterator[Raise]:
    before = standing.held
    for one in standing.waits:
        yield Raise(one.at, before, one.caps)
        before = one.caps


def _holding(
    first: Caps, changes: Sequence[CapChange], change: CapChange, held: Caps
) -> Iterator[Raise]:
    """What a change raised that was not withdrawn before its moment; nothing when a cut undid it since."""
    just_before = standing_at(first, changes, change.at + DELAY - timedelta.resolution)
    for one in _waiting(just_before):
        if one.at == change.at and Standing(one.before).raised_by(held):
            after = least(one.after, held) if in_one_currency(one.after, held) else one.after
            yield Raise(one.at, one.before, after)
