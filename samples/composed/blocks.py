"""Larger parts: customer, facts, headline box, payment, coupon, letter text, footer, back page."""

from decimal import Decimal

from samples.composed.accounts import vat
from samples.composed.draft import Draft
from samples.composed.paper import PT
from samples.composed.parts import GREY, lines, pairs
from samples.composed.writing import currency
from samples.identifiers import siren

HUNDRED = Decimal(100)


def customer(d: Draft, x: float, top: float, width: float) -> float:
    """To whom the bill goes."""
    party, size = d.bill.customer, d.look.size * 1.05
    if d.chance(0.35):
        top = d.paper.fit(x, top, width, d.label("to"), size * 0.85, "", GREY)
    if party.company:
        d.trap("customer_is_company")
        if d.chance(0.3):
            d.trap("customer_large")
            top = d.paper.fit(x, top, width, party.name, size * 1.5, "b")
            return lines(d, x, top, width, party.lines[1:], size)
        if d.chance(0.3) and d.w.country != "US":
            number = vat(d.w.country, siren(d.rng), d.rng)
            d.trap("customer_vat")
            top = lines(d, x, top, width, party.lines, size)
            return d.paper.fit(x, top, width, d.say("customer_vat", cvat=number), size * 0.85)
    return lines(d, x, top, width, party.lines, size)


def sender_line(d: Draft, x: float, top: float, width: float) -> float:
    """The small line above the window of an envelope."""
    firm = d.bill.firm
    d.shown.add("biller")
    text = d.rng.choice((" · ", " - ", ", ", " | ")).join((firm.legal, *firm.lines))
    d.paper.fit(x, top, width, text, 6.3, "", GREY)
    return top + 5


def heading(d: Draft, x: float, top: float, width: float, size: float = 0) -> float:
    """What the document is."""
    slot = {"receipt": "receipt_title", "credit_note": "credit_title", "reminder": "remind_title",
            "schedule": "plan_title", "on_portal": "portal_title"}  # fmt: skip
    text = d.say(slot.get(d.bill.state, "title"))
    if d.bill.number not in text and d.chance(0.14):
        d.shown.add("issued")
        text = d.say("title_line", t=text, day=d.w.day_words(d.bill.issued))
    size = size or d.rng.choice((12, 14, 16, 20))
    if len(text) < 12 and d.chance(0.08):
        text = " ".join(text.upper())
        d.trap("spaced_title")
    d.paper.fit(x, top, width, text, size, "b", d.rng.choice((d.look.tint, "#000000")))
    top += size * PT * 1.6
    if d.w.mark == "n":
        d.shown.add("currency")
        d.trap("currency_once")
        text = d.say("all_in", cur=currency(d.w.country))
        top = d.paper.fit(x, top, width, text, d.look.size * 0.85, "", GREY)
    return top


def place(d: Draft, x: float, top: float, width: float) -> float:
    """Town and date of a letter, ending at the right."""
    d.shown.add("issued")
    text = d.say("place", town=d.bill.firm.town, day=d.w.day_words(d.bill.issued))
    d.paper.put(
        x + width, top, text, d.look.size * min(1, width / d.paper.width(text, d.look.size)), "r"
    )
    return top + d.look.size * PT * 1.8


def title_right(d: Draft, size: float, ink: str) -> None:
    """The title large in the upper right corner."""
    x, text = d.look.margin, d.say("title")
    size *= min(1, d.paper.wide * 0.38 / d.paper.width(text, size, "b"))
    d.paper.put(d.paper.wide - x, 14, text, size, "br", ink)


def fact_slots(d: Draft, extra: int = 2) -> list[str]:
    """Names of the facts of the meta block, in an order of this bill, with decoys between."""
    slots = ["number", "issued"]
    slots += [s for s, share in (("client", 0.7), ("due", 0.7), ("period", 0.5), ("terms", 0.5))
              if d.chance(share)]  # fmt: skip
    slots += ["decoy"] * d.rng.randrange(0, extra + 1)
    head, tail = slots[:2], d.shuffled(slots[2:])
    return (head if d.chance(0.7) else head[::-1]) + tail


def facts(d: Draft, x: float, top: float, width: float, mode: str = "") -> float:
    """The meta block."""
    rows = d.rows(*fact_slots(d))
    return pairs(d, x, top, width, rows, mode)


def headline(d: Draft, x: float, top: float, width: float) -> float:
    """The box with amount and date that stands out."""
    rows, paper = d.rows("amount", "due"), d.paper
    big = d.rng.choice((14, 16, 20, 24))
    side_by_side = len(rows) > 1 and width > 90 and d.chance(0.6)
    high = big * PT * 1.5 + 9 if side_by_side else (big * PT * 1.4 + 6) * len(rows) + 4
    fill = d.rng.choice(("", "#eef3f8", "#f4f4f4", d.look.tint))
    paper.box(x, top, width, high, fill, "" if fill else d.look.tint, d.rng.choice((0, 2)))
    ink = "#ffffff" if fill == d.look.tint else "#000000"
    each = width / len(rows) if side_by_side else width
    first = d.chance(0.3)
    for index, (label, value) in enumerate(rows):
        left = x + 3 + (each * index if side_by_side else 0)
        at = top + 2.5 + (0 if side_by_side else index * (big * PT * 1.4 + 6))
        real = big if index == 0 else big * 0.75
        upper, lower = (at + real * PT * 1.35, at) if first else (at, at + 4.5)
        paper.fit(left, upper, each - 6, label, 8.5, "", ink)
        paper.fit(left, lower, each - 6, value, real, "b", ink)
    return top + high + 3


def payment(d: Draft, x: float, top: float, width: float, mode: str = "") -> float:
    """How to pay: account, reference, and sometimes amount and date again."""
    slots = [s for s in ("amount", "due") if d.chance(0.4)]
    rows = [*d.bank_rows(), *d.rows(*slots)] if d.bill.state in ("to_pay", "reminder") else []
    if not rows:
        return top
    if d.chance(0.5):
        top = d.paper.put(x, top, d.say("pay_title"), d.look.size * 1.1, "b")
    if d.transfer and d.chance(0.12) and not d.sort_code:
        d.trap("several_ibans")
        rows.append((f"{d.say('iban')} 2", d.bill.firm.second_iban))
    return pairs(d, x, top + 0.5, width, rows, mode) + 1


def coupon(d: Draft, top: float) -> float:
    """The slip to cut off."""
    paper, x = d.paper, d.look.margin
    width = paper.wide - 2 * x
    paper.cut(top)
    text = d.say("coupon")
    paper.put(x, top + 1.5, text, 7.5, "i")
    d.trap("coupon")
    left = pairs(
        d, x, top + 9, width * 0.5, d.rows(*d.shuffled(("amount", "client", "number"))), ""
    )
    firm = d.bill.firm
    d.shown.add("biller")
    right = lines(d, x + width * 0.58, top + 9, width * 0.4, (firm.legal, *firm.lines), d.look.size)
    right = pairs(d, x + width * 0.58, right + 3, width * 0.42, d.rows("due"), "colon")
    if d.chance(0.5):
        code = "".join(str(d.rng.randrange(10)) for _ in range(38))
        paper.put(x, max(left, right) + 4, code, 9)
    return max(left, right) + 10
