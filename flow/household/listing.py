"""What is shared, and what waits to be shared: rows for a list."""

from typing import NamedTuple

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from flow.household.arrival import why_waiting
from flow.household.rights import Actor
from models.errors.problem import Problem
from models.money import Money
from models.tables import Bill, BillShare, BillSplit, Consent, MemberAccount, StandingSplit

_MOST_WAITING = 50


class SharedRow(NamedTuple):
    """A split bill and the share that the actor has in it, if any; paid: something was paid of it."""

    bill_id: int
    biller: str
    amount: Money
    mine: Money | None
    state: str
    paid: bool


def shared_bills(session: Session, actor: Actor, *, only_open: bool = False) -> list[SharedRow]:
    """The bills that are split in the household, the newest first.

    only_open: those whose share the actor has not answered for yet.
    """
    query = (
        select(BillSplit, Bill.biller, BillShare.amount_minor, BillShare.state)
        .join(Bill, Bill.id == BillSplit.bill_id)
        .outerjoin(
            BillShare,
            and_(BillShare.split_id == BillSplit.id, BillShare.member_id == actor.member_id),
        )
        .where(BillSplit.household_id == actor.household_id)
        .order_by(BillSplit.id.desc())
    )
    if only_open:
        query = query.where(BillShare.state == Consent.PROPOSED)
    return [
        SharedRow(
            split.bill_id,
            biller or "",
            split.amount,
            Money(minor, split.currency) if minor is not None else None,
            state.value if state else "",
            paid=split.counted_on is not None,
        )
        for split, biller, minor, state in session.execute(query)
    ]


def waiting_bills(session: Session, actor: Actor) -> list[tuple[Bill, Problem]]:
    """The actor's bills that their biller's rule could not split, with why; at most 50, newest first."""
    query = (
        select(Bill)
        .join(MemberAccount, MemberAccount.account_id == Bill.account_id)
        .join(
            StandingSplit,
            and_(
                StandingSplit.member_id == MemberAccount.member_id,
                StandingSplit.biller_key == Bill.biller_key,
            ),
        )
        .outerjoin(BillSplit, BillSplit.bill_id == Bill.id)
        .where(MemberAccount.member_id == actor.member_id, BillSplit.id.is_(None))
        .order_by(Bill.id.desc())
        .limit(_MOST_WAITING)
    )
    return [
        (bill, problem)
        for bill in session.scalars(query)
        if (problem := why_waiting(session, bill)) is not None
    ]
