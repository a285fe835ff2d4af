"""Tables of lines and totals."""

from collections.abc import Sequence
from datetime import timedelta

from samples.composed.draft import Draft
from samples.composed.paper import PT
from samples.composed.values import span

SYMBOLS = {"GB": "£", "US": "$", "CH": "CHF"}
HEADS = {"day": "c_date"}  # the heads that are not named as their column
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
    keys, figures = _columns(d, width), d.rng.choice((1, 2))
    head = ["" if k == "pos" else d.label(HEADS.get(k, f"c_{k}")) for k in keys]
    told = bill.period if d.chance(0.1) else None
    served = bill.issued - timedelta(days=d.rng.randrange(len(bill.items), 75))
    paint = w.cash if d.chance(0.35) else w.bare
    if paint == w.bare and d.chance(0.2):
        head[-1] += f" ({SYMBOLS.get(w.country, '€')})"
    rows = []
    for index, item in enumerate(bill.items):
        places = 0 if item.quantity == item.quantity.to_integral_value() else 2
        cells = {
            "pos": f"{index + 1:0{figures}d}",
            "day": w.day(served + timedelta(days=index)),
            "desc": item.name,
            "qty": w.bare(item.quantity, places) + ("" if "unit" in keys else f" {item.unit}"),
            "unit": item.unit,
            "price": w.bare(item.price, 4 if item.price < 1 else 2),
            "rate": f"{w.percent(item.rate)} %",
            "total": paint(item.total * bill.sign),
        }
        if told:
            cells["desc"] += " " + span(told, w, d.rng)
            d.trap("dates_in_lines")
        if d.chance(0.04):
            cells["desc"] += ", " + d.say("levy")
            d.trap("levy")
        rows.append([cells[k].strip() for k in keys])
        if d.chance(0.07):
            rows.append([_remark(d) if k == "desc" else "" for k in keys])
    return table(d, x, top, width, head, rows, keys.index("desc"))


def _columns(d: Draft, width: float) -> list[str]:
    """What the lines tell of each thing, from left to right."""
    full = width > 110 and d.chance(0.7)
    detail = {"qty": full, "unit": full and d.chance(0.4), "price": full,
              "rate": width > 120 and d.chance(0.3)}  # fmt: skip
    place, dated = d.chance(0.25), d.chance(0.12)
    keys = ["pos"] * place + ["day"] * dated + ["desc"]
    keys += [k for k, kept in detail.items() if kept] + ["total"]
    if "qty" in keys and d.chance(0.2):
        keys.remove("qty")
        keys.insert(keys.index("desc"), "qty")
    if dated:
        d.trap("dates_in_lines")
    return keys


def _remark(d: Draft) -> str:
    """What stands in small beneath a line: its period, a serial number, a day."""
    if d.chance(0.5) and d.bill.period:
        d.trap("dates_in_lines")
        return span(d.bill.period, d.w, d.rng)
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
