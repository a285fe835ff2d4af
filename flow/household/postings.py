"""The accounts of a household from the database: thousands of plain bills come added up."""

from collections.abc import Iterable
from datetime import date, timedelta

from sqlalchemy import ColumnElement, Row, func, literal_column, select
from sqlalchemy.orm import Session

from flow.household.tally import counted_parts
from models.tables import Advance, BillShare, BillSplit, Consent, Settlement, SettlementState
from pay.people import Part, Person
from pay.postings import Posting, Repayment, SharedBill, shared_bill
from pay.shares.share import SPLIT, ShareState

_LONG_AGO = date.min


def summed(session: Session, household_id: int) -> list[Posting]:
    """Everything that counts, for balances and transfers: bills that one person paid whole are one
    posting per payer and currency (numbered below zero), which changes no balance and no debt.
    """
    return [
        *_folded(session, household_id, None),
        *_bills(session, household_id, BillSplit.payer_id.is_(None)),
        *repayments(session, household_id),
    ]


def of_days(session: Session, household_id: int, first: date, last: date) -> list[Posting]:
    """Everything until `last`; each bill and settlement from `first` on by itself."""
    within = BillSplit.counted_on.between(first, last)
    before = BillSplit.payer_id.is_(None) & (BillSplit.counted_on < first)
    return [
        *_folded(session, household_id, first),
        *_bills(session, household_id, before | within),
        *repayments(session, household_id),
    ]


def repayments(session: Session, household_id: int, *, announced: bool = False) -> list[Repayment]:
    """Settlements that were sent or received; with `announced` those too, as if they were underway."""
    states = [SettlementState.SENT, SettlementState.RECEIVED]
    if announced:
        states.append(SettlementState.ANNOUNCED)
    query = select(Settlement).where(
        Settlement.household_id == household_id, Settlement.state.in_(states)
    )
    return [
        Repayment(
            number=row.id,
            on=row.received_on or row.sent_on or row.created_at.date(),
            sender=Person(row.sender_id),
            receiver=Person(row.receiver_id),
            amount=row.amount,
            received=row.state is SettlementState.RECEIVED,
        )
        for row in session.scalars(query.order_by(Settlement.id))
    ]


def _folded(session: Session, household_id: int, before: date | None) -> Iterable[SharedBill]:
    """Bills that one person paid whole, added up by payer, currency and sign."""
    # Written into the statement: PostgreSQL takes two parameters for two expressions.
    positive = BillSplit.amount_minor > literal_column("0")
    query = (
        select(
            BillSplit.payer_id,
            BillSplit.currency,
            positive,
            BillShare.member_id,
            func.sum(BillShare.amount_minor),
        )
        .join(BillShare, BillShare.split_id == BillSplit.id)
        .where(BillSplit.household_id == household_id, BillSplit.payer_id.is_not(None))
        .group_by(BillSplit.payer_id, BillSplit.currency, positive, BillShare.member_id)
    )
    if before is not None:
        query = query.where(BillSplit.counted_on < before)
    groups: dict[tuple[int, str, bool], list[Part]] = {}
    for payer, currency, sign, member, minor in session.execute(query):
        part = Part(Person(member), int(minor))
        groups.setdefault((payer or 0, currency, bool(sign)), []).append(part)
    on = before - timedelta(days=1) if before else _LONG_AGO
    for place, ((payer, currency, _), owed) in enumerate(sorted(groups.items()), start=1):
        paid = Part(Person(payer), sum(part.minor for part in owed))
        yield SharedBill(-place, on, currency, (paid,), tuple(sorted(owed)))


def _bills(session: Session, household_id: int, which: ColumnElement[bool]) -> Iterable[SharedBill]:
    """Bills by themselves: those that several people paid, in part, or of which a share waits."""
    query = select(BillSplit).where(
        BillSplit.household_id == household_id,
        BillSplit.counted_on.is_not(None),
        which,
    )
    splits = session.scalars(query.order_by(BillSplit.id)).all()
    numbers = [split.id for split in splits]
    advances = _by_split(
        session.scalars(select(Advance).where(Advance.split_id.in_(numbers)).order_by(Advance.id))
    )
    states = _states(
        session.execute(
            select(BillShare.split_id, BillShare.member_id, BillShare.state).where(
                BillShare.split_id.in_(numbers)
            )
        )
    )
    for split in splits:
        made = SPLIT.read(split.shares)
        for state, people in states.get(split.id, {}).items():
            made = made.with_state(state, *people)
        paid = counted_parts(split.amount, advances.get(split.id, []))
        if split.counted_on is not None:
            yield shared_bill(split.bill_id, split.counted_on, made, paid)


def _by_split(rows: Iterable[Advance]) -> dict[int, list[Advance]]:
    found: dict[int, list[Advance]] = {}
    for row in rows:
        found.setdefault(row.split_id, []).append(row)
    return found


def _states(
    rows: Iterable[Row[int, int, Consent]],
) -> dict[int, dict[ShareState, list[Person]]]:
    found: dict[int, dict[ShareState, list[Person]]] = {}
    for split_id, member_id, state in rows:
        by_state = found.setdefault(split_id, {})
        by_state.setdefault(ShareState(state.value), []).append(Person(member_id))
    return found
