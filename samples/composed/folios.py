"""Skeletons of long accounts: hotel folios, calls, landscape forms, totals overleaf, signed notes."""

from datetime import timedelta
from decimal import Decimal

from samples.composed.blocks import customer, fact_slots, facts, heading, payment, place
from samples.composed.boxes import bars, cells, label_over, said_box
from samples.composed.draft import Draft
from samples.composed.feet import footer
from samples.composed.heads import contact_lines, letterhead
from samples.composed.letters import body
from samples.composed.messages import ensure, message, news
from samples.composed.parts import GREY, closing, lines, pairs
from samples.composed.places import figures
from samples.composed.sums import total_rows, totals
from samples.composed.tables import items, plan, table


def matrix(d: Draft) -> None:
    """Landscape form: the facts in cells at the left, the lines beside them, sums in a row below."""
    x, paper = d.look.margin * 0.8, d.paper
    width = paper.wide - 2 * x
    side = width * 0.3
    low = letterhead(d, x, 10, side, d.rng.choice(("typed", "brand", "initials")))
    low = cells(d, x, low + 3, side, d.rows(*fact_slots(d)), d.rng.choice((1, 2)))
    low = payment(d, x, low + 1, side, "colon")
    at, wide = x + side + 6, width - side - 6
    top = heading(d, at, 10, wide * 0.5, 14)
    top = customer(d, at + wide * 0.55, max(top, 16), wide * 0.45) + 5
    if d.bill.state == "schedule":
        top = plan(d, at, top, wide)
    else:
        top = items(d, at, top, wide) + 1
        sums = [(label, value) for label, value, _ in total_rows(d)]
        top = cells(d, at, top, wide, sums, len(sums))
    top = pairs(d, at, top, wide, d.rows("due", "terms"), "colon")
    top = message(d, at, top + 1, wide)
    ensure(d, at, top, wide)
    footer(d)


def folio(d: Draft) -> None:
    """A guest's account: every day a line, charges and payments in two columns, the balance."""
    x, paper = d.look.margin, d.paper
    width = paper.wide - 2 * x
    low = letterhead(d, x, 12, width, d.rng.choice(("centre", "band", "logo"))) + 3
    left = customer(d, x, low, width * 0.5)
    slots = ["number", "issued", *("client",) * d.chance(0.6), "period", "decoy"]
    right = pairs(d, x + width * 0.55, low, width * 0.45, d.rows(*slots), "right")
    top = heading(d, x, max(left, right) + 5, width)
    if d.bill.state == "schedule":
        top = plan(d, x, top, width)
    else:
        head = (d.label("c_date"), d.label("c_desc"), d.label("c_total"), d.label("received"))
        top = table(d, x, top, width, head, _days(d), 1)
        top = totals(d, x + width * 0.45, top, width * 0.55)
    top = message(d, x, top + 2, width)
    top = pairs(d, x, top + 1, width * 0.6, d.rows("due", "terms"))
    ensure(d, x, payment(d, x, top + 2, width * 0.6), width)
    foot = "   ".join(contact_lines(d))
    paper.fit(paper.wide / 2, paper.high - 26, width, foot, 7, "c", GREY)
    footer(d)


def _days(d: Draft) -> list[list[str]]:
    """Charges by day in small parts, then what was paid in advance."""
    w, bill = d.w, d.bill
    day = bill.issued - timedelta(days=len(bill.items) + 1)
    rows = []
    for item in bill.items:
        day += timedelta(days=d.rng.choice((0, 1, 1)))
        half = (item.total / 2).quantize(Decimal("0.01"))
        parts = [half, item.total - half] if half and d.chance(0.4) else [item.total]
        rows += [[w.day(day), item.name, w.bare(part * bill.sign), ""] for part in parts]
    for slot, amount in bill.adjustments:
        if amount < 0:
            rows.append([w.day(bill.issued), d.label(slot), "", w.bare(-amount)])
    d.trap("dates_in_lines")
    return rows


def calls(d: Draft) -> None:
    """What is due in a head line, a chart, then every call in small type in three columns."""
    x, paper = d.look.margin, d.paper
    width = paper.wide - 2 * x
    left = letterhead(d, x, 10, width * 0.5)
    right = customer(d, x + width * 0.56, 26, width * 0.44)
    top = max(left, right) + 5
    rows = d.rows("amount", "due", "number", "issued", "client")
    for index, row in enumerate(rows):
        label_over(d, x + width / len(rows) * index, top, width / len(rows) - 3, row)
    top = heading(d, x, top + 14, width, 12)
    half = width * 0.48
    low = plan(d, x, top, half) if d.bill.state == "schedule" else items(d, x, top, half)
    low = totals(d, x, low, half) if d.bill.state != "schedule" else low
    right = bars(d, x + width * 0.54, top, width * 0.46)
    right = message(d, x + width * 0.54, right + 2, width * 0.46)
    right = ensure(d, x + width * 0.54, right, width * 0.46)
    top = payment(d, x, max(low, right) + 1, width * 0.6)
    _listed(d, top + 3, paper.high - 40)
    footer(d)


def _listed(d: Draft, top: float, bottom: float) -> None:
    """Day, hour, number called and price, column by column."""
    x, paper = d.look.margin, d.paper
    third = (paper.wide - 2 * x) / 3
    top = paper.put(x, top, d.say("details_title"), d.look.size, "b") + 1
    many = min(int((bottom - top) / 3), d.rng.randrange(4, 30))
    for place_ in range(3 * max(many, 0)):
        day = d.bill.issued - timedelta(days=30 - place_ // 4)
        cost = d.w.bare(Decimal(d.rng.randrange(3, 480)) / 100)
        text = f"{d.w.day(day)}  {figures(d.rng, '1#:##')}  {figures(d.rng, '0# ## ## ## ##')}"
        at, y = x + third * (place_ // many), top + 3.0 * (place_ % many)
        paper.fit(at, y, third - 16, text, 6)
        paper.put(at + third - 5, y, cost, 6, "r")
    d.trap("itemised")


def last_page(d: Draft) -> None:
    """Parties and lines first; facts, sums and account on the second page only."""
    x, paper = d.look.margin, d.paper
    width = paper.wide - 2 * x
    left = letterhead(d, x, 12, width * 0.5)
    top = customer(d, x + width * 0.55, max(left, 34), width * 0.45) + 6
    top = heading(d, x, top, width)
    top = plan(d, x, top, width) if d.bill.state == "schedule" else items(d, x, top, width)
    top = news(d, x, top + 2, width)
    paper.put(x + width, top + 3, d.say("page", n="1", m="2"), 8, "r")
    footer(d)
    paper.page()
    d.trap("more_pages")
    paper.fit(x, 12, width * 0.6, d.bill.firm.brand, 9, "b")
    paper.put(x + width, 12, d.say("page", n="2", m="2"), 8, "r")
    top = facts(d, x, 22, width * 0.7) + 4
    if d.bill.state != "schedule":
        top = totals(d, x + width * d.rng.choice((0, 0.4)), top, width * 0.6)
    top = said_box(d, x, top + 2, width) if d.chance(0.4) else top
    top = message(d, x, top + 3, width)
    ensure(d, x, payment(d, x, top + 2, width * 0.6), width)


def signed(d: Draft) -> None:
    """A note without letterhead: the customer large, figures in sentences, the biller signs."""
    x, paper = d.look.margin + 6, d.paper
    width, size = paper.wide - 2 * x, d.look.size + 1.5
    top = place(d, x, 16, width)
    top = paper.fit(x, top + 6, width, d.bill.customer.name, size * 1.5, "b")
    top = lines(d, x, top, width, d.bill.customer.lines[1:], size) + 8
    top = heading(d, x, top, width, 12) + 3
    top = paper.put(x, top, d.say("hello"), size) + 3
    d.prose_only = d.chance(0.7)
    d.trap("customer_large")
    sentence = "; ".join(i.name for i in d.bill.items) + "."
    top = paper.prose(x, top, width, sentence, size) + 2
    if d.bill.state == "schedule":
        top = plan(d, x, top, width * 0.7) + 3
    top = body(d, x, top, width) if d.chance(0.25) and d.bill.state != "schedule" else top
    top = message(d, x, top, width) + 3
    top = payment(d, x, top, width, "colon") + 2
    top = ensure(d, x, top, width) + 2
    told = ", ".join(f"{a} {b}" for a, b in d.rows("number", "client"))
    top = paper.prose(x, top, width, told, d.look.size) + 6
    closing(d, x, top, size)
    low = paper.fit(x + width * 0.5, top, width * 0.5, d.bill.firm.legal, size, "b")
    lines(d, x + width * 0.5, low, width * 0.5, contact_lines(d), d.look.size * 0.9)
    d.shown.add("biller")
