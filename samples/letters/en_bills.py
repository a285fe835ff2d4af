# ruff: noqa: E501 (prose: one line is one paragraph)
"""British mails about bills."""

from samples.letters.template import Template

TEXTS = (
    Template(
        "en-energy-debit",
        "energy",
        "energy",
        "to_be_debited",
        "Your {firm} statement is ready",
        """Hi {name},

Your latest energy statement is ready to view.

| Balance to collect | {amount}
| Direct Debit date | {due}
| Account number | {customer}

You don't need to do anything - we'll collect this automatically. If anything looks wrong, just reply to this email.

[View my statement]

Thanks,
The {firm} team""",
        "direct_debit",
        country="GB",
    ),
    Template(
        "en-energy-pay",
        "energy",
        "energy",
        "to_pay",
        "Your electricity bill: {amount} due {due}",
        """Dear {name},

Please find attached your electricity bill {number} dated {issued}.

Amount due: {amount}
Please pay by: {due}
Customer reference: {reference}

You can pay online, at any PayPoint, or by bank transfer to {iban} quoting your customer reference.

Kind regards,
{firm} Customer Services""",
        "transfer",
        pdf=True,
        country="GB",
    ),
    Template(
        "en-water-portal",
        "water",
        "water",
        "on_portal",
        "Your new water bill is online",
        """Hello {name},

Your new bill is ready in My Account. Log in to see what you owe and when, and to pay by card.

[Log in to My Account]

Going paperless saves trees. Thank you for helping.

{legal}""",
        "portal",
        country="GB",
    ),
    Template(
        "en-broadband-debit",
        "telecom",
        "telecom",
        "to_be_debited",
        "Here's your bill for {month}",
        """Hi there,

Your bill of {amount} is ready. We'll take it from your bank on {due}.

Bill number {number}, account {customer}.

What's changed? From 31 March your monthly price goes up by £3.00, as set out in your contract.

[See the full bill]""",
        "direct_debit",
        country="GB",
    ),
    Template(
        "en-mobile-failed",
        "telecom",
        "telecom",
        "reminder",
        "Action needed: we couldn't take your payment",
        """Hi {name},

Your Direct Debit for bill {number} was returned unpaid by your bank. You still owe {amount}.

Please pay by {due} to avoid restrictions to your service and a late payment fee of £5.00.

[Pay now]

{firm}""",
        "card",
        country="GB",
    ),
    Template(
        "en-overdue-polite",
        "freelance",
        "other",
        "reminder",
        "Invoice {number} - friendly reminder",
        """Hi Alice,

Hope you're well. Just a quick nudge about invoice {number} for {amount}, which was due on {before}. Could you let me know when I can expect payment? If it's already on its way please ignore this.

Bank details again: {iban}

Many thanks,
{firm}""",
        "transfer",
        country="GB",
        shape="plain",
        who="human",
    ),
    Template(
        "en-freelance",
        "freelance",
        "other",
        "to_pay",
        "Invoice {number} from {firm}",
        """Hi,

Please find attached invoice {number} for {amount}. Payment terms are 30 days, so it falls due on {due}.

Pay to: {iban}

Thanks for your business - it was a pleasure working with you.

{firm}""",
        "transfer",
        pdf=True,
        country="GB",
        who="human",
        between=(150, 3000),
        days=30,
    ),
    Template(
        "en-council-tax",
        "council",
        "tax",
        "schedule",
        "Your council tax bill for {year}",
        """Dear Council Tax payer,

Your e-bill is attached. Your instalments are:

| First instalment, {due} | {amount}
| Then nine instalments on the 1st of the month | {amount}

Please quote account {reference} with every payment. If you pay by Direct Debit, we will collect automatically.

Revenues and Benefits, {firm}""",
        None,
        country="GB",
        between=(110, 260),
    ),
    Template(
        "en-rent",
        "rent",
        "rent",
        "to_pay",
        "Rent due {due}",
        """Dear {name},

This is your rent demand. Rent of {amount} is due on {due}.

Please pay {legal}, IBAN {iban}, reference {reference}.

Regards,
Lettings team, {firm}""",
        "transfer",
        country="GB",
        who="human",
        between=(600, 1500),
    ),
)
