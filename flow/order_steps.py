"""The steps of an order: each is the row and its line in the journal, in the caller's transaction."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from flow.order_draft import order_of
from flow.order_print import Payable, print_of
from models.errors.orders import ApprovalVoid
from models.journal import append
from models.order import Step
from models.tables import Assent, Payment, Settlement
from pay.digest import digest_of
from pay.policy.approval import Approval
from pay.policy.flag import Flag
from pay.policy.steps import moved

BY_RECEIVER = "receiver"
"""The proof of money of which its receiver says that it came."""
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
    """Evidence shows the payment; `proof` names it, or is BY_RECEIVER. Raises StepForbidden."""
    step_to(row, Step.SEEN)
    row.seen_at = now
    what = "order_arrived" if proof == BY_RECEIVER else "order_seen"
    told(session, row, what, where, proof=proof)


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
