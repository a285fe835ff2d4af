# ruff: noqa: E501 (prose: one line is one paragraph)
"""English mails that are no bills: promotions, deliveries, bank."""

from samples.letters.template import Template

TEXTS = (
    Template(
        "en-promo-energy",
        "energy",
        "energy",
        "other",
        "Cut your energy bill by up to £143",
        """Beat the price cap

Fix today from {price} a month and never worry about your bill again. Offer ends {due}.

[Get my quote]

Unsubscribe | {legal}""",
        country="GB",
        who="promo",
        shape="html",
    ),
    Template(
        "en-promo-mobile",
        "telecom",
        "telecom",
        "other",
        "50% off for 6 months",
        """Hello {name},

Upgrade today and pay just {price} a month for 6 months, then {price2}. No upfront cost. Hurry, ends {due}.

[Upgrade now]""",
        country="GB",
        who="promo",
        shape="html",
    ),
    Template(
        "en-promo-shop",
        "shop",
        "shopping",
        "other",
        "Buy now, pay later - spring sale",
        """New in this week

| Raised bed kit | {price2}
| Copper trowel | {price}

Spend £40 and get free delivery. Pay in 3 instalments with no interest.

[Shop now]""",
        country="GB",
        who="promo",
        shape="html",
    ),
    Template(
        "en-newsletter",
        "charity",
        "charity",
        "other",
        "Autumn news from the moor",
        """Dear friend,

Thanks to you we answered 412 calls this year. Our fuel bill alone came to £18,400. If you can, please give {price} before {due}.

[Donate]""",
        country="GB",
        who="promo",
        shape="html",
        variants=2,
    ),
    Template(
        "en-shipping",
        "shop",
        "shopping",
        "other",
        "Your order {order} has shipped",
        """Good news!

Your parcel is on its way with Swiftcourier and should arrive on {soon}. Tracking number SC{customer}.

Your invoice is in your account.

{firm}""",
        country="GB",
    ),
    Template(
        "en-code",
        "bank",
        "bank",
        "other",
        "Your one-time passcode",
        """Your passcode is 90 41 27. Use it to approve a payment of {price2} to {firm}. Never share it with anyone, even if they say they work for us.""",
        country="GB",
        shape="plain",
    ),
    Template(
        "en-bank-statement",
        "bank",
        "bank",
        "other",
        "Your statement is ready",
        """Hi {name},

Your account statement for {month} is ready to view in the app. Your balance on {issued} was {price2}.

{firm}""",
        country="GB",
    ),
    Template(
        "en-meter",
        "energy",
        "energy",
        "other",
        "Time to send us a meter reading",
        """Hi {name},

Give us a reading by {due} so that your next bill is accurate and not estimated.

[Send a reading]

{firm}""",
        country="GB",
    ),
)
