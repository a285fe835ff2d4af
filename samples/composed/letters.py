"""Skeletons of letters and classic invoices. Each draws a whole bill on the first page."""

from samples.composed.blocks import (
    coupon,
    customer,
    facts,
    heading,
    headline,
    payment,
    place,
    sender_line,
)
from samples.composed.draft import Draft
from samples.composed.feet import footer
from samples.composed.heads import letterhead
from samples.composed.messages import ensure, message
from samples.composed.parts import closing, lines
from samples.composed.sums import totals
from samples.composed.tables import items, plan, vat_table


def body(d: Draft, x: float, top: float, width: float) -> float:
    """Lines and totals, or the plan of a schedule."""
    if d.bill.state == "schedule":
        return plan(d, x, top, width) + 2
    top = items(d, x, top, width) + 1
    wide = min(width, d.rng.choice((70, 80, 95)))
    if d.chance(0.15) and width - wide > 60:
        vat_table(d, x, top, width - wide - 12)
    return totals(d, x + width - wide, top, wide) + 2


def classic(d: Draft) -> None:
    """Letterhead left, facts right, customer in the window, lines, totals, message."""
    x = d.look.margin
    width = d.paper.wide - 2 * x
    left = letterhead(d, x, 14, width * 0.5)
    right = facts(d, x + width * 0.56, 16, width * 0.44)
    top = max(left, right) + 6
    top = customer(d, x + width * 0.56, top, width * 0.44) + 8
    top = heading(d, x, top, width) + 2
    top = body(d, x, top, width) + 2
    top = message(d, x, top, width)
    top = payment(d, x, top + 2, width * 0.6)
    ensure(d, x, top + 1, width)
    footer(d)


def norm(d: Draft) -> None:
    """German business letter: sender line, window, block of facts at the right."""
    x, width = 25.0, d.paper.wide - 45
    letterhead(d, 125, 12, 70, d.rng.choice(("brand", "logo", "right")))
    top = sender_line(d, x, 46, 85)
    left = customer(d, x, top, 80)
    right = facts(d, 125, 52, 65)
    top = max(left, right, 92) + 6
    top = place(d, x, top, width) if d.chance(0.25) else top
    top = heading(d, x, top, width, 12) + 2
    if d.chance(0.7):
        top = d.paper.put(x, top, d.say("hello"), d.look.size) + 2
    top = body(d, x, top, width)
    top = message(d, x, top + 2, width) + 2
    top = payment(d, x, top, width * 0.7)
    top = ensure(d, x, top, width)
    closing(d, x, top + 2, d.look.size)
    footer(d)


def sidebar(d: Draft) -> None:
    """A coloured column with the facts, the bill beside it."""
    side = d.rng.choice((52, 58, 64))
    d.paper.box(0, 0, side, d.paper.high, "#eef2f6", "")
    top = letterhead(d, 7, 14, side - 12, d.rng.choice(("brand", "typed", "shape")))
    top = facts(d, 7, top + 10, side - 12, d.rng.choice(("above", "colon", "above")))
    top = ensure_amount(d, 7, top + 6, side - 12)
    lines(d, 7, top + 10, side - 12, (d.say("contact"),), 7)
    x, width = side + 8, d.paper.wide - side - 20
    top = customer(d, x + width * 0.45, 20, width * 0.55) + 12
    top = heading(d, x, top, width) + 2
    top = body(d, x, top, width)
    top = message(d, x, top + 3, width)
    top = payment(d, x, top + 2, width)
    ensure(d, x, top, width)
    d.paper.prose(
        x, d.paper.high - 18, width, d.say("footer") or d.bill.firm.legal, 6.2, "", "#666666"
    )
    d.shown.add("biller")


def ensure_amount(d: Draft, x: float, top: float, width: float) -> float:
    """A narrow headline on most bills."""
    return headline(d, x, top, width) if d.chance(0.75) else top


def boxed(d: Draft) -> None:
    """A bill of a large supplier: headline box first, then lines; slip at the bottom."""
    x = d.look.margin
    width = d.paper.wide - 2 * x
    left = letterhead(d, x, 12, width * 0.45)
    right = customer(d, x + width * 0.55, 32, width * 0.45)
    top = facts(d, x, max(left, right) + 6, width * 0.45)
    low = headline(d, x + width * 0.5, max(left, right) + 6, width * 0.5)
    top = heading(d, x, max(top, low) + 4, width) + 1
    top = body(d, x, top, width)
    top = message(d, x, top + 2, width)
    ensure(d, x, top, width)
    if d.bill.state in ("to_pay", "reminder") and not d.cramped:
        coupon(d, d.paper.high - 78)
    else:
        payment(d, x, top + 8, width * 0.6)
    footer(d)


def prose_letter(d: Draft) -> None:
    """A letter: the amount and the date stand in its sentences only."""
    x = d.look.margin + 4
    width = d.paper.wide - 2 * x
    top = letterhead(d, x, 14, width * 0.6)
    top = customer(d, x + width * 0.5, top + 8, width * 0.5) + 8
    size = d.look.size + 1
    top = place(d, x, top, width)
    top += 8
    for label, value in d.rows(*("number", "client")[: d.rng.choice((1, 2))]):
        top = d.paper.fit(x, top, width, f"{label}: {value}", size)
    top = heading(d, x, top + 4, width, 11) + 4
    top = d.paper.put(x, top, d.say("hello"), size) + 3
    d.prose_only = True
    if d.bill.state == "schedule":
        top = plan(d, x, top, width * 0.7) + 3
    top = message(d, x, top, width) + 2
    top = ensure(d, x, top, width)
    closing(d, x, top + 3, size)
    if d.chance(0.5):
        payment(d, x, top + 22, width * 0.6)
    footer(d)
