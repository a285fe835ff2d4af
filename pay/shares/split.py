"""A bill's amount and a rule become shares: the one function that rounds."""

from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from models.money import Money
from pay.people import Person, carriers
from pay.shares.apportion import apportion
from pay.shares.facts import NO_FACTS, Facts
from pay.shares.given import by_amounts
from pay.shares.metered import by_meter
from pay.shares.plain import weigh_plain
from pay.shares.rule import ByAmounts, ByMeter, Rule
from pay.shares.share import Carried, Share, Split
from pay.shares.weighed import Weighed, whole
from pay.shares.why import Why


def split(amount: Money, rule: Rule, facts: Facts = NO_FACTS) -> Split:
    """The shares of `amount` by `rule`: exact, each less than a cent from its exact part.

    A negative amount (credit note) gives the same shares, negative. The order in which people are
    named plays no part. Raises what models.errors.shares holds.
    """
    borne = _borne(weigh(rule, amount, facts), carriers(facts.guests))
    people = sorted(borne)
    parts = [borne[person].part for person in people]
    scale = lcm(*(part.denominator for part in parts))
    minors = apportion(amount.minor, [int(part * scale) for part in parts], facts.turn)
    shares = (
        _share(person, borne[person], minor, amount)
        for person, minor in zip(people, minors, strict=True)
    )
    return Split(amount, tuple(shares))


def weigh(rule: Rule, amount: Money, facts: Facts) -> list[Weighed]:
    """Who bears which part of `amount`; the weights make 1."""
    if isinstance(rule, ByAmounts):
        return whole(by_amounts(rule, amount))
    if isinstance(rule, ByMeter):
        return whole(by_meter(rule, amount, facts))
    return weigh_plain(rule, facts)


@dataclass(slots=True)
class _Borne:
    """What one person bears before rounding: the own part, if any, and those of carried guests."""

    part: Fraction = Fraction(0)
    why: Why | None = None
    guests: tuple[Carried, ...] = ()


def _borne(weighed: list[Weighed], carried_by: dict[Person, Person]) -> dict[Person, _Borne]:
    found: dict[Person, _Borne] = {}
    for person, weight, why in weighed:
        payer = carried_by.get(person, person)
        borne = found.setdefault(payer, _Borne())
        borne.part += weight
        if payer == person:
            borne.why = why
        else:
            borne.guests = (*borne.guests, Carried(person, weight, why))
    return found


def _share(person: Person, borne: _Borne, minor: int, amount: Money) -> Share:
    odd = abs(minor) > abs(amount.minor) * borne.part
    guests = tuple(sorted(borne.guests, key=lambda one: one.guest))
    return Share(person, Money(minor, amount.currency), borne.part, odd, borne.why, guests)
