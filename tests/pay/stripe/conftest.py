"""A running Stripe of our own and the rail that speaks to it."""

from collections.abc import Iterator

import pytest

from pay.rails.stripe.checkout import StripeCheckout
from tests.pay.orders import MONDAY_MORNING
from tests.pay.stripe.shop import Collector, rail_at
from tests.stripe_fake import StripeFake, stripe_fake


@pytest.fixture
def fake() -> Iterator[StripeFake]:
    with stripe_fake(MONDAY_MORNING) as running:
        yield running


@pytest.fixture
def rail(fake: StripeFake) -> Iterator[StripeCheckout]:
    with rail_at(fake) as open_rail:
        yield open_rail


@pytest.fixture
def one(rail: StripeCheckout) -> Collector:
    """One share, not yet submitted."""
    return Collector(rail)


@pytest.fixture
def hasty(fake: StripeFake) -> Iterator[Collector]:
    """The same, waiting for half a second only."""
    with rail_at(fake, seconds=0.5) as open_rail:
        yield Collector(open_rail)
