"""British, Irish and American mails about bills."""

from samples.letters.template import Template as T

TEXTS = (
    T("en-energy-debit", "energy", "energy", "to_be_debited", "Your {firm} statement is ready", """Hi {name},

Your latest energy statement is ready to view.

| Balance to collect | {amount}
| Direct Debit date | {due}
| Account number | {customer}

You don't need to do anything - we'll collect this automatically. If anything looks wrong, just reply to this email.

[View my statement]

Thanks,
The {firm} team""", "direct_debit", country="GB"),
    T("en-energy-pay", "energy", "energy", "to_pay", "Your electricity bill: {amount} due {due}", """Dear {name},

Please find attached your electricity bill {number} dated {issued}.

Amount due: {amount}
Please pay by: {due}
Customer reference: {reference}

You can pay online, at any PayPoint, or by bank transfer to {iban} quoting your customer reference.

Kind regards,
{firm} Customer Services""", "transfer", True, country="GB"),
    T("en-water-portal", "water", "water", "on_portal", "Your new water bill is online", """Hello {name},

Your new bill is ready in My Account. Log in to see what you owe and when, and to pay by card.

[Log in to My Account]

Going paperless saves trees. Thank you for helping.

{legal}""", "portal", country="GB"),
    T("en-broadband-debit", "telecom", "telecom", "to_be_debited", "Here's your bill for {month}", """Hi there,

Your bill of {amount} is ready. We'll take it from your bank on {due}.

Bill number {number}, account {customer}.

What's changed? From 31 March your monthly price goes up by £3.00, as set out in your contract.

[See the full bill]""", "direct_debit", country="GB"),
    T("en-mobile-failed", "telecom", "telecom", "reminder", "Action needed: we couldn't take your payment", """Hi {name},

Your Direct Debit for bill {number} was returned unpaid by your bank. You still owe {amount}.

Please pay by {due} to avoid restrictions to your service and a late payment fee of £5.00.

[Pay now]

{firm}""", "card", country="GB"),
    T("en-overdue-polite", "freelance", "other", "reminder", "Invoice {number} - friendly reminder", """Hi Alice,

Hope you're well. Just a quick nudge about invoice {number} for {amount}, which was due on {before}. Could you let me know when I can expect payment? If it's already on its way please ignore this.

Bank details again: {iban}

Many thanks,
{firm}""", "transfer", country="GB", shape="plain", who="human"),
    T("en-freelance", "freelance", "other", "to_pay", "Invoice {number} from {firm}", """Hi,

Please find attached invoice {number} for {amount}. Payment terms are 30 days, so it falls due on {due}.

Pay to: {iban}

Thanks for your business - it was a pleasure working with you.

{firm}""", "transfer", True, country="GB", who="human", between=(150, 3000), days=30),
    T("en-council-tax", "council", "tax", "schedule", "Your council tax bill for {year}", """Dear Council Tax payer,

Your e-bill is attached. Your instalments are:

| First instalment, {due} | {amount}
| Then nine instalments on the 1st of the month | {amount}

Please quote account {reference} with every payment. If you pay by Direct Debit, we will collect automatically.

Revenues and Benefits, {firm}""", None, country="GB", between=(110, 260)),
    T("en-rent", "rent", "rent", "to_pay", "Rent due {due}", """Dear {name},

This is your rent demand. Rent of {amount} is due on {due}.

Please pay {legal}, IBAN {iban}, reference {reference}.

Regards,
Lettings team, {firm}""", "transfer", country="GB", who="human", between=(600, 1500)),
    T("en-insurance", "insurance", "insurance", "to_be_debited", "Your policy renews automatically on {due}", """Hi {name},

Your car insurance is coming up for renewal. If you're happy, you don't need to do anything: we'll charge {amount} to your saved card on {due}.

Your policy number is {customer}. Last year you paid £312.40.

[Review my renewal]

{firm}""", "card", country="GB", between=(200, 800)),
    T("en-stream-receipt", "stream", "subscription", "receipt", "Your {firm} receipt", """Thanks for your payment

| Premium plan, {month} | {amount}
| Card | Visa ending 4412
| Receipt no. | {number}

You can cancel any time in Settings.""", "card", country="GB", between=(5, 20)),
    T("en-order", "shop", "shopping", "receipt", "Order confirmed: {order}", """Thank you for your order!

| Terracotta pot 30 cm | {price}
| Delivery | Free
| Total paid | {amount}

We'll email you again when it ships, around {soon}.

{firm}""", "card", country="GB"),
    T("en-refund-note", "shop", "shopping", "credit_note", "Credit note {number}", """Hi {name},

Your return has been processed. Attached is credit note {number} for {amount}; the money will reach your card in 3-5 working days. You have nothing to pay.

{firm} Returns""", None, True, country="GB"),
    T("en-school", "gym", "education", "to_pay", "Term fees", """Dear parents,

Fees for the coming term amount to {amount} and are payable by {due}. Please use reference {reference} and pay into {iban}.

With kind regards,
The Bursar""", "transfer", country="GB", who="human", between=(150, 2500), variants=2),
    T("en-us-utility", "energy", "energy", "to_pay", "Your bill is ready - due {due}", """Hello {name},

Your statement is available.

| Amount Due | {amount}
| Due Date | {due}
| Account | {customer}

To avoid a late fee of 1.5%, please pay on time. You are not enrolled in AutoPay.

[Pay My Bill]

{legal}""", "portal", country="US"),
    T("en-us-autopay", "energy", "energy", "to_be_debited", "AutoPay scheduled for {due}", """Hi {name},

Your AutoPay payment of {amount} is scheduled for {due} from the bank account ending in 4412. No action is required.

[Manage AutoPay]

{firm}""", "direct_debit", country="US"),
    T("en-us-saas", "hosting", "subscription", "receipt", "Your receipt from {legal} #{number}", """Receipt from {firm}

| Amount paid | {amount}
| Date paid | {issued}
| Payment method | Visa - 4412

Questions? Contact us at support@{site}.""", "card", True, country="US"),
    T("en-us-invoice", "hosting", "subscription", "to_pay", "New invoice from {legal} #{number}", """{legal}

{amount} due {due}

[View and pay invoice]

To: {name}
From: {firm}
Memo: Team plan, {month}""", "card", True, country="US", shape="html"),
    T("en-us-medical", "health", "health", "to_pay", "You have a new statement from {firm}", """Dear {name},

Your insurance has processed your claim. Your responsibility is {amount}. Please pay by {due}.

Statement {number}. Billing questions? Reply to this message.

{firm} Billing Office""", "portal", country="US"),
)
