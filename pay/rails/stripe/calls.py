"""The failures of a call, told apart by what they leave behind at Stripe."""

from collections.abc import Iterator
from contextlib import contextmanager

import stripe

from models.errors.providers import ProviderAway, ProviderKeyRefused
from models.words import mark
from pay.rails.stripe.account import PROVIDER
from pay.rails.stripe.sdk import AnswerLost, NotSent
from pay.rails.stripe.seen import differs

LOST = (AnswerLost, stripe.APIError)
"""Nothing is known: no answer, an answer cut off, a server's error, the same call still under way (409)."""
SAID_NO = (stripe.InvalidRequestError, stripe.CardError)
"""Stripe read the call and did nothing."""


@contextmanager
def writing() -> Iterator[None]:
    """A call that changes something there: what surely changed nothing becomes a Problem; LOST and
    SAID_NO pass. Raises ProviderAway, ProviderKeyRefused.
    """
    try:
        yield
    except (NotSent, stripe.RateLimitError) as cause:
        raise ProviderAway(provider=PROVIDER) from cause
    except stripe.AuthenticationError as cause:
        why = mark("Stripe does not know it: it was withdrawn, or is incomplete")
        raise ProviderKeyRefused(provider=PROVIDER, why=why) from cause
    except stripe.PermissionError as cause:
        why = mark(
            "it lacks a right: it must write Checkout Sessions and Refunds "
            "and read PaymentIntents, Charges, Disputes and Events"
        )
        raise ProviderKeyRefused(provider=PROVIDER, why=why) from cause


@contextmanager
def shaped() -> Iterator[None]:
    """The reading of an answer through the SDK's objects. Raises AnswerDiffers where it is of another
    shape than they know.
    """
    try:
        yield
    except (AttributeError, KeyError, TypeError, RecursionError) as cause:
        raise differs("shape") from cause


@contextmanager
def reading() -> Iterator[None]:
    """A call that only looks: it may be made again at any time.

    Raises ProviderAway, ProviderKeyRefused, and AnswerDiffers where Stripe does not know what is asked for.
    """
    try:
        with writing(), shaped():
            yield
    except LOST as cause:
        raise ProviderAway(provider=PROVIDER) from cause
    except SAID_NO as cause:
        raise differs("id") from cause


def word_of(no: stripe.StripeError) -> str:
    """Stripe's own word for a refusal ("amount_too_small")."""
    return no.code or "invalid_request"
