"""One person's share of one bill, and all of them together."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from typing import Annotated

from pydantic import Field

from models.codec import Codec
from models.errors.shares import NamedTwice, PartInvalid, SharesUneven
from models.money import Money
from pay.people import Person
from pay.shares.quantity import STRICT
from pay.shares.why import Why


class ShareState(StrEnum):
    """Where a share stands; a disputed one is left out of reminders and settlements."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class Carried:
    """A guest's part of the bill (0..1, exact) that the share's person pays, and why."""

    __pydantic_config__ = STRICT
    guest: Person
    part: Fraction
    why: Annotated[Why, Field(discriminator="how")]


@dataclass(frozen=True, slots=True)
class Share:
    """What `person` bears: negative of a credit note.

    part: the exact part of the bill before rounding, 0..1, carried guests included. odd: whether
    the amount was rounded away from zero (this person has an odd cent). why: None for somebody who
    only carries guests.
    """

    __pydantic_config__ = STRICT
    person: Person
    amount: Money
    part: Fraction
    odd: bool
    why: Annotated[Why, Field(discriminator="how")] | None
    guests: tuple[Carried, ...] = ()
    state: ShareState = ShareState.PROPOSED


def same_sign(whole: Money, minors: Iterable[int]) -> None:
    """Raises PartInvalid for a negative part of a bill, a positive one of a credit note."""
    sign = (whole.minor > 0) - (whole.minor < 0)
    for minor in minors:
        if minor * sign < abs(minor):
            raise PartInvalid(part=str(Money(minor, whole.currency)), limit=str(whole))


@dataclass(frozen=True, slots=True)
class Split:
    """A bill's amount and its shares in order of person; they always make the amount.

    Raises SharesUneven, NamedTwice, CurrencyMismatch, PartInvalid otherwise.
    """

    __pydantic_config__ = STRICT
    amount: Money
    shares: tuple[Share, ...]

    def __post_init__(self) -> None:
        made = sum((share.amount for share in self.shares), Money(0, self.amount.currency))
        if made != self.amount:
            whole, currency = str(self.amount), self.amount.currency
            raise SharesUneven(sum=str(made), whole=whole, currency=currency)
        if len({share.person for share in self.shares}) < len(self.shares):
            raise NamedTwice()
        same_sign(self.amount, (share.amount.minor for share in self.shares))

    def of(self, person: Person) -> Share | None:
        """The share of `person`, None who has none."""
        return next((share for share in self.shares if share.person == person), None)

    def with_state(self, state: ShareState, *people: Person) -> "Split":
        """The same split, the shares of `people` (of all, when none is named) in `state`."""
        shares = tuple(
            replace(share, state=state) if not people or share.person in people else share
            for share in self.shares
        )
        return Split(self.amount, shares)


SPLIT: Codec[Split] = Codec(Split)
