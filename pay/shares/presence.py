"""Who lived in the household and who was there, day by day."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from models.errors.shares import DaysReversed
from models.reading import Period
from pay.people import Person


@dataclass(frozen=True, slots=True)
class Interval:
    """Days of one person, both included; None is an open end. Raises DaysReversed."""

    person: Person
    first: date | None = None
    last: date | None = None

    def __post_init__(self) -> None:
        if self.first and self.last and self.last < self.first:
            raise DaysReversed(first=self.first.isoformat(), last=self.last.isoformat())


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days in a row, both included, on which the same people live here (`residents`).

    present: those of them who are not away. Both in order of person.
    """

    first: date
    last: date
    residents: tuple[Person, ...]
    present: tuple[Person, ...]

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class Presence:
    """The calendar: `stays` from moving in to moving out (a guest's visit too), `away` in between.

    Intervals of one person may overlap; a day counts once.
    """

    stays: tuple[Interval, ...] = ()
    away: tuple[Interval, ...] = ()

    def stretches(self, period: Period) -> tuple[Stretch, ...]:
        """`period` cut wherever somebody comes or goes; the time is linear in the intervals.

        Raises DaysReversed for a period that ends before it begins.
        """
        start, end = period.first.toordinal(), period.last.toordinal() + 1
        if end <= start:
            raise DaysReversed(first=period.first.isoformat(), last=period.last.isoformat())
        stays, away = _Turnstile(self.stays, start, end), _Turnstile(self.away, start, end)
        cuts = sorted({start, end, *stays.cuts(), *away.cuts()})
        found = []
        for here, after in pairwise(cuts):
            residents, absent = stays.at(here), away.at(here)
            first, last = date.fromordinal(here), date.fromordinal(after - 1)
            present = tuple(sorted(residents - absent))
            found.append(Stretch(first, last, tuple(sorted(residents)), present))
        return tuple(found)


class _Turnstile:
    """Counts in and out at each day's number, from `start` until before `end`."""

    def __init__(self, intervals: Iterable[Interval], start: int, end: int) -> None:
        self._changes: dict[int, list[tuple[Person, int]]] = {}
        self._inside: Counter[Person] = Counter()
        for one in intervals:
            come = max(start, one.first.toordinal() if one.first else start)
            gone = min(end, one.last.toordinal() + 1 if one.last else end)
            if come < gone:
                self._changes.setdefault(come, []).append((one.person, 1))
                self._changes.setdefault(gone, []).append((one.person, -1))

    def cuts(self) -> Iterator[int]:
        return iter(self._changes)

    def at(self, day: int) -> frozenset[Person]:
        """Who is inside on `day`. To be asked in rising order, at every cut."""
        for person, step in self._changes.get(day, ()):
            self._inside[person] += step
        return frozenset(person for person, times in self._inside.items() if times)
