"""The rules by which a bill is split. A rule that makes no sense cannot be constructed."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from models.errors.shares import (
    NamedTwice,
    NobodyToShare,
    PartInvalid,
    PartsAllZero,
    PercentsNotWhole,
    TooManyToShare,
)
from models.errors.values import CurrencyMismatch
from models.money import Money
from pay.people import Person
from pay.shares.quantity import LIMIT, STRICT, Exact, checked

MOST_PEOPLE = 500


def named(people: Iterable[Person]) -> None:
    """Raises NobodyToShare, NamedTwice, TooManyToShare for a list of people that is none."""
    several = tuple(people)
    if not several:
        raise NobodyToShare()
    if len(several) > MOST_PEOPLE:
        raise TooManyToShare(limit=MOST_PEOPLE)
    if len(set(several)) < len(several):
        raise NamedTwice()


@dataclass(frozen=True, slots=True)
class Weight:
    """A person's part: a number of parts, a percentage, an income. Raises PartInvalid."""

    __pydantic_config__ = STRICT
    person: Person
    weight: Exact

    def __post_init__(self) -> None:
        checked(self.weight)


@dataclass(frozen=True, slots=True)
class Fixed:
    """What a person bears of every bill, without its sign. Raises PartInvalid when negative."""

    __pydantic_config__ = STRICT
    person: Person
    amount: Money

    def __post_init__(self) -> None:
        if self.amount.minor < 0:
            raise PartInvalid(part=str(self.amount), limit=LIMIT)


@dataclass(frozen=True, slots=True)
class Equally:
    """The same for everybody named."""

    __pydantic_config__ = STRICT
    people: tuple[Person, ...]
    how: Literal["equal"] = "equal"

    def __post_init__(self) -> None:
        named(self.people)


@dataclass(frozen=True, slots=True)
class ByWeights:
    """In parts: 2 for the large room, 1.5, 1; 0 is possible. Raises PartsAllZero."""

    __pydantic_config__ = STRICT
    parts: tuple[Weight, ...]
    how: Literal["weights"] = "weights"

    def __post_init__(self) -> None:
        named(part.person for part in self.parts)
        if not any(part.weight for part in self.parts):
            raise PartsAllZero()


@dataclass(frozen=True, slots=True)
class ByPercent:
    """In percent, which make exactly 100. Raises PercentsNotWhole."""

    __pydantic_config__ = STRICT
    parts: tuple[Weight, ...]
    how: Literal["percent"] = "percent"

    def __post_init__(self) -> None:
        named(part.person for part in self.parts)
        made = sum(part.weight for part in self.parts)
        if made != 100:  # noqa: PLR2004 - the hundred of per cent
            raise PercentsNotWhole(sum=f"{made:f}")


@dataclass(frozen=True, slots=True)
class ByIncome:
    """In proportion to incomes, of one currency and one length of time, to 0.01 % of the bill.

    Raises PartsAllZero.
    """

    __pydantic_config__ = STRICT
    parts: tuple[Weight, ...]
    how: Literal["income"] = "income"

    def __post_init__(self) -> None:
        named(part.person for part in self.parts)
        if not any(part.weight for part in self.parts):
            raise PartsAllZero()


@dataclass(frozen=True, slots=True)
class ByAmounts:
    """Exact amounts in one currency; what they leave is for `rest` in equal parts, if it is named.

    A credit note gives back by the same amounts. Raises CurrencyMismatch.
    """

    __pydantic_config__ = STRICT
    parts: tuple[Fixed, ...]
    rest: tuple[Person, ...] = ()
    how: Literal["amounts"] = "amounts"

    def __post_init__(self) -> None:
        named(part.person for part in self.parts)
        if self.rest:
            named(self.rest)
        first, *others = (part.amount.currency for part in self.parts)
        for other in others:
            if other != first:
                raise CurrencyMismatch(left=first, right=other)


@dataclass(frozen=True, slots=True)
class ByDays:
    """By the days of the bill's period on which each was there.

    people: only these of the calendar; nobody named: all of it.
    count: each_day, each day costs the same and is cut between those who are there that day (heat,
    rent); person_days, each day of each person costs the same (water, food).
    empty: a day on which nobody is there is for residents (all who live here then), or for others
    (it costs nothing, so the days on which somebody is there bear it).
    undated: a bill without a period has to ask, or is cut equally between those who live here on
    the issue_day.
    """

    __pydantic_config__ = STRICT
    people: tuple[Person, ...] = ()
    count: Literal["each_day", "person_days"] = "each_day"
    empty: Literal["residents", "others"] = "residents"
    undated: Literal["ask", "issue_day"] = "ask"
    how: Literal["days"] = "days"

    def __post_init__(self) -> None:
        if self.people:
            named(self.people)


PlainRule = Equally | ByWeights | ByPercent | ByIncome | ByDays


@dataclass(frozen=True, slots=True)
class ByMeter:
    """By what each one's meter counted; `rest` cuts the common and the fixed part of the bill.

    When nothing at all was used, the whole bill goes by `rest`.
    """

    __pydantic_config__ = STRICT
    rest: Annotated[PlainRule, Field(discriminator="how")]
    how: Literal["meter"] = "meter"


Rule = PlainRule | ByAmounts | ByMeter
