"""A household for a door on the machine itself: which one, and as whom."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.household.members import make_household, unheld_accounts
from flow.household.rights import Actor, acting_as, member_called
from flow.wiring import Wiring
from models.database import reading
from models.errors.household import HouseholdMissing, HouseholdUnclear
from models.tables import Household, Member, Role


@contextmanager
def acting(
    wiring: Wiring, house: int | None, name: str | None, door: str = "cli"
) -> Iterator[tuple[Session, Actor]]:
    """One transaction as the member of that name; without one as the household's first owner.

    For whoever holds the data folder: they could write the database by hand as well. Raises
    HouseholdMissing, HouseholdUnclear, MemberUnknown.
    """
    with Session(wiring.engine) as session, session.begin():
        yield session, _actor(session, house, name, door)


@contextmanager
def looking(
    wiring: Wiring, house: int | None, name: str | None, door: str = "cli"
) -> Iterator[tuple[Session, Actor]]:
    """As `acting`, without writing."""
    with Session(reading(wiring.engine)) as session:
        yield session, _actor(session, house, name, door)


def household_made(wiring: Wiring, name: str, owner: str, door: str = "cli") -> Actor:
    """A new household of the person at this machine, whose are the mailboxes that are nobody's yet.

    Raises NameUnusable, HouseholdTaken.
    """
    with Session(wiring.engine) as session, session.begin():
        return make_household(session, name, owner, unheld_accounts(session), door)


def _actor(session: Session, house: int | None, name: str | None, door: str) -> Actor:
    households = list(session.scalars(select(Household.id).order_by(Household.id)))
    if not households:
        raise HouseholdMissing
    if (house or households[0]) not in households or (house is None and len(households) > 1):
        raise HouseholdUnclear(numbers=", ".join(map(str, households)))
    owner = select(Member.id).where(
        Member.household_id == (house or households[0]),
        Member.role == Role.OWNER,
        Member.left_at.is_(None),
    )
    first = session.scalars(owner.order_by(Member.id).limit(1)).one()
    actor = acting_as(session, first, door)
    if name is None:
        return actor
    return acting_as(session, member_called(session, actor, name).id, door)
