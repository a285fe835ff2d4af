# ruff: noqa: E501 (prose: one line is one paragraph)
"""British and American mails about bills."""

from samples.letters.template import Template

TEXTS = (
    Template(
        "en-insurance",
        "insurance",
        "insurance",
        "to_be_debited",
        "Your policy renews automatically on {due}",
        """Hi {name},

Your car insurance is coming up for renewal. If you're happy, you don't need to do anything: we'll charge {amount} to your saved card on {due}.

Your policy number is {customer}. Last year you paid £312.40.

[Review my renewal]

{firm}""",
        "card",
        country="GB",
        between=(200, 800),
    ),
    Template(
        "en-stream-receipt",
        "stream",
        "subscription",
        "receipt",
        "Your {firm} receipt",
        """Thanks for your payment

| Premium plan, {month} | {amount}
| Card | Visa ending 4412
| Receipt no. | {number}

You can cancel any time in Settings.""",
        "card",
        country="GB",
        between=(5, 20),
    ),
    Template(
        "en-order",
        "shop",
        "shopping",
        "receipt",
        "Order confirmed: {order}",
        """Thank you for your order!

| Terracotta pot 30 cm | {price}
| Delivery | Free
| Total paid | {amount}

We'll email you again when it ships, around {soon}.

{firm}""",
        "card",
        country="GB",
    ),
    Template(
        "en-refund-note",
        "shop",
        "shopping",
        "credit_note",
        "Credit note {number}",
        """Hi {name},

Your return has been processed. Attached is credit note {number} for {amount}; the money will reach your card in 3-5 working days. You have nothing to pay.

{firm} Returns""",
        None,
        pdf=True,
        country="GB",
    ),
    Template(
        "en-school",
        "school",
        "education",
        "to_pay",
        "Term fees",
        """Dear parents,

Fees for the coming term amount to {amount} and are payable by {due}. Please use reference {reference} and pay into {iban}.

With kind regards,
The Bursar""",
        "transfer",
        country="GB",
        who="human",
        between=(150, 2500),
        variants=2,
    ),
    Template(
        "en-us-utility",
        "energy",
        "energy",
        "to_pay",
        "Your bill is ready - due {due}",
        """Hello {name},

Your statement is available.

| Amount Due | {amount}
| Due Date | {due}
| Account | {customer}

To avoid a late fee of 1.5%, please pay on time. You are not enrolled in AutoPay.

[Pay My Bill]

{legal}""",
        "portal",
        country="US",
    ),
    Template(
        "en-us-autopay",
        "energy",
        "energy",
        "to_be_debited",
        "AutoPay scheduled for {due}",
        """Hi {name},

Your AutoPay payment of {amount} is scheduled for {due} from the bank account ending in 4412. No action is required.

[Manage AutoPay]

{firm}""",
        "direct_debit",
        country="US",
    ),
    Template(
        "en-us-saas",
        "hosting",
        "subscription",
        "receipt",
        "Your receipt from {legal} #{number}",
        """Receipt from {firm}

| Amount paid | {amount}
| Date paid | {issued}
| Payment method | Visa - 4412

Questions? Contact us at support@{site}.""",
        "card",
        pdf=True,
        country="US",
    ),
    Template(
        "en-us-invoice",
        "hosting",
        "subscription",
        "to_pay",
        "New invoice from {legal} #{number}",
        """{legal}

{amount} due {due}

[View and pay invoice]

To: {name}
From: {firm}
Memo: Team plan, {month}""",
        "card",
        pdf=True,
        country="US",
        shape="html",
    ),
    Template(
        "en-us-medical",
        "health",
        "health",
        "to_pay",
        "You have a new statement from {firm}",
        """Dear {name},

Your insurance has processed your claim. Your responsibility is {amount}. Please pay by {due}.

Statement {number}. Billing questions? Reply to this message.

{firm} Billing Office""",
        "portal",
        country="US",
    ),
)
