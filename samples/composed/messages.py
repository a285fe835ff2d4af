"""Sentences: what is to be done, and notices that say other things."""

from datetime import timedelta
from decimal import Decimal

from samples.composed.draft import Draft
from samples.composed.firms import firm
from samples.composed.paper import PT
from samples.composed.parts import pairs

HUNDRED = Decimal(100)


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


def _later(d: Draft) -> str:
    """What is due after the date: more, and not the answer."""
    told, more = set(d.shown), d.bill.balance * d.rng.choice((102, 105, 110)) / HUNDRED
    if "due" not in d.values:
        return ""
    d.trap("late_amount")
    text = d.say("later", more=d.w.prose(more.quantize(Decimal("0.01"))))
    d.shown &= told
    return text


def _third(d: Draft) -> str:
    """A company that has bought the debt, writes the bills or brought the contract."""
    d.trap("third_company")
    other = firm(d.book.lang, d.book.country, d.rng.choice(("insurer", "saas", "erp")), d.rng)
    return d.say("third", other=other.legal)


def _asides(d: Draft) -> list[str]:
    """Sentences about debits, refunds and fees that do not say how this bill stands."""
    slots = ["aside"] * d.chance(0.35) + ["aside"] * d.chance(0.1)
    if d.bill.state == "to_pay":
        slots += ["offer"] * d.chance(0.4) + ["offer"] * d.chance(0.12)
    found = [d.say(slot) for slot in slots]
    if any(found):
        d.trap("asides")
    return list(dict.fromkeys(found))


def message(d: Draft, x: float, top: float, width: float) -> float:
    """The sentence that says what to do, and some that say other things."""
    size = d.look.size
    said = [d.pay_sentence()]
    if d.bill.state == "to_pay":
        said += [_discount(d)] if d.chance(0.14) else []
        said += [d.say("instal")] if d.chance(0.05) else []
        said += [_later(d)] if d.chance(0.15 if d.w.country == "US" else 0.04) else []
        said += [_third(d)] if d.chance(0.05) else []
    if d.bill.state in ("to_pay", "reminder", "to_be_debited"):
        said += [d.say("late")] if d.chance(0.25) else []
        if d.chance(0.7 if d.w.country == "US" else 0.1) and d.bill.state != "to_be_debited":
            said.append(d.say("cheque"))
            d.shown.add("cheque")
    said += [d.say(slot) for slot in ("contact", "thanks") if d.chance(0.3)]
    said += _asides(d)
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
    if "biller" not in d.shown and d.chance(0.2):
        rows.append(d.tell("biller", d.label("from"), bill.firm.legal))
    return pairs(d, x, top, width, rows, "colon") if rows else top
