"""Skeletons of large suppliers: dense pages, slips, statements of account, details overleaf."""

from datetime import timedelta
from decimal import Decimal

from samples.composed.blocks import customer, facts, heading, headline, payment
from samples.composed.draft import Draft
from samples.composed.feet import footer
from samples.composed.heads import letterhead
from samples.composed.letters import body
from samples.composed.messages import ensure, message, news, service
from samples.composed.parts import pairs
from samples.composed.tables import plan, table


def dense(d: Draft) -> None:
    """A full page: facts, headline, chart, readings, lines, notices in two columns."""
    x, paper = d.look.margin * 0.8, d.paper
    width = paper.wide - 2 * x
    left = letterhead(d, x, 10, width * 0.45)
    left = facts(d, x, left + 4, width * 0.4)
    right = customer(d, x + width * 0.55, 30, width * 0.45)
    top = max(left, right) + 4
    low = headline(d, x, top, width * 0.47)
    readings(d, x + width * 0.52, top, width * 0.48)
    top = heading(d, x, max(low, top + 24) + 2, width, 12)
    top = body(d, x, top, width)
    half = width * 0.48
    left = message(d, x, top + 1, half)
    left = payment(d, x, left, half, "colon")
    ensure(d, x, left, half)
    right = top + 1
    for _ in range(d.rng.randrange(1, 3)):
        right = news(d, x + width * 0.52, right, half)
    service(d, x + width * 0.52, right + 1, half)
    footer(d)


def readings(d: Draft, x: float, top: float, width: float) -> float:
    """Meter readings: dates and large numbers that are no amounts."""
    new = d.rng.randrange(3000, 90000)
    old = new - d.rng.randrange(40, 900)
    days = d.bill.issued - timedelta(days=8), d.bill.issued - timedelta(days=70)
    rows = [[d.w.day(day), str(value), "kWh"] for day, value in zip(days, (new, old), strict=True)]
    d.trap("meter_readings")
    return table(d, x, top, width, ("", "", ""), rows, 0)


def slip(d: Draft) -> None:
    """The slip stands at the top, the account below it."""
    x, paper = d.look.margin, d.paper
    width = paper.wide - 2 * x
    top = coupon_top(d, x, width) + 6
    paper.cut(top)
    low = letterhead(d, x, top + 5, width * 0.45)
    low = max(low, facts(d, x + width * 0.5, top + 6, width * 0.5))
    top = heading(d, x, low + 4, width)
    top = body(d, x, top, width)
    top = message(d, x, top + 2, width)
    ensure(d, x, payment(d, x, top, width * 0.6), width)
    footer(d)


def coupon_top(d: Draft, x: float, width: float) -> float:
    """Remittance part with the customer left and framed facts right."""
    d.trap("coupon")
    d.paper.fit(x, 9, width, d.say("coupon"), 7, "i")
    left = customer(d, x, 24, width * 0.45)
    rows = d.rows(*d.shuffled(("client", "due", "amount")))
    right = pairs(
        d, x + width * 0.52, 18, width * 0.48, rows, d.rng.choice(("grid", "right", "above"))
    )
    return max(left, right)


def statement(d: Draft) -> None:
    """Statement of account: dated lines with a running balance, the last one is due."""
    x, paper, w = d.look.margin, d.paper, d.w
    width = paper.wide - 2 * x
    left = letterhead(d, x, 12, width * 0.5)
    right = facts(d, x + width * 0.55, 14, width * 0.45)
    top = customer(d, x, max(left, right) + 5, width * 0.5) + 7
    top = heading(d, x, top, width)
    running, rows, day = Decimal(0), [], d.bill.issued - timedelta(days=45)
    steps = [(i.name, i.total) for i in d.bill.items]
    if d.bill.tax and not d.bill.gross_prices:
        steps.append((d.say("vat", rate=w.percent(d.bill.taxes[0][0])), d.bill.tax))
    steps += [(d.label(slot), amount) for slot, amount in d.bill.adjustments]
    for name, amount in steps:
        running += amount
        day += timedelta(days=d.rng.randrange(1, 9))
        rows.append(
            [
                w.day(min(day, d.bill.issued)),
                name,
                w.bare(amount * d.bill.sign),
                w.bare(running * d.bill.sign),
            ]
        )
    head = (d.label("c_date"), d.label("c_desc"), d.label("c_total"), d.label("zero_left"))
    top = table(d, x, top, width, head, rows, 1) + 2
    if d.bill.state == "schedule":
        top = plan(d, x, top, width * 0.7)
    top = pairs(d, x + width * 0.45, top, width * 0.55, d.rows("amount", "due"), "right") + 3
    top = message(d, x, top, width)
    if d.chance(0.5):
        top = ageing(d, x, top + 2, width)
    ensure(d, x, payment(d, x, top + 2, width * 0.6), width)
    footer(d)


def ageing(d: Draft, x: float, top: float, width: float) -> float:
    """Balance by age: zeros beside the amount."""
    head = ("0-30", "31-60", "61-90", "> 90")
    zero = d.w.bare(Decimal(0))
    d.trap("ageing_table")
    return table(d, x, top, width * 0.6, head, [[d.w.bare(d.bill.balance), zero, zero, zero]], 0)
