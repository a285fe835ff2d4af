"""Skeletons of large suppliers: totals first and details overleaf, payment parts below."""

from samples.composed.blocks import customer, facts, heading, headline, payment
from samples.composed.draft import Draft
from samples.composed.feet import footer
from samples.composed.heads import letterhead
from samples.composed.letters import body
from samples.composed.messages import ensure, message, news
from samples.composed.parts import GREY, closing, lines, pairs
from samples.composed.sums import total_rows, totals
from samples.composed.tables import items, plan, table


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
    closing(d, x, top + 4, 10)
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
