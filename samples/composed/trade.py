"""Skeletons of office programs, craftsmen and small forms."""

from datetime import timedelta

from samples.composed.blocks import (
    customer,
    ensure,
    fact_slots,
    facts,
    footer,
    heading,
    message,
    payment,
    place,
    sender_line,
    title_right,
)
from samples.composed.draft import Draft
from samples.composed.facts import Item
from samples.composed.letters import body
from samples.composed.paper import PT
from samples.composed.parts import GREY, letterhead, lines, pairs
from samples.composed.tables import items, plan, table, total_rows, totals, vat_table


def word(d: Draft) -> None:
    """Word-processor template: huge title at the right, facts under it, thanks at the end."""
    x, paper = d.look.margin, d.paper
    width = paper.wide - 2 * x
    low = letterhead(d, x, 14, width * 0.5, d.rng.choice(("typed", "brand", "initials")))
    title_right(d, 20, "#7f8c8d")
    right = facts(d, x + width * 0.6, 27, width * 0.4, d.rng.choice(("right", "colon", "beside")))
    top = customer(d, x, max(low, right) + 6, width * 0.5) + 8
    top = body(d, x, top, width)
    top = message(d, x, top + 3, width)
    top = payment(d, x, top, width * 0.6)
    ensure(d, x, top, width)
    paper.put(paper.wide / 2, paper.high - 14, d.say("thanks"), 9, "bc", d.look.tint)


def bar(d: Draft) -> None:
    """Office program: the facts across in one ruled bar, payment terms under the totals."""
    x, paper = d.look.margin, d.paper
    width = paper.wide - 2 * x
    letterhead(d, x + width * 0.45, 10, width * 0.55, d.rng.choice(("right", "brand", "logo")))
    top = sender_line(d, x, 44, 82)
    top = customer(d, x, top, 80)
    top = heading(d, x, max(top, 78) + 4, width, 13)
    rows = d.rows(*fact_slots(d, 1)[:6])
    top = pairs(d, x, top, width, rows, "across") + 3
    top = body(d, x, top, width)
    top = pairs(d, x, top, width * 0.7, d.rows("terms"), "colon")
    top = message(d, x, top + 1, width)
    ensure(d, x, payment(d, x, top, width * 0.6), width)
    footer(d)


def parties(d: Draft) -> None:
    """Seller and buyer in two equal boxes, document facts above them."""
    x, paper = d.look.margin, d.paper
    width = paper.wide - 2 * x
    top = heading(d, x, 14, width, d.rng.choice((14, 18))) + 1
    top = facts(d, x, top, width * 0.6) + 4
    firm, half, size = d.bill.firm, width * 0.48, d.look.size
    d.shown.add("biller")
    own = [firm.legal, *firm.lines, *(t for t in (firm.vat, firm.register, firm.mail) if t)]
    paper.put(x + 2, top + 1.5, d.say("from"), size * 0.85, "b", GREY)
    left = lines(d, x + 2, top + 6.5, half - 4, own, size)
    side = x + width - half
    paper.put(side + 2, top + 1.5, d.say("to"), size * 0.85, "b", GREY)
    right = lines(d, side + 2, top + 6.5, half - 4, d.bill.customer.lines, size)
    high = max(left, right) - top + 1
    for at in (x, side):
        paper.box(at, top, half, high, "", "#888888")
    top = body(d, x, top + high + 6, width)
    top = message(d, x, top + 2, width)
    ensure(d, x, payment(d, x, top + 2, width * 0.6), width)
    if d.chance(0.5):
        footer(d)


def form(d: Draft) -> None:
    """A printed form: everything in ruled boxes with small captions, totals in boxes below."""
    x, paper = d.look.margin * 0.7, d.paper
    width = paper.wide - 2 * x
    low = letterhead(d, x, 10, width * 0.5, "typed")
    paper.box(x + width * 0.55, 10, width * 0.45, 28, "", "#000000")
    customer(d, x + width * 0.57, 14, width * 0.42)
    rows = d.rows(*fact_slots(d, 1)[:5])
    top = pairs(d, x, max(low, 40) + 4, width, rows, "across")
    top = heading(d, x, top + 1, width, 12)
    if d.bill.state == "schedule":
        top = plan(d, x, top, width)
    else:
        top = items(d, x, top, width) + 1
        rows = [(a, b) for a, b, _ in total_rows(d)][-5:]
        top = pairs(d, x, top, width, rows, "across")
    top = vat_table(d, x, top + 1, width * 0.5)
    top = message(d, x, top + 2, width)
    ensure(d, x, payment(d, x, top + 1, width * 0.7, "grid"), width)
    footer(d)


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
    head = (d.label("issued"), d.label("c_desc"), d.label("c_qty"), d.label("c_total"))
    if d.bill.state == "schedule":
        top = plan(d, x, top, width)
    else:
        top = totals(d, x + width * 0.5, table(d, x, top, width, head, rows, 1), width * 0.5)
        d.trap("dates_in_lines")
    top = message(d, x, top + 2, width)
    ensure(d, x, payment(d, x, top + 1, width * 0.6), width)
    footer(d)


def long(d: Draft) -> None:
    """So many lines that they go on overleaf: sum carried, head repeated, total at the end."""
    x, paper = d.look.margin, d.paper
    width = paper.wide - 2 * x
    left = letterhead(d, x, 12, width * 0.5)
    left = max(left, customer(d, x, left + 5, width * 0.5))
    right = facts(d, x + width * 0.58, 14, width * 0.42, d.rng.choice(("beside", "right", "colon")))
    top = heading(d, x, max(left, right) + 6, width)
    whole = d.bill.items
    cut = max(1, len(whole) * 2 // 3)
    names = d.say("carried").split("~")
    d.paged = True
    _portion(d, top, whole[:cut], names[0])
    footer(d)
    paper.page()
    d.trap("more_pages")
    paper.put(x, 12, d.bill.firm.brand, 9, "b")
    paper.put(x + width, 12, d.say("page", n="2", m="2"), 8, "r")
    top = pairs(d, x, 18, width * 0.5, d.rows("number", "issued")) + 4
    top = _portion(d, top, whole[cut:], "")
    d.bill.items = whole
    if d.bill.state != "schedule":
        top = totals(d, x + width * 0.45, top, width * 0.55)
    top = message(d, x, top + 2, width)
    ensure(d, x, payment(d, x, top + 2, width * 0.6), width)


def _portion(d: Draft, top: float, some: list[Item], carried: str) -> float:
    """Some of the lines, and under them the sum that is carried to the next page."""
    x = d.look.margin
    width = d.paper.wide - 2 * x
    if d.bill.state == "schedule":
        return plan(d, x, top, width) if carried else top
    d.bill.items = some
    if some:
        top = items(d, x, top, width)
    if carried:
        d.trap("carried_sum")
        total = d.w.bare(d.bill.subtotal * d.bill.sign)
        top = d.paper.put(x + width - 1, top, f"{carried}  {total}", d.look.size, "ri")
    return top
