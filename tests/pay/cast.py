"""The cast of a household: Alice owner, Bob member, Charlie who comes and goes, a guest."""

from datetime import date
from decimal import Decimal

from models.money import Money
from models.reading import Period
from pay.people import Person
from pay.shares.rule import Weight
from pay.shares.share import Split

ALICE, BOB, CHARLIE, GUEST = Person(1), Person(2), Person(3), Person(4)
SEPTEMBER = Period(date(2026, 9, 1), date(2026, 9, 30))


def euros(amount: str) -> Money:
    """Money in euros."""
    return Money.of(amount, "EUR")


def weights(**by_name: str) -> tuple[Weight, ...]:
    """weights(alice="2", bob="1.5")"""
    people = {"alice": ALICE, "bob": BOB, "charlie": CHARLIE, "guest": GUEST}
    return tuple(Weight(people[name], Decimal(weight)) for name, weight in by_name.items())


def amounts(made: Split) -> dict[Person, str]:
    """Each share's amount as text."""
    return {share.person: str(share.amount) for share in made.shares}
