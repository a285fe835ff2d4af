"""Whether a key may do what collecting needs, as far as asking tells: nothing is changed there."""

from pay.rails.stripe.calls import reading
from pay.rails.stripe.checkout import StripeCheckout


def must_work(rail: StripeCheckout) -> None:
    """Asks once for each kind of thing that must be read. Rights to write show at the first page.

    Raises ProviderKeyRefused for an unknown key or one without a right, ProviderAway.
    """
    v1 = rail.client.v1
    with reading():
        v1.checkout.sessions.list({"limit": 1})
        v1.payment_intents.list({"limit": 1})
        v1.charges.list({"limit": 1})
        v1.refunds.list({"limit": 1})
        v1.disputes.list({"limit": 1})
        v1.events.list({"limit": 1})
