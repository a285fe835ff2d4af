"""The block of totals: net, tax, what was paid, what is due."""

from samples.composed.draft import Draft
from samples.composed.paper import PT
from samples.composed.parts import GREY, label_run
from samples.composed.tables import SYMBOLS
from samples.composed.writing import currency


def total_rows(d: Draft, *, bare: bool = False) -> list[tuple[str, str, str]]:
    """The totals: label, amount and "b" for what counts most."""
    bill, w, sign = d.bill, d.w, d.bill.sign
    cash = w.bare if bare else w.cash
    rows: list[tuple[str, str, str]] = []
    if bill.tax and not (bill.gross_prices and d.chance(0.5)):
        rows.append((d.label("net"), cash(bill.net * sign), ""))
        for rate, _, tax in bill.taxes:
            rows.append((d.say("vat", rate=w.percent(rate)), cash(tax * sign), ""))
    last = (
        d.amount_row(bare=bare)
        if bill.state != "schedule"
        else (d.label("total"), cash(bill.balance))
    )
    if bill.adjustments:
        rows.append((d.label("total"), cash(bill.gross * sign), ""))
        rows += [(d.label(slot), cash(amount), "") for slot, amount in bill.adjustments]
        d.trap("several_totals")
    elif bill.state == "to_pay" and d.chance(0.25):
        rows.append((d.label("total"), cash(bill.gross), ""))
    rows.append((*last, "b"))
    if bill.state == "receipt" and d.chance(0.5):
        rows.append((d.say("paid_row"), cash(-bill.balance), ""))
        rows.append((d.label("zero_left"), cash(bill.balance * 0), ""))
        d.trap("zero_left")
    return rows


def totals(d: Draft, x: float, top: float, width: float) -> float:
    """The totals as a block: label left, amount right."""
    size, paper = d.look.size, d.paper
    money = d.rng.choice(("",) * 8 + ("suffix", "apart"))
    framed = d.rng.choice(("", "rule", "box", "fill"))
    for row in total_rows(d, bare=bool(money)):
        top = _sum(d, x, top, width, (*row, money, framed))
    if d.bill.tax and d.bill.gross_prices and d.chance(0.6):
        rate, _, tax = d.bill.taxes[0]
        text = d.say("of_vat", rate=d.w.percent(rate), tax=d.w.cash(tax * d.bill.sign))
        paper.fit(x + 1, top + 0.5, width - 2, text, size * 0.85, "", GREY)
        top += size * PT * 1.5
    if d.chance(0.03):
        top = _foreign(d, x, top, width)
    return top + 2


def _sum(
    d: Draft, x: float, top: float, width: float, row: tuple[str, str, str, str, str]
) -> float:
    """One total. Its money is "suffix" (currency beside the label), "apart" (a column) or ""."""
    paper, (label, value, strong, money, framed) = d.paper, row
    symbol = SYMBOLS.get(d.w.country, "€") if d.symbolic else currency(d.w.country)
    if money == "suffix" and symbol not in label:
        label = f"{label} {symbol}"
    big = d.look.size * (d.rng.choice((1, 1.1, 1.3)) if strong else 1)
    taken = paper.width(value, big, strong)
    high = big * PT * 1.6
    if strong and framed in ("box", "fill"):
        ground = "#e9eef5" if framed == "fill" else ""
        paper.box(x, top, width, high, ground, "" if ground else "#000000")
    elif strong and framed:
        paper.rule(x, top, x + width)
    at = top + big * PT * 0.3
    paper.put(x + width - 1, at, value, big, "r" + strong)
    if money == "apart":
        taken = max(taken, 20) + 2
        paper.put(x + width - 1 - taken, at, symbol, big, "r" + strong)
        taken += paper.width(symbol, big, strong)
    label, at, high = _halved(d, x, at, (label, big, strong), high)
    small = big * min(1, (width - taken - 4) / max(paper.width(label, big, strong), 0.1))
    label_run(d, x + 1, at, label, small, strong)
    return top + high


def _halved(
    d: Draft, x: float, at: float, label: tuple[str, float, str], high: float
) -> tuple[str, float, float]:
    """Sometimes puts the first half of a long label on a line of its own; returns what is left."""
    text, size, style = label
    words = text.split(" ")
    if len(words) < 3 or not d.chance(0.08):
        return text, at, high
    middle, step = len(words) // 2, size * PT * 1.25
    d.trap("label_in_two_lines")
    d.paper.put(x + 1, at, " ".join(words[:middle]), size, style)
    return " ".join(words[middle:]), at + step, high + step


def _foreign(d: Draft, x: float, top: float, width: float) -> float:
    """The total once more in another currency."""
    size, paper = d.look.size, d.paper
    foreign = "EUR" if d.w.country in ("CH", "US", "GB") else "CHF"
    text = d.say(
        "other_money",
        other=f"{d.w.bare(d.bill.gross * d.rng.randrange(80, 130) / 100)} {foreign}",
    )
    paper.fit(x + 1, top + 0.5, width - 2, text, size * 0.85, "", GREY)
    d.trap("two_currencies")
    top += size * PT * 1.5
    return top
