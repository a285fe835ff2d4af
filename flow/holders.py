"""Whose a bank statement is: nobody else sees it, and it speaks of what its holder may see alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, or_, select, true, update
from sqlalchemy.orm import Session

from models.tables import (
    BankEntry,
    BankFile,
    Bill,
    BillSplit,
    Household,
    Member,
    MemberAccount,
    Role,
)


@dataclass(frozen=True, slots=True)
class Holder:
    """Who brings statements: a member of a household, or with None the one person who works alone.

    here: the person at this machine, whose are the mailboxes that no member holds.
    """

    member_id: int | None
    household_id: int | None = None
    here: bool = True

    @property
    def brought(self) -> ColumnElement[bool]:
        """The entries of the statements that they brought."""
        return BankEntry.member_id == self.member_id

    @property
    def bills(self) -> ColumnElement[bool]:
        """The bills that they may see: of their mailboxes, and those that their household shares."""
        if self.member_id is None:
            return true()
        own = select(MemberAccount.account_id).where(MemberAccount.member_id == self.member_id)
        shared = select(BillSplit.bill_id).where(BillSplit.household_id == self.household_id)
        seen = [Bill.account_id.in_(own), Bill.id.in_(shared)]
        if self.here:
            seen.append(Bill.account_id.not_in(select(MemberAccount.account_id)))
        return or_(*seen)


ALONE = Holder(None)
"""The one person of a data folder without a household."""


def person_here(session: Session) -> Holder:
    """The person at this machine: the first owner of the first household, or whoever works alone."""
    first = select(Household.id).order_by(Household.id).limit(1).scalar_subquery()
    owner = session.scalar(
        select(Member)
        .where(Member.household_id == first, Member.role == Role.OWNER, Member.left_at.is_(None))
        .order_by(Member.id)
        .limit(1)
    )
    return Holder(owner.id, owner.household_id) if owner else ALONE


def holder(session: Session, member_id: int | None) -> Holder:
    """The member as a holder; None is the person at this machine."""
    here = person_here(session)
    if member_id is None or member_id == here.member_id:
        return here
    member = session.get_one(Member, member_id)
    return Holder(member.id, member.household_id, here=False)


def holders(session: Session) -> Sequence[Holder]:
    """Everybody of whom there are entries, in one order."""
    here = person_here(session)
    query = (
        select(BankFile.member_id, Member.household_id)
        .outerjoin(Member, Member.id == BankFile.member_id)
        .distinct()
    )
    found = {number: house for number, house in session.execute(query)}
    return [
        Holder(number, found[number], here=number in (None, here.member_id))
        for number in sorted(found, key=lambda number: number or 0)
    ]


def hand_to(session: Session, member_id: int) -> None:
    """What was nobody's is this member's now: the first household was made, and they are its owner."""
    for table in (BankFile, BankEntry):
        session.execute(update(table).where(table.member_id.is_(None)).values(member_id=member_id))
