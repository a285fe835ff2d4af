"""Look-ups at Stripe: by id, or by our own keys among what was made in those days."""

from datetime import timedelta
from itertools import islice

import stripe

from models.order import Order
from pay.rail import Attempt
from pay.rails.stripe.body import ORDER
from pay.rails.stripe.seen import (
    SeenDispute,
    SeenRefund,
    SeenSession,
    differs,
    dispute_of,
    refund_of,
    session_of,
)

_CLOCKS = timedelta(days=3)
"""By how much the home's clock and Stripe's may differ when a page is sought."""
_A_PAGE = 100
_MOST_SESSIONS = 5_000
_MOST_RETURNS = 500
_WHOLE = ["payment_intent.latest_charge"]


def session_at(client: stripe.StripeClient, known: str) -> SeenSession:
    """The session of this id, with its payment and its charge."""
    return session_of(client.v1.checkout.sessions.retrieve(known, {"expand": _WHOLE}).to_dict())


def page_of(client: stripe.StripeClient, order: Order, attempt: Attempt) -> str | None:
    """The id of the order's session, or None. Raises AnswerDiffers when there is more than one.

    Sessions cannot be searched by our id: those that were made around the attempt are listed.
    """
    since, until = attempt.at - _CLOCKS, attempt.at + _CLOCKS
    listed = client.v1.checkout.sessions.list(
        {
            "created": {"gte": int(since.timestamp()), "lte": int(until.timestamp())},
            "limit": _A_PAGE,
        }
    )
    seen = list(islice(listed.auto_paging_iter(), _MOST_SESSIONS + 1))
    if len(seen) > _MOST_SESSIONS:
        raise differs("number of pages")
    found = {one.id for one in seen if one.client_reference_id == order.key}
    if len(found) > 1:
        raise differs("number of pages")
    return found.pop() if found else None


def payment_of(session: SeenSession) -> str | None:
    """The id of the payment that the session led to, if any."""
    intent = session.payment_intent
    return intent if isinstance(intent, str) or intent is None else intent.id


def key_behind(client: stripe.StripeClient, payment: str) -> str:
    """The key of the order that a payment belongs to; "" when it is none of ours."""
    held = client.v1.payment_intents.retrieve(payment).to_dict().get("metadata")
    key = held.get(ORDER) if isinstance(held, dict) else None
    return key if isinstance(key, str) else ""


def refunds_of(client: stripe.StripeClient, session: SeenSession) -> tuple[SeenRefund, ...]:
    """What was given back of this session's payment."""
    payment = payment_of(session)
    if payment is None:
        return ()
    listed = client.v1.refunds.list({"payment_intent": payment, "limit": _A_PAGE})
    raw = islice(listed.auto_paging_iter(), _MOST_RETURNS)
    return tuple(refund_of(one.to_dict()) for one in raw)


def disputes_of(client: stripe.StripeClient, session: SeenSession) -> tuple[SeenDispute, ...]:
    """What the payer's bank takes back of it."""
    payment = payment_of(session)
    if payment is None:
        return ()
    listed = client.v1.disputes.list({"payment_intent": payment, "limit": _A_PAGE})
    raw = islice(listed.auto_paging_iter(), _MOST_RETURNS)
    return tuple(dispute_of(one.to_dict()) for one in raw)
