"""All evidence between entries and bills, and the pairs that are unique in both directions."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from models.statement import Entry
from pay.match.expected import Expected, Level
from pay.match.found import compact
from pay.match.levels import Evidence, evidence, has_reference

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
    """A reference on several payments is the customer's, not the bill's: it says as much as an IBAN."""
    within = booked.within(one.earliest, one.last)
    found = [(entry, told) for entry in within if (told := evidence(entry, one)) is not None]
    by_reference = any(told.level == "reference" for _, told in found)
    shared = by_reference and (is_repeated or _is_habit(one, booked))
    for entry, told in found:
        yield Pair(entry, one, told, shared and told.level == "reference")


def _is_habit(one: Expected, booked: _Booked) -> bool:
    """True when payments of several days of the years around bear the reference."""
    days: set[date] = set()
    for entry in booked.within(one.first - _YEARS, one.last + _YEARS):
        if (entry.amount.minor < 0) == (one.amount.minor < 0) and has_reference(entry, one):
            days.add(entry.booked_on)
            if len(days) > 1:
                return True
    return False


def unique(pairs: Sequence[Pair], rank: int) -> list[Pair]:
    """The pairs of at least `rank` that may be taken without asking.

    The amount is exact, nothing speaks against, and neither side has another pair as good; nor may
    another bill of the payee, known by name only, be meant (`_open_between`).
    """
    exact = [pair for pair in pairs if pair.is_exact]
    good = [p for p in exact if p.rank >= rank and p.evidence.sure and _tells(p, rank)]
    entries = Counter(pair.entry.key for pair in good)
    bills = Counter(pair.expected.key for pair in good)
    alone = [p for p in good if entries[p.entry.key] == 1 and bills[p.expected.key] == 1]
    claimed = {pair.expected.key for pair in alone}
    waiting: defaultdict[str, list[Pair]] = defaultdict(list)
    for pair in exact:
        told = pair.rank > RANKS["name"] or (pair.rank == RANKS["name"] and pair.evidence.near)
        if told and pair.expected.key not in claimed:
            waiting[pair.entry.key].append(pair)
    return [pair for pair in alone if not _open_between(pair, waiting[pair.entry.key])]


def _is_own(pair: Pair) -> bool:
    """An id that belongs to one bill, not to a customer or an account."""
    return pair.rank >= RANKS["reference"] and not pair.shared


def _tells(pair: Pair, rank: int) -> bool:
    """A bill's own id holds in the whole window; what repeats every month only near a known due day."""
    near = pair.evidence.near and pair.expected.due_known
    return _is_own(pair) or (near and rank <= RANKS["iban"])


def _open_between(pair: Pair, waiting: Sequence[Pair]) -> bool:
    """Another bill without a payment of its own could be the one that was paid.

    Its amount is the same, and it is near or due earlier. Beside a bill's own id it counts only
    when the payment is far from this due day: people copy last month's reference.
    """
    if _is_own(pair):
        return not pair.evidence.near and any(one.evidence.near for one in waiting)
    return any(one.evidence.near or one.expected.due_on < pair.expected.due_on for one in waiting)
