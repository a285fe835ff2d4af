# ruff: noqa: E501 (prose: one line is one paragraph)
"""English mails that are no bills: people, changes, quotes."""

from samples.letters.template import Template

TEXTS = (
    Template(
        "en-tariff",
        "energy",
        "energy",
        "other",
        "Your prices are changing",
        """Dear {name},

From {due} the unit rate for electricity will change from 24.86p to 26.11p per kWh. Based on your usage you would pay {price} more a year. You don't have to pay anything now.

{firm}""",
        country="GB",
    ),
    Template(
        "en-personal",
        "shop",
        "other",
        "other",
        "dinner money",
        """Hiya,

I paid the restaurant bill on Friday, it was {price2} for the four of us. Can you send me your share when you get a minute? No rush at all.

K x""",
        country="GB",
        who="person",
        shape="plain",
    ),
    Template(
        "en-personal-flat",
        "shop",
        "other",
        "other",
        "Re: flat stuff",
        """Hi Alice,

Water people came today. He said the bill will be estimated unless we send a reading before {due}. Also the landlord wants to put the rent up by {price} from January, can you believe it.

Talk later""",
        country="GB",
        who="person",
        shape="plain",
    ),
    Template(
        "en-ticket",
        "transport",
        "transport",
        "other",
        "Changes to your train on {soon}",
        """Dear customer,

Engineering works mean that your train on {soon} will leave 14 minutes earlier. Your ticket ({price}) remains valid.

{firm}""",
        country="GB",
        variants=2,
    ),
    Template(
        "en-survey",
        "telecom",
        "telecom",
        "other",
        "How did we do with your billing question?",
        """Hi {name},

You recently contacted us about your bill. Would you recommend us to a friend? Answer for a chance to win £250.

[Start survey]""",
        country="GB",
        who="promo",
    ),
    Template(
        "en-quote",
        "electric",
        "other",
        "other",
        "Quote {number} for rewiring",
        """Hi Alice,

Thanks for showing me round. Quote attached: {price2} plus VAT for the kitchen circuit. It's valid until {due}. A 25% deposit is payable on acceptance.

Cheers,
{firm}""",
        country="GB",
        who="human",
        variants=2,
    ),
    Template(
        "en-us-promo",
        "energy",
        "energy",
        "other",
        "Go paperless, get $5",
        """Hi {name},

Switch to paperless billing before {due} and we'll take $5.00 off your next bill.

[Enroll now]

{legal}""",
        country="US",
        who="promo",
    ),
    Template(
        "en-us-welcome",
        "hosting",
        "subscription",
        "other",
        "Welcome to {firm}",
        """Welcome aboard!

Your 14-day free trial has started. You won't be charged. After {due}, the Team plan is {price} a month; add a card to continue.

[Get started]""",
        country="US",
    ),
)
