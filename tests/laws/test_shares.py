"""Laws of splitting: no cent is lost, nobody is a cent off, names and order play no part."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from random import Random
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors.shares import NobodyPresent
from models.money import Money
from models.reading import Period
from pay.people import Person
from pay.shares.apportion import apportion
from pay.shares.facts import Facts
from pay.shares.meters import Counted, Readings, RoomMeter
from pay.shares.presence import Interval, Presence
from pay.shares.rule import (
    ByAmounts,
    ByDays,
    ByIncome,
    ByMeter,
    ByPercent,
    ByWeights,
    Equally,
    Fixed,
    Rule,
    Weight,
)
from pay.shares.share import Split
from pay.shares.split import split
from pay.shares.why import DaysPart
from tests.laws.households import (
    MINORS,
    PEOPLE,
    START,
    by_days,
    calendars,
    facts,
    groups_of_people,
    parts,
    rules,
)

WEIGHTS = st.lists(st.integers(0, 10**6), min_size=1, max_size=12).filter(any)
TURNS = st.integers(0, 10**6)
T = TypeVar("T")


@st.composite
def bills(draw: st.DrawFn) -> tuple[Money, Rule, Facts]:
    minor = draw(MINORS)
    return Money(minor, "EUR"), draw(rules(minor)), draw(facts(minor))


def made_of(bill: tuple[Money, Rule, Facts]) -> Split:
    """The split; a calendar with no day for anybody is drawn too, and has nobody to share."""
    try:
        return split(*bill)
    except NobodyPresent:
        return Split(Money(0, "EUR"), ())


@given(bills())
def test_the_shares_make_the_bill_and_none_is_a_cent_off(bill: tuple[Money, Rule, Facts]) -> None:
    made = made_of(bill)
    assert sum(share.amount.minor for share in made.shares) == made.amount.minor
    assert not made.shares or sum(share.part for share in made.shares) in {0, 1}
    for share in made.shares:
        assert abs(share.amount.minor - made.amount.minor * share.part) < 1


@given(bills())
def test_nobody_pays_on_a_credit_note_nor_is_given_of_a_bill(
    bill: tuple[Money, Rule, Facts],
) -> None:
    made = made_of(bill)
    assert all(share.amount.minor * made.amount.minor >= 0 for share in made.shares)
    assert all(share.part >= 0 for share in made.shares)


@given(bills())
def test_a_larger_part_never_bears_less(bill: tuple[Money, Rule, Facts]) -> None:
    ordered = sorted(made_of(bill).shares, key=lambda share: share.part)
    for low, high in pairwise(ordered):
        step = abs(high.amount.minor) - abs(low.amount.minor)
        assert step >= (0 if high.part > low.part else -1)


@given(bills())
def test_a_credit_note_gives_back_what_the_bill_took(bill: tuple[Money, Rule, Facts]) -> None:
    amount, rule, known = bill
    there, back = made_of(bill), made_of((-amount, rule, known))
    assert [-share.amount for share in back.shares] == [share.amount for share in there.shares]


def shuffled(rule: Rule, random: Random) -> Rule:
    match rule:
        case Equally():
            return replace(rule, people=mixed(rule.people, random))
        case ByDays():
            return rule
        case ByMeter():
            return rule
        case ByAmounts():
            rest = mixed(rule.rest, random)
            return replace(rule, parts=mixed(rule.parts, random), rest=rest)
        case _:
            return replace(rule, parts=mixed(rule.parts, random))


def mixed(several: tuple[T, ...], random: Random) -> tuple[T, ...]:
    return tuple(random.sample(several, len(several)))


@given(bills(), st.randoms(use_true_random=False))
def test_the_order_of_people_plays_no_part(bill: tuple[Money, Rule, Facts], random: Random) -> None:
    amount, rule, known = bill
    presence = known.presence
    turned = replace(
        presence, stays=mixed(presence.stays, random), away=mixed(presence.away, random)
    )
    again = replace(known, presence=turned, guests=mixed(known.guests, random))
    assert made_of((amount, shuffled(rule, random), again)) == made_of(bill)


@given(MINORS, groups_of_people())
def test_the_odd_cents_even_out_over_a_round_of_turns(
    minor: int, people: tuple[Person, ...]
) -> None:
    sums: Counter[Person] = Counter()
    for turn in range(len(people)):
        made = split(Money(minor, "EUR"), Equally(people), Facts(turn=turn))
        sums.update({share.person: share.amount.minor for share in made.shares})
    assert {sums[person] for person in people} == {minor}


@given(MINORS, parts(), TURNS)
def test_only_equal_remainders_depend_on_the_turn(
    minor: int, weights: tuple[Weight, ...], turn: int
) -> None:
    here, there = (
        split(Money(minor, "EUR"), ByWeights(weights), Facts(turn=each)) for each in (0, turn)
    )
    for one, other in zip(here.shares, there.shares, strict=True):
        if one != other:
            rest = abs(minor) * one.part % 1
            equal = [s for s in here.shares if abs(minor) * s.part % 1 == rest]
            assert len(equal) > 1


@given(st.integers(-(10**9), 10**9), WEIGHTS, TURNS)
def test_largest_remainders_are_never_passed_over(
    total: int, weights: list[int], turn: int
) -> None:
    made = apportion(total, weights, turn)
    quotas = [Fraction(abs(total) * weight, sum(weights)) for weight in weights]
    up = [quota % 1 for quota, part in zip(quotas, made, strict=True) if abs(part) > quota]
    down = [quota % 1 for quota, part in zip(quotas, made, strict=True) if abs(part) <= quota]
    assert not up or not down or min(up) >= max(down)


def there(of: tuple[Interval, ...], day: date) -> set[Person]:
    return {
        one.person
        for one in of
        if (one.first is None or one.first <= day) and (one.last is None or day <= one.last)
    }


@given(calendars(), st.integers(1, 60), by_days)
def test_days_are_what_a_count_day_by_day_finds(
    presence: Presence, length: int, rule: ByDays
) -> None:
    counted: Counter[Person] = Counter()
    exact: dict[Person, Fraction] = {}
    for day in (START + timedelta(number) for number in range(length)):
        residents = there(presence.stays, day)
        bearing = residents - there(presence.away, day)
        if not bearing and rule.empty == "residents":
            bearing = residents
        counted.update(bearing)
        for person in bearing:
            cost = Fraction(1, len(bearing)) if rule.count == "each_day" else Fraction(1)
            exact[person] = exact.get(person, Fraction(0)) + cost
    known = Facts(period=Period(START, START + timedelta(length - 1)), presence=presence)
    made = made_of((Money(100_000, "EUR"), rule, known))
    whole = sum(exact.values())
    assert {share.person: share.part for share in made.shares if share.part} == {
        person: part / whole for person, part in exact.items()
    }
    for share in made.shares:
        assert isinstance(share.why, DaysPart)
        assert share.why.days == counted[share.person]


def at_random(random: Random, total: int) -> Rule:
    """A rule between two to eight people, whatever the amount."""
    people = PEOPLE[: random.randint(2, 8)]
    several = tuple(Weight(person, Decimal(random.randint(1, 10**6))) for person in people)
    left = random.randint(0, 10_000)
    halves = (Decimal(left).scaleb(-2), Decimal(10_000 - left).scaleb(-2))
    fixed = Fixed(PEOPLE[0], Money(random.randint(0, abs(total)), "EUR"))
    return random.choice(
        (
            Equally(people),
            ByWeights(several),
            ByIncome(several),
            ByPercent(tuple(map(Weight, people, halves))),
            ByAmounts((fixed,), rest=people),
            ByDays(count=random.choice(("each_day", "person_days"))),
            ByMeter(Equally(people)),
        )
    )


def facts_at_random(random: Random, turn: int) -> Facts:
    came = (Interval(person, START + timedelta(random.randint(0, 40))) for person in PEOPLE[1:4])
    used = (Counted(Decimal(0), Decimal(random.randint(0, 10**6))) for _ in PEOPLE[:4])
    return Facts(
        turn=turn,
        period=Period(START, START + timedelta(29)),
        presence=Presence((Interval(PEOPLE[0]), *came)),
        readings=Readings(tuple(map(RoomMeter, PEOPLE, used)), Counted(Decimal(0), Decimal(10**7))),
    )


@pytest.mark.slow
def test_a_hundred_thousand_random_splits_lose_no_cent() -> None:
    random = Random(20261122)
    lost, met = 0, set()
    for turn in range(100_000):
        total = random.randint(-(10**7), 10**7)
        rule = at_random(random, total)
        made = split(Money(total, "EUR"), rule, facts_at_random(random, turn))
        lost += abs(total - sum(share.amount.minor for share in made.shares))
        assert all(abs(share.amount.minor - total * share.part) < 1 for share in made.shares)
        met.add(rule.how)
    assert (lost, len(met)) == (0, 7)
