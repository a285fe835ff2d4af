"""A whole number cut in proportion: largest remainder (Hamilton's method), the odd cents in turn."""

from collections.abc import Sequence

from models.errors.shares import PartsAllZero


def turn_of(biller: int, position: int) -> int:
    """The turn of a biller's bill: its position among the bills of that biller in the household.

    A biller's odd cent goes round its own bills (a turn for the household as a whole could always
    give one person the odd cent of every second bill); adding the biller's number starts each
    biller at another person. A credit note takes the turn of the bill that it cancels.
    """
    return biller + position


def apportion(total: int, weights: Sequence[int], turn: int = 0) -> list[int]:
    """`total` in whole units, in proportion to `weights` (from 0), in their order; the sum is exact.

    Each part is its exact quota rounded down or up, never a unit or more away. The units left over
    go to the largest remainders; among equal ones they go round with `turn`, so that in as many
    turns as there are equal ones each has had the same number. A negative total gives the same
    parts, negative. Raises PartsAllZero when there is something to share and nobody to bear it.
    """
    size, whole = abs(total), sum(weights)
    if not size:
        return [0] * len(weights)
    if not whole:
        raise PartsAllZero()
    if len(weights) == _TWO:
        first = first_of_two(size, weights[0], whole, turn)
        parts = [first, size - first]
    else:
        parts = _parts(size, weights, whole, turn)
    return parts if total > 0 else [-part for part in parts]


_TWO = 2


def first_of_two(size: int, weight: int, whole: int, turn: int) -> int:
    """The first part of `size`, above zero, by two weights whose sum is `whole`: as `apportion` in a
    fourth of the time, for a household has thousands of them."""
    part, rest = divmod(size * weight, whole)
    edge = rest * 2 - whole
    return part + 1 if edge > 0 or (edge == 0 and turn % 2 == 0) else part


def _parts(size: int, weights: Sequence[int], whole: int, turn: int) -> list[int]:
    parts, rests = [], []
    for weight in weights:
        part, rest = divmod(size * weight, whole)
        parts.append(part)
        rests.append(rest)
    for place in _odd_places(rests, size - sum(parts), turn):
        parts[place] += 1
    return parts


def _odd_places(rests: Sequence[int], odd: int, turn: int) -> list[int]:
    """The places of the `odd` largest rests; equal ones at the edge take turns."""
    if not odd:
        return []
    edge = sorted(rests, reverse=True)[odd - 1]
    above = [place for place, rest in enumerate(rests) if rest > edge]
    equal = [place for place, rest in enumerate(rests) if rest == edge]
    start = turn % len(equal)
    return above + (equal[start:] + equal[:start])[: odd - len(above)]
