"""Skeletons of office programs."""

from samples.composed.blocks import (
    customer,
    fact_slots,
    facts,
    heading,
    payment,
    sender_line,
    title_right,
)
from samples.composed.draft import Draft
from samples.composed.facts import Item
from samples.composed.feet import footer
from samples.composed.heads import letterhead
from samples.composed.letters import body
from samples.composed.messages import ensure, message
from samples.composed.parts import GREY, lines, pairs
from samples.composed.sums import total_rows, totals
from samples.composed.tables import items, plan, vat_table


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
