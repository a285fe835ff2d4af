"""What the holder of a link is shown: their own shares, and nothing else of the household."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.household.back_ways import PayBack
from flow.household.cut import period_of
from flow.household.pay_back import pay_back
from flow.household.rights import Actor
from flow.household.share_links import Opened
from flow.household.splitting import ShareRow, seen_split
from models.errors.household import NothingHere
from models.errors.problem import Problem
from models.money import Money
from models.reading import Period
from models.tables import Bill, BillShare, BillSplit, Consent, Role
from models.words import Lang

_MOST = 100


class OwnShare(NamedTuple):
    """A line of the list: one share of the link's holder."""

    bill_id: int
    biller: str
    mine: Money
    due_on: date | None
    state: Consent
    paid: bool


@dataclass(frozen=True, slots=True)
class SharePage:
    """One share, as its person may see it.

    biller: as it is known here, "" when it is not. why: how the share was computed, in words, with the
    number of guests in it. may_answer: a viewer may only look.
    """

    bill_id: int
    name: str
    biller: str
    period: Period | None
    mine: Money
    due_on: date | None
    why: str
    guests: int
    state: Consent
    reason: str
    may_answer: bool
    back: PayBack


def own_shares(session: Session, opened: Opened) -> list[OwnShare]:
    """The shares that the link may show, the newest first; 100 at most."""
    query = (
        select(BillSplit, Bill.biller, Bill.due_on, BillShare.amount_minor, BillShare.state)
        .join(Bill, Bill.id == BillSplit.bill_id)
        .join(BillShare, BillShare.split_id == BillSplit.id)
        .where(BillShare.member_id == opened.actor.member_id)
        .order_by(BillSplit.id.desc())
        .limit(_MOST)
    )
    if opened.bill_id is not None:
        query = query.where(BillSplit.bill_id == opened.bill_id)
    return [
        OwnShare(
            split.bill_id, biller or "", Money(minor, split.currency), due_on, state,
            paid=split.counted_on is not None,
        )
        for split, biller, due_on, minor, state in session.execute(query)
    ]  # fmt: skip


def share_page(
    session: Session, opened: Opened, bill_id: int, lang: Lang, now: datetime
) -> SharePage:
    """One share. Raises NothingHere for any other bill, as if it were not there."""
    opened.must_show(bill_id)
    actor = opened.actor
    row = _own_row(session, actor, bill_id)
    bill = session.get_one(Bill, bill_id)
    share = row.share
    return SharePage(
        bill_id=bill_id,
        name=actor.name,
        biller=bill.biller or "",
        period=_days(session, bill),
        mine=share.amount,
        due_on=bill.due_on,
        why=share.why.told(lang) if share.why else "",
        guests=len(share.guests),
        state=Consent(row.state),
        reason=row.reason,
        may_answer=actor.may(Role.MEMBER),
        back=pay_back(session, actor, bill_id, lang, now),
    )


def _own_row(session: Session, actor: Actor, bill_id: int) -> ShareRow:
    try:
        shown = seen_split(session, actor, bill_id)
    except Problem as cause:
        raise NothingHere from cause
    for row in shown.shares:
        if row.share.person == actor.person:
            return row
    raise NothingHere


def _days(session: Session, bill: Bill) -> Period | None:
    """The days that the share is for: as the split was made, else as the bill says."""
    split = session.scalars(select(BillSplit).where(BillSplit.bill_id == bill.id)).one()
    if split.period_first is not None and split.period_last is not None:
        return Period(split.period_first, split.period_last)
    return period_of(bill)
