"""The way of splitting that was asked for on the command line."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy.orm import Session

from cli.entries import amount_of, day_of
from cli.output import Out
from cli.parts import named_people, weighed_people
from flow.household.calendar import living_here
from flow.household.cut import days_meant
from flow.household.rights import Actor, member_called, members_of, present
from flow.household.rules import Way
from models.errors.household import BillNotReady
from models.errors.values import UsageWrong
from models.money import Money
from models.reading import Period
from models.tables import Bill
from models.words import mark
from pay.people import Person
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
from pay.shares.standing import StandingRule


@dataclass(frozen=True, slots=True)
class WayAsked:
    """What was typed, unchecked; the first seven each choose a way, of which there is one."""

    equal: bool = False
    shares: str | None = None
    percent: str | None = None
    exact: str | None = None
    income: str | None = None
    days: bool = False
    meter: str | None = None
    per_person: bool = False
    fixed: str | None = None
    between: str | None = None
    first: str | None = None
    last: str | None = None
    payer: str | None = None
    approved: bool = False

    @property
    def chosen(self) -> list[str]:
        """The ways that were chosen."""
        names = ("equal", "shares", "percent", "exact", "income", "days", "meter")
        return [name for name in names if getattr(self, name)]


def way_asked(out: Out, session: Session, actor: Actor, bill: Bill, asked: WayAsked) -> Way:
    """The way for `bill`. Raises UsageWrong, MemberUnknown, BillNotReady and what a rule raises."""
    if len(asked.chosen) > 1:
        words = mark("Choose one way to split, not {ways}.")
        ways = " ".join(f"--{name}" for name in asked.chosen)
        raise UsageWrong(why=out.words(words, ways=ways))
    if bill.currency is None:
        raise BillNotReady(id=bill.id)
    period = _period(out, asked)
    rule = _RULES[asked.chosen[0]](_Typed(out, session, actor, bill, asked, period))
    payer = Person(member_called(session, actor, asked.payer).id) if asked.payer else None
    fixed = amount_of(out, asked.fixed)
    return Way(
        StandingRule(rule, payer=payer, approved=asked.approved),
        meter=asked.meter or "",
        fixed=Money.of(fixed, bill.currency) if fixed is not None else None,
        period=period,
    )


@dataclass(frozen=True, slots=True)
class _Typed:
    out: Out
    session: Session
    actor: Actor
    bill: Bill
    asked: WayAsked
    period: Period | None

    def everybody(self) -> tuple[Person, ...]:
        """Those who were named with --between, else all who lived here during the bill's days."""
        if self.asked.between:
            return named_people(self.session, self.actor, self.asked.between)
        days = self.period or days_meant(self.bill, Way(StandingRule(ByDays())))
        here = living_here(self.session, self.actor.household_id, days)
        members = frozenset(map(Person, present(members_of(self.session, self.actor))))
        return tuple(sorted(here & members or members))

    def weights(self, text: str | None) -> tuple[Weight, ...]:
        """Names and numbers."""
        pairs = weighed_people(self.out, self.session, self.actor, text or "")
        return tuple(Weight(*pair) for pair in pairs)

    def amounts(self) -> ByAmounts:
        """Names and amounts, the rest for --between."""
        pairs = weighed_people(self.out, self.session, self.actor, self.asked.exact or "")
        currency = self.bill.currency or ""
        fixed = tuple(Fixed(person, self._exactly(amount, currency)) for person, amount in pairs)
        return ByAmounts(fixed, self.everybody() if self.asked.between else ())

    def _exactly(self, amount: Decimal, currency: str) -> Money:
        money = Money.of(amount, currency)
        if money.decimal != amount:
            words = mark("“{text}” is no clear amount: write it as 1234.50.")
            raise UsageWrong(why=self.out.words(words, text=amount))
        return money

    def days(self) -> ByDays:
        """By the calendar, of those who were named with --between or of all."""
        people = self.everybody() if self.asked.between else ()
        return ByDays(people, count="person_days" if self.asked.per_person else "each_day")


_RULES: dict[str, Callable[[_Typed], Rule]] = {
    "equal": lambda typed: Equally(typed.everybody()),
    "shares": lambda typed: ByWeights(typed.weights(typed.asked.shares)),
    "percent": lambda typed: ByPercent(typed.weights(typed.asked.percent)),
    "exact": lambda typed: typed.amounts(),
    "income": lambda typed: ByIncome(typed.weights(typed.asked.income)),
    "days": lambda typed: typed.days(),
    "meter": lambda typed: ByMeter(Equally(typed.everybody())),
}


def _period(out: Out, asked: WayAsked) -> Period | None:
    first, last = day_of(out, asked.first), day_of(out, asked.last)
    if first is None and last is None:
        return None
    if first is None or last is None:
        raise UsageWrong(why=out.words(mark("Give both days: --from and --to.")))
    return Period(first, last)
