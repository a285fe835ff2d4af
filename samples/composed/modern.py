"""Skeletons of online shops, software and new suppliers: cards, big figures, little ink."""

from samples.composed.blocks import customer, facts, heading, headline, payment, title_right
from samples.composed.draft import Draft
from samples.composed.feet import footer
from samples.composed.heads import letterhead
from samples.composed.letters import body
from samples.composed.messages import ensure, message, news
from samples.composed.paper import PT
from samples.composed.parts import GREY, closing, lines, pairs
from samples.composed.sums import totals
from samples.composed.tables import items, plan


def minimal(d: Draft) -> None:
    """Software house: title, a few facts, two addresses, one big sentence, hairlines."""
    x = d.look.margin + 2
    width = d.paper.wide - 2 * x
    top = heading(d, x, 18, width * 0.6, 18) + 1
    letterhead(d, x + width * 0.7, 18, width * 0.3, "brand")
    top = pairs(d, x, top, width * 0.5, d.rows("number", "issued", "due", "terms"), "beside") + 6
    firm = d.bill.firm
    left = lines(d, x, top, width * 0.45, (firm.legal, *firm.lines, firm.mail), d.look.size)
    d.shown.add("biller")
    top = max(left, customer(d, x + width * 0.5, top, width * 0.5)) + 8
    if d.bill.state != "schedule":
        d.paper.fit(x, top, width, d.pay_sentence(), 14, "b")
        top += 12
    top = body(d, x, top, width)
    top = payment(d, x, top + 4, width * 0.6)
    ensure(d, x, top, width)
    d.paper.put(
        x, d.paper.high - 12, f"{d.bill.number} · {d.say('page', n='1', m='1')}", 7, "", GREY
    )


def value_first(d: Draft) -> None:
    """Application: a coloured head with the amount above its label, values before labels."""
    x, paper = d.look.margin, d.paper
    width = paper.wide - 2 * x
    paper.box(0, 0, paper.wide, 62, d.look.tint, "")
    paper.fit(x, 10, width, d.bill.firm.brand, 13, "b", "#ffffff")
    d.shown.add("biller")
    label, value = d.amount_row()
    paper.put(paper.wide / 2, 24, value, 28, "bc", "#ffffff")
    paper.put(paper.wide / 2, 37, label, 10, "c", "#ffffff")
    row = d.due_row()
    if row:
        order = row[::-1] if d.chance(0.4) else row
        paper.put(paper.wide / 2, 46, " ".join(order), 11, "c", "#ffffff")
    left = pairs(d, x, 72, width * 0.5, d.rows("number", "issued", "client", "decoy"), "before")
    right = customer(d, x + width * 0.58, 72, width * 0.42)
    top = max(left, right) + 6
    top = body(d, x, top, width) if d.chance(0.7) else top
    if d.bill.state == "schedule" and "due" not in d.shown:
        top = plan(d, x, top, width)
    top = message(d, x, top + 3, width)
    ensure(d, x, payment(d, x, top + 2, width), width)
    footer(d)


def cards(d: Draft) -> None:
    """Cards in a row: amount, date, customer; the lines below."""
    x, paper = d.look.margin, d.paper
    width = paper.wide - 2 * x
    left = letterhead(d, x, 12, width * 0.5, d.rng.choice(("logo", "brand", "initials", "shape")))
    right = customer(d, x + width * 0.6, 16, width * 0.4)
    top = heading(d, x, max(left, right) + 6, width) + 1
    rows = d.rows("amount", *d.shuffled(("due", "number", "client")))[:4]
    each = width / len(rows)
    for index, (label, value) in enumerate(rows):
        at = x + each * index
        paper.box(at, top, each - 3, 20, "#f3f5f7", "", 2)
        paper.fit(at + 3, top + 3, each - 9, label, 8, "", GREY)
        paper.fit(at + 3, top + 9.5, each - 9, value, 13 if index == 0 else 11, "b", d.look.tint)
    top = body(d, x, top + 27, width)
    top = message(d, x, top + 2, width)
    top = payment(d, x, top + 2, width * 0.7)
    ensure(d, x, top, width)
    footer(d)


def right_bar(d: Draft) -> None:
    """Facts and payment in a narrow column at the right, the lines in the wide one."""
    x, paper = d.look.margin, d.paper
    wide = (paper.wide - 2 * x) * 0.62
    side, narrow = x + wide + 6, (paper.wide - 2 * x) * 0.38 - 6
    top = letterhead(d, x, 14, wide)
    top = customer(d, x, top + 6, wide * 0.8) + 8
    top = heading(d, x, top, wide) + 1
    top = body(d, x, top, wide)
    top = message(d, x, top + 2, wide)
    paper.box(side - 3, 12, narrow + 4, paper.high - 46, "#f6f6f2", "")
    at = facts(d, side, 18, narrow, d.rng.choice(("above", "colon"))) + 4
    at = headline(d, side, at, narrow) if d.chance(0.6) else at
    at = payment(d, side, at + 4, narrow, d.rng.choice(("above", "colon"))) + 3
    at = news(d, side, at, narrow) if d.chance(0.4) else at
    at = lines(d, side, at + 3, narrow, (d.bill.firm.phone, d.bill.firm.mail), 7.5)
    ensure(d, side, at, narrow)
    footer(d)


def shop(d: Draft) -> None:
    """Web shop: centred name, order facts across, addresses twice, total, thanks."""
    x, paper = d.look.margin, d.paper
    width = paper.wide - 2 * x
    top = letterhead(d, x, 12, width, "centre") + 4
    top = heading(d, x, top, width, 15)
    slots = ["number", "issued", "decoy", *(["client"] if d.chance(0.5) else [])]
    top = pairs(d, x, top, width, d.rows(*slots), "across") + 4
    low = customer(d, x, top, width * 0.45)
    top = max(
        low, lines(d, x + width * 0.52, top, width * 0.45, d.bill.customer.lines, d.look.size)
    )
    top = items(d, x, top + 6, width) if d.bill.state != "schedule" else plan(d, x, top + 6, width)
    if d.bill.state != "schedule":
        top = totals(d, x + width * 0.5, top, width * 0.5)
    top = message(d, x, top + 3, width)
    top = pairs(d, x, top, width * 0.6, d.rows("due", "terms"))
    ensure(d, x, payment(d, x, top + 2, width * 0.6), width)
    footer(d)


def dark(d: Draft) -> None:
    """A dark strip at the foot of the lines holds amount, date and account in white."""
    x, paper = d.look.margin, d.paper
    width = paper.wide - 2 * x
    low = letterhead(d, x, 12, width * 0.5)
    title_right(d, 22, d.look.tint)
    low = max(
        low, facts(d, x + width * 0.6, 28, width * 0.4, d.rng.choice(("beside", "right", "colon")))
    )
    top = customer(d, x, low + 6, width * 0.5) + 8
    top = body(d, x, top, width) + 4
    paper.box(0, top, paper.wide, 18, "#22303c", "")
    rows = d.rows("amount", "due")
    if d.transfer and not d.sort_code:
        rows.append(d.tell("iban", d.label("iban"), d.values["iban"]))
    each = width / len(rows)
    for index, (label, value) in enumerate(rows):
        paper.fit(x + each * index, top + 3, each - 4, label, 7.5, "", "#ccd6dd")
        paper.fit(x + each * index, top + 8.5, each - 4, value, 11, "b", "#ffffff")
    top = message(d, x, top + 24, width)
    ensure(d, x, top, width)
    footer(d)


def duo(d: Draft) -> None:
    """Two columns of equal width: letter text left, lines and totals right."""
    x, paper = d.look.margin, d.paper
    width = paper.wide - 2 * x
    low = max(letterhead(d, x, 14, width * 0.48), customer(d, x + width * 0.56, 36, width * 0.44))
    top = heading(d, x, low + 8, width) + 3
    half = width * 0.47
    left = paper.put(x, top, d.say("hello"), d.look.size) + 2
    left = message(d, x, left, half)
    left = facts(d, x, left + 3, half) + 3
    left = payment(d, x, left, half, "colon")
    left = ensure(d, x, left, half)
    closing(d, x, left + 3, d.look.size)
    at = x + width * 0.53
    top = (
        paper.put(at, top, d.say("summary") or d.say("pay_title"), d.look.size * PT * 3.4, "b") + 1
    )
    body(d, at, top, half)
    footer(d)
