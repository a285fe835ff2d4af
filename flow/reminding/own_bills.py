"""The bills of a person's own mailboxes as they are reminded of them: what is left, their part of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.credits import set_offs
from flow.hold import held_bills
from flow.proven_parts import proven_minor
from flow.reminding.people import Someone
from models.money import Money
from models.reading import Means
from models.tables import Bill, BillShare, BillSplit, Consent
from models.verdict import Kind, State
from notify.due import Due, Todo

OPEN = (State.OPEN, State.REVIEW)
SETTLED = (State.PAID, State.CLOSED)
_KINDS = (Kind.TO_PAY, Kind.TO_BE_DEBITED, Kind.ON_PORTAL, Kind.SCHEDULE, Kind.REMINDER)
_DECISIVE = ("amount", "due_on")
"""Fields that a bill to review must be sure of, or nothing is told of it before somebody looked."""


@dataclass(frozen=True, slots=True)
class Owed:
    """One bill to be reminded of; changed_at: when its row last did.

    For calendars: paid when it is settled, underway when the person or their bank has it.
    """

    due: Due
    made_at: datetime
    changed_at: datetime
    paid: bool = False
    underway: bool = False


def own_bills(
    session: Session, who: Someone, sure: float, settled_since: date | None = None
) -> list[Owed]:
    """The bills that came to their mailboxes and wait for them; with a day, those settled since then too.

    Left out: what is held by the fraud gate or by a dispute, what was handed to the bank, and what is
    to review without a sure amount and day. Of a bill that another member advanced nothing is left to
    do here: their share is another matter. Of others than the person here only what they share with
    their household: reminders leave through the account of the person here, who must not see the rest.
    """
    states = OPEN if settled_since is None else (*OPEN, State.HANDED_OVER, *SETTLED)
    query = select(Bill).where(
        Bill.account_id.in_(who.accounts),
        Bill.state.in_(states),
        Bill.kind.in_(_KINDS),
        Bill.amount_minor > 0,
    )
    if not who.is_here:
        shared = select(BillSplit.bill_id).where(BillSplit.household_id == who.household_id)
        query = query.where(Bill.id.in_(shared))
    if settled_since is not None:
        query = query.where(Bill.state.in_(OPEN) | (Bill.due_on >= settled_since))
    bills = [bill for bill in session.scalars(query.order_by(Bill.id)) if _is_sure(bill, sure)]
    held, splits = held_bills(session), _splits(session, [bill.id for bill in bills])
    taken = set_offs(session)
    found = []
    for bill in bills:
        done = bill.state not in OPEN
        left = (bill.amount_minor or 0) - taken.of(bill) - abs(proven_minor(session, bill.id))
        split = splits.get(bill.id)
        advanced = split is not None and split.counted_on is not None
        if bill.id in held or (not done and (left <= 0 or advanced)):
            continue
        part = _part(session, who, split)
        changed = max(bill.updated_at, split.updated_at) if split else bill.updated_at
        due = _due(bill, Money(max(left, 0), bill.currency or "EUR"), part)
        found.append(
            Owed(
                due, bill.created_at, changed, paid=bill.state in SETTLED,
                underway=bill.state is State.HANDED_OVER,
            )
        )  # fmt: skip
    return found


def _is_sure(bill: Bill, sure: float) -> bool:
    if bill.state is not State.REVIEW:
        return True
    return all(bill.confidences.get(field, 0.0) >= sure for field in _DECISIVE)


def _splits(session: Session, bill_ids: Iterable[int]) -> Mapping[int, BillSplit]:
    query = select(BillSplit).where(BillSplit.bill_id.in_(list(bill_ids)))
    return {row.bill_id: row for row in session.scalars(query)}


def _part(session: Session, who: Someone, split: BillSplit | None) -> Money | None:
    """Their share; None where the bill is theirs alone, or their share is disputed or nothing."""
    if split is None or who.member_id is None:
        return None
    query = select(BillShare).where(
        BillShare.split_id == split.id, BillShare.member_id == who.member_id
    )
    row = session.scalar(query)
    if row is None or row.state is Consent.DISPUTED or row.amount_minor <= 0:
        return None
    return Money(row.amount_minor, split.currency)


def _due(bill: Bill, left: Money, part: Money | None) -> Due:
    todo = _todo(bill)
    shared = part is not None and part.currency == left.currency and part < left
    return Due(
        bill.id, bill.biller or "–", part if shared and part else left, bill.due_on, todo,
        to=bill.biller or "", reference=bill.reference or "", shared=shared,
        whole=left if shared and todo is not Todo.DEBITED else None,
    )  # fmt: skip


def _todo(bill: Bill) -> Todo:
    """By its kind; a schedule or a reminder by the means it asks for."""
    if bill.kind is Kind.TO_BE_DEBITED or bill.means is Means.DIRECT_DEBIT:
        return Todo.DEBITED
    if bill.kind is Kind.ON_PORTAL or bill.means is Means.PORTAL:
        return Todo.PORTAL
    return Todo.PAY
