"""Skeletons of columns: a part to tear off at the left, cards at the foot, newspaper columns."""

from samples.composed.blocks import customer, fact_slots, facts, heading, payment
from samples.composed.boxes import bars, label_over, last_bill, said_box, stamp, wordmark
from samples.composed.draft import Draft
from samples.composed.feet import footer
from samples.composed.heads import contact_lines, letterhead
from samples.composed.letters import body
from samples.composed.messages import ensure, message, news
from samples.composed.parts import GREY, lines, pairs
from samples.composed.sums import total_rows
from samples.composed.tables import plan


def left_stub(d: Draft) -> None:
    """A perforated part at the left holds what is paid; the bill stands beside it."""
    paper, firm, side = d.paper, d.bill.firm, float(d.rng.choice((56, 62, 68)))
    upright = "|" if d.chance(0.5) else ":"
    for step in range(int(paper.high / 6)):
        paper.canvas.drawCentredString(side * 72 / 25.4, step * 17 + 4, upright)
    top = paper.put(6, 12, firm.brand, 9 * min(1, (side - 12) / paper.width(firm.brand, 9)), "b")
    d.shown.add("biller")
    if d.bill.state in ("to_pay", "reminder"):
        d.trap("coupon")
        top = paper.prose(6, top + 1, side - 12, d.say("coupon"), 7, "i") + 3
    slots = d.shuffled(("client", "number", "amount", "due"))
    top = pairs(d, 6, top + 2, side - 12, d.rows(*slots), "above") + 3
    top = lines(d, 6, top, side - 12, d.bill.customer.lines, 8) + 4
    top = payment(d, 6, top, side - 12, d.rng.choice(("above", "colon")))
    lines(d, 6, top + 3, side - 12, (firm.phone, firm.mail), 7)
    x, width = side + 6, paper.wide - side - 16
    low = letterhead(d, x, 12, width * 0.6, d.rng.choice(("brand", "logo", "typed", "initials")))
    top = customer(d, x + width * 0.4, low + 4, width * 0.6) + 6
    top = heading(d, x, top, width, 14)
    top = facts(d, x, top, width, d.rng.choice(("right", "dots", "beside"))) + 4
    top = message(d, x, body(d, x, top, width) + 2, width)
    ensure(d, x, top, width)


def foot_cards(d: Draft) -> None:
    """Lines first; what is due, facts and account in three cards at the foot of the page."""
    x, paper = d.look.margin, d.paper
    width = paper.wide - 2 * x
    left = letterhead(d, x, 12, width * 0.5, d.rng.choice(("band", "brand", "shape", "logo")))
    right = customer(d, x + width * 0.6, 30, width * 0.4)
    top = heading(d, x, max(left, right) + 6, width, d.rng.choice((14, 18)))
    top = body(d, x, top, width)
    top = message(d, x, top + 2, width)
    third, foot = (width - 8) / 3, top + 6
    foot = max(foot, paper.high - 92) if d.chance(0.6) else foot
    spots = [x + (third + 4) * index for index in d.rng.sample(range(3), 3)]
    low = foot + 3
    for row in d.rows("amount", "due", "terms"):
        low = label_over(d, spots[0] + 3, low, third - 6, row, 13) + 2
    rows = d.rows("number", "issued", "client")
    low = max(low, pairs(d, spots[1] + 3, foot + 3, third - 6, rows, "above"))
    last = payment(d, spots[2] + 3, foot + 3, third - 6, d.rng.choice(("above", "colon")))
    if last < foot + 5:
        last = lines(d, spots[2] + 3, foot + 3, third - 6, contact_lines(d), d.look.size)
    low = max(low, ensure(d, spots[2] + 3, last, third - 6), foot + 30)
    for at in spots:
        paper.box(at, foot, third, low - foot, "", d.look.tint, 2)
    footer(d)


def gazette(d: Draft) -> None:
    """Two newspaper columns of small type; the facts are running text, the lines too."""
    x, paper = d.look.margin, d.paper
    width, size = paper.wide - 2 * x, d.look.size
    half, at = width * 0.47, x + width * 0.53
    top = wordmark(d, x, 12, width * 0.8)
    paper.rule(x, top, x + width, d.look.tint)
    left = customer(d, x, top + 6, half) + 8
    left = heading(d, x, left, half, 13) + 1
    dot = d.rng.choice((" · ", " - ", " | ", ", "))
    told = dot.join(f"{label} {value}" for label, value in d.rows(*fact_slots(d)))
    left = paper.prose(x, left, half, told, size) + 3
    left = paper.put(x, left, d.say("hello"), size) + 2
    left = message(d, x, left, half)
    left = last_bill(d, x, left + 1, half) if d.chance(0.3) else left
    right = bars(d, at, top + 6, half) if d.chance(0.5) else top + 6
    draw = plan if d.bill.state == "schedule" else _said_lines
    right = draw(d, at, right, half)
    right = news(d, at, right, half)
    for text in d.rng.sample(list(d.book.all("gtc")), 2):
        right = paper.prose(at, right + 1, half, text, size * 0.85, "", GREY)
    left = payment(d, x, left + 2, half, "colon")
    ensure(d, at, right + 3, half)
    footer(d)


def _said_lines(d: Draft, x: float, top: float, width: float) -> float:
    """The lines of the bill as one sentence, then its sums."""
    said = [f"{i.name}: {d.w.cash(i.total * d.bill.sign)}" for i in d.bill.items]
    top = d.paper.prose(x, top, width, "; ".join(said) + ".", d.look.size) + 2
    return pairs(d, x, top, width, [(a, b) for a, b, _ in total_rows(d)], "right") + 2


def postcard(d: Draft) -> None:
    """A card: the message and a few facts left, the address and a postmark right."""
    x, paper, firm = 8.0, d.paper, d.bill.firm
    half = paper.wide * 0.56
    low = letterhead(d, x, 8, half - 14, d.rng.choice(("brand", "typed", "initials")))
    top = heading(d, x, low + 2, half - 14, 12)
    if d.bill.state == "schedule":
        top = plan(d, x, top, half - 14)
    top = message(d, x, top, half - 14)
    slots = ["number", "issued", *("client",) * d.chance(0.5)]
    top = pairs(d, x, top + 1, half - 14, d.rows(*slots), d.rng.choice(("colon", "beside"))) + 1
    ensure(d, x, top, half - 14)
    for step in range(14):
        paper.rule(half - 2, 10 + step * 9.5, half - 1, GREY)
    paper.box(paper.wide - 32, 8, 22, 26, "", GREY)
    paper.put(paper.wide - 21, 18, firm.town[:9], 7, "c", GREY)
    at = customer(d, half + 4, 52, paper.wide - half - 14)
    at = payment(d, half + 4, at + 6, paper.wide - half - 14, "colon")
    text = d.say("footer") or firm.legal
    paper.fit(x, paper.high - 7, paper.wide - 2 * x, text, 6, "", GREY)
    d.shown.add("biller")


def leaders(d: Draft) -> None:
    """One long list with dots; the biller stands in the signature and at the foot only."""
    x, paper = d.look.margin, d.paper
    width = paper.wide - 2 * x
    letterhead(d, x, 12, width * 0.3, "shape")
    top = stamp(d, x, 36) if d.chance(0.3) and d.bill.customer.company else 36
    top = max(top, customer(d, x + width * 0.5, 36, width * 0.5)) + 8
    top = heading(d, x, top, width)
    top = pairs(d, x, top, width, d.rows(*fact_slots(d)), "dots") + 3
    paper.rule(x, top, x + width, d.look.tint)
    if d.bill.state == "schedule":
        top = plan(d, x, top + 2, width)
    else:
        rows = [(i.name, d.w.cash(i.total * d.bill.sign)) for i in d.bill.items]
        rows += [(label, value) for label, value, _ in total_rows(d)]
        top = pairs(d, x, top + 2, width, rows, "dots") + 2
    top = said_box(d, x, top, width) if d.chance(0.3) else top
    top = message(d, x, top + 1, width)
    top = payment(d, x, top + 2, width, "dots")
    top = ensure(d, x, top, width) + 3
    top = paper.put(x + width * 0.55, top, d.say("signoff"), d.look.size)
    paper.fit(x + width * 0.55, top, width * 0.45, d.bill.firm.legal, d.look.size, "b")
    footer(d)
