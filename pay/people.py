"""Who shares a bill, as a number: names and rights are the household's matter."""

from dataclasses import dataclass
from typing import NamedTuple, NewType

from models.errors.shares import GuestUncarried

Person = NewType("Person", int)
"""The number of a member or guest of one household; it also gives the order of the rotation."""


class Part(NamedTuple):
    """What one person paid or owes, in minor units of a currency that is said beside it."""

    person: Person
    minor: int


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who stays for a while; `carried_by` pays for them, None when they pay themselves.

    Raises GuestUncarried for a guest who is carried by themselves.
    """

    person: Person
    carried_by: Person | None = None

    def __post_init__(self) -> None:
        if self.carried_by == self.person:
            raise GuestUncarried(person=self.person)


def carriers(guests: tuple[Guest, ...]) -> dict[Person, Person]:
    """Each carried guest and who pays for them.

    Raises GuestUncarried when the one who carries is a carried guest too, or a guest has two.
    """
    carried = {(one.person, one.carried_by) for one in guests if one.carried_by is not None}
    found = dict(carried)
    if len(found) < len(carried) or any(person in found for person in found.values()):
        raise GuestUncarried()
    return found
