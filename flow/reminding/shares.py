"""What a member has to give to another: their shares of bills that somebody else pays for all.

A settlement that names a bill pays that one back. The others are made of balances, so what is left between
two people is laid on the latest bills first: the older ones count as settled, and the sum asked for is
never more than is owed, to the cent.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.hold import held_bills
from flow.household.tally import advances_of, counted_parts
from flow.reminding.moved import Moved, moved_by
from flow.reminding.own_bills import OPEN, Owed
from flow.reminding.people import Someone
from models.money import Money
from models.tables import (
    Bill,
    BillShare,
    BillSplit,
    Consent,
    Member,
    MemberAccount,
)
from models.verdict import Kind, State
from notify.due import Due, Todo
from pay.debts import as_owed
from pay.people import Part, Person
from pay.postings import shared_bill
from pay.shares.share import SPLIT, ShareState, Split

GRACE = timedelta(days=7)
"""From the day a member advanced a bill to the day the others are asked for their shares."""
_BACK = timedelta(days=400)
_MOST = 500
_ADVANCED_BY_THEM = (Kind.TO_BE_DEBITED, Kind.CREDIT_NOTE, Kind.RECEIPT, Kind.OTHER)
"""Bills of which nothing is asked before a statement or a member says that money left."""


@dataclass(frozen=True, slots=True)
class _Mine:
    """One split bill with the person's share."""

    bill: Bill
    split: BillSplit
    share: BillShare


def own_shares(session: Session, who: Someone, today: date) -> list[Owed]:
    """What they have to give, the latest first; nothing of what is disputed or held."""
    if who.member_id is None or who.household_id is None:
        return []
    rows, held = _rows(session, who, today), held_bills(session)
    rows = [row for row in rows if row.bill.id not in held]
    moved = moved_by(session, who.member_id, who.household_id)
    found = []
    for row in rows:
        if row.split.counted_on is None:
            found += _to_come(session, who, row)
        else:
            found += _to_give(session, who.member_id, row, moved)
    return found


def _rows(session: Session, who: Someone, today: date) -> Sequence[_Mine]:
    query = (
        select(Bill, BillSplit, BillShare)
        .join(BillSplit, BillSplit.bill_id == Bill.id)
        .join(BillShare, BillShare.split_id == BillSplit.id)
        .where(
            BillSplit.household_id == who.household_id,
            BillShare.member_id == who.member_id,
            BillShare.state != Consent.DISPUTED,
            BillShare.amount_minor > 0,
            Bill.state != State.STOPPED,
            BillSplit.counted_on.is_(None) | (BillSplit.counted_on >= today - _BACK),
        )
        .order_by(BillSplit.counted_on.desc(), Bill.id.desc())
        .limit(_MOST)
    )
    return [_Mine(*row) for row in session.execute(query)]


def _to_come(session: Session, who: Someone, row: _Mine) -> list[Owed]:
    """Nobody advanced it yet: their share is for whom the bill came to, who pays it."""
    bill = row.bill
    if bill.account_id in who.accounts or bill.state not in OPEN or bill.kind in _ADVANCED_BY_THEM:
        return []
    amount = Money(row.share.amount_minor, row.split.currency)
    return [_owed(row, amount, _holder_name(session, bill), bill.due_on, "")]


def _to_give(session: Session, member_id: int, row: _Mine, moved: Moved) -> list[Owed]:
    """What this bill makes them owe, as far as it is not settled."""
    found = []
    counted = row.split.counted_on or date.min
    day = max(counted + GRACE, row.bill.due_on or counted)
    for debt in as_owed(
        [shared_bill(row.bill.id, counted, _made(session, row), _paid(session, row))]
    ):
        minor = moved.take(debt, row.bill.id) if debt.sender == member_id else 0
        if minor:
            name = session.get_one(Member, debt.receiver).name
            reference = moved.reference(debt.receiver, row.bill.id)
            found.append(_owed(row, Money(minor, debt.amount.currency), name, day, reference))
    return found


def _owed(row: _Mine, amount: Money, to: str, day: date | None, reference: str) -> Owed:
    bill = row.bill
    due = Due(
        bill.id, bill.biller or "–", amount, day, Todo.PAY_BACK, to=to, reference=reference, shared=True
    )  # fmt: skip
    changed = max(bill.updated_at, row.split.updated_at, row.share.changed_at)
    return Owed(due, bill.created_at, changed)


def _made(session: Session, row: _Mine) -> Split:
    """The split with its disputed shares held."""
    made = SPLIT.read(row.split.shares).with_state(ShareState.PROPOSED)
    query = select(BillShare.member_id).where(
        BillShare.split_id == row.split.id, BillShare.state == Consent.DISPUTED
    )
    disputed = [Person(number) for number in session.scalars(query)]
    return made.with_state(ShareState.DISPUTED, *disputed) if disputed else made


def _paid(session: Session, row: _Mine) -> Iterable[Part]:
    parts = [
        Part(Person(one.member_id), one.amount_minor) for one in advances_of(session, row.split)
    ]
    return counted_parts(row.split.amount, parts)


def _holder_name(session: Session, bill: Bill) -> str:
    query = (
        select(Member.name)
        .join(MemberAccount, MemberAccount.member_id == Member.id)
        .where(MemberAccount.account_id == bill.account_id)
        .order_by(Member.id)
        .limit(1)
    )
    return session.scalar(query) or ""
