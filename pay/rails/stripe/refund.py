"""Giving back what was collected: one refund per key, looked up like every other call."""

import re
from dataclasses import dataclass
from datetime import datetime

import stripe

from models.errors.orders import OrderInvalid
from models.money import Money
from models.order import Order, Outcome, Pending, Refused, Settled, Unknown
from models.words import mark
from pay.rail import Attempt
from pay.rails.stripe.body import REFUND, refund_body
from pay.rails.stripe.calls import LOST, SAID_NO, reading, shaped, word_of, writing
from pay.rails.stripe.checkout import NEVER_MADE, REPEATABLE, StripeCheckout
from pay.rails.stripe.finding import payment_of, refunds_of, session_at
from pay.rails.stripe.minor import from_stripe
from pay.rails.stripe.outcome import moment
from pay.rails.stripe.seen import SeenRefund, SeenSession, differs, must_be_of, refund_of

_KEY = re.compile(r"[a-z0-9]{8,35}")


@dataclass(frozen=True, slots=True)
class GiveBack:
    """Part or all of a paid order, back to who paid it. Raises OrderInvalid.

    key: 8 to 35 small letters and digits, unique, not the order's. page: the order's provider_id.
    """

    key: str
    order: Order
    page: str
    amount: Money

    def __post_init__(self) -> None:
        if not _KEY.fullmatch(self.key) or self.key == self.order.key:
            raise OrderInvalid(why=mark("its number is not usable"))
        if self.amount.minor <= 0 or self.amount > self.order.amount:
            raise OrderInvalid(why=mark("more would be given back than was paid"))


def give_back(rail: StripeCheckout, back: GiveBack, attempt: Attempt, now: datetime) -> Outcome:
    """Refunds once however often it is called. Raises ProviderAway, ProviderKeyRefused, AnswerDiffers."""
    if now - attempt.at >= REPEATABLE:
        return look_up_refund(rail, back, attempt, now)
    payment = payment_of(_paid_page(rail, back))
    if payment is None:
        return Refused(now, "not_paid")
    body = refund_body(back.order, payment, back.amount, back.key)
    try:
        with writing(), shaped():
            made = rail.client.v1.refunds.create(body, {"idempotency_key": back.key})
            return _outcome(refund_of(made.to_dict()), back)
    except (stripe.IdempotencyError, *LOST):
        return Unknown(attempt.at)
    except SAID_NO as no:
        return Refused(now, word_of(no))


def look_up_refund(
    rail: StripeCheckout, back: GiveBack, attempt: Attempt, now: datetime
) -> Outcome:
    """What has become of it. Raises ProviderAway, ProviderKeyRefused or AnswerDiffers."""
    session = _paid_page(rail, back)
    with reading():
        refunds = refunds_of(rail.client, session)
    mine = [one for one in refunds if one.metadata.get(REFUND) == back.key]
    if len(mine) > 1:
        raise differs("number of refunds")
    if mine:
        return _outcome(mine[0], back)
    late = now - attempt.at >= NEVER_MADE
    return Refused(attempt.at + NEVER_MADE, "never_made") if late else Unknown(attempt.at)


def _paid_page(rail: StripeCheckout, back: GiveBack) -> SeenSession:
    with reading():
        session = session_at(rail.client, back.page)
    must_be_of(session, back.order, live=rail.account.live)
    return session


def _outcome(refund: SeenRefund, back: GiveBack) -> Outcome:
    if from_stripe(refund.amount, refund.currency) != back.amount:
        raise differs("amount")
    at = moment(refund.created)
    match refund.status:
        case "succeeded":
            return Settled(at, refund.id)
        case "pending":
            return Pending(at, "settlement")
        case "requires_action":
            return Pending(at, "payer")
        case "failed" | "canceled":
            return Refused(at, refund.failure_reason or refund.status)
    raise differs("status")
