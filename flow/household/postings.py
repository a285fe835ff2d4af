"""The accounts of a household from the database: thousands of plain bills come added up."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import ColumnElement, Date, Row, case, func, or_, select
from sqlalchemy.orm import Session

from flow.hold import held_bills
from flow.household.folded import folded
from flow.household.taken import taken_postings
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
from pay.people import Part, Person
from pay.postings import Posting, Repayment, SharedBill, shared_bill
from pay.shares.share import Share, ShareState, Split

_MOVED = (SettlementState.SENT, SettlementState.RECEIVED)


def summed(session: Session, household_id: int, *, announced: bool = False) -> list[Posting]:
    """Everything that counts, for balances and transfers: bills that one person paid whole are one
    posting per payer and currency (numbered below zero), which changes no balance and no debt.

    announced: settlements that are only announced too, as if they were underway.
    """
    return [
        *folded(session, household_id),
        *bills(session, household_id, BillSplit.payer_id.is_(None)),
        *taken_postings(session, household_id),
        *repayments(session, household_id),
        *(only_announced(session, household_id) if announced else ()),
    ]


def repayments(
    session: Session, household_id: int, *, person: Person | None = None
) -> list[Repayment]:
    """Settlements that were sent or received, of `person` alone if one is named."""
    return _repayments(session, household_id, _MOVED, person)


def only_announced(session: Session, household_id: int) -> list[Repayment]:
    """Settlements that are only announced, as if they were underway."""
    return _repayments(session, household_id, (SettlementState.ANNOUNCED,), None)


def _repayments(
    session: Session,
    household_id: int,
    states: Sequence[SettlementState],
    person: Person | None,
) -> list[Repayment]:
    on = func.coalesce(Settlement.received_on, Settlement.sent_on, type_=Date())
    query = select(
        Settlement.id, on, Settlement.created_at, Settlement.sender_id, Settlement.receiver_id,
        Settlement.amount_minor, Settlement.currency, Settlement.state,
    ).where(Settlement.household_id == household_id, Settlement.state.in_(states))  # fmt: skip
    if person is not None:
        query = query.where(or_(Settlement.sender_id == person, Settlement.receiver_id == person))
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


def bills(session: Session, household_id: int, which: ColumnElement[bool]) -> Iterable[SharedBill]:
    """Bills by themselves: those that several people paid, in part, or of which a share waits.

    Of a bill that is disputed with its biller, every share waits.
    """
    meant = (BillSplit.household_id == household_id, BillSplit.counted_on.is_not(None), which)
    numbers = select(BillSplit.id).where(*meant)
    advances = (
        select(Advance.split_id, Advance.member_id, Advance.amount_minor)
        .where(Advance.split_id.in_(numbers))
        .order_by(Advance.split_id, Advance.id)
    )
    waits_too = case((BillShare.state == Consent.DISPUTED, 1), else_=0)
    shares = (
        select(BillShare.split_id, BillShare.member_id, BillShare.amount_minor, waits_too)
        .where(BillShare.split_id.in_(numbers))
        .order_by(BillShare.split_id, BillShare.member_id)
    )
    # Without the ORM: there are thousands of these rows.
    rows = session.connection().execute(shares).all()
    paid, owed = _parts(session.connection().execute(advances).all()), _parts(rows)
    disputed: dict[int, set[Person]] = {}
    for number, member, _, waiting in rows:
        if waiting:
            disputed.setdefault(number, set()).add(Person(member))
    splits = select(
        BillSplit.id,
        BillSplit.bill_id,
        BillSplit.counted_on,
        BillSplit.amount_minor,
        BillSplit.currency,
    ).where(*meant)
    held = held_bills(session)
    for number, bill_id, on, minor, currency in session.execute(splits.order_by(BillSplit.id)):
        amount = Money(minor, currency)
        payers = counted_parts(amount, paid.get(number, ()))
        waits = frozenset(disputed.get(number, ()))
        if bill_id in held:
            waits = frozenset(part.person for part in owed[number])
        if on is None:
            continue
        if sum(part.minor for part in payers) == minor:
            yield SharedBill(bill_id, on, currency, payers, tuple(owed[number]), waits)
        else:
            yield shared_bill(bill_id, on, _made(amount, owed[number], waits), payers)


def _parts(rows: Iterable[Row[*tuple[Any, ...]]]) -> dict[int, list[Part]]:
    """Parts by split, from rows in its order that begin with split, person and minor units."""
    by_split = groupby(rows, itemgetter(0))
    return {number: [*map(_PART, map(itemgetter(1, 2), some))] for number, some in by_split}


_PART = partial(tuple.__new__, Part)
"""As Part, without a call of its own for each."""


def _made(amount: Money, owed: Iterable[Part], disputed: frozenset[Person]) -> Split:
    """The split without its computation, which accounts do not need."""
    return Split(
        amount,
        tuple(
            Share(
                person, Money(minor, amount.currency), Fraction(0), odd=False, why=None,
                state=ShareState.DISPUTED if person in disputed else ShareState.PROPOSED,
            )
            for person, minor in owed
        ),
    )  # fmt: skip
