"""Skeletons of public bodies, insurers and reminders."""

from samples.composed.blocks import coupon, customer, fact_slots, facts, heading, payment, place
from samples.composed.draft import Draft
from samples.composed.feet import footer
from samples.composed.heads import letterhead
from samples.composed.letters import body
from samples.composed.messages import ensure, message, news
from samples.composed.parts import closing, lines, pairs
from samples.composed.sums import totals
from samples.composed.tables import items, plan


def notice(d: Draft) -> None:
    """Public body: office and file number left, customer right, decision, sum in a frame."""
    x, paper = d.look.margin, d.paper
    width = paper.wide - 2 * x
    top = letterhead(d, x, 12, width * 0.55, d.rng.choice(("typed", "brand", "initials")))
    paper.rule(x, top + 1, x + width)
    left = facts(d, x, top + 5, width * 0.42, d.rng.choice(("colon", "above", "beside")))
    right = customer(d, x + width * 0.52, top + 14, width * 0.48)
    top = heading(d, x, max(left, right) + 8, width, 13) + 2
    top = body(d, x, top, width)
    rows = d.rows("amount", "due")
    high = 7.0 * len(rows) + 6
    paper.box(x, top + 2, width, high, "", "#000000")
    for index, (label, value) in enumerate(rows):
        paper.fit(x + 4, top + 6 + index * 7, width * 0.6, label, 10.5, "b")
        paper.put(x + width - 4, top + 6 + index * 7, value, 11, "br")
    top = message(d, x, top + high + 6, width)
    top = payment(d, x, top, width * 0.7)
    ensure(d, x, top, width)
    footer(d)


def decision(d: Draft) -> None:
    """A table of reasons and sums first, the legal text and the account after it."""
    x, paper = d.look.margin + 2, d.paper
    width = paper.wide - 2 * x
    left = customer(d, x, 42, width * 0.45)
    letterhead(d, x, 12, width * 0.5, d.rng.choice(("brand", "initials", "band")))
    right = facts(d, x + width * 0.55, 40, width * 0.45)
    top = max(left, right, 74) + 6
    top = place(d, x, top, width) if d.chance(0.4) else top
    top = heading(d, x, top, width, 14) + 2
    top = message(d, x, top, width) + 2
    top = body(d, x, top, width)
    for text in d.rng.sample(list(d.book.all("gtc")), 2):
        top = paper.prose(x, top + 1, width, text, d.look.size * 0.9)
    ensure(d, x, payment(d, x, top + 3, width * 0.7), width)
    closing(d, x, paper.high - 36, 9)
    footer(d)


def dunning(d: Draft) -> None:
    """A short letter with a small table of what is open."""
    x, paper = d.look.margin + 4, d.paper
    width = paper.wide - 2 * x
    low = letterhead(d, x, 14, width, d.rng.choice(("right", "brand", "logo")))
    top = customer(d, x, low + 10, width * 0.5) + 10
    top = place(d, x, top, width) if d.chance(0.4) else top
    top = pairs(d, x, top, width, d.rows("issued", "client"), "colon") + 3
    top = heading(d, x, top, width, 13) + 2
    top = paper.put(x, top, d.say("hello"), d.look.size + 1) + 2
    top = message(d, x, top, width) + 2
    if d.bill.state == "schedule":
        top = plan(d, x, top, width)
    else:
        rows = d.rows("number", "issued", "due", "amount")
        top = pairs(d, x, top, width, rows, d.rng.choice(("across", "grid")))
    ensure(d, x, payment(d, x, top + 3, width * 0.7), width)
    closing(d, x, paper.high - 48, d.look.size + 1)
    footer(d)


def premium(d: Draft) -> None:
    """Insurer or landlord: what it is for, the sum, then a slip or notices."""
    x, paper = d.look.margin, d.paper
    width = paper.wide - 2 * x
    low = letterhead(d, x + width * 0.5, 12, width * 0.5)
    left = customer(d, x, 44, width * 0.48)
    top = heading(d, x, max(low, left) + 8, width)
    rows = d.rows(*fact_slots(d))
    top = pairs(d, x, top, width * 0.75, rows, "dots") + 3
    if d.bill.state == "schedule":
        top = plan(d, x, top, width)
    else:
        top = totals(d, x, items(d, x, top, width), width)
    top = message(d, x, top + 2, width)
    top = news(d, x, top, width) if d.chance(0.5) else top
    ensure(d, x, top, width)
    if not d.cramped and d.bill.state in ("to_pay", "reminder") and d.chance(0.5):
        coupon(d, paper.high - 82)
    else:
        payment(d, x, top + 8, width * 0.6)
    footer(d)


def centred(d: Draft) -> None:
    """School, club or parish: everything on the middle axis, one framed sum."""
    x, paper = d.look.margin + 6, d.paper
    width, middle = paper.wide - 2 * x, paper.wide / 2
    top = letterhead(d, x, 14, width, "centre") + 4
    paper.put(middle, top, d.say("title"), 15, "bc")
    top += 10
    for row in d.rows("number", "issued"):
        top = paper.put(middle, top, f"{row[0]}: {row[1]}", d.look.size, "c")
    top = lines(d, middle, top + 5, width, d.bill.customer.lines, d.look.size + 1, "c") + 6
    top = body(d, x, top, width)
    top = message(d, x, top + 2, width)
    top = payment(d, x + width * 0.2, top + 2, width * 0.6)
    ensure(d, x, top, width)
    footer(d)


def folder(d: Draft) -> None:
    """Three panels across: who, what, how much; the message beneath."""
    x, paper = d.look.margin, d.paper
    width = paper.wide - 2 * x
    low = letterhead(d, x, 12, width, d.rng.choice(("band", "logo", "centre"))) + 5
    third = width / 3 - 4
    one = customer(d, x, low, third)
    two = facts(d, x + third + 6, low, third, d.rng.choice(("colon", "above")))
    rows = d.rows("amount", "due")
    three = pairs(d, x + 2 * (third + 6), low, third, rows, "above")
    top = heading(d, x, max(one, two, three) + 6, width)
    top = body(d, x, top, width)
    top = message(d, x, top + 2, width)
    ensure(d, x, payment(d, x, top + 2, width * 0.6), width)
    footer(d)
