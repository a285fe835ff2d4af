"""Skeletons of misleading names and forms: a group's brand, a mandate form that is not signed."""

from samples.composed.blocks import customer, fact_slots, heading, payment
from samples.composed.boxes import cells, last_bill, other_firm, said_box, stamp, wordmark
from samples.composed.draft import Draft
from samples.composed.feet import footer
from samples.composed.heads import letterhead
from samples.composed.letters import body
from samples.composed.messages import ensure, message
from samples.composed.parts import GREY, lines, pairs


def group(d: Draft) -> None:
    """The brand of another company large at the right, the biller smaller; a bank's name large."""
    x, paper, bill = d.look.margin, d.paper, d.bill
    width, other = paper.wide - 2 * x, other_firm(d)
    d.trap("group_brand")
    wordmark(d, x + width * 0.55, 12, width * 0.45, other.brand)
    low = letterhead(d, x, 14, width * 0.45, d.rng.choice(("typed", "initials", "brand")))
    top = customer(d, x + width * 0.5, max(low, 40), width * 0.5) + 6
    top = heading(d, x, top, width * 0.5, 14)
    top = stamp(d, x, top) if d.chance(0.3) and bill.customer.company else top
    top = pairs(d, x, top, width * 0.6, d.rows(*fact_slots(d))) + 4
    top = body(d, x, top, width)
    text = d.say("third", other=other.legal)
    top = paper.prose(x, top + 1, width, text, d.look.size) + 1 if d.chance(0.6) else top
    top = message(d, x, top + 1, width)
    top = last_bill(d, x, top + 1, width * 0.6) if d.chance(0.3) else top
    if d.transfer and d.chance(0.5) and bill.state in ("to_pay", "reminder"):
        d.trap("bank_name")
        top = paper.fit(x, top + 2, width * 0.5, bill.firm.bank, 15, "b", d.look.tint)
    top = payment(d, x, top + 1, width * 0.6)
    ensure(d, x, top, width)
    text = f"{other.brand} - {', '.join(other.lines)}"
    paper.fit(x, paper.high - 39, width * 0.6, text, 6.5, "", GREY)
    footer(d)


def mandate(d: Draft) -> None:
    """A bill to pay, under it the empty form of a mandate for later ones."""
    x, paper = d.look.margin, d.paper
    width = paper.wide - 2 * x
    left = letterhead(d, x, 12, width * 0.45)
    right = customer(d, x + width * 0.55, 34, width * 0.45)
    top = heading(d, x, max(left, right) + 4, width, 13)
    top = cells(d, x, top, width, d.rows(*fact_slots(d)), d.rng.choice((3, 4)))
    top = body(d, x, top, width)
    top = said_box(d, x, top + 1, width) if d.chance(0.4) else top
    top = message(d, x, top + 1, width)
    ensure(d, x, payment(d, x, top + 1, width * 0.6, "colon"), width)
    if d.bill.state in ("to_pay", "reminder") and not d.cramped:
        _form(d, paper.high - 100)
    footer(d)


def _form(d: Draft, top: float) -> None:
    """What a customer fills in to be debited: labels over empty boxes."""
    x, paper, firm = d.look.margin, d.paper, d.bill.firm
    width = paper.wide - 2 * x
    d.trap("mandate_form")
    paper.cut(top)
    top = paper.prose(x, top + 3, width, d.say("offer"), d.look.size, "b") + 1
    lines(d, x, top, width * 0.4, (firm.legal, *firm.lines), 7.5)
    at, wide = x + width * 0.45, width * 0.55
    labels = [d.label(slot) for slot in ("payee", "iban", "bank", "debit_due")]
    for label in labels[: d.rng.choice((3, 4))]:
        paper.fit(at, top, wide, label, 7, "", GREY)
        count = 22 if label in labels[1:2] else 10
        for index in range(count):
            paper.box(at + index * wide / 23, top + 3.4, wide / 23, 5, "", "#999999")
        top += 10.5
