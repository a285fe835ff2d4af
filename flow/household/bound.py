"""What was given for one bill: settlements that name it, and what each bill makes a person owe."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from flow.household.postings import bills
from models.tables import BillShare, BillSplit, Settlement, SettlementState
from pay.debts import as_owed

MOVED = (SettlementState.SENT, SettlementState.RECEIVED)
STANDING = (SettlementState.ANNOUNCED, *MOVED)
"""Every state but the one that takes it back."""

Given = Counter[tuple[int, int, str]]
"""Minor units by bill, receiver and currency; 0 where nothing was given."""


class Debt(NamedTuple):
    """What one bill makes a person owe to one other, in minor units, before any settlement."""

    on: date
    bill_id: int
    receiver: int
    currency: str
    minor: int


def given_for_bills(
    session: Session, member_id: int, states: Sequence[SettlementState] = STANDING
) -> Given:
    """What the member gives for each bill, less what went back (a refund, a debit that a bank took back)."""
    query = select(
        Settlement.bill_id, Settlement.sender_id, Settlement.receiver_id, Settlement.currency,
        Settlement.amount_minor,
    ).where(
        Settlement.bill_id.is_not(None),
        or_(Settlement.sender_id == member_id, Settlement.receiver_id == member_id),
        Settlement.state.in_(states),
    )  # fmt: skip
    given: Given = Counter()
    for bill_id, sender, receiver, currency, minor in session.execute(query):
        forth = sender == member_id
        given[bill_id or 0, receiver if forth else sender, currency] += minor if forth else -minor
    return given


def debts_of(session: Session, household_id: int, member_id: int) -> list[Debt]:
    """By bill, the oldest first; disputed shares are left out."""
    plain = (
        BillSplit.counted_on, BillSplit.bill_id, BillShare.payer_id, BillShare.member_id,
        BillShare.currency, BillShare.amount_minor,
    )  # fmt: skip
    mine, paid = BillShare.member_id == member_id, BillShare.payer_id == member_id
    whole = (
        select(*plain)
        .join(BillShare, BillShare.split_id == BillSplit.id)
        .where(
            BillSplit.household_id == household_id,
            or_(
                and_(mine, BillShare.payer_id != member_id, BillShare.amount_minor > 0),
                and_(paid, BillShare.member_id != member_id, BillShare.amount_minor < 0),
            ),
        )
    )
    found = [
        Debt(on or date.min, bill, (payer if of == member_id else of) or 0, currency, abs(minor))
        for on, bill, payer, of, currency, minor in session.execute(whole)
    ]
    shared = select(BillShare.split_id).where(mine)
    alone = and_(BillSplit.payer_id.is_(None), BillSplit.id.in_(shared))
    for posting in bills(session, household_id, alone):
        found += [
            Debt(posting.on, posting.number, one.receiver, one.amount.currency, one.amount.minor)
            for one in as_owed([posting])
            if one.sender == member_id
        ]
    return sorted(found)
