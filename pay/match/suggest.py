"""What the evidence does not settle: one tap for the person, the best first, three at most."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta

from models.statement import Entry
from pay.match.decided import kind_of
from pay.match.expected import Expected, Level, Match, Portion, Suggestion
from pay.match.levels import same_creditor
from pay.match.names import ALIKE, likeness
from pay.match.pairs import RANKS, Pair
from pay.match.sums import making

MOST = 3
_PARTLY = 0.15
_REFUND = timedelta(days=90)
_REFUNDED: dict[Level, float] = {"iban": 0.5, "creditor": 0.5, "name": 0.3}


def suggestions(pairs: Sequence[Pair]) -> list[Suggestion]:
    """Single bills and sums of bills for each entry that has any."""
    by_entry: defaultdict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        by_entry[pair.entry.key].append(pair)
    return [one for own in by_entry.values() for one in _of_entry(own)]


def _of_entry(pairs: Sequence[Pair]) -> list[Suggestion]:
    found = [suggestion for pair in pairs if (suggestion := _single(pair)) is not None]
    found += _sums(pairs)
    return sorted(found, key=lambda one: one.strength, reverse=True)[:MOST]


def _single(pair: Pair) -> Suggestion | None:
    """One bill; another amount only where reference, account or creditor speak for it."""
    told = pair.evidence
    if pair.is_exact:
        portion = Portion(pair.expected.key, pair.entry.amount)
        return Suggestion(pair.entry.key, (portion,), told.level, "whole", told.strength)
    if pair.rank < RANKS["iban"] or (pair.rank == RANKS["iban"] and not told.near):
        return None
    kind = kind_of(pair.entry.amount, [pair.expected.amount])
    portion = Portion(pair.expected.key, pair.entry.amount)
    return Suggestion(pair.entry.key, (portion,), told.level, kind, told.strength - _PARTLY)


def _sums(pairs: Sequence[Pair]) -> list[Suggestion]:
    """Several bills of one payee that together make the amount exactly."""
    strong = [pair for pair in pairs if pair.rank >= RANKS["iban"] and not pair.is_exact]
    bills = making(strong[0].entry.amount, [pair.expected for pair in strong]) if strong else ()
    if not bills:
        return []
    chosen = [pair for pair in strong if pair.expected in bills]
    weakest = min(chosen, key=lambda pair: pair.rank)
    portions = tuple(Portion(one.key, one.amount) for one in bills)
    entry = chosen[0].entry.key
    return [Suggestion(entry, portions, weakest.evidence.level, "sum", weakest.evidence.strength)]


def sure_sum(pairs: Sequence[Pair]) -> Match | None:
    """One transfer that bears the references of all the bills it pays, to the cent."""
    named = [p for p in pairs if p.rank >= RANKS["reference"] and p.evidence.sure and not p.shared]
    if len(named) < 2 or any(pair.is_exact for pair in pairs):  # noqa: PLR2004
        return None
    entry = named[0].entry
    if sum(pair.expected.amount.minor for pair in named) != entry.amount.minor:
        return None
    bills = sorted((pair.expected for pair in named), key=lambda one: one.key)
    portions = tuple(Portion(one.key, one.amount) for one in bills)
    return Match(entry.key, portions, named[0].evidence.level, "sum")


def refunds(
    left: Iterable[Entry],
    matches: Sequence[Match],
    entries: dict[str, Entry],
    bills: dict[str, Expected],
) -> list[Suggestion]:
    """Money that comes back from a payee without being an R-transaction: a bill opens by one tap."""
    single = [
        (entries[one.entry], one.portions[0].expected) for one in matches if len(one.portions) == 1
    ]
    paid = sorted(single, key=lambda told: told[0].booked_on)
    days = [one.booked_on for one, _ in paid]
    found = []
    for entry in left:
        first, last = entry.booked_on - _REFUND, entry.booked_on
        around = paid[bisect_left(days, first) : bisect_right(days, last)]
        for one, bill in around[::-1]:
            level = _comes_back(entry, one, bills[bill])
            if level is not None:
                portion = Portion(bill, entry.amount)
                found.append(Suggestion(entry.key, (portion,), level, "refund", _REFUNDED[level]))
    return _best(found)


def _best(found: Sequence[Suggestion]) -> list[Suggestion]:
    """At most three for an entry, the strongest first, of equal ones the latest payment first."""
    by_entry: defaultdict[str, list[Suggestion]] = defaultdict(list)
    for one in sorted(found, key=lambda one: one.strength, reverse=True):
        by_entry[one.entry].append(one)
    return [one for own in by_entry.values() for one in own[:MOST]]


def _comes_back(entry: Entry, paid: Entry, bill: Expected) -> Level | None:
    """By what money seems to come back: the other way, not more than was paid, from the same payee."""
    one, other = entry.amount, paid.amount
    opposite = (one.minor < 0) != (other.minor < 0) and one.currency == other.currency
    if not opposite or abs(one.minor) > abs(other.minor):
        return None
    if entry.counterparty_iban is not None and entry.counterparty_iban == paid.counterparty_iban:
        return "iban"
    if same_creditor(entry.creditor_id, paid.creditor_id):
        return "creditor"
    alike = likeness(bill.payee, f"{entry.counterparty} {entry.text}") >= ALIKE
    return "name" if alike else None
