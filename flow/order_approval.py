"""The approval of an order: exactly as it was shown, every question answered, the secret code given."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.checkpoints import passed
from flow.money_lock import alone_with_money
from flow.order_flags import no_code_flag
from flow.order_look import Looked
from flow.order_payable import confirm, facts_for, flags_for, payable_of
from flow.order_steps import approve, has_changed, standing
from flow.step_up import OWNER, has_code, spend_code
from flow.wiring import Wiring
from models.errors.orders import ApprovalVoid, OrderStopped, SecretNeeded
from models.order import Step
from models.tables import Payment
from pay.policy.approval import Answers, Approval
from pay.policy.approval import approve as approval_of
from pay.policy.check import unanswered
from pay.policy.facts import Facts
from pay.policy.flag import Flag

_AFTER = frozenset({Step.APPROVED, Step.HANDED_OVER, Step.SEEN})


@dataclass(frozen=True, slots=True)
class Given:
    """What the person gave with an approval: the rules answered, and the code, "" when none."""

    rules: frozenset[str] = frozenset()
    code: str = ""
    by: str = OWNER


def approve_order(wiring: Wiring, looked: Looked, given: Given, now: datetime) -> None:
    """Approves the order as it was shown; for one that was approved so already it does nothing.

    A code is spent first, in a transaction of its own. Raises SecretNeeded, CodeWrong, CodeLocked,
    CodeUnset, OrderStopped, and ApprovalVoid when the order is no longer what was shown.
    """
    with_secret = _spend(wiring, looked, given, now)
    with Session(wiring.engine) as session, session.begin():
        alone_with_money(session)
        query = select(Payment).where(Payment.id == looked.payment_id)
        row = session.scalars(query.with_for_update()).one()
        payable = payable_of(session, row)
        if _stands(session, row, looked.digest):
            return
        if has_changed(session, row, payable):
            raise ApprovalVoid
        confirm(session, row, payable, looked.wish, (given.by, now))
        country = wiring.settings.country
        facts = facts_for(session, row, payable, looked.papers, now, country=country)
        flags = flags_for(session, wiring.settings, facts, payable, looked.wish.rail)
        _refuse_held(flags, given.rules)
        answers = Answers(looked.digest, given.rules, with_secret=with_secret)
        approve(session, row, _approval(session, facts, answers, given.by), given.rules)
        passed("order_approving")
    passed("order_approved")


def _spend(wiring: Wiring, looked: Looked, given: Given, now: datetime) -> bool:
    """Takes the code where one is asked for; True when it was right."""
    if looked.approved or not looked.takes_code:
        return False
    _refuse_held(looked.flags, {*given.rules, no_code_flag().rule})
    if looked.code_is_set and not given.code:
        why = looked.secret_for[0]
        raise SecretNeeded(**{**why.plain(), "why": why.sentence})
    spend_code(wiring, given.code, now)
    passed("code_spent")
    return True


def _approval(session: Session, facts: Facts, answers: Answers, by: str) -> Approval:
    """As pay.policy says; until a code is set up, the answer to `no_secret_code` stands for it."""
    try:
        return approval_of(facts, by, answers)
    except SecretNeeded:
        if has_code(session) or no_code_flag().rule not in answers.rules:
            raise
        return Approval(answers.shown, by, facts.now, with_secret=False)


def _stands(session: Session, row: Payment, digest: str) -> bool:
    """True when this very order was approved already, here or by somebody at the same moment."""
    assent = standing(session, row)
    return assent is not None and assent.digest == digest and row.step in _AFTER


def _refuse_held(flags: Collection[Flag], answered: Collection[str]) -> None:
    held = unanswered(tuple(flags), answered)
    if held:
        because = held[0].because
        raise OrderStopped(**{**because.plain(), "why": because.sentence})
