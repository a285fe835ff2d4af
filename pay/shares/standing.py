"""The standing rule of a biller: how its next bill is split when it arrives."""

from dataclasses import dataclass, replace
from typing import Annotated

from pydantic import Field

from models.codec import Codec
from models.money import Money
from pay.people import Guest, Person, carriers
from pay.shares.facts import Facts
from pay.shares.quantity import STRICT
from pay.shares.rule import ByAmounts, ByDays, ByMeter, Equally, Rule
from pay.shares.share import ShareState, Split
from pay.shares.split import split


@dataclass(frozen=True, slots=True)
class StandingRule:
    """A rule, the guests it knows (more may be known when the bill comes), who usually pays.

    approved: its shares need no further word of each person. Raises GuestUncarried.
    """

    __pydantic_config__ = STRICT
    rule: Annotated[Rule, Field(discriminator="how")]
    guests: tuple[Guest, ...] = ()
    payer: Person | None = None
    approved: bool = False

    def __post_init__(self) -> None:
        carriers(self.guests)

    @property
    def people(self) -> frozenset[Person]:
        """Everybody it names: who moves out must not stay in it. By days it may name nobody."""
        rules = (self.rule, self.rule.rest) if isinstance(self.rule, ByMeter) else (self.rule,)
        found = {person for rule in rules for person in _named_by(rule)}
        for guest in self.guests:
            found.add(guest.person)
        others = (self.payer, *carriers(self.guests).values())
        return frozenset({*found, *(person for person in others if person is not None)})

    def applied(self, amount: Money, facts: Facts) -> Split:
        """The shares of a bill of `amount`. Raises as split.split."""
        guests = {one.person: one for one in (*self.guests, *facts.guests)}
        made = split(amount, self.rule, replace(facts, guests=tuple(guests.values())))
        return made.with_state(ShareState.APPROVED) if self.approved else made


def _named_by(rule: Rule) -> tuple[Person, ...]:
    match rule:
        case Equally() | ByDays():
            return rule.people
        case ByAmounts():
            return (*(part.person for part in rule.parts), *rule.rest)
        case ByMeter():
            return ()
        case _:
            return tuple(part.person for part in rule.parts)


STANDING: Codec[StandingRule] = Codec(StandingRule)
