"""Who belongs to a household: making one, adding and changing members."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from flow.drawer import IS_DRAWER
from flow.holders import hand_to
from flow.household.rights import Actor, member_called, members_of, name_key, note, present
from models.errors.household import (
    AccountOfAnother,
    FormerMember,
    HouseholdTaken,
    NameTaken,
    NameUnusable,
    OwnerNeeded,
)
from models.errors.shares import GuestUncarried, TooManyToShare
from models.iban import Iban
from models.tables import Account, Household, Member, MemberAccount, Presence, Role, Stay
from pay.people import Person
from pay.shares.presence import Interval
from pay.shares.rule import MOST_PEOPLE

_LONGEST_NAME = 60
_TAKEN_SIGNS = frozenset(",=")
"""What the command line uses between names and parts."""


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody to add. since, until: their stay, open where None; carried_by: who pays for them."""

    name: str
    role: Role = Role.MEMBER
    since: date | None = None
    until: date | None = None
    address: str = ""
    iban: str = ""
    carried_by: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes different of a member; None leaves it as it is, "" takes it away."""

    role: Role | None = None
    iban: str | None = None
    address: str | None = None
    carried_by: str | None = None


def make_household(
    session: Session, name: str, owner: str, accounts: Iterable[int], door: str
) -> Actor:
    """A household with its first member, the owner, who holds `accounts`.

    The door must know that these mailboxes are that person's. Bank statements that were imported while
    there was no household are theirs. Raises NameUnusable, HouseholdTaken.
    """
    now, called = datetime.now(UTC), usable(name)
    for one in session.scalars(select(Household).order_by(Household.id)):
        if one.name.casefold() == called.casefold():
            raise HouseholdTaken(name=one.name, id=one.id)
    house = Household(name=called, created_at=now)
    session.add(house)
    session.flush()
    first = Newcomer(owner, Role.OWNER)
    member = _member(house.id, first, now)
    session.add(member)
    session.flush()
    session.add(Presence(member_id=member.id, kind=Stay.STAY, created_at=now))
    if house.id == session.scalar(select(func.min(Household.id))):
        hand_to(session, member.id)
    held = sorted(set(accounts))
    session.add_all(MemberAccount(member_id=member.id, account_id=one) for one in held)
    actor = Actor(house.id, member.id, member.name, member.role, door)
    note(session, actor, "household_made", f"household {house.id}", {"accounts": held})
    return actor


def unheld_accounts(session: Session) -> list[int]:
    """Connected mailboxes that belong to no member of any household."""
    held = select(MemberAccount.account_id)
    return list(session.scalars(select(Account.id).where(Account.id.not_in(held))))


def add_member(session: Session, actor: Actor, new: Newcomer) -> int:
    """Adds a member with their stay; returns their number. Owners only.

    Raises RightMissing, NameUnusable, NameTaken, FormerMember, IbanInvalid, MemberUnknown, AccountOfAnother,
    DaysReversed, TooManyToShare, GuestUncarried.
    """
    actor.must(Role.OWNER)
    members = members_of(session, actor)
    if len(present(members)) >= MOST_PEOPLE:
        raise TooManyToShare(limit=MOST_PEOPLE)
    now = datetime.now(UTC)
    member = _member(actor.household_id, new, now)
    for one in members.values():
        if one.name_key == member.name_key:
            raise NameTaken(name=one.name) if one.left_at is None else FormerMember(name=one.name)
    if new.carried_by:
        member.carried_by_id = _carrier(session, actor, member, new.carried_by)
    session.add(member)
    session.flush()
    stay = Interval(Person(member.id), new.since, new.until)
    session.add(
        Presence(
            member_id=member.id, kind=Stay.STAY, first_on=stay.first, last_on=stay.last, created_at=now
        )
    )  # fmt: skip
    if new.address:
        _hold(session, member, new.address)
    note(
        session, actor, "member_added", f"household {actor.household_id}",
        {"member": member.id, "role": member.role.value},
    )  # fmt: skip
    return member.id


def change_member(session: Session, actor: Actor, name: str, change: Change) -> None:
    """Changes a member: owners anything, a member their own IBAN.

    Raises as add_member, and OwnerNeeded.
    """
    member = member_called(session, actor, name)
    own = member.id == actor.member_id and change == Change(iban=change.iban)
    actor.must(Role.MEMBER if own else Role.OWNER)
    if change.role is not None:
        keep_an_owner(session, actor, member, change.role)
        member.role = change.role
    if change.iban is not None:
        member.iban = Iban(change.iban).text if change.iban else None
    if change.carried_by is not None:
        carried = change.carried_by
        member.carried_by_id = _carrier(session, actor, member, carried) if carried else None
    if change.address:
        _hold(session, member, change.address)
    changed = [
        one for one in ("role", "iban", "carried_by", "address") if getattr(change, one) is not None
    ]
    detail: dict[str, object] = {"member": member.id, "changed": changed, "role": member.role.value}
    note(session, actor, "member_changed", f"household {actor.household_id}", detail)


def usable(name: str) -> str:
    """A name on one line. Raises NameUnusable."""
    plain = " ".join(unicodedata.normalize("NFC", name).split())
    hidden = any(unicodedata.category(sign).startswith("C") for sign in plain)
    if not 1 <= len(plain) <= _LONGEST_NAME or hidden or _TAKEN_SIGNS & set(plain):
        shown = "".join(sign for sign in plain[:_LONGEST_NAME] if sign.isprintable())
        raise NameUnusable(name=shown, limit=_LONGEST_NAME)
    return plain


def _member(household_id: int, new: Newcomer, now: datetime) -> Member:
    name = usable(new.name)
    return Member(
        household_id=household_id, name=name, name_key=name_key(name), role=new.role,
        iban=Iban(new.iban).text if new.iban else None, created_at=now,
    )  # fmt: skip


def _carrier(session: Session, actor: Actor, guest: Member, name: str) -> int:
    """Who carries a guest: no guest themselves, and a guest carries nobody."""
    carrier = member_called(session, actor, name)
    carries = select(func.count()).where(Member.carried_by_id == guest.id)
    if carrier.id == guest.id or carrier.carried_by_id or (guest.id and session.scalar(carries)):
        raise GuestUncarried(person=carrier.id)
    return carrier.id


def _hold(session: Session, member: Member, address: str) -> None:
    """Says whose mailbox it is; one that somebody else holds is not given away."""
    account = session.scalar(select(Account.id).where(Account.address == address, ~IS_DRAWER))
    if account is None:
        raise AccountOfAnother(address=address[:200])
    holders = set(
        session.scalars(select(MemberAccount.member_id).where(MemberAccount.account_id == account))
    )
    if holders - {member.id}:
        raise AccountOfAnother(address=address[:200])
    if not holders:
        session.add(MemberAccount(member_id=member.id, account_id=account))


def keep_an_owner(session: Session, actor: Actor, member: Member, role: Role | None) -> None:
    """Passes when an owner is left once `member` has this role, None for no role. Raises OwnerNeeded."""
    others = [
        one
        for one in present(members_of(session, actor)).values()
        if one.role is Role.OWNER and one.id != member.id
    ]
    if role is not Role.OWNER and not others:
        raise OwnerNeeded
