"""From what Stripe says now to what became of the order: one function of values, no history."""

from collections.abc import Sequence
from datetime import UTC, datetime

from models.order import Outcome, Pending, Refused, Settled
from pay.rails.stripe.seen import (
    SeenCharge,
    SeenDispute,
    SeenIntent,
    SeenRefund,
    SeenSession,
    differs,
)

_OVER = frozenset({"won", "warning_closed", "prevented"})
"""Disputes after which the money stays, or went back as a refund that is counted as one."""
_FAILED = frozenset({"requires_payment_method", "canceled"})
_AT_PAYER = frozenset({"requires_action", "requires_confirmation"})
_GONE = frozenset({"failed", "canceled"})


def moment(seconds: int) -> datetime:
    """A moment as Stripe writes it."""
    return datetime.fromtimestamp(seconds, UTC)


def outcome_of(
    session: SeenSession, refunds: Sequence[SeenRefund], disputes: Sequence[SeenDispute]
) -> Outcome:
    """What became of the order. Raises AnswerDiffers for states that no version told of.

    "complete" is not "paid": a debit is collected days later. Settled: `at` is when the charge was made.
    """
    match session.status:
        case "open":
            return Pending(moment(session.created), "payer")
        case "expired":
            return Refused(moment(session.expires_at), "expired")
        case "complete" if session.payment_status == "paid":
            return _of_paid(session, refunds, disputes)
        case "complete" if session.payment_status == "unpaid":
            return _of_unpaid(_intent(session))
    raise differs("status")


def charge_of(session: SeenSession) -> SeenCharge | None:
    """The charge that was paid, when the answer holds one."""
    intent = session.payment_intent
    charge = intent.latest_charge if isinstance(intent, SeenIntent) else None
    return charge if isinstance(charge, SeenCharge) else None


def returned_of(refunds: Sequence[SeenRefund], disputes: Sequence[SeenDispute]) -> int:
    """How much went back to the payer, in Stripe's count."""
    given = sum(one.amount for one in refunds if one.status not in _GONE)
    return given + sum(one.amount for one in disputes if one.status == "lost")


def _of_paid(
    session: SeenSession, refunds: Sequence[SeenRefund], disputes: Sequence[SeenDispute]
) -> Outcome:
    charge = charge_of(session)
    if charge is None or not charge.paid:
        raise differs("charge")
    if (charge.amount, charge.currency) != (session.amount_total, session.currency):
        raise differs("charge")
    if returned_of(refunds, disputes) >= charge.amount:
        lost = [one.created for one in disputes if one.status == "lost"]
        back = [one.created for one in refunds]
        return Refused(moment(max(lost + back)), "dispute_lost" if lost else "refunded")
    pending = [one.created for one in disputes if one.status not in _OVER | {"lost"}]
    if pending:
        return Pending(moment(min(pending)), "dispute")
    return Settled(moment(charge.created), charge.id)


def _of_unpaid(intent: SeenIntent) -> Outcome:
    if intent.status == "processing":
        return Pending(moment(intent.created), "settlement")
    if intent.status in _AT_PAYER:
        return Pending(moment(intent.created), "payer")
    if intent.status in _FAILED:
        failure = intent.last_payment_error
        code = (failure.decline_code or failure.code) if failure else None
        return Refused(moment(intent.created), code or intent.status)
    raise differs("payment")


def _intent(session: SeenSession) -> SeenIntent:
    if not isinstance(session.payment_intent, SeenIntent):
        raise differs("payment")
    return session.payment_intent
