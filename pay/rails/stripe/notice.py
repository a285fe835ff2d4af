"""Notifications: they say where to look, never what is true, so their order and number do not matter."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

import stripe
from pydantic import BaseModel, ConfigDict, ValidationError

from models.errors.providers import NoticeForged
from pay.rails.stripe.account import PROVIDER
from pay.rails.stripe.body import ORDER
from pay.rails.stripe.calls import reading
from pay.rails.stripe.checkout import StripeCheckout
from pay.rails.stripe.finding import key_behind
from pay.rails.stripe.outcome import moment
from pay.rails.stripe.seen import Id, Moment, differs

PAGES = (
    "checkout.session.async_payment_failed",
    "checkout.session.async_payment_succeeded",
    "checkout.session.completed",
    "checkout.session.expired",
)
PAYMENTS = (
    "charge.dispute.closed",
    "charge.dispute.created",
    "charge.dispute.updated",
    "charge.refunded",
    "refund.created",
    "refund.failed",
    "refund.updated",
)
"""What a webhook should be set to send; all else is left."""
_LARGEST = 1_000_000
"""Bytes of a notification; a session's is about 6,000."""
_MOST = 2_000
_OLDEST_SECONDS = 300


@dataclass(frozen=True, slots=True)
class Notice:
    """Something happened to an order's payment. `id` is Stripe's, once for each event: keep it unique.

    order_key: "" where only the payment is named; `whose` asks then. payment: Stripe's id or "".
    """

    id: str
    kind: str
    at: datetime
    order_key: str
    payment: str


class _Thing(BaseModel):
    model_config = ConfigDict(extra="ignore")
    metadata: dict[str, str] | None = None
    payment_intent: Id | None = None


class _Data(BaseModel):
    model_config = ConfigDict(extra="ignore")
    object: _Thing


class _Event(BaseModel):
    model_config = ConfigDict(strict=True, extra="ignore")
    id: Id
    type: str
    created: Moment
    livemode: bool
    data: _Data


def is_signed(secret: str, body: bytes, signature: str) -> bool:
    """Whether this secret signed these bytes in the last 300 seconds. Cheap: a stranger may ask often."""
    if not secret or len(body) > _LARGEST:
        return False
    try:
        stripe.WebhookSignature.verify_header(body, signature, secret, _OLDEST_SECONDS)
    except (stripe.SignatureVerificationError, ValueError, TypeError):
        return False
    return True


def hear(rail: StripeCheckout, body: bytes, signature: str) -> Notice | None:
    """What a webhook says; None for kinds that concern no order. Asks nobody.

    body: exactly the bytes that came. Raises NoticeForged unless Stripe signed it in the last 300
    seconds, AnswerDiffers when it is no event of this account's mode.
    """
    if len(body) > _LARGEST:
        raise NoticeForged(provider=PROVIDER)
    secret = rail.account.webhook_secret  # The SDK refuses everything under a blank one.
    try:
        event = rail.client.construct_event(body, signature, secret, _OLDEST_SECONDS)
    except (stripe.SignatureVerificationError, ValueError, TypeError, RecursionError):
        # No cause: the bytes of a stranger do not go to the log.
        raise NoticeForged(provider=PROVIDER) from None
    return _notice(event.to_dict(), live=rail.account.live)


def notices_since(rail: StripeCheckout, since: datetime) -> tuple[Notice, ...]:
    """The same by asking, oldest first: for homes that no webhook reaches. Stripe keeps 30 days.

    Raises ProviderAway or ProviderKeyRefused.
    """
    with reading():
        listed = rail.client.v1.events.list(
            {
                "types": [*PAGES, *PAYMENTS],
                "created": {"gte": int(since.timestamp())},
                "limit": 100,
            }
        )
        raw = [one.to_dict() for one in islice(listed.auto_paging_iter(), _MOST)]
    return tuple(reversed(list(_notices(raw, live=rail.account.live))))


def whose(rail: StripeCheckout, notice: Notice) -> str:
    """The key of the order that a notice is about; "" when it is none of ours.

    Raises ProviderAway, ProviderKeyRefused or AnswerDiffers.
    """
    if notice.order_key or not notice.payment:
        return notice.order_key
    with reading():
        return key_behind(rail.client, notice.payment)


def _notices(raw: list[dict[str, Any]], *, live: bool) -> Iterator[Notice]:
    for one in raw:
        notice = _notice(one, live=live)
        if notice is not None:
            yield notice


def _notice(raw: dict[str, Any], *, live: bool) -> Notice | None:
    if raw.get("type") not in (*PAGES, *PAYMENTS):
        return None
    try:
        event = _Event.model_validate(raw)
    except ValidationError:
        raise differs("event") from None
    if event.livemode != live:
        raise differs("mode")
    thing = event.data.object
    key = (thing.metadata or {}).get(ORDER, "")
    return Notice(event.id, event.type, moment(event.created), key, thing.payment_intent or "")
