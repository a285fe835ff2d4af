"""What is kept beside a split so that thousands of them are added up in the database."""

from collections.abc import Iterable

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from flow.hold import on_hold
from models.money import Money
from models.tables import Advance, BillShare, BillSplit, Consent
from pay.people import Part, Person
from pay.shares.apportion import apportion


def advances_of(session: Session, split: BillSplit) -> list[Advance]:
    """All payments for a split bill, the earliest first."""
    query = select(Advance).where(Advance.split_id == split.id)
    return list(session.scalars(query.order_by(Advance.paid_on, Advance.id)))


def retell(session: Session, split: BillSplit) -> None:
    """Writes again from when the split counts, and who advanced all of it.

    To be called after every change of its amount, its shares or its payments, before the commit.
    """
    advances = advances_of(session, split)
    parts = [Part(Person(one.member_id), one.amount_minor) for one in advances]
    paid = counted_parts(split.amount, parts)
    disputed = session.scalar(
        select(BillShare.id)
        .where(BillShare.split_id == split.id, BillShare.state == Consent.DISPUTED)
        .limit(1)
    )
    waits = disputed is not None or on_hold(session, split.bill_id)
    whole = len(paid) == 1 and paid[0].minor == split.amount_minor and not waits
    split.counted_on = advances[0].paid_on if advances else None
    split.payer_id = paid[0].person if whole else None
    session.flush()
    session.execute(
        update(BillShare).where(BillShare.split_id == split.id).values(payer_id=split.payer_id)
    )


def counted_parts(amount: Money, paid: Iterable[Part]) -> tuple[Part, ...]:
    """What each one paid, as far as it counts: together never more than the bill is now.

    A bill may become smaller after it was paid; what was paid too much is between payer and biller.
    """
    sums: dict[Person, int] = {}
    for person, minor in paid:
        sums[person] = sums.get(person, 0) + minor
    sign = -1 if amount.minor < 0 else 1
    people = sorted(person for person, minor in sums.items() if minor * sign > 0)
    minors = [sums[person] for person in people]
    if sum(minors) * sign > abs(amount.minor):
        minors = apportion(amount.minor, [abs(minor) for minor in minors])
    return tuple(Part(*one) for one in zip(people, minors, strict=True) if one[1])
