"""What is sent to Stripe: the same bytes for the same order, and no more of the household than needed."""

from stripe.params import RefundCreateParams
from stripe.params.checkout import SessionCreateParams

from models.money import Money
from models.order import Order
from models.payment_text import one_line
from models.words import Lang, mark, translate
from pay.rails.stripe.minor import to_stripe

ORDER, REFUND = "facteur_order", "facteur_refund"
"""Names in the metadata: by them a payment is known again at Stripe."""
_LONGEST_NAME = 140


def session_body(order: Order, return_page: str, lang: Lang) -> SessionCreateParams:
    """One page for one share: one line, one time, in the order's own currency.

    Adaptive pricing is off: else Stripe would let the payer pay another amount in another currency.
    The page lives for Stripe's 24 hours: an own moment would differ from one try to the next.
    """
    name = order.reference and one_line(str(order.reference), _LONGEST_NAME)
    return {
        "mode": "payment",
        "submit_type": "pay",
        "locale": lang,
        "client_reference_id": order.key,
        "metadata": {ORDER: order.key},
        "adaptive_pricing": {"enabled": False},
        "success_url": return_page,
        "cancel_url": return_page,
        "line_items": [
            {
                "quantity": 1,
                "price_data": {
                    "currency": order.amount.currency.lower(),
                    "unit_amount": to_stripe(order.amount),
                    "product_data": {"name": name or translate(mark("Share of a bill"), lang)},
                },
            }
        ],
        "payment_intent_data": {"metadata": {ORDER: order.key}},
    }


def refund_body(order: Order, payment: str, amount: Money, key: str) -> RefundCreateParams:
    """Part or all of a payment back to who paid it."""
    return {
        "payment_intent": payment,
        "amount": to_stripe(amount),
        "reason": "requested_by_customer",
        "metadata": {ORDER: order.key, REFUND: key},
    }
