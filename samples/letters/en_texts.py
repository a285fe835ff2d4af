"""English mails that are no bills."""

from samples.letters.template import Template as T

TEXTS = (
    T("en-promo-energy", "energy", "energy", "other", "Cut your energy bill by up to £143", """Beat the price cap

Fix today from {price} a month and never worry about your bill again. Offer ends {due}.

[Get my quote]

Unsubscribe | {legal}""", country="GB", who="promo", shape="html"),
    T("en-promo-mobile", "telecom", "telecom", "other", "50% off for 6 months", """Hello {name},

Upgrade today and pay just {price} a month for 6 months, then {price2}. No upfront cost. Hurry, ends {due}.

[Upgrade now]""", country="GB", who="promo", shape="html"),
    T("en-promo-shop", "shop", "shopping", "other", "Buy now, pay later - spring sale", """New in this week

| Raised bed kit | {price2}
| Copper trowel | {price}

Spend £40 and get free delivery. Pay in 3 instalments with no interest.

[Shop now]""", country="GB", who="promo", shape="html"),
    T("en-newsletter", "charity", "charity", "other", "Autumn news from the moor", """Dear friend,

Thanks to you we answered 412 calls this year. Our fuel bill alone came to £18,400. If you can, please give {price} before {due}.

[Donate]""", country="GB", who="promo", shape="html", variants=2),
    T("en-shipping", "shop", "shopping", "other", "Your order {order} has shipped", """Good news!

Your parcel is on its way with Swiftcourier and should arrive on {soon}. Tracking number SC{customer}.

Your invoice is in your account.

{firm}""", country="GB"),
    T("en-code", "bank", "bank", "other", "Your one-time passcode", """Your passcode is 90 41 27. Use it to approve a payment of {price2} to {firm}. Never share it with anyone, even if they say they work for us.""", country="GB", shape="plain"),
    T("en-bank-statement", "bank", "bank", "other", "Your statement is ready", """Hi {name},

Your account statement for {month} is ready to view in the app. Your balance on {issued} was {price2}.

{firm}""", country="GB"),
    T("en-meter", "energy", "energy", "other", "Time to send us a meter reading", """Hi {name},

Give us a reading by {due} so that your next bill is accurate and not estimated.

[Send a reading]

{firm}""", country="GB"),
    T("en-tariff", "energy", "energy", "other", "Your prices are changing", """Dear {name},

From {due} the unit rate for electricity will change from 24.86p to 26.11p per kWh. Based on your usage you would pay {price} more a year. You don't have to pay anything now.

{firm}""", country="GB"),
    T("en-personal", "shop", "other", "other", "dinner money", """Hiya,

I paid the restaurant bill on Friday, it was {price2} for the four of us. Can you send me your share when you get a minute? No rush at all.

K x""", country="GB", who="person", shape="plain"),
    T("en-personal-flat", "shop", "other", "other", "Re: flat stuff", """Hi Alice,

Water people came today. He said the bill will be estimated unless we send a reading before {due}. Also the landlord wants to put the rent up by {price} from January, can you believe it.

Talk later""", country="GB", who="person", shape="plain"),
    T("en-ticket", "transport", "transport", "other", "Changes to your train on {soon}", """Dear customer,

Engineering works mean that your train on {soon} will leave 14 minutes earlier. Your ticket ({price}) remains valid.

{firm}""", country="GB", variants=2),
    T("en-survey", "telecom", "telecom", "other", "How did we do with your billing question?", """Hi {name},

You recently contacted us about your bill. Would you recommend us to a friend? Answer for a chance to win £250.

[Start survey]""", country="GB", who="promo"),
    T("en-quote", "electric", "other", "other", "Quote {number} for rewiring", """Hi Alice,

Thanks for showing me round. Quote attached: {price2} plus VAT for the kitchen circuit. It's valid until {due}. A 25% deposit is payable on acceptance.

Cheers,
{firm}""", country="GB", who="human", variants=2),
    T("en-us-promo", "energy", "energy", "other", "Go paperless, get $5", """Hi {name},

Switch to paperless billing before {due} and we'll take $5.00 off your next bill.

[Enroll now]

{legal}""", country="US", who="promo"),
    T("en-us-welcome", "hosting", "subscription", "other", "Welcome to {firm}", """Welcome aboard!

Your 14-day free trial has started. You won't be charged. After {due}, the Team plan is {price} a month; add a card to continue.

[Get started]""", country="US"),
)
