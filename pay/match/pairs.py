"""All evidence between entries and bills, and the pairs that are unique in both directions."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from models.statement import Entry
from pay.match.expected import Expected, Level
from pay.match.found import compact
from pay.match.levels import Evidence, bears_number, evidence, has_reference

RANKS: dict[Level, int] = {
    "end_to_end": 5,
    "reference": 4,
    "iban": 3,
    "creditor": 3,
    "name": 2,
    "amount": 1,
    "person": 0,
}
_YEARS = timedelta(days=2 * 365)
_TWICE = timedelta(days=20)
"""A second payment of one bill comes soon; last month's number on this month's transfer a month later."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One entry and one bill with what speaks for them; shared: the reference is no bill's own."""

    entry: Entry
    expected: Expected
    evidence: Evidence
    shared: bool = False

    @property
    def rank(self) -> int:
        return RANKS[self.evidence.level]

    @property
    def is_exact(self) -> bool:
        return self.entry.amount == self.expected.amount

    @property
    def keys(self) -> tuple[str, str]:
        return self.entry.key, self.expected.key


def pairs_of(
    expected: Iterable[Expected], entries: Iterable[Entry], refused: frozenset[tuple[str, str]]
) -> list[Pair]:
    """Every pair that something speaks for, but those the person took apart."""
    booked = _Booked(entries)
    wanted = list(expected)
    repeated = Counter(code for one in wanted for code in _codes(one))
    return [
        pair
        for one in wanted
        for pair in _pairs(one, booked, is_repeated=any(repeated[code] > 1 for code in _codes(one)))
        if pair.keys not in refused
    ]


class _Booked:
    """Entries in the order of days."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = sorted(entries, key=lambda entry: entry.booked_on)
        self._days = [entry.booked_on for entry in self._entries]

    def within(self, first: date, last: date) -> Sequence[Entry]:
        """The entries of these days, both included."""
        return self._entries[bisect_left(self._days, first) : bisect_right(self._days, last)]


def _codes(one: Expected) -> frozenset[str]:
    return frozenset(code for code in (compact(one.reference), compact(one.number)) if code)


def _pairs(one: Expected, booked: _Booked, *, is_repeated: bool) -> Iterator[Pair]:
    """A reference on several payments is the customer's, not the bill's: it says as much as an IBAN.

    The bill's own number may stand on several that are close together: in parts, or paid twice.
    """
    within = booked.within(one.earliest, one.last)
    found = [(entry, told) for entry in within if (told := evidence(entry, one)) is not None]
    by_reference = any(told.level == "reference" for _, told in found)
    shared = by_reference and (is_repeated or _is_habit(one, booked))
    for entry, told in found:
        yield Pair(entry, one, told, shared and told.level == "reference")


def _is_habit(one: Expected, booked: _Booked) -> bool:
    """True when payments of several days of the years around bear the reference, and are not all payments
    of this one bill.
    """
    bearing = [
        entry
        for entry in booked.within(one.first - _YEARS, one.last + _YEARS)
        if (entry.amount.minor < 0) == (one.amount.minor < 0) and has_reference(entry, one)
    ]
    days = [entry.booked_on for entry in bearing]
    if not days or days[0] == days[-1]:
        return False
    numbered = all(bears_number(entry, one) for entry in bearing)
    return not (numbered and days[-1] - days[0] <= _TWICE)


def unique(pairs: Sequence[Pair], rank: int) -> list[Pair]:
    """The pairs of at least `rank` that may be taken without asking.

    The amount is exact, nothing speaks against, and neither side has another pair as good; nor may
    another bill of the payee, known by name only, be meant (`_open_between`). A bill whose own id stands
    on several payments is paid by the first of them.
    """
    exact = [pair for pair in pairs if pair.is_exact]
    good = [p for p in exact if p.rank >= rank and p.evidence.sure and _tells(p, rank)]
    entries = Counter(pair.entry.key for pair in good)
    by_bill: defaultdict[str, list[Pair]] = defaultdict(list)
    for pair in good:
        by_bill[pair.expected.key].append(pair)
    first = [_first(own) for own in by_bill.values()]
    alone = [one for one in first if one is not None and entries[one.entry.key] == 1]
    claimed = {pair.expected.key for pair in alone}
    waiting: defaultdict[str, list[Pair]] = defaultdict(list)
    for pair in exact:
        told = pair.rank > RANKS["name"] or (pair.rank == RANKS["name"] and pair.evidence.near)
        if told and pair.expected.key not in claimed:
            waiting[pair.entry.key].append(pair)
    return [pair for pair in alone if not _open_between(pair, waiting[pair.entry.key])]


def _first(pairs: Sequence[Pair]) -> Pair | None:
    """The only pair of a bill, or of several payments that bear its own id the earlier booked one."""
    if len(pairs) > 1 and not all(is_surely_own(pair) for pair in pairs):
        return None
    return min(pairs, key=lambda pair: (pair.entry.booked_on, pair.entry.key))


def is_own(pair: Pair) -> bool:
    """An id that belongs to one bill, not to a customer or an account."""
    return pair.rank >= RANKS["reference"] and not pair.shared


def is_surely_own(pair: Pair) -> bool:
    """By our order's id or the bill's number; a reference may be a customer's who paid two bills a day."""
    by_order = pair.rank == RANKS["end_to_end"]
    return by_order or (is_own(pair) and bears_number(pair.entry, pair.expected))


def _tells(pair: Pair, rank: int) -> bool:
    """A bill's own id holds in the whole window; what repeats every month only near a known due day."""
    near = pair.evidence.near and pair.expected.due_known
    return is_own(pair) or (near and rank <= RANKS["iban"])


def _open_between(pair: Pair, waiting: Sequence[Pair]) -> bool:
    """Another bill without a payment of its own could be the one that was paid.

    Its amount is the same, and it is near or due earlier. Beside a bill's own id it counts only
    when the payment is far from this due day: people copy last month's reference.
    """
    if is_own(pair):
        return not pair.evidence.near and any(one.evidence.near for one in waiting)
    return any(one.evidence.near or one.expected.due_on < pair.expected.due_on for one in waiting)
