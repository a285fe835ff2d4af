"""Skeletons of several sums: amounts in a chain, contract by contract, shares, instalments."""

from datetime import timedelta
from decimal import Decimal

from samples.composed.blocks import customer, fact_slots, facts, heading, payment
from samples.composed.boxes import last_bill, links, said_box
from samples.composed.draft import Draft, Rows
from samples.composed.facts import Item
from samples.composed.feet import footer
from samples.composed.heads import letterhead
from samples.composed.letters import body
from samples.composed.messages import ensure, message, news
from samples.composed.paper import PT
from samples.composed.parts import pairs
from samples.composed.sums import totals
from samples.composed.tables import items, plan, table


def chain(d: Draft) -> None:
    """Last bill, payments, this bill, what is due: boxes side by side; the lines below."""
    x, paper = d.look.margin, d.paper
    width = paper.wide - 2 * x
    left = letterhead(d, x, 12, width * 0.5)
    left = facts(d, x, left + 5, width * 0.5)
    right = customer(d, x + width * 0.56, 34, width * 0.44)
    top = heading(d, x, max(left, right) + 6, width, 13) + 1
    if d.bill.state == "schedule":
        top = plan(d, x, top, width)
    else:
        top = links(d, x, top, width, _steps(d)) + 2
        top = pairs(d, x, top, width * 0.6, d.rows("due", "terms")) + 3
        top = items(d, x, top, width)
        top = totals(d, x + width * 0.5, top, width * 0.5) if d.chance(0.4) else top
    top = said_box(d, x, top + 2, width) if d.chance(0.4) else top
    top = message(d, x, top + 2, width)
    ensure(d, x, payment(d, x, top + 2, width * 0.6), width)
    footer(d)


def _steps(d: Draft) -> Rows:
    """The sums that lead to what is due; without adjustments a last bill that was paid."""
    bill, cash = d.bill, d.w.cash
    before = list(bill.adjustments)
    if not before and bill.state in ("to_pay", "to_be_debited", "on_portal"):
        old = Decimal(d.rng.randrange(900, 70000)) / 100
        before = [("previous", old), ("received", -old)]
        d.trap("last_payment")
    d.trap("several_totals")
    found = [(d.label(slot), cash(amount)) for slot, amount in before]
    found.append((d.label("total"), cash(bill.gross * bill.sign)))
    return [*found, d.amount_row()]


def contracts(d: Draft) -> None:
    """Several contracts on one bill: a number, the lines and a sum of each, then all of them."""
    x, paper = d.look.margin, d.paper
    width = paper.wide - 2 * x
    low = letterhead(d, x, 12, width * 0.45)
    right = facts(d, x + width * 0.55, 14, width * 0.45)
    top = customer(d, x, max(low, right) + 6, width * 0.5) + 6
    top = heading(d, x, top, width)
    for item in d.bill.items if d.bill.state != "schedule" else ():
        top = _contract(d, x, top, width, item)
    if d.bill.state == "schedule":
        top = plan(d, x, top, width)
    else:
        top = totals(d, x + width * 0.35, top + 2, width * 0.65)
    top = message(d, x, top + 2, width)
    top = last_bill(d, x, top + 1, width * 0.7) if d.chance(0.3) else top
    ensure(d, x, payment(d, x, top + 2, width * 0.6), width)
    footer(d)


def _contract(d: Draft, x: float, top: float, width: float, item: Item) -> float:
    """The number of a contract, what it costs, and the sum of it."""
    paper, size = d.paper, d.look.size
    paper.rule(x, top, x + width, d.look.tint)
    total = d.w.cash(item.total * d.bill.sign)
    top = paper.fit(x, top + 1, width, " ".join(d.decoy()), size, "b")
    taken = paper.width(total, size, "b") + 4
    paper.put(x + width, top, total, size, "r")
    top = paper.fit(x + 4, top, width - taken - 4, item.name, size)
    label = d.label("c_total" if not d.book.all("subtotal") else "subtotal")
    paper.fit(x + width * 0.5, top + 0.5, width * 0.5 - taken, label, size, "b")
    paper.put(x + width, top + 0.5, total, size, "rb")
    d.trap("several_totals")
    return top + size * PT * 2


def shares(d: Draft) -> None:
    """Co-owners: what the house spends, in ten-thousandths, and the part that is asked for."""
    x, paper, w = d.look.margin, d.paper, d.w
    width = paper.wide - 2 * x
    low = letterhead(d, x, 12, width * 0.55, d.rng.choice(("typed", "centre", "initials")))
    top = customer(d, x + width * 0.5, low + 6, width * 0.5) + 6
    top = heading(d, x, top, width, 13)
    top = pairs(d, x, top, width, d.rows(*fact_slots(d)[:5]), "across") + 2
    part, rows = d.rng.randrange(40, 900), []
    for item in d.bill.items:
        whole = (item.total * 10000 / part).quantize(Decimal("0.01"))
        rows.append(
            [item.name, w.bare(whole), "10000", str(part), w.bare(item.total * d.bill.sign)]
        )
    head = (d.label("c_desc"), d.label("total"), "1/10000", "x", d.label("c_total"))
    if d.bill.state == "schedule":
        top = plan(d, x, top, width)
    else:
        top = table(d, x, top, width, head, rows, 0)
        d.trap("large_sums")
        top = totals(d, x + width * 0.4, top + 1, width * 0.6)
    top = message(d, x, top + 2, width)
    top = news(d, x, top, width) if d.chance(0.4) else top
    ensure(d, x, payment(d, x, top + 2, width * 0.7), width)
    footer(d)


def termly(d: Draft) -> None:
    """Payments of a year in a table, those made and those to come; one is this bill's."""
    x, paper = d.look.margin, d.paper
    width = paper.wide - 2 * x
    low = letterhead(d, x + width * 0.4, 12, width * 0.6, d.rng.choice(("right", "brand", "logo")))
    top = customer(d, x, 42, width * 0.5)
    top = heading(d, x, max(low, top) + 8, width)
    left = facts(d, x, top, width * 0.48) + 2
    if d.bill.state == "to_pay" and d.bill.due and d.bill.rule == "printed" and not d.prose_only:
        right = terms_table(d, x + width * 0.54, top, width * 0.46)
    else:
        right = pairs(d, x + width * 0.54, top, width * 0.46, d.rows("amount", "due"), "above")
    top = body(d, x, max(left, right) + 3, width)
    top = message(d, x, top + 2, width)
    ensure(d, x, payment(d, x, top + 2, width * 0.7), width)
    footer(d)


def terms_table(d: Draft, x: float, top: float, width: float) -> float:
    """Dates and amounts of the year; that of this bill is framed."""
    paper, size, bill = d.paper, d.look.size, d.bill
    count = d.rng.choice((3, 4, 4, 6))
    own, step = d.rng.randrange(count), 365 // count
    high = size * PT * 1.7
    d.trap("several_due_dates")
    for text, at in zip(d.say("plan_cols").split("~"), (0.0, 0.22, 1.0), strict=True):
        paper.fit(x + width * at, top, width * 0.35, text, size * 0.8, "r" if at == 1 else "")
    for index in range(count):
        top += high
        mine = index == own
        if mine:
            paper.box(x - 1, top - 0.8, width + 2, high, "#e9eef5", d.look.tint)
        day = (bill.due or bill.issued) + timedelta(days=step * (index - own))
        style = "b" if mine else ""
        sum_ = bill.balance if mine else bill.gross + d.rng.choice((0, 0, 1, 3))
        paper.put(x, top, f"{index + 1}/{count}", size, style)
        paper.put(x + width * 0.22, top, d.w.day(day), size, style)
        paper.put(x + width, top, d.w.cash(sum_), size, "r" + style)
    d.shown |= {"amount", "due"}
    return top + high + 2
