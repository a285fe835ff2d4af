"""Skeletons of craftsmen and small sheets: typed by hand, tills, half pages, hours."""

from datetime import timedelta

from samples.composed.blocks import (
    customer,
    facts,
    heading,
    payment,
    place,
)
from samples.composed.draft import Draft
from samples.composed.feet import footer
from samples.composed.heads import letterhead
from samples.composed.letters import body
from samples.composed.messages import ensure, message
from samples.composed.paper import PT
from samples.composed.parts import lines, pairs
from samples.composed.sums import totals
from samples.composed.tables import items, plan, table


def typed(d: Draft) -> None:
    """A craftsman's sheet made by hand: few rules, lines as running text, the sum at the end."""
    x, paper, w = d.look.margin + 5, d.paper, d.w
    width, size = paper.wide - 2 * x, d.look.size + 1
    top = letterhead(d, x, 16, width, d.rng.choice(("typed", "centre", "brand")))
    top = customer(d, x + width * 0.5, top + 8, width * 0.5) + 8
    top = place(d, x, top, width) if d.chance(0.4) else top
    top = heading(d, x, top, width, 13) + 1
    top = pairs(d, x, top, width, d.rows("number", "issued"), "colon") + 4
    for item in d.bill.items if d.bill.state != "schedule" else ():
        paper.fit(x, top, width * 0.72, f"- {item.name}", size)
        paper.put(x + width, top, w.bare(item.total * d.bill.sign), size, "r")
        top += size * PT * 1.7
    if d.bill.state == "schedule":
        top = plan(d, x, top, width)
    else:
        top = totals(d, x + width * 0.35, top + 2, width * 0.65)
    top = message(d, x, top + 4, width)
    top = payment(d, x, top + 2, width, "colon")
    ensure(d, x, top, width)
    lines(
        d, x, paper.high - 26, width, (d.bill.firm.legal, d.bill.firm.register, d.bill.firm.vat), 7
    )
    d.shown.add("biller")


def till(d: Draft) -> None:
    """A narrow strip from a till or a ticket machine."""
    x, paper, w = 5.0, d.paper, d.w
    width = paper.wide - 10
    top = 6.0
    for text in (d.bill.firm.brand, *d.bill.firm.lines, d.bill.firm.vat):
        size = min(9, 9 * width / max(paper.width(text, 9), 1))
        top = paper.put(paper.wide / 2, top, text, size, "c")
    d.shown.add("biller")
    top = heading(d, x, top + 2, width, 10)
    top = pairs(d, x, top, width, d.rows("number", "issued"), "colon") + 1
    for item in d.bill.items:
        paper.fit(x, top, width * 0.66, item.name, 7.5)
        paper.put(x + width, top, w.bare(item.total * d.bill.sign), 7.5, "r")
        top += 4
    paper.rule(x, top, x + width)
    draw = plan if d.bill.state == "schedule" else totals
    top = draw(d, x, top + 1, width)
    top = message(d, x, top + 1, width)
    top = payment(d, x, top, width, "above")
    ensure(d, x, top, width)


def wide(d: Draft) -> None:
    """Landscape page: letterhead and customer side by side, facts across, a wide table."""
    x, paper = d.look.margin, d.paper
    width = paper.wide - 2 * x
    left = letterhead(d, x, 10, width * 0.4)
    right = customer(d, x + width * 0.45, 14, width * 0.25)
    far = facts(d, x + width * 0.74, 12, width * 0.26, d.rng.choice(("beside", "colon", "above")))
    top = heading(d, x, max(left, right, far) + 4, width, 14)
    top = body(d, x, top, width)
    half = width * 0.48
    low = message(d, x, top, half)
    ensure(d, x, low, half)
    payment(d, x + width * 0.52, top, half)
    footer(d)


def half_page(d: Draft) -> None:
    """Half a page: a short bill of a club, a doctor or a driver."""
    x, paper = d.look.margin, d.paper
    width = paper.wide - 2 * x
    low = letterhead(d, x, 8, width * 0.45)
    low = max(low, customer(d, x + width * 0.55, 12, width * 0.45))
    top = pairs(d, x, low + 3, width, d.rows("number", "issued", "due", "terms"), "across")
    if d.bill.state == "schedule":
        top = plan(d, x, top, width * 0.6)
    else:
        top = totals(d, x + width * 0.45, items(d, x, top, width), width * 0.55)
    top = message(d, x, top, width)
    ensure(d, x, payment(d, x, top, width * 0.6, "colon"), width)


def timesheet(d: Draft) -> None:
    """Hours by date, then the sum: dates in the lines mislead."""
    x, paper, w = d.look.margin, d.paper, d.w
    width = paper.wide - 2 * x
    left = letterhead(d, x, 14, width * 0.5)
    low = customer(d, x, left + 5, width * 0.45)
    right = facts(d, x + width * 0.55, 16, width * 0.45)
    top = heading(d, x, max(low, right) + 6, width)
    rows = []
    for index, item in enumerate(d.bill.items):
        day = d.bill.issued - timedelta(days=3 * (len(d.bill.items) - index))
        rows.append(
            [
                w.day(day),
                item.name,
                f"{w.bare(item.quantity, 0)} {item.unit}",
                w.bare(item.total * d.bill.sign),
            ]
        )
    head = (d.label("c_date"), d.label("c_desc"), d.label("c_qty"), d.label("c_total"))
    if d.bill.state == "schedule":
        top = plan(d, x, top, width)
    else:
        top = totals(d, x + width * 0.5, table(d, x, top, width, head, rows, 1), width * 0.5)
        d.trap("dates_in_lines")
    top = message(d, x, top + 2, width)
    ensure(d, x, payment(d, x, top + 1, width * 0.6), width)
    footer(d)
