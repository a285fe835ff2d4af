"""A bill that is paid twice: the first payment stays its proof, the second is asked about.

Only the bill's number, or our order's id, says that both are for this bill. Of two equal payments to
one account either may be for a bill that nobody has seen (pay.match.twins).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from models.statement import Entry
from pay.match.expected import Expected, Match, Portion, Suggestion
from pay.match.pairs import RANKS, Pair, is_surely_own, pairs_of, unique

_LESS = 0.05


def paid_again(
    expected: Iterable[Expected],
    matches: Iterable[Match],
    left: Sequence[Entry],
    apart: frozenset[tuple[str, str]],
) -> list[Suggestion]:
    """The entries of `left` that bear the id of a bill that is paid; the exact amount first."""
    paid = {portion.expected for one in matches for portion in one.portions}
    found: dict[str, Suggestion] = {}
    for pair in pairs_of([one for one in expected if one.key in paid], left, apart):
        if is_surely_own(pair) and pair.evidence.sure:
            portion = Portion(pair.expected.key, pair.entry.amount)
            strength = pair.evidence.strength - (_LESS if pair.is_exact else 2 * _LESS)
            one = Suggestion(pair.entry.key, (portion,), pair.evidence.level, "again", strength)
            best = found.get(pair.entry.key)
            found[pair.entry.key] = one if best is None or best.strength < strength else best
    return list(found.values())


def paid_before(
    told: Sequence[Match],
    expected: Sequence[Expected],
    entries: dict[str, Entry],
    rest: Sequence[Entry],
    apart: frozenset[tuple[str, str]],
) -> list[Match]:
    """What evidence alone had proven before the person said that a later entry pays the same bill.

    Such a word says that the bill was paid twice; it does not take the first payment from it.
    """
    last = {p.expected: entries[one.entry].booked_on for one in told for p in one.portions}
    before = [one for one in rest if last and one.booked_on <= max(last.values())]
    named = [one for one in expected if one.key in last]
    if not any(_stays(pair, last) for pair in pairs_of(named, before, apart)):
        return []
    first = unique(pairs_of(expected, before, apart), RANKS["reference"])
    return [
        Match(pair.entry.key, (Portion(pair.expected.key, pair.entry.amount),), pair.evidence.level)
        for pair in first
        if _stays(pair, last)
    ]


def _stays(pair: Pair, last: Mapping[str, date]) -> bool:
    on = last.get(pair.expected.key)
    exact = pair.is_exact and pair.evidence.near and is_surely_own(pair)
    return exact and on is not None and pair.entry.booked_on <= on


def beside(told: Sequence[Match], first: Sequence[Match]) -> list[Match]:
    """The person's matches, where a first payment stands as more than the bill asks for."""
    paid = {portion.expected for one in first for portion in one.portions}
    return [
        replace(one, kind="over") if {p.expected for p in one.portions} & paid else one
        for one in told
    ]
