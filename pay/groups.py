"""People whose balances cancel out among themselves: as many groups as can be.

A group of k people is settled by k - 1 transfers, so the most groups leave the fewest transfers.
Finding them is as hard as subset sums (Verhoeff, "Settling multiple debts efficiently", 2004);
a table over all subsets is quick for a household.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from pay.people import Person

EXACT_UP_TO = 16
"""The most people, besides those who cancel out in pairs, for whom all subsets are weighed."""

Nets = dict[Person, int]


def groups(nets: Mapping[Person, int]) -> list[Nets]:
    """Disjoint groups that each sum to zero and hold everybody; no net is zero, their sum is.

    Two people who cancel out are always taken together first: taking them out of the groups they
    would be in leaves a remainder that sums to zero too, so it never costs a group.
    """
    left = dict(sorted(nets.items()))
    found = _pairs(left)
    if len(left) <= EXACT_UP_TO:
        return found + _most(left)
    found += _triples(left)
    if len(left) <= EXACT_UP_TO:
        return found + _most(left)
    return [*found, left]


def _pairs(left: Nets) -> list[Nets]:
    """Takes pairs that cancel out from `left`."""
    found = []
    waiting: dict[int, list[Person]] = {}
    for person, minor in left.items():
        others = waiting.get(-minor)
        if others:
            found.append({others.pop(0): -minor, person: minor})
        else:
            waiting.setdefault(minor, []).append(person)
    _take(left, found)
    return found


def _triples(left: Nets) -> list[Nets]:
    """Takes groups of three from `left`, for a household too large to weigh all subsets."""
    found: list[Nets] = []
    for first in list(left):
        rest = {minor: person for person, minor in left.items() if person != first}
        others = (person for person in left if first in left and person != first)
        for second in others:
            third = rest.get(-left[first] - left[second])
            if third is not None and third != second:
                found.append({one: left[one] for one in (first, second, third)})
                break
        _take(left, found[-1:])
    return found


def _take(left: Nets, found: Sequence[Nets]) -> None:
    for group in found:
        for person in group:
            left.pop(person, None)


def _most(left: Nets) -> list[Nets]:
    """The most groups, by a table over all subsets.

    best[s] is the most zero sums met when the subset s grows by one person at a time; the way back
    from everybody to nobody, always by the first person possible, names the groups.
    """
    people = list(left)
    sums = np.zeros(1, dtype=np.int64)
    for person in people:
        sums = np.concatenate((sums, sums + left[person]))
    even = sums == 0
    best = np.zeros(len(sums), dtype=np.int8)
    for layer, smaller in _layers(len(people)):
        best[layer] = best[smaller].max(axis=1) + even[layer]
    found: list[Nets] = []
    subset = len(sums) - 1
    while subset:
        if even[subset]:
            found.append({})
        place = _step(best, subset, int(best[subset]) - int(even[subset]), len(people))
        found[-1][people[place]] = left[people[place]]
        subset ^= 1 << place
    return found


def _step(best: npt.NDArray[np.int8], subset: int, wanted: int, size: int) -> int:
    """The first place in `subset` whose removal leaves a subset with `wanted` groups."""
    places = (place for place in range(size) if subset >> place & 1)
    return next(place for place in places if best[subset ^ (1 << place)] == wanted)


@lru_cache(maxsize=4)
def _layers(size: int) -> list[tuple[npt.NDArray[np.int32], npt.NDArray[np.int32]]]:
    """The subsets of 1, 2, ... `size` people as bits, each beside its subsets with one fewer.

    Shapes (k,) and (k, size). Where a person is not in the subset, the subset itself stands: its
    own entry is still zero when it is looked up.
    """
    bits = 1 << np.arange(size, dtype=np.int32)
    every = np.arange(1 << size, dtype=np.int32)
    counts = np.bitwise_count(every)
    found = []
    for count in range(1, size + 1):
        layer = every[counts == count]
        found.append((layer, layer[:, None] & ~bits[None, :]))
    return found
