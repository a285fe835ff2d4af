"""Skeletons of ruled forms: grids of cells, papers of one trade in a table, tax assessments."""

from collections.abc import Sequence

from samples.composed.blocks import customer, fact_slots, facts, heading, payment, sender_line
from samples.composed.boxes import cells, earlier, said_box, sibling
from samples.composed.draft import Draft, Rows
from samples.composed.facts import Item
from samples.composed.feet import footer
from samples.composed.heads import letterhead
from samples.composed.letters import body
from samples.composed.messages import ensure, message
from samples.composed.paper import PT
from samples.composed.parts import lines, pairs
from samples.composed.places import figures
from samples.composed.sums import total_rows, totals
from samples.composed.tables import items, plan, table


def grid(d: Draft) -> None:
    """Everything in one ruled grid over the whole width: parties, facts, sums, account."""
    x, paper, firm = d.look.margin * 0.8, d.paper, d.bill.firm
    width, size = paper.wide - 2 * x, d.look.size
    d.shown.add("biller")
    top = heading(d, x, 10, width, 13)
    parties = ((d.say("from"), (firm.legal, *firm.lines, firm.vat)),
               (d.say("to"), d.bill.customer.lines))  # fmt: skip
    for index, (label, texts) in enumerate(parties[:: d.rng.choice((1, -1))]):
        at = x + width / 2 * index
        paper.box(at, top, width / 2, 30, "", "#777777")
        low = paper.fit(at + 1.5, top + 1, width / 2 - 3, label, size * 0.78)
        lines(d, at + 1.5, low + 0.5, width / 2 - 3, texts, size)
    across = d.rng.choice((3, 4, 5))
    rows = d.rows(*fact_slots(d), *("amount",) * d.chance(0.4))
    top = cells(d, x, top + 30, width, rows, across)
    if d.bill.state == "schedule":
        top = plan(d, x, top, width)
    else:
        top = items(d, x, top, width)
        sums = [(label, value) for label, value, _ in total_rows(d)]
        top = cells(d, x, top, width, sums, min(len(sums), across))
    rows = d.bank_rows() if d.bill.state in ("to_pay", "reminder") else []
    top = cells(d, x, top, width, rows, 2) if rows else top
    top = message(d, x, top + 1, width)
    ensure(d, x, top, width)
    footer(d)


def trail(d: Draft) -> None:
    """Order, delivery note, contract and bill in one table of numbers and dates."""
    x, paper = d.look.margin, d.paper
    width = paper.wide - 2 * x
    low = letterhead(d, x, 12, width * 0.5)
    right = customer(d, x + width * 0.55, 38, width * 0.45)
    top = heading(d, x, max(low, right) + 6, width)
    top = table(d, x, top, width * 0.8, ("", "", d.label("c_date")), _papers(d), 0) + 1
    slots = ["issued"] if d.bill.state == "reminder" else []
    slots += [s for s in ("client", "due", "terms", "period") if d.chance(0.6)]
    top = pairs(d, x, top, width * 0.8, d.rows(*slots)) + 3
    top = body(d, x, top, width)
    top = message(d, x, top + 2, width)
    ensure(d, x, payment(d, x, top + 2, width * 0.6), width)
    footer(d)


def _papers(d: Draft) -> list[list[str]]:
    """What belongs to the bill, each with its number and its day, and the bill among them."""
    dunned = d.bill.state == "reminder"
    number = d.rows("number") or [(d.label("issued"), "")]
    day = d.first_issued if dunned else d.bill.issued
    d.shown |= set() if dunned else {"issued"}
    rows = [[*number[0], d.w.day(day)]]
    for other in earlier(d, d.rng.randrange(2, 5), d.rng.choice((3, 6, 11))):
        label, value = d.decoy()
        if any(c.isdigit() for c in value) and label not in [row[0] for row in rows]:
            rows.append([label, value, d.w.day(other)])
    d.trap("other_dates")
    return d.rng.sample(rows, len(rows)) if d.chance(0.6) else rows[::-1]


def assessment(d: Draft) -> None:
    """A public body's assessment: a column for every levy, base and rate in rows, one sum."""
    x, paper = d.look.margin, d.paper
    width = paper.wide - 2 * x
    low = letterhead(d, x, 12, width * 0.5, d.rng.choice(("typed", "initials", "brand")))
    left = facts(d, x, low + 5, width * 0.42, d.rng.choice(("above", "colon", "right")))
    right = customer(d, x + width * 0.52, 40, width * 0.48)
    top = heading(d, x, max(left, right) + 6, width, 13) + 1
    if d.bill.state == "schedule":
        top = plan(d, x, top, width)
    else:
        top = _levies(d, x, top, width, d.bill.items[:5])
        top = totals(d, x + width * 0.4, top + 2, width * 0.6)
    top = said_box(d, x, top + 2, width) if d.chance(0.5) else top
    top = message(d, x, top + 2, width)
    ensure(d, x, payment(d, x, top + 2, width * 0.7), width)
    footer(d)


def _levies(d: Draft, x: float, top: float, width: float, some: Sequence[Item]) -> float:
    """A ruled matrix: names above, then quantity, price and sum of each, the sum of all right."""
    paper, size, w, sign = d.paper, d.look.size * 0.9, d.w, d.bill.sign
    rows = [
        ("", *(item.name for item in some), ""),
        (d.label("c_qty"), *(w.bare(i.quantity) for i in some), figures(d.rng, "####")),
        (d.label("c_price"), *(w.bare(i.price, 4 if i.price < 1 else 2) for i in some), ""),
        (d.label("c_total"), *(w.bare(i.total * sign) for i in some),
         w.bare(d.bill.subtotal * sign)),
    ]  # fmt: skip
    each = width / len(rows[0])
    for row in rows:
        texts = [paper.wrapped(each - 2, text, size * 0.85)[:3] for text in row]
        deep = max(len(t) for t in texts) if row is rows[0] else 1
        high = size * PT * 1.28 * deep + 2
        for index, (text, whole) in enumerate(zip(texts, row, strict=True)):
            left = x + each * index
            paper.box(left, top, each, high, "#eeeeee" if row is rows[0] else "", "#888888")
            if row is rows[0]:
                lines(d, left + 1, top + 1, each - 2, text, size * 0.85)
            else:
                paper.fit(left + 1, top + 1, each - 2, whole, size)
        top += high
    d.trap("matrix")
    return top + 2


def ledger(d: Draft) -> None:
    """A statement of account: this bill is one row among earlier ones."""
    x, paper = d.look.margin, d.paper
    width = paper.wide - 2 * x
    low = letterhead(d, x + width * 0.5, 12, width * 0.5)
    top = sender_line(d, x, 40, 82) if d.chance(0.4) else 40
    top = customer(d, x, top, width * 0.45)
    top = heading(d, x, max(top, low) + 8, width)
    slots = ["client", "period", "decoy", *(["issued"] if d.bill.state == "reminder" else [])]
    top = pairs(d, x, top, width * 0.6, d.rows(*d.shuffled(slots))) + 3
    draw = plan if d.bill.state == "schedule" else _account
    top = draw(d, x, top, width) + 2
    rows: Rows = d.rows("amount", "due") if d.chance(0.6) else d.rows("amount")
    top = pairs(d, x + width * 0.4, top, width * 0.6, rows, "right") + 2
    top = message(d, x, top, width)
    ensure(d, x, payment(d, x, top + 2, width * 0.6), width)
    footer(d)


def _account(d: Draft, x: float, top: float, width: float) -> float:
    """Bills by date: number, sum and what is still open; only the bill's own row is open."""
    bill, w = d.bill, d.w
    dunned, open_ = bill.state == "reminder", bill.balance * (bill.state != "receipt")
    numbered = bool(bill.number)
    rows = [[w.day(day), sibling(d) if numbered else "", w.bare(bill.gross * d.rng.randrange(30, 190) / 100),
             w.bare(bill.gross * 0)] for day in earlier(d, d.rng.randrange(2, 6), 31)]  # fmt: skip
    day = d.first_issued if dunned else bill.issued
    own = [w.day(day), bill.number, w.bare(bill.gross * bill.sign), w.bare(open_ * bill.sign)]
    d.shown |= {"number"} | (set() if dunned else {"issued"})
    rows.append(own)
    head = (d.label("issued"), d.label("number") if numbered else "", d.label("c_total"),
            d.label("zero_left"))  # fmt: skip
    d.trap("several_bills")
    return table(d, x, top, width, head, rows if d.chance(0.7) else rows[::-1], 1)
