"""What the accounts of a household are made of: bills that were shared, and settlements."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from models.errors.shares import RepaymentInvalid, SharesUneven
from models.money import Money
from pay.people import Part, Person
from pay.shares.apportion import apportion
from pay.shares.payers import advanced, due_of
from pay.shares.share import ShareState, Split, same_sign


@dataclass(frozen=True, slots=True)
class SharedBill:
    """A bill as far as it was paid: who advanced it, who owes it, in minor units of one currency.

    on: the day it counts for. disputed: whose shares wait, with the payers' claim to them.
    Raises SharesUneven unless both sides make the same sum, PartInvalid for a part that is against
    its sign.
    """

    number: int
    on: date
    currency: str
    paid: tuple[Part, ...]
    owed: tuple[Part, ...]
    disputed: frozenset[Person] = frozenset()

    def __post_init__(self) -> None:
        minors = [minor for _, minor in self.paid]
        paid = sum(minors)
        minors += [minor for _, minor in self.owed]
        whole, owed = Money(paid, self.currency), sum(minors) - paid
        if paid != owed:
            made = Money(owed, self.currency)
            raise SharesUneven(sum=str(made), whole=str(whole), currency=self.currency)
        if paid <= 0 or min(minors) < 0:
            same_sign(whole, minors)

    def nets(self) -> dict[Person, int]:
        """What each advanced beyond their share; it sums to zero."""
        found: dict[Person, int] = {}
        for person, minor in self.paid:
            found[person] = found.get(person, 0) + minor
        for person, minor in self.owed:
            found[person] = found.get(person, 0) - minor
        return found

    def counted(self) -> "SharedBill":
        """The bill without the disputed shares; the payers' part shrinks in proportion."""
        if not self.disputed:
            return self
        owed = tuple(one for one in self.owed if one.person not in self.disputed)
        left = sum(one.minor for one in owed)
        minors = apportion(left, [abs(one.minor) for one in self.paid], self.number)
        people = (one.person for one in self.paid)
        paid = tuple(Part(*one) for one in zip(people, minors, strict=True))
        return SharedBill(self.number, self.on, self.currency, paid, owed)

    def concerns(self, person: Person) -> bool:
        """Whether `person` paid or owes."""
        return any(one.person == person for one in (*self.paid, *self.owed))

    def change(self, person: Person) -> int:
        """What it adds to the balance of `person`, in minor units, disputed shares left out."""
        return self.counted().nets().get(person, 0)


@dataclass(frozen=True, slots=True)
class Repayment:
    """A settlement between two people; `received` is false while only the sender says so.

    One that is merely announced is no posting. Raises RepaymentInvalid.
    """

    number: int
    on: date
    sender: Person
    receiver: Person
    amount: Money
    received: bool = True

    def __post_init__(self) -> None:
        if self.sender == self.receiver or self.amount.minor <= 0:
            raise RepaymentInvalid()

    @property
    def currency(self) -> str:
        """The currency of the amount."""
        return self.amount.currency

    def concerns(self, person: Person) -> bool:
        """Whether `person` sent or receives."""
        return person in (self.sender, self.receiver)

    def change(self, person: Person) -> int:
        """What it adds to the balance of `person`, in minor units: nothing until received."""
        if not self.received or not self.concerns(person):
            return 0
        return self.amount.minor if person == self.sender else -self.amount.minor


Posting = SharedBill | Repayment


def shared_bill(number: int, on: date, made: Split, paid: Iterable[Part]) -> SharedBill:
    """The posting of a split bill, from all that was paid of it so far. Raises PayersNotTheBill."""
    payers = advanced(made.amount, paid)
    owed = due_of(made, sum(one.minor for one in payers))
    disputed = frozenset(
        share.person for share in made.shares if share.state is ShareState.DISPUTED
    )
    return SharedBill(number, on, made.amount.currency, payers, owed, disputed)
