"""A member belongs to the household no more, once nothing is open between them and it; and comes back."""

from collections.abc import Iterable
from datetime import UTC, date, datetime

from sqlalchemy import Select, delete, func, or_, select
from sqlalchemy.orm import Session

from flow.collect.account import UNDER_WAY
from flow.household.members import keep_an_owner
from flow.household.postings import summed
from flow.household.rights import Actor, member_called, members_of, name_key, note
from flow.household.settling import OPEN_STATES
from models.errors.household import MemberStays, MemberUnknown
from models.money import Money
from models.tables import (
    Advance,
    BillShare,
    BillSplit,
    Collection,
    CollectionState,
    Collector,
    GiveBackState,
    GivenBack,
    Household,
    Member,
    Presence,
    Role,
    Settlement,
    StandingSplit,
    Stay,
)
from models.words import mark
from pay.balances import PersonBalance, balances

_GETS = mark("they are still owed {amount} {currency}")
_OWES = mark("they still owe {amount} {currency}")
_HELD = mark("{amount} {currency} wait until a dispute ends")
_UNDERWAY = mark("settlement {id} is not received yet")
_UNPAID = mark("bill {id} is shared with them and not paid yet")
_GUEST = mark("they pay for {guest}")
_PAGE = mark(
    "collection {id} over {amount} {currency} is open: `facteur collect --cancel {id}` closes its page, or "
    "wait until it is paid"
)
_MOVING = mark(
    "the money of collection {id} over {amount} {currency} is under way: wait until `facteur collect` shows "
    "what became of it"
)
_GOING_BACK = mark(
    "money of collection {id} is on its way back to its payer: wait until `facteur collect` shows it there"
)
_PAYABLE = (CollectionState.UNKNOWN, CollectionState.OPEN)


def remove_member(session: Session, actor: Actor, name: str, last: date) -> None:
    """The member's last day; from now on they see and say nothing here. An owner's word, or their own.

    What was shared stays as it is; their links are dead, their rules end. Raises RightMissing,
    MemberUnknown, OwnerNeeded, MemberStays with what is open.
    """
    session.get_one(Household, actor.household_id, with_for_update=True)
    member = member_called(session, actor, name)
    if member.id != actor.member_id:
        actor.must(Role.OWNER)
    keep_an_owner(session, actor, member, None)
    for why, details in _open(session, member):
        raise MemberStays(name=member.name, why=why, **details)
    session.execute(delete(StandingSplit).where(StandingSplit.member_id == member.id))
    _end_days(session, member, last)
    member.left_at, member.link_sha256, member.carried_by_id = datetime.now(UTC), None, None
    detail = {"member": member.id, "last": last.isoformat()}
    note(session, actor, "member_removed", f"household {actor.household_id}", detail)


def rejoin(session: Session, actor: Actor, name: str, since: date, role: Role) -> int:
    """Somebody who left is a member again, with all that they shared before. Owners only.

    Their links stay dead and their rights are those given now. Raises RightMissing, MemberUnknown.
    """
    actor.must(Role.OWNER)
    gone = [one for one in members_of(session, actor).values() if one.left_at is not None]
    member = next((one for one in gone if one.name_key == name_key(name)), None)
    if member is None:
        raise MemberUnknown(name=name[:80], names=", ".join(one.name for one in gone) or "—")
    member.left_at, member.role = None, role
    session.add(
        Presence(member_id=member.id, kind=Stay.STAY, first_on=since, created_at=datetime.now(UTC))
    )
    detail = {"member": member.id, "role": role.value, "since": since.isoformat()}
    note(session, actor, "member_rejoined", f"household {actor.household_id}", detail)
    return member.id


def _open(session: Session, member: Member) -> Iterable[tuple[str, dict[str, str | int]]]:
    """What keeps a member here, the most telling first."""
    yield from _collected(session, member)
    for one in balances(summed(session, member.household_id)):
        if one.person == member.id:
            yield from _unsettled(one)
    mine = or_(Settlement.sender_id == member.id, Settlement.receiver_id == member.id)
    waits = select(Settlement.id).where(mine, Settlement.state.in_(OPEN_STATES))
    for number in session.scalars(waits.order_by(Settlement.id)):
        yield _UNDERWAY, {"id": number}
    for number in session.scalars(_unpaid(member)):
        yield _UNPAID, {"id": number}
    carried = select(Member.name).where(Member.carried_by_id == member.id)
    for guest in session.scalars(carried.order_by(Member.id)):
        yield _GUEST, {"guest": guest}


def _collected(session: Session, member: Member) -> Iterable[tuple[str, dict[str, str | int]]]:
    """Pages at a provider whose money would come, or go back, after the member left."""
    theirs = or_(Collection.member_id == member.id, Collector.member_id == member.id)
    query = select(Collection).join(Collector, Collector.id == Collection.collector_id)
    under_way = query.where(theirs, Collection.state.in_(UNDER_WAY)).order_by(Collection.id)
    for row in session.scalars(under_way):
        why = _PAGE if row.state in _PAYABLE else _MOVING
        yield why, {"id": row.id, "amount": str(row.amount), "currency": row.currency}
    back = (
        query.join(GivenBack, GivenBack.collection_id == Collection.id)
        .where(theirs, GivenBack.state.in_((GiveBackState.UNKNOWN, GiveBackState.PENDING)))
        .order_by(Collection.id)
    )
    for row in session.scalars(back):
        yield _GOING_BACK, {"id": row.id}


def _unsettled(one: PersonBalance) -> Iterable[tuple[str, dict[str, str | int]]]:
    currency = one.net.currency
    if one.net.minor:
        why = _GETS if one.net.minor > 0 else _OWES
        yield why, {"amount": str(Money(abs(one.net.minor), currency)), "currency": currency}
    if one.held.minor:
        yield _HELD, {"amount": str(Money(abs(one.held.minor), currency)), "currency": currency}


def _unpaid(member: Member) -> Select[int]:
    """Bills with a share of the member of which a part is still to be paid to the biller."""
    paid = (
        select(func.coalesce(func.sum(Advance.amount_minor), 0))
        .where(Advance.split_id == BillSplit.id)
        .scalar_subquery()
    )
    return (
        select(BillSplit.bill_id)
        .join(BillShare, BillShare.split_id == BillSplit.id)
        .where(
            BillShare.member_id == member.id,
            BillShare.amount_minor != 0,
            func.abs(paid) < func.abs(BillSplit.amount_minor),
        )
        .order_by(BillSplit.bill_id)
    )


def _end_days(session: Session, member: Member, last: date) -> None:
    """The calendar ends with the last day; what it holds after goes."""
    for row in session.scalars(select(Presence).where(Presence.member_id == member.id)).all():
        if row.first_on is not None and row.first_on > last:
            session.delete(row)
        elif row.last_on is None or row.last_on > last:
            row.last_on = last
    session.flush()
