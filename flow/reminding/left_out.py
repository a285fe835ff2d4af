"""Why nobody is told of a bill: what a door says of each one, and what the person may do."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.hold import on_hold
from flow.reminding.messages import FAR, owed_by
from flow.reminding.own_bills import KINDS, OPEN, SETTLED, is_sure, recent, todo_of
from flow.reminding.people import Someone, everybody, outlets_of
from flow.wiring import Wiring
from models.database import reading
from models.tables import Bill, BillShare, BillSplit, Consent
from models.verdict import State
from models.words import mark
from notify.due import Due, Todo

REASONS = {
    "stopped": mark("it is held, for it may be a fraud: `facteur show {id}` says why."),
    "disputed": mark("it is disputed: `facteur ask {id} --resolve` lifts the dispute."),
    "settled": mark("it is settled."),
    "handed_over": mark("its money is on the way: `facteur import` proves it by a statement."),
    "nothing_to_pay": mark("it asks for no payment."),
    "no_amount": mark("its amount is not known: `facteur fix {id} --amount 84.20` says it."),
    "to_review": mark(
        "its amount or due date is not sure: look at `facteur show {id}`, then say "
        "`facteur fix {id} --confirm`, or what is right."
    ),
    "debited": mark("it is debited by itself: `facteur remind --debits` announces such bills."),
    "past": mark("it was due long ago: `facteur fix {id} --state closed`, if it is settled."),
    "nothing_left": mark("nothing of it is left to pay."),
    "no_due_date": mark(
        "it has no due date, so that a digest alone tells it: `facteur fix {id} --due 2026-12-31` "
        "gives it one."
    ),
    "late_for_long": mark(
        "it is late by four weeks or more: a digest alone tells it, `facteur remind --digest`."
    ),
    "told": mark("it was told before: `facteur remind --bill {id} --to me` tells it again."),
    "not_shared": mark("it is not shared with {name}: `facteur split {id} --equal` shares it."),
    "share_disputed": mark("that share is disputed: `facteur split {id}` says why."),
    "payer_unknown": mark("nobody said who paid it for all: `facteur split {id} --paid NAME`."),
}
"""By a word for scripts; each ends a sentence that names the bill."""
_TO_COME = ""
"""Its day is still to come, or it only wants a channel: said elsewhere."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One bill and why it is not told; reason: a key of REASONS."""

    bill: int
    biller: str
    due_on: date | None
    reason: str


def left_out(wiring: Wiring, told: Container[int], now: datetime) -> list[LeftOut]:
    """The bills of the person at this machine that wait and are not among those told, the first due first;
    without those whose day is still to come.
    """
    today, sure = now.astimezone().date(), wiring.settings.sure
    with Session(reading(wiring.engine)) as session:
        who = everybody(session, wiring.settings.lang)[0]
        reached = who.wishes.wanted and bool(outlets_of(session, who))
        owed = {one.due.bill: one.due for one in owed_by(session, who, today, sure)}
        found = []
        for bill in _waiting(session, who, today):
            if bill.id in owed:
                reason = _of_owed(who, owed[bill.id], today, reached=reached)
            else:
                reason = _now(who, bill, why_untold(session, who, bill, today, sure), today)
            if reason != _TO_COME and bill.id not in told:
                found.append(LeftOut(bill.id, bill.biller or "–", bill.due_on, reason))
    return sorted(found, key=lambda one: (one.due_on is None, one.due_on or today, one.bill))


def why_untold(session: Session, who: Someone, bill: Bill, today: date, sure: float) -> str:
    """Why nothing of a bill waits for them, as a key of REASONS."""
    if bill.state is State.STOPPED:
        return "stopped"
    if on_hold(session, bill.id):
        return "disputed"
    if bill.account_id not in who.accounts:
        return _of_share(session, who, bill)
    kept = select(Bill.id).where(Bill.id == bill.id, recent(today - FAR))
    checks = (
        ("settled", bill.state in SETTLED),
        ("handed_over", bill.state is State.HANDED_OVER),
        ("nothing_to_pay", bill.kind not in KINDS or bill.amount_minor == 0),
        ("no_amount", bill.amount_minor is None),
        ("to_review", not is_sure(bill, sure)),
        ("debited", todo_of(bill) is Todo.DEBITED and not who.wishes.debits),
        ("past", session.scalar(kept) is None),
    )
    return next((reason for reason, holds in checks if holds), "nothing_left")


def _of_share(session: Session, who: Someone, bill: Bill) -> str:
    query = (
        select(BillSplit, BillShare)
        .join(BillShare, BillShare.split_id == BillSplit.id)
        .where(BillSplit.bill_id == bill.id, BillShare.member_id == who.member_id)
        .where(BillShare.amount_minor > 0)
    )
    row = session.execute(query).first()
    if row is None:
        return "not_shared"
    split, share = row
    if share.state is Consent.DISPUTED:
        return "share_disputed"
    return "nothing_left" if split.counted_on is not None else "payer_unknown"


def _waiting(session: Session, who: Someone, today: date) -> Sequence[Bill]:
    query = select(Bill).where(
        Bill.account_id.in_(who.accounts), Bill.kind.in_(KINDS),
        Bill.state.in_((*OPEN, State.STOPPED)), recent(today - FAR),
        Bill.amount_minor.is_(None) | (Bill.amount_minor > 0),
    )  # fmt: skip
    return session.scalars(query).all()


def _of_owed(who: Someone, due: Due, today: date, *, reached: bool) -> str:
    """Of a bill that waits for them."""
    if due.due_on is None:
        return "no_due_date"
    if due.is_missed:
        return "told" if reached else _TO_COME
    occasion = who.wishes.plan.occasion(due.due_on, today)
    if not due.is_to_pay or (due.due_on >= today and occasion is None):
        return _TO_COME
    if occasion is None:
        return "late_for_long"
    return "told" if reached else _TO_COME


def _now(who: Someone, bill: Bill, reason: str, today: date) -> str:
    """What is debited by itself would be announced on its days before; on others nothing is missing."""
    occasion = who.wishes.plan.occasion(bill.due_on, today) or ""
    return _TO_COME if reason == "debited" and not occasion.startswith("before") else reason
