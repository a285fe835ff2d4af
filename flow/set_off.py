"""A credit note pays a bill of the same payee: the order is for the rest. It can be given back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.bills import known_as
from flow.card import remake
from flow.credits import left_of_credit, set_offs
from flow.household.arrival import bill_changed
from flow.order_draft import open_order
from flow.order_left import left_of
from flow.schedule import asked_for, is_debited
from flow.settings import Settings
from models.errors.orders import CreditUnusable
from models.errors.values import NotFound
from models.journal import append
from models.money import Money
from models.tables import MOST_ID, Bill, SetOff
from models.verdict import Kind, State
from models.words import mark

_PAYABLE = (Kind.TO_PAY, Kind.REMINDER, Kind.ON_PORTAL, Kind.SCHEDULE)


@dataclass(frozen=True, slots=True)
class Taken:
    """amount: of the credit note, set off against the bill; left: to pay of the bill after it; rest: of
    the credit note after it. closes: no order is needed, for nothing is left and this made it so."""

    credit_id: int
    amount: Money
    left: Money
    rest: Money
    closes: bool


def set_off(
    session: Session, bill: Bill, credit_id: int, settings: Settings, now: datetime
) -> Taken:
    """Sets as much of a credit note off against a bill as both allow; once, however often it is asked.

    Call `alone_with_money` before. Raises NotFound, CreditUnusable, OrderInvalid.
    """
    credit = credit_for(session, credit_id)
    standing = session.scalar(
        select(SetOff).where(
            SetOff.bill_id == bill.id, SetOff.credit_id == credit_id, SetOff.ended_at.is_(None)
        )
    )
    fresh = standing is None
    if standing is None:
        standing = _made(session, bill, credit, now)
        _stand_anew(session, (bill, credit), settings)
    left = left_of(session, bill, open_order(session, bill))
    due = asked_for(session, bill)
    whole = due is not None and set_offs(session).of(bill) == due.minor
    return Taken(
        credit_id,
        Money(standing.amount_minor, standing.currency),
        left,
        left_of_credit(session, credit),
        closes=not left.minor and (fresh or whole),
    )


def _made(session: Session, bill: Bill, credit: Bill, now: datetime) -> SetOff:
    why = _refused(session, bill, credit)
    if why:
        raise CreditUnusable(id=credit.id, bill=bill.id, why=why)
    amount = min(left_of_credit(session, credit), left_of(session, bill, open_order(session, bill)))
    if not amount.minor:
        raise CreditUnusable(
            id=credit.id, bill=bill.id, why=mark("nothing of this bill is left to pay")
        )
    row = SetOff(
        credit_id=credit.id, bill_id=bill.id, amount_minor=amount.minor, currency=amount.currency,
        made_at=now,
    )  # fmt: skip
    session.add(row)
    session.flush()
    _told(session, "credit_set_off", row)
    return row


def credit_for(session: Session, credit_id: int) -> Bill:
    """The credit note, held until the transaction ends. Raises NotFound."""
    found = None
    if 0 < credit_id <= MOST_ID:
        found = session.scalar(select(Bill).where(Bill.id == credit_id).with_for_update())
    if found is None:
        raise NotFound(what="bill", id=credit_id)
    return found


def _refused(session: Session, bill: Bill, credit: Bill) -> str:
    """Why the one cannot be set off against the other, or ""."""
    names = {bill.biller_key, *known_as(session, None, bill.biller or "")} - {""}
    # Each in turn: what comes first is what the person must know first.
    reasons = (
        (credit.kind is not Kind.CREDIT_NOTE, mark("it is no credit note")),
        (credit.biller_key not in names, mark("it is of another biller")),
        (credit.currency != bill.currency, mark("it is in another currency")),
        (credit.state is State.STOPPED, mark("it is held: it may be forged")),
        (
            credit.state is State.REVIEW,
            mark("it is still to review: `facteur fix {id} --confirm` when it is right"),
        ),
        (credit.state is State.PAID, mark("its money came back already")),
        (
            bill.kind not in _PAYABLE or is_debited(bill),
            mark("bill {bill} is none that you pay yourself"),
        ),
        (bill.state is State.PAID, mark("bill {bill} is paid")),
        (bill.state is State.STOPPED, mark("bill {bill} is held")),
        (
            bill.state is State.REVIEW,
            mark("bill {bill} is still to review: `facteur fix {bill} --confirm` when it is right"),
        ),
        (not left_of_credit(session, credit).minor, mark("all of it is used")),
        (credit.state is State.CLOSED, mark("it is settled")),
    )
    return next((why for holds, why in reasons if holds), "")


def give_back(session: Session, bill: Bill, settings: Settings, now: datetime) -> Money | None:
    """Ends all that is set off against a bill; how much that is, None when there was nothing.

    Call `alone_with_money` before.
    """
    query = select(SetOff).where(SetOff.bill_id == bill.id, SetOff.ended_at.is_(None))
    rows = session.scalars(query.order_by(SetOff.id)).all()
    for row in rows:
        row.ended_at = now
        _told(session, "credit_given_back", row)
    if not rows:
        return None
    session.flush()
    _stand_anew(session, [bill, *(credit_for(session, row.credit_id) for row in rows)], settings)
    return Money(sum(row.amount_minor for row in rows), rows[0].currency)


def _stand_anew(session: Session, bills: Sequence[Bill], settings: Settings) -> None:
    """What a bill is, and how it is shared, follows from all that is stored of it (flow.card)."""
    for one in sorted(bills, key=lambda bill: bill.id):
        remake(session, one, settings)
    session.flush()
    for one in sorted(bills, key=lambda bill: bill.id):
        bill_changed(session, one)


def _told(session: Session, what: str, row: SetOff) -> None:
    append(
        session, "person", what, f"bill {row.bill_id}", where="cli",
        detail={
            "credit": row.credit_id, "amount": str(Money(row.amount_minor, row.currency)),
            "currency": row.currency,
        },
    )  # fmt: skip


def open_credits(session: Session, bill: Bill) -> list[tuple[Bill, Money]]:
    """The credit notes of a bill's payee of which something is left, for the same contract where
    both name one; nothing for a bill to which none can be set off."""
    query = (
        select(Bill)
        .where(
            Bill.kind == Kind.CREDIT_NOTE,
            Bill.state == State.OPEN,
            Bill.currency == bill.currency,
            Bill.account_id == bill.account_id,
        )
        .order_by(Bill.id)
    )
    rows = [one for one in session.scalars(query) if not _refused(session, bill, one)]
    same = [one for one in rows if not _other_contract(bill, one)]
    return [(one, left_of_credit(session, one)) for one in same]


def _other_contract(bill: Bill, credit: Bill) -> bool:
    left, right = bill.customer_number, credit.customer_number
    return bool(left and right) and left != right
