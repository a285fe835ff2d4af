"""Who acts in a household, what they may do, and which bills they may see."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.errors.household import MemberUnknown, RightMissing
from models.errors.mailbox import MailboxApart
from models.errors.values import NotFound
from models.journal import append
from models.tables import MOST_ID, Bill, BillSplit, JournalLine, Member, MemberAccount, Role
from pay.people import Person

_RANKS = tuple(Role)
"""From the fewest rights to the most."""


@dataclass(frozen=True, slots=True)
class Actor:
    """A member who does something, through a door ("cli", "web", "link")."""

    household_id: int
    member_id: int
    name: str
    role: Role
    door: str

    @property
    def person(self) -> Person:
        """The member as a number of pay."""
        return Person(self.member_id)

    def may(self, role: Role) -> bool:
        """Whether their role is `role` or one with more rights."""
        return _RANKS.index(self.role) >= _RANKS.index(role)

    def must(self, role: Role) -> None:
        """Raises RightMissing unless `may`."""
        if not self.may(role):
            raise RightMissing(name=self.name)

    def answers_for(self, member_id: int, role: Role = Role.APPROVER) -> None:
        """Passes for what is their own, and with `role` for others'. Raises RightMissing."""
        self.must(Role.MEMBER if member_id == self.member_id else role)


def acting_as(session: Session, member_id: int, door: str) -> Actor:
    """The member of this number. Raises NotFound."""
    member = session.get(Member, member_id) if 0 < member_id <= MOST_ID else None
    if member is None or member.left_at is not None:
        raise NotFound(what="member", id=member_id)
    return Actor(member.household_id, member.id, member.name, member.role, door)


def acting_by_link(session: Session, secret: str, door: str = "link") -> Actor:
    """The member whose private link holds `secret`. Raises NotFound, which repeats nothing of it."""
    digest = hashed(secret)
    found = session.scalar(select(Member.id).where(Member.link_sha256 == digest))
    if found is None:
        raise NotFound(what="link", id=0)
    return acting_as(session, found, door)


def hashed(secret: str) -> str:
    """What is kept of a link's secret, which has 256 random bits: it needs no salt."""
    return sha256(secret.encode()).hexdigest()


def members_of(session: Session, actor: Actor) -> dict[int, Member]:
    """Everybody who belongs to the actor's household or ever did, by number, in that order."""
    query = select(Member).where(Member.household_id == actor.household_id).order_by(Member.id)
    return {member.id: member for member in session.scalars(query)}


def present(members: Mapping[int, Member]) -> dict[int, Member]:
    """Those who belong to it now."""
    return {number: one for number, one in members.items() if one.left_at is None}


def member_called(session: Session, actor: Actor, name: str, *, ever: bool = False) -> Member:
    """The member of the actor's household with that name; with `ever` one who left, too.

    Raises MemberUnknown.
    """
    members = members_of(session, actor)
    members = members if ever else present(members)
    wanted = name_key(name)
    for member in members.values():
        if member.name_key == wanted:
            return member
    raise MemberUnknown(name=name[:80], names=", ".join(one.name for one in members.values()))


def name_key(name: str) -> str:
    """A name without case and without blanks around."""
    return " ".join(name.split()).casefold()


def bill_seen(
    session: Session, actor: Actor, bill_id: int, *, lock: bool = True
) -> tuple[Bill, BillSplit | None]:
    """A bill that the actor may see, and its split in their household.

    Their own, and those that are shared in the household: anything else is NotFound, as if it were
    not there. An owner is told (MailboxApart) when its mailbox is nobody's.
    """
    known = 0 < bill_id <= MOST_ID
    bill = session.get(Bill, bill_id, with_for_update=lock or None) if known else None
    if bill is None:
        raise NotFound(what="bill", id=bill_id)
    split = session.scalar(select(BillSplit).where(BillSplit.bill_id == bill_id))
    if split is not None and split.household_id == actor.household_id:
        return bill, split
    holders = select(MemberAccount.member_id).where(MemberAccount.account_id == bill.account_id)
    whose = set(session.scalars(holders))
    if split is None and actor.member_id in whose:
        return bill, None
    if not whose and actor.may(Role.OWNER):
        raise MailboxApart(id=bill_id)
    raise NotFound(what="bill", id=bill_id)


def holds(session: Session, actor: Actor, bill: Bill) -> bool:
    """Whether the bill came to the actor's own mailbox."""
    query = select(MemberAccount.id).where(
        MemberAccount.account_id == bill.account_id, MemberAccount.member_id == actor.member_id
    )
    return session.scalar(query.limit(1)) is not None


def note(
    session: Session, actor: Actor, what: str, on: str, detail: Mapping[str, object]
) -> JournalLine:
    """The journal's line of what the actor did, in the caller's transaction."""
    who = f"member {actor.member_id}"
    kept = {"household": actor.household_id, **detail}
    return append(session, who, what, on, where=actor.door, detail=kept)
