"""What the person has decided, laid over the bills: what is paid, and how much is still open."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from models.money import Money
from models.statement import Entry
from pay.match.expected import (
    Decision,
    Expected,
    Kind,
    Match,
    Portion,
    Unmatched,
)


def confirmed(
    decisions: Iterable[Decision], entries: Mapping[str, Entry], expected: Mapping[str, Expected]
) -> list[Match]:
    """The matches that the person made; the later decision on an entry counts.

    What names an entry or bill that is not here is left out: it may be in another account's file.
    """
    bills_of: dict[str, list[str]] = {}
    for one in decisions:
        if isinstance(one, Unmatched):
            kept = [key for key in bills_of.get(one.entry, []) if key != one.expected]
            bills_of[one.entry] = kept
        elif one.entry in entries:
            bills_of[one.entry] = [key for key in one.expected if key in expected]
    open_ = {key: one.amount for key, one in expected.items()}
    return [
        _match(entries[entry], bills, expected, open_) for entry, bills in bills_of.items() if bills
    ]


def _match(
    entry: Entry, bills: Sequence[str], expected: Mapping[str, Expected], open_: dict[str, Money]
) -> Match:
    """The entry's amount fills one bill after the other; what is too much goes to the last."""
    back = _opposite(entry.amount, sum(expected[key].amount.minor for key in bills))
    kind: Kind = "refund" if back else kind_of(entry.amount, [open_[key] for key in bills])
    portions, rest = [], entry.amount
    for key in bills[:-1]:
        part = min(open_[key], rest, key=lambda money: abs(money.minor))
        portions.append(Portion(key, part))
        rest -= part
    portions.append(Portion(bills[-1], rest))
    for portion in portions:
        key = portion.expected
        left = open_[key].minor - portion.amount.minor
        open_[key] = Money(_no_more(left, expected[key]), portion.amount.currency)
    return Match(entry.key, tuple(portions), "person", kind)


def kind_of(amount: Money, open_: Sequence[Money]) -> Kind:
    """Whether an entry pays the open amounts exactly, partly, too much, or takes a payment back."""
    wanted = sum(money.minor for money in open_)
    if _opposite(amount, wanted):
        return "refund"
    if abs(amount.minor) < abs(wanted):
        return "part"
    if abs(amount.minor) > abs(wanted):
        return "over"
    return "whole" if len(open_) == 1 else "sum"


def _opposite(amount: Money, wanted: int) -> bool:
    """Money that goes the other way takes a payment back."""
    return wanted != 0 and (amount.minor < 0) != (wanted < 0)


def _no_more(left: int, one: Expected) -> int:
    """What came back of a payment that no statement shows leaves a bill open as a whole, not twice."""
    whole = one.amount.minor
    return max(left, whole) if whole < 0 else min(left, whole)


def still_open(expected: Iterable[Expected], matches: Iterable[Match]) -> list[Expected]:
    """The bills with what is left of them; those paid in full are gone."""
    paid: defaultdict[str, int] = defaultdict(int)
    for match in matches:
        for portion in match.portions:
            paid[portion.expected] += portion.amount.minor
    rest = []
    for one in expected:
        left = _no_more(one.amount.minor - paid[one.key], one)
        if left and (left < 0) == (one.amount.minor < 0):
            rest.append(replace(one, amount=Money(left, one.amount.currency)))
    return rest


def refused(decisions: Iterable[Decision]) -> frozenset[tuple[str, str]]:
    """The pairs (entry, bill) that the person took apart and did not join again."""
    pairs: set[tuple[str, str]] = set()
    for one in decisions:
        if isinstance(one, Unmatched):
            pairs.add((one.entry, one.expected))
        else:
            pairs.difference_update((one.entry, key) for key in one.expected)
    return frozenset(pairs)
