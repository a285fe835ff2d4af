"""Tables of lines and totals."""

from collections.abc import Sequence
from datetime import timedelta

from samples.composed.draft import Draft, Rows
from samples.composed.paper import PT
from samples.composed.parts import GREY, label_run
from samples.composed.writing import currency

SYMBOLS = {"GB": "£", "US": "$", "CH": "CHF"}
Cells = Sequence[Sequence[str]]


def widths(d: Draft, head: Sequence[str], rows: Cells, width: float, grow: int) -> list[float]:
    """Columns as wide as their cells, the `grow`th takes what is left (at least a quarter)."""
    size, paper = d.look.size, d.paper
    found = [
        max([paper.width(head[i], size, "b"), *(paper.width(r[i], size) for r in rows)]) + 3.5
        for i in range(len(head))
    ]
    rest = sum(found) - found[grow]
    shrink = min(1.0, width * 0.75 / rest) if rest else 1.0
    found = [w * shrink for w in found]
    found[grow] = width - sum(w for i, w in enumerate(found) if i != grow)
    return found


def table(  # noqa: PLR0913, PLR0917
    d: Draft, x: float, top: float, width: float, head: Sequence[str], rows: Cells, grow: int = 0
) -> float:
    """A table in the look of this bill: text columns left, the others right."""
    size, paper, ruled = d.look.size, d.paper, d.look.table
    step, wide = size * PT * 1.6, widths(d, head, rows, width, grow)
    if any(head):
        ground = {"grid": "#e4e4e4", "zebra": d.look.tint, "box": "#d9e2ec"}.get(ruled, "")
        paper.box(x, top, width, step, ground, "")
        ink = "#ffffff" if ruled == "zebra" else "#000000"
        _row(d, x, top + size * PT * 0.25, wide, head, grow, "b", ink)
        top += step
        if ruled in ("rules", "lined"):
            paper.rule(x, top, x + width, d.look.tint)
    start = top
    for index, row in enumerate(rows):
        cells = paper.wrapped(wide[grow] - 2, row[grow], size)
        high = step + (len(cells) - 1) * size * PT * 1.28
        if ruled == "zebra" and index % 2:
            paper.box(x, top, width, high, "#f0f0f0", "")
        for line, text in enumerate(cells):
            shown = [text if i == grow else ("" if line else c) for i, c in enumerate(row)]
            _row(d, x, top + size * PT * (0.25 + 1.28 * line), wide, shown, grow, "", "#000000")
        top += high
        if ruled in ("grid", "lined"):
            paper.rule(x, top, x + width, "#aaaaaa")
    if ruled in ("grid", "box"):
        paper.box(x, start, width, top - start, "", "#777777")
    return top + 2


def _row(  # noqa: PLR0913, PLR0917
    d: Draft,
    x: float,
    top: float,
    wide: Sequence[float],
    cells: Sequence[str],
    grow: int,
    style: str,
    ink: str,
) -> None:
    for index, (width, cell) in enumerate(zip(wide, cells, strict=True)):
        if cell:
            size = d.look.size
            size *= min(1, (width - 2) / max(d.paper.width(cell, size, style), 0.1))
            left = index <= grow
            at = x + 1 if left else x + width - 1
            d.paper.put(at, top, cell, size, style if left else style + "r", ink)
        x += width


def items(d: Draft, x: float, top: float, width: float) -> float:
    """The lines of the bill."""
    bill, w = d.bill, d.w
    if bill.state == "reminder" and not d.paged and d.chance(0.6):
        return _open_bill(d, x, top, width)
    full = width > 110 and d.chance(0.7)
    detail = {"qty": full, "unit": full and d.chance(0.4), "price": full,
              "rate": width > 120 and d.chance(0.3)}  # fmt: skip
    place, figures = d.chance(0.25), d.rng.choice((1, 2))
    keys = ["pos"] * place + ["desc"] + [k for k, kept in detail.items() if kept] + ["total"]
    if "qty" in keys and d.chance(0.2):
        keys.remove("qty")
        keys.insert(keys.index("desc"), "qty")
    head = ["" if k == "pos" else d.label(f"c_{k}") for k in keys]
    paint = w.cash if d.chance(0.35) else w.bare
    if paint == w.bare and d.chance(0.2):
        head[-1] += f" ({SYMBOLS.get(w.country, '€')})"
    rows = []
    for index, item in enumerate(bill.items):
        places = 0 if item.quantity == item.quantity.to_integral_value() else 2
        cells = {
            "pos": f"{index + 1:0{figures}d}",
            "desc": item.name,
            "qty": w.bare(item.quantity, places) + ("" if "unit" in keys else f" {item.unit}"),
            "unit": item.unit,
            "price": w.bare(item.price, 4 if item.price < 1 else 2),
            "rate": f"{w.percent(item.rate)} %",
            "total": paint(item.total * bill.sign),
        }
        if d.chance(0.04):
            cells["desc"] += ", " + d.say("levy")
            d.trap("levy")
        rows.append([cells[k].strip() for k in keys])
        if d.chance(0.07):
            rows.append([_remark(d) if k == "desc" else "" for k in keys])
    return table(d, x, top, width, head, rows, keys.index("desc"))


def _remark(d: Draft) -> str:
    """What stands in small beneath a line: its period, a serial number, a day."""
    if d.chance(0.5) and d.bill.period:
        d.trap("dates_in_lines")
        return d.span(d.bill.period)
    return ": ".join(d.decoy())


def _open_bill(d: Draft, x: float, top: float, width: float) -> float:
    """One line of a reminder: the first bill, its date and the date that has passed."""
    bill, w = d.bill, d.w
    then = d.first_issued
    past = then + timedelta(days=bill.days)
    cells = [
        f"{d.label('number')} {bill.number}, {w.day(then)}",
        w.day(past),
        w.bare(bill.subtotal),
    ]
    d.shown.add("number")
    d.trap("first_due_date")
    head = (d.label("c_desc"), d.label("due"), d.label("c_total"))
    return table(d, x, top, width, head, [cells], 0)


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
    small = big * min(1, (width - taken - 4) / max(paper.width(label, big, strong), 0.1))
    label_run(d, x + 1, at, label, small, strong)
    return top + high


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


def vat_table(d: Draft, x: float, top: float, width: float) -> float:
    """Base and tax of every rate."""
    if not d.bill.taxes:
        return top
    head = d.say("vat_cols").split("~")
    w, sign = d.w, d.bill.sign
    rows = [(f"{w.percent(r)} %", w.bare(b * sign),
             w.bare(t * sign)) for r, b, t in d.bill.taxes]  # fmt: skip
    d.trap("vat_table")
    return table(d, x, top, width, head, rows, 0)


def plan(d: Draft, x: float, top: float, width: float) -> float:
    """The instalments of a schedule."""
    head = d.say("plan_cols").split("~")
    numbered = d.rng.choice(("{n}", "{n}/{m}", "{n}."))
    count = len(d.bill.plan)
    rows = [(numbered.format(n=i + 1, m=count), d.w.day(day), d.w.cash(amount))
            for i, (day, amount) in enumerate(d.bill.plan)]  # fmt: skip
    d.shown |= {"amount", "due"}
    d.trap("schedule")
    return table(d, x, top, width, head, rows, 0)


def summary(d: Draft) -> Rows:
    """Amount and date, for a box that is seen first."""
    return d.rows("amount", "due")
