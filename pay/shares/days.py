"""By days: the bill's period laid over the calendar of the household."""

from fractions import Fraction

from models.errors.shares import NobodyPresent, PeriodMissing
from models.reading import Period
from pay.people import Person
from pay.shares.facts import Facts
from pay.shares.presence import Stretch
from pay.shares.rule import ByDays
from pay.shares.weighed import Weighed
from pay.shares.why import DaysPart, EqualPart, Together


def by_days(rule: ByDays, facts: Facts) -> list[Weighed]:
    """Everybody who lived here on a day of the period, also those who were away all the time.

    Raises PeriodMissing when the rule asks for a period that the bill has not, NobodyPresent when
    no day has anybody to bear it.
    """
    if facts.period is None:
        return _on_issue_day(rule, facts)
    stretches = facts.presence.stretches(facts.period)
    weights: dict[Person, Fraction] = {}
    together: dict[Person, list[Together]] = {}
    for stretch in stretches:
        for person in _only(rule, stretch.residents):
            weights.setdefault(person, Fraction(0))
        bearing = _bearing(rule, stretch)
        cost = Fraction(stretch.days, len(bearing) or 1)
        for person in bearing:
            weights[person] += cost if rule.count == "each_day" else stretch.days
            days = Together(stretch.first, stretch.last, len(bearing))
            together.setdefault(person, []).append(days)
    _somebody(weights, facts.period)
    return [
        Weighed(person, weight, _why(together.get(person, []), facts.period))
        for person, weight in weights.items()
    ]


def _on_issue_day(rule: ByDays, facts: Facts) -> list[Weighed]:
    if rule.undated == "ask" or facts.issued_on is None:
        raise PeriodMissing()
    day = Period(facts.issued_on, facts.issued_on)
    (stretch,) = facts.presence.stretches(day)
    residents = _only(rule, stretch.residents)
    why = EqualPart(len(residents))
    weights = {person: Fraction(1) for person in residents}
    _somebody(weights, day)
    return [Weighed(person, weight, why) for person, weight in weights.items()]


def _only(rule: ByDays, people: tuple[Person, ...]) -> tuple[Person, ...]:
    return tuple(one for one in people if not rule.people or one in rule.people)


def _bearing(rule: ByDays, stretch: Stretch) -> tuple[Person, ...]:
    present = _only(rule, stretch.present)
    if present or rule.empty == "others":
        return present
    return _only(rule, stretch.residents)


def _somebody(weights: dict[Person, Fraction], period: Period) -> None:
    if not any(weights.values()):
        raise NobodyPresent(first=period.first.isoformat(), last=period.last.isoformat())


def _why(together: list[Together], period: Period) -> DaysPart:
    days = sum((one.last - one.first).days + 1 for one in together)
    return DaysPart(days, (period.last - period.first).days + 1, tuple(_joined(together)))


def _joined(together: list[Together]) -> list[Together]:
    """Neighbouring days with as many people are one line of the computation."""
    found: list[Together] = []
    for one in together:
        before = found[-1] if found else None
        if before and before.among == one.among and (one.first - before.last).days == 1:
            found[-1] = Together(before.first, one.last, one.among)
        else:
            found.append(one)
    return found
