"""The steps of an order: each is the row and its line in the journal, in the caller's transaction."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from flow.order_draft import (
    Wish,
    fill,
    instalment_of,
    leaving_day,
    order_of,
    wish_of,
)
from flow.order_left import left_of
from flow.order_print import Payable, print_of
from flow.step_up import has_code
from models.errors.orders import ApprovalVoid
from models.journal import append
from models.order import Step
from models.tables import Assent, Bill, Payment, Settlement
from pay.digest import digest_of
from pay.policy.approval import Approval
from pay.policy.facts import Facts
from pay.policy.flag import Flag
from pay.policy.step_up import step_up_needed
from pay.policy.steps import moved

_OPEN = frozenset({Step.DRAFT, Step.CHECKED, Step.APPROVED})


def told(
    session: Session, row: Payment, what: str, where: str = "cli", /, **detail: object
) -> None:
    """The line of the journal about an order."""
    payer = session.get_one(Settlement, row.settlement_id) if row.settlement_id else None
    append(
        session, f"member {payer.sender_id}" if payer else "person", what, f"payment {row.id}", where=where,
        detail={"key": row.key, "about": row.about, "step": row.step.value, **detail},
    )  # fmt: skip


def step_to(row: Payment, to: Step) -> None:
    """Moves the order. Raises StepForbidden."""
    row.step = moved(row.step, to)
    row.open_slot = 1 if row.step in _OPEN else None


def has_changed(session: Session, row: Payment, payable: Payable) -> bool:
    """True when what is paid no longer says what it said when the order was drawn up."""
    return row.bill_print != print_of(session, payable)


def redraw(session: Session, row: Payment, bill: Bill, wish: Wish, now: datetime) -> None:
    """Draws the order up anew when bill, wish or what is left to pay changed: it is a draft again, its
    approval void.

    Another day or speed alone moves it and leaves the approval: neither is in its digest.
    """
    was = wish_of(row)
    same_wish = (was.part, was.payee) == (wish.part, wish.payee)
    if (
        not has_changed(session, row, bill)
        and same_wish
        and _same_sum(session, row, bill, wish, now)
    ):
        move(session, row, wish, now)
        return
    fill(session, row, bill, wish, now)
    redrawn(session, row, now)


def _same_sum(session: Session, row: Payment, bill: Bill, wish: Wish, now: datetime) -> bool:
    """The order is still for all that is left, for the part that was said, or for that instalment."""
    part = instalment_of(session, row, bill, wish, now)
    if row.instalment_id != (part.row.id if part else None):
        return False
    left = left_of(session, bill, row)
    if part is not None:
        return row.amount == min(part.amount, left)
    return row.amount == left if row.by_bill else True


def redrawn(session: Session, row: Payment, now: datetime) -> None:
    """The order says something else than before: a draft again."""
    _void(session, row, now)
    told(session, row, "order_redrawn", **_figures(row))


def _void(session: Session, row: Payment, now: datetime) -> None:
    if row.step is not Step.DRAFT:
        step_to(row, Step.DRAFT)
    assent = standing(session, row)
    if assent is not None:
        assent.void_at = now


def ask_for_code(session: Session, row: Payment, facts: Facts, now: datetime) -> None:
    """Voids an approval that was given before there was a secret code, where one is asked for now."""
    if lacks_code(session, row, facts):
        _void(session, row, now)
        told(session, row, "order_needs_code")


def lacks_code(session: Session, row: Payment, facts: Facts) -> bool:
    """True when the order stands approved without the code that is set up by now and asked for."""
    assent = standing(session, row)
    without = assent is not None and not assent.with_secret
    return without and bool(step_up_needed(facts)) and has_code(session)


def move(session: Session, row: Payment, wish: Wish, now: datetime) -> None:
    """Another day or speed, which no approval is bound to. Raises OrderInvalid."""
    day = leaving_day(wish.on or row.leaves_on, wish, now)
    if (day, wish.instant) != (row.leaves_on, row.instant):
        row.leaves_on, row.instant = day, wish.instant
        told(session, row, "order_moved", on=day.isoformat(), instant=wish.instant)


def drawn(session: Session, row: Payment) -> None:
    """A new order stands."""
    told(session, row, "order_drawn_up", **_figures(row))


def _figures(row: Payment) -> dict[str, object]:
    return {
        "amount": str(row.amount), "currency": row.currency, "payee": row.payee_name,
        "account": row.payee_account,
    }  # fmt: skip


def check(session: Session, row: Payment, flags: Sequence[Flag]) -> None:
    """The rules were asked; what they said stands in the journal. Approved orders stay so."""
    if row.step is not Step.DRAFT:
        return
    step_to(row, Step.CHECKED)
    told(session, row, "order_checked", rules=[flag.rule for flag in flags])


def approve(session: Session, row: Payment, approval: Approval, rules: Collection[str]) -> Assent:
    """The person's approval, bound to the digest."""
    step_to(row, Step.APPROVED)
    assent = Assent(
        payment_id=row.id,
        sequence=1 + (_last_sequence(session, row) or 0),
        digest=approval.digest,
        given_by=approval.by,
        given_at=approval.at,
        with_secret=approval.with_secret,
        answered=sorted(rules),
    )
    session.add(assent)
    session.flush()
    told(
        session, row, "order_approved", digest=approval.digest, secret=approval.with_secret,
        answered=sorted(rules),
    )  # fmt: skip
    return assent


def _last_sequence(session: Session, row: Payment) -> int | None:
    return session.scalar(select(func.max(Assent.sequence)).where(Assent.payment_id == row.id))


def standing(session: Session, row: Payment) -> Assent | None:
    """The approval that holds, if there is one."""
    query = select(Assent).where(Assent.payment_id == row.id, Assent.void_at.is_(None))
    return session.scalar(query.order_by(Assent.sequence.desc()).limit(1))


def must_stand(session: Session, row: Payment, payable: Payable) -> None:
    """Passes when the order is exactly what was approved and what it pays is what it was.

    Raises ApprovalVoid.
    """
    assent = standing(session, row)
    same = assent is not None and assent.digest == digest_of(order_of(row))
    if not same or has_changed(session, row, payable):
        raise ApprovalVoid


def withdraw(session: Session, row: Payment) -> None:
    """The person takes the order back: CANCELLED, or REFUSED when its papers had been made.

    Raises StepForbidden for what is seen.
    """
    handed_over = row.step is Step.HANDED_OVER
    if handed_over:
        row.refusal = "withdrawn"
    step_to(row, Step.REFUSED if handed_over else Step.CANCELLED)
    told(session, row, "order_withdrawn")


def see(session: Session, row: Payment, proof: str, now: datetime, where: str = "cli") -> None:
    """Evidence shows the payment; `proof` names it. Raises StepForbidden."""
    step_to(row, Step.SEEN)
    row.seen_at = now
    told(session, row, "order_seen", where, proof=proof)


def unsee(session: Session, row: Payment, where: str = "cli") -> None:
    """The evidence was for something else. Raises StepForbidden."""
    step_to(row, Step.HANDED_OVER)
    row.seen_at = None
    told(session, row, "order_unseen", where)


def refuse(session: Session, row: Payment, code: str, where: str = "cli") -> None:
    """Evidence says that it will not be paid, or was sent back; `code` is the bank's own word.

    Raises StepForbidden.
    """
    step_to(row, Step.REFUSED)
    row.refusal = code
    told(session, row, "order_refused", where, code=code)
