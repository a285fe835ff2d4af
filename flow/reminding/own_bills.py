"""The bills of a person's own mailboxes as they are reminded of them: what is left, their part of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from sqlalchemy import ColumnElement, Date, Select, func, or_, select
from sqlalchemy.orm import Session

from flow.credits import set_offs
from flow.hold import held_bills
from flow.instalments import told_of
from flow.reminding.left import Parts, paid_of, parts_of
from flow.reminding.people import Someone
from models.money import Money
from models.reading import Means
from models.tables import Bill, BillSplit, Instalment
from models.verdict import Kind, State
from notify.due import Due, Todo

OPEN = (State.OPEN, State.REVIEW)
SETTLED = (State.PAID, State.CLOSED)
KINDS = (Kind.TO_PAY, Kind.TO_BE_DEBITED, Kind.ON_PORTAL, Kind.SCHEDULE, Kind.REMINDER)
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


@dataclass(frozen=True, slots=True)
class Window:
    """The days that are looked at. since: what was due, or without a day written, before it is left out:
    ten years of old mail hold many bills that nobody ever proved paid. settled_since: with a day, what
    was due since then and is settled is told too.
    """

    today: date
    since: date
    settled_since: date | None = None


def own_bills(session: Session, who: Someone, sure: float, window: Window) -> list[Owed]:
    """The bills that came to their mailboxes and wait for them: what is left to pay of each after credit
    and parts that were paid, of instalments the next one.

    Left out: what is held by the fraud gate or by a dispute, what was handed to the bank, and what is to
    review without a sure amount and day. Of a bill that members advanced whole nothing is left to do
    here: their share is another matter. Of others than
    the person here only what they share with their household: reminders leave through the account of
    the person here, who must not see the rest.
    """
    bills = [bill for bill in session.scalars(_asked(who, window)) if is_sure(bill, sure)]
    numbers = [bill.id for bill in bills]
    held, splits = held_bills(session, numbers), _splits(session, numbers)
    taken, paid = set_offs(session), paid_of(session, numbers)
    instalments = _with_instalments(session, numbers)
    found = []
    for bill in bills:
        cost = (bill.amount_minor or 0) - taken.of(bill)
        before = min(paid[bill.id], cost) if bill.state in OPEN else 0
        asked = _Asked(bill.due_on, Money(max(cost - before, 0), bill.currency or "EUR"), before)
        if bill.id in instalments and bill.state in OPEN:
            asked = _next(session, bill, window.today)
        nothing = bill.state in OPEN and not asked.amount.minor
        if not nothing and bill.id not in held:
            split = splits.get(bill.id)
            found.append(_owed(bill, split, asked, parts_of(session, who, split)))
    return found


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is to be paid next of a bill, by when, and how many minor units of it come before."""

    day: date | None
    amount: Money
    before: int = 0


def _with_instalments(session: Session, numbers: Sequence[int]) -> set[int]:
    query = select(Instalment.bill_id).where(
        Instalment.bill_id.in_(numbers), Instalment.ended_at.is_(None)
    )
    return set(session.scalars(query.distinct()))


def _next(session: Session, bill: Bill, today: date) -> _Asked:
    """The first that nobody paid or sent; of one that is debited, the first to come."""
    before = 0
    for one in told_of(session, bill.id):
        past = todo_of(bill) is Todo.DEBITED and one.row.due_on < today
        if one.stage in {"open", "prepared"} and not past:
            return _Asked(one.row.due_on, one.amount, before + one.seen)
        before += one.whole.minor
    return _Asked(None, Money(0, bill.currency or "EUR"))


def _owed(bill: Bill, split: BillSplit | None, asked: _Asked, parts: Parts | None) -> Owed:
    changed = max(bill.updated_at, split.updated_at) if split else bill.updated_at
    return Owed(
        _due(bill, asked, parts), bill.created_at, changed, paid=bill.state in SETTLED,
        underway=bill.state is State.HANDED_OVER,
    )  # fmt: skip


def _asked(who: Someone, window: Window) -> Select[Bill]:
    """Bills by state, kind, day and mailbox."""
    waits = Bill.state.in_(OPEN) & recent(window.since)
    if window.settled_since is not None:
        settled = Bill.state.in_((State.HANDED_OVER, *SETTLED))
        waits |= settled & (Bill.due_on >= window.settled_since)
    query = select(Bill).where(
        Bill.account_id.in_(who.accounts), Bill.kind.in_(KINDS), waits,
        (Bill.amount_minor > 0) | _to_come(window.since),
    )  # fmt: skip
    if not who.is_here:
        shared = select(BillSplit.bill_id).where(BillSplit.household_id == who.household_id)
        query = query.where(Bill.id.in_(shared))
    return query.order_by(Bill.id)


def recent(since: date) -> ColumnElement[bool]:
    """Bills that are due from that day on or have an instalment that is; without a day, kept since then."""
    day = func.coalesce(Bill.due_on, Bill.issued_on, type_=Date())
    stored = datetime.combine(since, time(), UTC)
    return or_(day >= since, day.is_(None) & (Bill.created_at >= stored), _to_come(since))


def _to_come(since: date) -> ColumnElement[bool]:
    query = select(Instalment.bill_id).where(
        Instalment.due_on >= since, Instalment.ended_at.is_(None)
    )
    return Bill.id.in_(query)


def is_sure(bill: Bill, sure: float) -> bool:
    """Whether it is told of before somebody looked at it."""
    if bill.state is not State.REVIEW:
        return True
    return all(bill.confidences.get(field, 0.0) >= sure for field in _DECISIVE)


def _splits(session: Session, bill_ids: Iterable[int]) -> Mapping[int, BillSplit]:
    query = select(BillSplit).where(BillSplit.bill_id.in_(list(bill_ids)))
    return {row.bill_id: row for row in session.scalars(query)}


def _due(bill: Bill, asked: _Asked, parts: Parts | None) -> Due:
    """What is asked for, and the reader's part of it where it is shared."""
    left, todo = asked.amount, todo_of(bill)
    shared, mine = parts is not None, left
    if parts is not None:
        mine = Money(parts.of(asked.before, left.minor), left.currency)
    return Due(
        bill.id, bill.biller or "–", mine, asked.day, todo, to=bill.biller or "",
        reference=bill.reference or "", shared=shared,
        whole=left if shared and todo is not Todo.DEBITED else None,
    )  # fmt: skip


def todo_of(bill: Bill) -> Todo:
    """What is to be done: by its kind; a schedule or a reminder by the means it asks for."""
    if bill.kind is Kind.TO_BE_DEBITED or bill.means is Means.DIRECT_DEBIT:
        return Todo.DEBITED
    if bill.kind is Kind.ON_PORTAL or bill.means is Means.PORTAL:
        return Todo.PORTAL
    return Todo.PAY
