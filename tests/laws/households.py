"""Households, rules and bills as hypothesis draws them."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from models.money import Money
from models.reading import Period
from pay.people import Guest, Part, Person
from pay.postings import Posting, Repayment, SharedBill
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
    PlainRule,
    Rule,
    Weight,
)

PEOPLE = tuple(map(Person, range(1, 9)))
START = date(2026, 1, 1)
MINORS = st.integers(-(10**7), 10**7)
DAYS = st.integers(-20, 80).map(lambda days: START + timedelta(days))
CENTS = st.integers(0, 10**6).map(lambda cents: Decimal(cents).scaleb(-2))


@st.composite
def groups_of_people(draw: st.DrawFn) -> tuple[Person, ...]:
    """One to eight people in any order."""
    return tuple(draw(st.lists(st.sampled_from(PEOPLE), min_size=1, unique=True)))


@st.composite
def parts(draw: st.DrawFn) -> tuple[Weight, ...]:
    """Weights, one of which is more than zero."""
    people = draw(groups_of_people())
    first = draw(CENTS.filter(bool))
    rest = draw(st.lists(CENTS, min_size=len(people) - 1, max_size=len(people) - 1))
    return tuple(map(Weight, people, (first, *rest)))


@st.composite
def percents(draw: st.DrawFn) -> ByPercent:
    """Percentages with two decimals that make 100."""
    people = draw(groups_of_people())
    size = len(people) - 1
    cuts = sorted(draw(st.lists(st.integers(0, 10_000), min_size=size, max_size=size)))
    steps = (b - a for a, b in zip([0, *cuts], [*cuts, 10_000], strict=True))
    return ByPercent(
        tuple(
            Weight(person, Decimal(step).scaleb(-2))
            for person, step in zip(people, steps, strict=True)
        )
    )


@st.composite
def intervals(draw: st.DrawFn, person: Person) -> Interval:
    """Days within a few months, open at either end at times."""
    first, last = sorted((draw(DAYS), draw(DAYS)))
    return Interval(
        person, draw(st.sampled_from([first, None])), draw(st.sampled_from([last, None]))
    )


@st.composite
def calendars(draw: st.DrawFn) -> Presence:
    """Somebody lives here all the time; the others come, go and are away."""
    others = st.sampled_from(PEOPLE).flatmap(intervals)
    stays = (Interval(PEOPLE[0]), *draw(st.lists(others, max_size=9)))
    return Presence(stays, tuple(draw(st.lists(others, max_size=6))))


by_days = st.builds(
    ByDays,
    count=st.sampled_from(["each_day", "person_days"]),
    empty=st.sampled_from(["residents", "residents", "others"]),
)
plain_rules: st.SearchStrategy[PlainRule] = st.one_of(
    groups_of_people().map(Equally),
    parts().map(ByWeights),
    parts().map(ByIncome),
    percents(),
    by_days,
)


@st.composite
def exact_amounts(draw: st.DrawFn, minor: int) -> ByAmounts:
    """Amounts within the bill; the rest for somebody."""
    people = draw(groups_of_people())
    most = abs(minor) // len(people)
    fixed = tuple(Fixed(person, Money(draw(st.integers(0, most)), "EUR")) for person in people)
    return ByAmounts(fixed, rest=draw(groups_of_people()))


def rules(minor: int) -> st.SearchStrategy[Rule]:
    """Any rule that can split a bill of `minor` cents."""
    return st.one_of(plain_rules, exact_amounts(minor), plain_rules.map(ByMeter))


@st.composite
def readings(draw: st.DrawFn, minor: int) -> Readings:
    """Meters of some rooms, at times a main one and a fixed part."""
    rooms = tuple(
        RoomMeter(person, Counted(Decimal(7), Decimal(7) + draw(CENTS)))
        for person in draw(groups_of_people())
    )
    used = sum((room.counted.used for room in rooms), Decimal(0))
    main = draw(st.none() | CENTS.map(lambda more: Counted(Decimal(0), used + more)))
    fixed = draw(st.none() | st.integers(0, abs(minor)).map(lambda cents: Money(cents, "EUR")))
    return Readings(rooms, main, fixed)


@st.composite
def facts(draw: st.DrawFn, minor: int) -> Facts:
    """All that a rule may ask of a bill of `minor` cents."""
    first, last = sorted((draw(DAYS), draw(DAYS)))
    carried = draw(st.lists(st.sampled_from(PEOPLE[4:]), unique=True))
    guests = tuple(Guest(person, draw(st.sampled_from(PEOPLE[:4]))) for person in carried)
    return Facts(
        turn=draw(st.integers(0, 1000)),
        period=Period(first, last),
        presence=draw(calendars()),
        readings=draw(readings(minor)),
        guests=guests,
    )


@st.composite
def postings(draw: st.DrawFn) -> list[Posting]:
    """Bills with several payers, some disputed, and settlements, in two currencies."""
    bills = range(draw(st.integers(0, 8)))
    found: list[Posting] = [draw(shared_bills(number)) for number in bills]
    for number in range(draw(st.integers(0, 4))):
        sender, receiver = draw(st.permutations(PEOPLE))[:2]
        money = Money(draw(st.integers(1, 10**5)), draw(st.sampled_from(["EUR", "CHF"])))
        found.append(Repayment(number, draw(DAYS), sender, receiver, money, draw(st.booleans())))
    return found


@st.composite
def shared_bills(draw: st.DrawFn, number: int) -> SharedBill:
    """A bill or a credit note; both sides make its amount."""
    sign = draw(st.sampled_from([1, 1, 1, -1]))
    minor = draw(st.integers(0, 10**6))
    paid, owed = (_cut(draw, minor, draw(groups_of_people()), sign) for _ in range(2))
    disputed = frozenset(draw(st.lists(st.sampled_from(PEOPLE), max_size=2)))
    currency = draw(st.sampled_from(["EUR", "EUR", "CHF"]))
    return SharedBill(number, draw(DAYS), currency, paid, owed, disputed)


def _cut(draw: st.DrawFn, minor: int, people: Sequence[Person], sign: int) -> tuple[Part, ...]:
    size = len(people) - 1
    cuts = sorted(draw(st.lists(st.integers(0, minor), min_size=size, max_size=size)))
    steps = (b - a for a, b in zip([0, *cuts], [*cuts, minor], strict=True))
    return tuple(Part(person, sign * step) for person, step in zip(people, steps, strict=True))
