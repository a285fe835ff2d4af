"""Larger parts: customer, facts, headline box, payment, coupon, letter text, footer, back page."""

from datetime import timedelta
from decimal import Decimal

from samples.composed.draft import Draft
from samples.composed.paper import PT
from samples.composed.parts import GREY, label_run, lines, pairs
from samples.composed.tables import table

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
    return top + size * PT * 1.6


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
    if d.chance(0.1) and not d.sort_code:
        d.trap("several_ibans")
        rows.append((f"{d.say('iban')} 2", d.bill.firm.second_iban))
    return pairs(d, x, top + 0.5, width, rows, mode) + 1


def _discount(d: Draft) -> str:
    """Cash discount: an earlier date and a smaller amount that are not the answer."""
    bill = d.bill
    early = bill.issued + timedelta(days=d.rng.choice((5, 7, 8, 10)))
    if not bill.due or early >= bill.due:
        return ""
    percent = d.rng.choice((2, 3))
    cut = (bill.gross * percent / HUNDRED).quantize(Decimal("0.01"))
    d.trap("discount")
    return d.say(
        "discount", pct=str(percent), early=d.w.day(early), reduced=d.w.prose(bill.balance - cut)
    )


def message(d: Draft, x: float, top: float, width: float) -> float:
    """The sentence that says what to do, and some that say other things."""
    size = d.look.size
    said = [d.pay_sentence()]
    if d.bill.state == "to_pay":
        said += [_discount(d)] if d.chance(0.14) else []
        said += [d.say("instal")] if d.chance(0.05) else []
    if d.bill.state in ("to_pay", "reminder", "to_be_debited"):
        said += [d.say("late")] if d.chance(0.25) else []
        if d.chance(0.7 if d.w.country == "US" else 0.1) and d.bill.state != "to_be_debited":
            said.append(d.say("cheque"))
            d.shown.add("cheque")
    said += [d.say(slot) for slot in ("contact", "thanks") if d.chance(0.3)]
    if not d.bill.tax and d.chance(0.5):
        said.append(d.say("no_vat"))
    said = [text for text in said if text]
    if d.chance(0.5):
        top = d.paper.prose(x, top, width, " ".join(said), size) + 1
    else:
        for text in said:
            top = d.paper.prose(x, top, width, text, size, d.rng.choice(("", "", "b"))) + 0.6
    top = news(d, x, top + 1, width) if d.chance(0.15) else top + 1
    return service(d, x, top, width) if d.chance(0.12) else top


def news(d: Draft, x: float, top: float, width: float) -> float:
    """A notice with a date and an amount that are not the answer."""
    fake = Decimal(d.rng.randrange(300, 60000)) / HUNDRED
    day = d.bill.issued + timedelta(days=d.rng.randrange(5, 120))
    d.trap("news_amount")
    text = d.say("news", fake=d.w.prose(fake), decoy=d.w.day(day))
    return d.paper.prose(x, top, width, text, d.look.size * 0.9) + 1


def service(d: Draft, x: float, top: float, width: float) -> float:
    """Hours, telephone numbers and codes in a shaded box."""
    code, login = d.rng.randrange(1000, 99999), d.rng.randrange(10**7, 10**8)
    text = d.say("service", zip=str(code), login=f"{login}")
    size = d.look.size * 0.85
    high = len(d.paper.wrapped(width - 6, text, size)) * size * PT * 1.28 + 5
    d.paper.box(x, top, width, high, "#f2f2ee", "")
    d.paper.prose(x + 3, top + 2.5, width - 6, text, size)
    return top + high + 2


def ensure(d: Draft, x: float, top: float, width: float) -> float:
    """Whatever a reader must be able to find and was not told yet."""
    bill, rows = d.bill, []
    if "amount" not in d.shown:
        rows.append(d.amount_row())
    if bill.rule == "printed" and bill.due and "due" not in d.shown:
        rows.append(d.tell("due", d.due_label(), d.w.day(bill.due)))
        d.prose_only = False
    if bill.rule in ("days", "month_end", "now") and "terms" not in d.shown:
        row = d.terms_row()
        rows += [row] if row else []
    if "biller" not in d.shown:
        rows.append(d.tell("biller", d.label("from"), bill.firm.legal))
    return pairs(d, x, top, width, rows, "colon") if rows else top


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


def footer(d: Draft) -> None:
    """Legal lines at the foot, in one run or in columns."""
    paper, x = d.paper, d.look.margin
    width = paper.wide - 2 * x
    if d.chance(0.3):
        _columns(d, x, paper.high - 22, width)
    else:
        text = d.say("footer") or f"{d.bill.firm.legal} - {', '.join(d.bill.firm.lines)}"
        d.shown.add("biller")
        paper.prose(x, paper.high - 17, width, text, 6.5, "", GREY)
        if d.chance(0.22) and not d.cramped:
            _fine_print(d, x, paper.high - 34, width)
    _margin_notes(d, x)


def _fine_print(d: Draft, x: float, top: float, width: float) -> None:
    """Conditions in small type above the foot of the page."""
    texts = d.rng.sample(list(d.book.all("gtc")), 3)
    d.paper.prose(x, top, width, " ".join(texts), 6, "", GREY)
    d.trap("fine_print")


def _columns(d: Draft, x: float, top: float, width: float) -> None:
    firm = d.bill.firm
    d.shown.add("biller")
    banks = [line for line in (firm.bank, f"IBAN {firm.iban}", f"BIC {firm.bic}") if firm.iban]
    if d.transfer and not d.sort_code:
        d.shown.add("iban")
    elif firm.iban:
        d.shown.add("footer_iban")
    columns = [(firm.legal, *firm.lines), (firm.phone, firm.mail, d.values["site"]), banks,
               (firm.register, firm.vat)]  # fmt: skip
    each = width / len(columns)
    for index, column in enumerate(columns):
        lines(d, x + each * index, top, each - 3, [c for c in column if c], 6.5)


def _margin_notes(d: Draft, x: float) -> None:
    """Names of printers, carriers and programs, print dates, page numbers."""
    paper = d.paper
    if d.chance(0.16):
        d.trap("vendor_name")
        paper.upright(6, paper.high - 40, d.say("vendor"), 5.5, GREY)
    elif d.chance(0.18):
        d.trap("vendor_name")
        paper.put(paper.wide / 2, paper.high - 6, d.say("vendor"), 6, "c", GREY)
    if d.chance(0.12):
        paper.put(paper.wide - x, paper.high - 26, d.say("printed"), 6, "r", GREY)
        d.trap("other_dates")


def back_page(d: Draft) -> None:
    """A page of conditions, details, a chart or an example; the head is repeated."""
    paper, x = d.paper, d.look.margin
    paper.page()
    width, top = paper.wide - 2 * x, 14.0
    label_run(d, x, top, d.bill.firm.brand, 10, "b")
    paper.put(x + width, top, d.say("page", n="2", m="2"), 8, "r")
    top = pairs(d, x, 21, width * 0.6, d.rows("number", "issued")) + 4
    draw = d.rng.choice((_conditions, _details, _chart, _example))
    draw(d, x, top, width)
    d.trap("more_pages")


def _conditions(d: Draft, x: float, top: float, width: float) -> None:
    top = d.paper.put(x, top, d.say("gtc_title"), 11, "b") + 2
    half, texts = width / 2 - 4, list(d.book.all("gtc"))
    for column in range(2):
        at = top
        for text in texts[column::2] * 2:
            at = d.paper.prose(x + column * (half + 8), at, half, text, 7) + 1.5


def _details(d: Draft, x: float, top: float, width: float) -> None:
    top = d.paper.put(x, top, d.say("details_title"), 11, "b") + 2
    rows = []
    for index in range(d.rng.randrange(6, 22)):
        day = d.bill.issued - timedelta(days=index)
        cost = Decimal(d.rng.randrange(5, 900)) / HUNDRED
        rows.append(
            (d.w.day(day), f"{d.rng.randrange(24):02d}:{d.rng.randrange(60):02d}", d.w.bare(cost))
        )
    head = (d.book.all("issued")[-1], "", d.book.all("c_total")[0])
    table(d, x, top, width * 0.7, head, rows, 0)


def _chart(d: Draft, x: float, top: float, width: float) -> None:
    top = d.paper.put(x, top, d.say("chart"), 10, "b") + 3
    for step in range(5):
        d.paper.put(x + 10, top + 10 * step - 1.5, str((5 - step) * 100), 7, "r", GREY)
        d.paper.rule(x + 12, top + 10 * step, x + width * 0.7, "#cccccc")
    for bar in range(6):
        high = d.rng.randrange(8, 42)
        left = x + 16 + bar * 14
        d.paper.box(left, top + 50 - high, 8, high, d.look.tint, "")
        day = d.bill.issued - timedelta(days=30 * (6 - bar))
        d.paper.put(left + 4, top + 52, f"{day:%m/%y}", 6.5, "c")
    d.trap("chart")


def _example(d: Draft, x: float, top: float, width: float) -> None:
    d.paper.box(x, top, width, 34, "#f7f3e8", "#bbaa88")
    below = d.paper.put(x + 4, top + 4, d.say("sample_title"), 11, "b")
    d.paper.prose(x + 4, below + 2, width - 8, d.say("sample"), 9)
    d.trap("sample_bill")
