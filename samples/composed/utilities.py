"""Skeletons of large suppliers: dense pages, slips, statements of account, details overleaf."""

from datetime import timedelta
from decimal import Decimal

from samples.composed.blocks import (
    customer,
    ensure,
    facts,
    footer,
    heading,
    headline,
    message,
    news,
    payment,
    service,
)
from samples.composed.draft import Draft
from samples.composed.letters import body
from samples.composed.parts import GREY, letterhead, lines, pairs
from samples.composed.tables import items, plan, table, total_rows, totals


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
    head = ("", d.label("c_desc"), d.label("c_total"), d.label("zero_left"))
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


def overleaf(d: Draft) -> None:
    """First page with totals only, lines on the second under a repeated head."""
    x, paper = d.look.margin, d.paper
    width = paper.wide - 2 * x
    left = letterhead(d, x, 14, width * 0.5)
    right = customer(d, x + width * 0.55, 42, width * 0.45)
    top = facts(d, x, max(left, right) + 4, width * 0.6)
    top = heading(d, x, top + 6, width)
    if d.bill.state == "schedule":
        top = plan(d, x, top, width)
    else:
        rows = total_rows(d)
        top = table(d, x, top, width, ("", ""), [[a, b] for a, b, _ in rows], 0) + 2
    top = message(d, x, top + 2, width)
    top = payment(d, x, top + 3, width * 0.7)
    ensure(d, x, top, width)
    footer(d)
    paper.page()
    paper.put(x, 12, d.bill.firm.brand, 9, "b")
    paper.put(x + width, 12, d.say("page", n="2", m="2"), 8, "r")
    top = pairs(d, x, 18, width * 0.5, d.rows("number", "issued"))
    top = paper.put(x, top + 4, d.say("details_title"), 12, "b") + 2
    items(d, x, top, width)
    d.trap("more_pages")


def cover(d: Draft) -> None:
    """A covering letter first; the bill itself is the second page."""
    x, paper = d.look.margin + 3, d.paper
    width = paper.wide - 2 * x
    top = letterhead(d, x, 14, width * 0.6)
    top = customer(d, x + width * 0.5, top + 8, width * 0.5) + 14
    top = paper.put(x, top, d.say("hello"), 10) + 3
    for _ in range(3):
        top = news(d, x, top, width)
    paper.put(x, top + 4, d.say("signoff"), 10)
    footer(d)
    paper.page()
    d.trap("more_pages")
    top = heading(d, x, 16, width)
    top = facts(d, x, top, width * 0.6) + 4
    top = body(d, x, top, width)
    top = message(d, x, top + 2, width)
    ensure(d, x, payment(d, x, top + 2, width * 0.6), width)


def stub(d: Draft) -> None:
    """Bill above, payment part below in two framed halves: receipt left, payment right."""
    x, paper = d.look.margin, d.paper
    width = paper.wide - 2 * x
    left = letterhead(d, x, 12, width * 0.45)
    right = customer(d, x + width * 0.58, 34, width * 0.42)
    top = facts(d, x, max(left, right) + 3, width * 0.55)
    top = heading(d, x, top + 4, width, 12)
    top = body(d, x, top, width)
    top = message(d, x, top + 1, width)
    ensure(d, x, top, width)
    low = paper.high - 92
    paper.cut(low)
    firm = d.bill.firm
    d.shown.add("biller")
    for index, (at, wide) in enumerate(((x, width * 0.32), (x + width * 0.38, width * 0.62))):
        y = (
            paper.put(at, low + 4, d.say("receipt_title" if index == 0 else "pay_title"), 10, "b")
            + 2
        )
        y = lines(d, at, y, wide, (d.values.get("iban", ""), firm.legal, *firm.lines), 8)
        y = pairs(d, at, y + 2, wide, d.rows(*("amount", "reference")[: 1 + index]), "above")
        lines(d, at, y + 1, wide, d.bill.customer.lines[:3], 8)
        if d.values.get("iban"):
            d.shown.add("iban")
    footer_line(d)


def footer_line(d: Draft) -> None:
    """One line at the very foot."""
    text = d.say("footer") or d.bill.firm.legal
    d.paper.fit(
        d.look.margin, d.paper.high - 8, d.paper.wide - 2 * d.look.margin, text, 6, "", GREY
    )


def tip(d: Draft) -> None:
    """Headline left, a short account right, a machine-readable line at the foot."""
    x, paper = d.look.margin, d.paper
    width = paper.wide - 2 * x
    low = letterhead(d, x, 12, width * 0.4)
    low = max(low, customer(d, x + width * 0.55, 40, width * 0.45)) + 8
    at = headline(d, x, low, width * 0.36)
    at = facts(d, x, at + 2, width * 0.36, d.rng.choice(("above", "colon")))
    side, wide = x + width * 0.42, width * 0.58
    top = heading(d, side, low, wide, 12)
    if d.bill.state == "schedule":
        top = plan(d, side, top, wide)
    else:
        top = totals(d, side, items(d, side, top, wide), wide)
    top = message(d, side, top + 2, wide)
    at = payment(d, x, at + 2, width * 0.38, "above")
    ensure(d, side, top, wide)
    code = "".join(str(d.rng.randrange(10)) for _ in range(44))
    paper.put(x, paper.high - 24, f"{code[:12]}>{code[12:39]}+ {code[39:]}>", 9)
    footer_line(d)
