"""Who advanced the money for a bill: one person or several."""

from collections.abc import Iterable

from models.errors.shares import PayersNotTheBill, PaymentUnfit
from models.money import Money
from pay.people import Part, Person
from pay.shares.apportion import apportion
from pay.shares.share import Split


def advanced(amount: Money, paid: Iterable[Part]) -> tuple[Part, ...]:
    """What each person paid of `amount`, by person, payments of one person added together.

    They may make less than the amount (a part payment), never more, and none has the other sign.
    Raises PayersNotTheBill, PaymentUnfit.
    """
    sign = -1 if amount.minor < 0 else 1
    sums: dict[Person, int] = {}
    for person, minor in paid:
        sums[person] = sums.get(person, 0) + minor
    wrong = next((minor for minor in sums.values() if minor * sign < 0), 0)
    if wrong:
        part = str(Money(wrong, amount.currency))
        raise PaymentUnfit(part=part, bill=str(amount), currency=amount.currency)
    made = sum(sums.values())
    if made * sign > amount.minor * sign:
        raise PayersNotTheBill(
            sum=str(Money(made, amount.currency)), bill=str(amount), currency=amount.currency
        )
    return tuple(Part(person, sums[person]) for person in sorted(sums) if sums[person])


def due_of(made: Split, minor: int) -> tuple[Part, ...]:
    """What each share owes once `minor` of the bill was paid: all of it, or in proportion.

    Counted anew from what has been paid in all, never added up, so that the last part payment
    brings every share to its exact amount.
    """
    sizes = [abs(share.amount.minor) for share in made.shares]
    minors = apportion(minor, sizes)
    people = (share.person for share in made.shares)
    return tuple(Part(*one) for one in zip(people, minors, strict=True) if one[1])
