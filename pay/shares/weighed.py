"""What the rules answer: who bears which part, exactly, and why; still without rounding."""

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from pay.people import Person
from pay.shares.why import Why


class Weighed(NamedTuple):
    """A person's exact part relative to the others' (from 0; any sum)."""

    person: Person
    weight: Fraction
    why: Why


def whole(parts: Iterable[Weighed]) -> list[Weighed]:
    """The same parts, their weights making 1 (all 0 when they were all 0)."""
    several = list(parts)
    total = sum((one.weight for one in several), Fraction(0)) or Fraction(1)
    return [one._replace(weight=one.weight / total) for one in several]
