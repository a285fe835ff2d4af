"""Skeletons of printed data: e-invoices shown as lists of keys and values, and printed mails."""

from samples.composed.blocks import fact_slots, heading
from samples.composed.draft import Draft, Rows
from samples.composed.feet import footer
from samples.composed.messages import ensure, message
from samples.composed.paper import PT
from samples.composed.parts import GREY, lines, pairs
from samples.composed.sums import total_rows
from samples.composed.tables import items, plan


def _section(d: Draft, x: float, top: float, title: str, rows: Rows) -> float:
    """A grey heading and rows of keys and values over the whole width."""
    width, size = d.paper.wide - 2 * x, d.look.size
    d.paper.box(x, top, width, size * PT * 1.7, "#e6e9ec", "")
    d.paper.fit(x + 1.5, top + size * PT * 0.35, width - 3, title, size, "b")
    top += size * PT * 2
    return pairs(d, x + 2, top, width - 4, rows, d.rng.choice(("beside", "right", "dots"))) + 2


def viewer(d: Draft) -> None:
    """What a program shows of an electronic invoice: sections, one key and value a row."""
    x, firm, party = d.look.margin, d.bill.firm, d.bill.customer
    width = d.paper.wide - 2 * x
    d.shown.add("biller")
    top = heading(d, x, 12, width, 14) + 1
    keys = d.say("party").split("~")
    values = (firm.legal, ", ".join(firm.lines), firm.vat, firm.mail)
    seller = list(zip(keys, values, strict=True))
    buyer = [(keys[0], party.name), (keys[1], ", ".join(party.lines[1:]))]
    top = _section(d, x, top, d.say("from"), [row for row in seller if row[1]])
    top = _section(d, x, top, d.say("to"), buyer)
    top = _section(d, x, top, d.say("title"), d.rows(*fact_slots(d)))
    top = plan(d, x, top, width) if d.bill.state == "schedule" else items(d, x, top, width) + 1
    rows = d.bank_rows()
    if rows:
        top = _section(d, x, top, d.say("pay_title"), rows)
    if d.bill.state != "schedule":
        sums = [(label, value) for label, value, _ in total_rows(d)]
        top = _section(d, x, top, d.say("c_total"), sums)
    top = message(d, x, top, width)
    ensure(d, x, top, width)


def mail(d: Draft) -> None:
    """A mail sent to a printer: a narrow column, the sum large, rules between the parts."""
    paper, width = d.paper, 118.0
    x = (paper.wide - width) / 2
    sender = f"{d.bill.firm.brand} <{d.bill.firm.mail}>"
    d.shown.add("biller")
    top = lines(d, 12, 9, 150, (sender, d.bill.customer.name), 8) + 3
    paper.rule(12, top, paper.wide - 12)
    top = heading(d, x, top + 6, width, 15) + 1
    if d.bill.state != "schedule":
        label, value = d.amount_row()
        top = paper.put(x, top, value, 24, "b", d.look.tint)
        top = paper.put(x, top, label, 9, "", GREY) + 3
    top = message(d, x, top, width) + 2
    paper.rule(x, top, x + width)
    top = pairs(d, x, top + 3, width, d.rows(*fact_slots(d, 1))) + 2
    paper.rule(x, top, x + width)
    if d.bill.state == "schedule":
        top = plan(d, x, top + 3, width)
    else:
        top = items(d, x, top + 3, width)
        top = pairs(d, x, top, width, [(a, b) for a, b, _ in total_rows(d)], "right") + 2
    top = pairs(d, x, top + 2, width, d.bank_rows())
    ensure(d, x, top, width)
    footer(d)
