"""The accounts of a household from the database: thousands of plain bills come added up."""

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction

from sqlalchemy import ColumnElement, Date, Row, func, select
from sqlalchemy.orm import Session

from flow.household.folded import folded
from flow.household.tally import counted_parts
from models.money import Money
from models.tables import (
    Advance,
    BillShare,
    BillSplit,
    Consent,
    Settlement,
    SettlementState,
)
from pay.people import Person
from pay.postings import Posting, Repayment, SharedBill, shared_bill
from pay.shares.share import Share, ShareState, Split


def summed(session: Session, household_id: int) -> list[Posting]:
    """Everything that counts, for balances and transfers: bills that one person paid whole are one
    posting per payer and currency (numbered below zero), which changes no balance and no debt.
    """
    return [
        *folded(session, household_id, None),
        *_bills(session, household_id, BillSplit.payer_id.is_(None)),
        *repayments(session, household_id),
    ]


def of_days(session: Session, household_id: int, first: date, last: date) -> list[Posting]:
    """Everything until `last`; each bill and settlement from `first` on by itself."""
    within = BillSplit.counted_on.between(first, last)
    before = BillSplit.payer_id.is_(None) & (BillSplit.counted_on < first)
    return [
        *folded(session, household_id, first),
        *_bills(session, household_id, before | within),
        *repayments(session, household_id),
    ]


def repayments(session: Session, household_id: int, *, announced: bool = False) -> list[Repayment]:
    """Settlements that were sent or received; with `announced` those too, as if they were underway."""
    states = [SettlementState.SENT, SettlementState.RECEIVED]
    if announced:
        states.append(SettlementState.ANNOUNCED)
    on = func.coalesce(Settlement.received_on, Settlement.sent_on, type_=Date())
    query = select(
        Settlement.id, on, Settlement.created_at, Settlement.sender_id, Settlement.receiver_id,
        Settlement.amount_minor, Settlement.currency, Settlement.state,
    ).where(Settlement.household_id == household_id, Settlement.state.in_(states))  # fmt: skip
    return [
        Repayment(
            number=number,
            on=day or made.date(),
            sender=Person(sender),
            receiver=Person(receiver),
            amount=Money(minor, currency),
            received=state is SettlementState.RECEIVED,
        )
        for number, day, made, sender, receiver, minor, currency, state in session.execute(
            query.order_by(Settlement.id)
        )
    ]


def _bills(session: Session, household_id: int, which: ColumnElement[bool]) -> Iterable[SharedBill]:
    """Bills by themselves: those that several people paid, in part, or of which a share waits."""
    query = (
        select(
            BillSplit.id,
            BillSplit.bill_id,
            BillSplit.counted_on,
            BillSplit.amount_minor,
            BillSplit.currency,
        )
        .where(BillSplit.household_id == household_id, BillSplit.counted_on.is_not(None), which)
        .order_by(BillSplit.id)
    )
    splits = session.execute(query).all()
    numbers = [row[0] for row in splits]
    advances = _by_split(
        session.scalars(select(Advance).where(Advance.split_id.in_(numbers)).order_by(Advance.id))
    )
    shares = _shares(
        session.execute(
            select(BillShare.split_id, BillShare.member_id, BillShare.amount_minor, BillShare.state)
            .where(BillShare.split_id.in_(numbers))
            .order_by(BillShare.split_id, BillShare.member_id)
        ),
        {row[0]: row[4] for row in splits},
    )
    for number, bill_id, counted_on, minor, currency in splits:
        amount = Money(minor, currency)
        paid = counted_parts(amount, advances.get(number, []))
        if counted_on is not None:
            yield shared_bill(bill_id, counted_on, Split(amount, tuple(shares[number])), paid)


def _by_split(rows: Iterable[Advance]) -> dict[int, list[Advance]]:
    found: dict[int, list[Advance]] = {}
    for row in rows:
        found.setdefault(row.split_id, []).append(row)
    return found


def _shares(
    rows: Iterable[Row[int, int, int, Consent]], currencies: Mapping[int, str]
) -> dict[int, list[Share]]:
    """The shares of each split without their computation, which accounts do not need."""
    found: dict[int, list[Share]] = {}
    for split_id, member_id, minor, state in rows:
        amount = Money(minor, currencies[split_id])
        stands = ShareState(state.value)
        share = Share(Person(member_id), amount, Fraction(0), odd=False, why=None, state=stands)
        found.setdefault(split_id, []).append(share)
    return found
