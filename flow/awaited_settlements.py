"""Settlements on statements: their sender's shows money that leaves, their receiver's money that comes."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from flow.holders import Holder
from models.iban import Iban
from models.money import Money
from models.tables import Member, Payment, Settlement, SettlementState
from pay.match.expected import Expected, to_be_seen

_LATEST = timedelta(days=400)
"""People settle late; the reference is nobody else's, so that waiting for it risks nothing."""


def awaited_settlements(session: Session, who: Holder) -> list[tuple[Settlement, Expected]]:
    """The settlements of one member, as their own account shows them: sent below zero, received above.

    Settled ones too, as of bills; a withdrawn one is not awaited.
    """
    mine = or_(Settlement.sender_id == who.member_id, Settlement.receiver_id == who.member_id)
    query = (
        select(Settlement)
        .where(mine, Settlement.state != SettlementState.WITHDRAWN)
        .order_by(Settlement.id)
    )
    rows = session.scalars(query).all()
    if not rows:
        return []
    people = {one.id: one for one in session.scalars(select(Member))}
    orders = _last_orders(session, [row.id for row in rows])
    return [(row, _expected(row, who, people, orders.get(row.id))) for row in rows]


def _last_orders(session: Session, numbers: list[int]) -> dict[int, Payment]:
    """The newest order of each that was handed over at some time."""
    query = (
        select(Payment)
        .where(Payment.settlement_id.in_(numbers), Payment.handed_over_at.is_not(None))
        .order_by(Payment.id)
    )
    return {row.settlement_id or 0: row for row in session.scalars(query)}


def _expected(
    row: Settlement, who: Holder, people: Mapping[int, Member], order: Payment | None
) -> Expected:
    base = to_be_seen(
        name_of(row.id),
        row.amount,
        due_on=order.leaves_on if order else row.sent_on,
        issued_on=row.created_at.date(),
        today=row.created_at.date(),
    )
    sends = row.sender_id == who.member_id
    other = people[row.receiver_id if sends else row.sender_id]
    account = (order.payee_account if order else None) or other.iban if sends else other.iban
    return replace(
        base,
        amount=_signed(row.amount, sends=sends),
        last=base.last + _LATEST,
        payee=other.name,
        payee_iban=Iban(account) if account else None,
        reference=row.reference,
        end_to_end=order.key if order else row.key,
    )


def _signed(amount: Money, *, sends: bool) -> Money:
    return -amount if sends else amount


def name_of(settlement_id: int) -> str:
    """How the rows of matches name a settlement."""
    return f"settlement {settlement_id}"
