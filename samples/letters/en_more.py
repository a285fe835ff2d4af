# ruff: noqa: E501 (prose: one line is one paragraph)
"""English mails where words alone mislead."""

from samples.letters.template import Template

TEXTS = (
    Template(
        "en-energy-terms",
        "energy",
        "energy",
        "to_pay",
        "Bill {number} and updated terms",
        """Hi {name},

Two documents are attached: your bill {number} and our updated terms.

Please pay {amount} by {due}. We no longer accept cash.

{firm}""",
        "card",
        pdf=True,
        terms=True,
        country="GB",
    ),
    Template(
        "en-welcome-contract",
        "telecom",
        "telecom",
        "other",
        "Welcome to {firm}: your contract",
        """Hi {name},

Thanks for joining us. Your contract summary is attached. Your monthly charge will be {price}; the first bill arrives after activation on {soon}. Nothing to pay today.

{firm}""",
        terms=True,
        country="GB",
    ),
    Template(
        "en-usage-report",
        "energy",
        "energy",
        "other",
        "Your {month} usage report",
        """Hi {name},

You used about {price2} of energy this month. This is not a bill. Your next statement will show the exact amount.

[See my usage]""",
        country="GB",
        who="promo",
        shape="html",
    ),
    Template(
        "en-paid-thanks",
        "energy",
        "energy",
        "receipt",
        "Thanks for your payment",
        """Hi {name},

We've received your payment of {amount} on {issued}. Your balance is now £0.00 and there's nothing left to pay.

{firm}""",
        "card",
        country="GB",
    ),
    Template(
        "en-final-demand",
        "council",
        "tax",
        "reminder",
        "Council tax: final notice",
        """Dear {name},

You have not paid your council tax as agreed. The full outstanding balance of {amount} is now due by {due}. If you do not pay we will apply for a liability order, and costs of £65.00 will be added.

Account {reference}

{firm}""",
        "transfer",
        country="GB",
    ),
    Template(
        "en-landlord-note",
        "freelance",
        "rent",
        "to_pay",
        "gas bill share",
        """Hi Alice,

The gas bill for the flat came in. Your share is {amount}; could you transfer it to {iban} by {due}? I've put the reading on the fridge.

Thanks!""",
        "transfer",
        country="GB",
        shape="plain",
        who="human",
        variants=2,
    ),
    Template(
        "en-payment-plan",
        "energy",
        "energy",
        "schedule",
        "Your payment plan",
        """Hi {name},

Your new payment plan is below. We'll collect each payment by Direct Debit.

| First payment on {due} | {amount}
| Then 11 monthly payments | {amount}

[View my plan]

{firm}""",
        "direct_debit",
        country="GB",
    ),
    Template(
        "en-us-final",
        "energy",
        "energy",
        "reminder",
        "Disconnect notice",
        """Dear {name},

Your account {customer} is past due. To avoid disconnection, {amount} must be received by {due}. A reconnection fee of $45.00 applies.

{legal}""",
        "portal",
        country="US",
    ),
    Template(
        "en-us-eob",
        "health",
        "health",
        "other",
        "Your Explanation of Benefits is ready",
        """Dear member,

THIS IS NOT A BILL. Your plan processed a claim from {firm}. You may owe {price2}. Your provider will bill you directly.

[View EOB]""",
        country="US",
    ),
    Template(
        "en-card-expiring",
        "stream",
        "subscription",
        "other",
        "Your card is about to expire",
        """Hi {name},

The card we have on file for your {firm} plan expires next month. Please update your payment details to keep watching.

[Update card]""",
        country="GB",
    ),
)
