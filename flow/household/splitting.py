"""Splitting a bill by hand, seeing it, and taking the split back."""

from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from flow.credits import Held, cost_of, set_offs
from flow.household.cut import facts_of, turn_for, way_of_split, write_split
from flow.household.lowered import asking_no_more
from flow.household.rights import Actor, bill_seen, holds, note
from flow.household.rules import Way, must_know
from flow.household.tally import advances_of, counted_parts
from flow.money_lock import alone_with_money
from flow.schedule import asked_for
from models.errors.household import BillNotReady, NothingToShare, NotSplit, SplitPaid
from models.money import Money
from models.tables import Bill, BillShare, BillSplit, Role
from models.verdict import State
from pay.people import Part, Person
from pay.shares.share import SPLIT, Share, Split


@dataclass(frozen=True, slots=True)
class ShareRow:
    """A share as it stands: the computation, and what the person says of it."""

    share: Share
    state: str
    reason: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A split bill: amounts, shares by member, and who paid how much of it so far.

    asked: what the bill asks for in all, of which `set_off` is not shared; None without an amount.
    """

    bill_id: int
    biller: str
    made: Split
    shares: tuple[ShareRow, ...]
    paid: tuple[Part, ...]
    asked: Money | None
    set_off: tuple[Held, ...]


def split_bill(session: Session, actor: Actor, bill_id: int, way: Way) -> Split:
    """Splits a bill, or splits it anew: shares are then proposed again, and a disputed one stays so. The
    same split again changes nothing.

    What is shared is what it costs after credit. Whoever's mailbox it came to may, and an approver once
    it is shared. Raises NotFound, RightMissing, BillNotReady, NothingToShare, and what splits raise
    (models.errors, under sharing).
    """
    actor.must(Role.MEMBER)
    alone_with_money(session)
    bill, before = bill_seen(session, actor, bill_id)
    _may_cut(session, actor, bill)
    amount = cost_of(session, bill)
    if amount is None or bill.state is State.STOPPED:
        raise BillNotReady(id=bill_id)
    if not amount.minor:
        raise NothingToShare(id=bill_id)
    must_know(session, actor, way.rule)
    if way.rule.approved:
        actor.must(Role.APPROVER)
    house = actor.household_id
    turn = before.turn if before else turn_for(session, house, bill, amount)
    made = way.rule.applied(amount, facts_of(session, house, bill, way, turn))
    if before and (way_of_split(before), SPLIT.read(before.shares)) == (way, made):
        return made
    with asking_no_more(session, house):
        write_split(session, house, bill, way, (made, turn))
    note(session, actor, "bill_split", f"bill {bill_id}", told(made, way))
    return made


def told(made: Split, way: Way) -> dict[str, object]:
    """A split as the journal tells it."""
    return {
        "how": way.rule.rule.how,
        "amount": str(made.amount),
        "currency": made.amount.currency,
        "shares": {str(share.person): str(share.amount) for share in made.shares},
    }


def take_back(session: Session, actor: Actor, bill_id: int) -> None:
    """The bill is not shared any more. Raises NotFound, NotSplit, RightMissing, SplitPaid."""
    actor.must(Role.MEMBER)
    bill, split = bill_seen(session, actor, bill_id)
    if split is None:
        raise NotSplit(id=bill_id)
    _may_cut(session, actor, bill)
    if advances_of(session, split):
        raise SplitPaid(id=bill_id)
    session.execute(delete(BillShare).where(BillShare.split_id == split.id))
    session.delete(split)
    session.flush()
    note(session, actor, "split_taken_back", f"bill {bill_id}", {})


def seen_split(session: Session, actor: Actor, bill_id: int) -> Shown:
    """A split as anybody of the household sees it. Raises NotFound, NotSplit."""
    bill, split = bill_seen(session, actor, bill_id, lock=False)
    if split is None:
        raise NotSplit(id=bill_id)
    return _shown(session, bill, split)


def _shown(session: Session, bill: Bill, split: BillSplit) -> Shown:
    rows = {
        row.member_id: row
        for row in session.scalars(select(BillShare).where(BillShare.split_id == split.id))
    }
    made = SPLIT.read(split.shares)
    shares = tuple(
        ShareRow(share, rows[share.person].state.value, rows[share.person].reason or "")
        for share in made.shares
    )
    paid = (Part(Person(one.member_id), one.amount_minor) for one in advances_of(session, split))
    return Shown(
        bill.id, bill.biller or "", made, shares, counted_parts(split.amount, paid),
        asked_for(session, bill), set_offs(session).beside(bill.id),
    )  # fmt: skip


def _may_cut(session: Session, actor: Actor, bill: Bill) -> None:
    if not holds(session, actor, bill):
        actor.must(Role.APPROVER)
