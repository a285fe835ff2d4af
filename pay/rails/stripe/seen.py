"""What Stripe's answers hold for us, checked at the door: nothing else of them is kept."""

from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from models.errors.providers import AnswerDiffers
from models.order import Order
from pay.rails.stripe.account import PROVIDER
from pay.rails.stripe.minor import from_stripe

Moment = Annotated[int, Field(ge=0, le=253_402_300_799)]
"""Seconds since 1970, up to the year 9999."""
Count = Annotated[int, Field(ge=0, le=10**12)]
Id = Annotated[str, Field(pattern=r"^[A-Za-z0-9_]{3,255}$")]
Word = Annotated[str, Field(pattern=r"^[a-z0-9_]{1,80}$")]


class _Part(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True, extra="ignore")


Part = TypeVar("Part", bound=_Part)


class SeenCharge(_Part):
    """A charge: `disputed` stays true when the dispute is over."""

    id: Id
    created: Moment
    amount: Count
    currency: str
    amount_refunded: Count
    disputed: bool
    paid: bool


class SeenFailure(_Part):
    """Why a payment failed: the bank's word goes before Stripe's."""

    code: Word | None = None
    decline_code: Word | None = None


class SeenIntent(_Part):
    """A payment that was begun; `latest_charge` is there when it was asked for."""

    id: Id
    created: Moment
    status: Word
    latest_charge: SeenCharge | Id | None = None
    last_payment_error: SeenFailure | None = None


class SeenSession(_Part):
    """A page to pay at: one payment at most ever comes out of it."""

    id: Id
    created: Moment
    expires_at: Moment
    status: Word
    payment_status: Word
    livemode: bool
    amount_total: Count | None = None
    currency: str | None = None
    client_reference_id: str | None = None
    url: str | None = None
    payment_intent: SeenIntent | Id | None = None


class SeenDispute(_Part):
    """A payment that the payer's bank takes back, or wants to."""

    id: Id
    created: Moment
    amount: Count
    status: Word


class SeenRefund(_Part):
    """Money given back; `key` is ours."""

    id: Id
    created: Moment
    amount: Count
    currency: str
    status: Word
    metadata: dict[str, str] = {}
    failure_reason: Word | None = None


def session_of(raw: dict[str, Any]) -> SeenSession:
    """The session of an answer. Raises AnswerDiffers when it is not one."""
    return _seen(SeenSession, raw)


def dispute_of(raw: dict[str, Any]) -> SeenDispute:
    """The dispute of an answer. Raises AnswerDiffers when it is not one."""
    return _seen(SeenDispute, raw)


def refund_of(raw: dict[str, Any]) -> SeenRefund:
    """The refund of an answer. Raises AnswerDiffers when it is not one."""
    return _seen(SeenRefund, raw)


def must_be_of(session: SeenSession, order: Order, *, live: bool) -> None:
    """Passes when the session is this order's, to the cent. Raises AnswerDiffers."""
    if session.client_reference_id != order.key:
        raise differs("reference")
    if session.livemode != live:
        raise differs("mode")
    if session.amount_total is None or session.currency is None:
        raise differs("amount")
    if from_stripe(session.amount_total, session.currency) != order.amount:
        raise differs("amount")


def differs(field: str) -> AnswerDiffers:
    """The problem to raise when `field` is not what was approved."""
    return AnswerDiffers(provider=PROVIDER, field=field)


def _seen(kind: type[Part], raw: dict[str, Any]) -> Part:
    try:
        return kind.model_validate(raw)
    except ValidationError as wrong:
        where = ".".join(str(step) for step in wrong.errors()[0]["loc"])
        raise differs(where) from None
