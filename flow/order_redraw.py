"""What an order says: drawn up, drawn anew or moved, and whether its approval outlives that."""

from datetime import datetime

from sqlalchemy.orm import Session

from flow.order_draft import Wish, fill, instalment_of, leaving_day, wish_of
from flow.order_left import left_of
from flow.order_steps import has_changed, standing, step_to, told
from flow.step_up import has_code
from models.order import Step
from models.tables import Bill, Payment
from pay.policy.facts import Facts
from pay.policy.step_up import step_up_needed


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
