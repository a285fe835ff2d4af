"""Orders follow the evidence: seen on a statement, not seen after all, or sent back by the bank."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from flow.awaited_instalments import instalment_order
from flow.awaited_orders import ELSEWHERE, own_order
from flow.credits import set_offs
from flow.instalments import name_of, told_of
from flow.money_lock import alone_with_money
from flow.order_steps import refuse, see, unsee
from flow.proven import to_see
from flow.proven_parts import parts_named
from flow.schedule import is_scheduled
from models.money import Money
from models.order import Step
from models.tables import PROVES, BankMatch, BankMatchPart, Bill, MatchState, Payment

_WHERE = "statement"


def follow_orders(session: Session, touched: Iterable[int]) -> None:
    """The orders of these bills, whose matches changed. Writes rows and journal lines, no commit.

    They are read anew once no other transaction writes orders, whatever the caller looked at before.
    """
    alone_with_money(session)
    query = (
        select(Payment)
        .where(
            Payment.bill_id.in_(touched),
            Payment.step.in_((Step.HANDED_OVER, Step.SEEN)),
            or_(Payment.rail.is_(None), Payment.rail.not_in(ELSEWHERE)),
        )
        .order_by(Payment.id)
        .execution_options(populate_existing=True)
    )
    rows = session.scalars(query).all()
    for row in rows:
        beside = [one for one in rows if one.bill_id == row.bill_id]
        _follow(session, row, _name(session, row, beside))


def _name(session: Session, row: Payment, beside: Sequence[Payment]) -> str:
    """How matches name what the order pays: its bill, its instalment, or the order by itself."""
    bill = session.get(Bill, row.bill_id)
    told = told_of(session, row.bill_id or 0)
    if bill is not None and is_scheduled(bill, [one.row for one in told]):
        mine = (one for one in told if instalment_order(one, beside) is row)
        return next((name_of(one.row) for one in mine), f"payment {row.id}")
    own = own_order(_due(session, row), beside)
    return f"bill {row.bill_id}" if row is own else f"payment {row.id}"


def _due(session: Session, row: Payment) -> Money | None:
    bill = session.get(Bill, row.bill_id)
    whole = to_see(bill, set_offs(session).of(bill)) if bill else None
    return -whole if whole else None


def _follow(session: Session, row: Payment, what: str) -> None:
    """One of which only a part is seen is out as before: its papers may still be sent whole."""
    parts = parts_named(session, what)
    out = -sum(minor for state, minor, _ in parts if state in PROVES and minor < 0)
    back = [(minor, why) for state, minor, why in parts if state is MatchState.RETURNED]
    seen = out >= row.amount_minor
    if seen and row.step is Step.HANDED_OVER:
        see(session, row, f"bank_match {_proof(session, what)}", datetime.now(UTC), _WHERE)
    elif not seen and back and (row.step is Step.SEEN or _whole(row, out, back)):
        refuse(session, row, back[0][1] or "-", _WHERE)
    elif not seen and row.step is Step.SEEN:
        unsee(session, row, _WHERE)


def _whole(row: Payment, out: int, back: Sequence[tuple[int, str]]) -> bool:
    """The order was paid whole before some of it came back."""
    return out - sum(minor for minor, _ in back) >= row.amount_minor


def _proof(session: Session, what: str) -> int | None:
    """The first match that proves it."""
    query = select(BankMatch.id).join(BankMatchPart, BankMatchPart.match_id == BankMatch.id)
    proves = BankMatchPart.what == what, BankMatch.state.in_(PROVES)
    return session.scalar(query.where(*proves).order_by(BankMatch.id).limit(1))
