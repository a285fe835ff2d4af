"""The sums of a receipt, from the subtotal to what is to be paid, in several looks."""

from collections.abc import Callable
from typing import NamedTuple

from samples.receipts.till import Till


class Row(NamedTuple):
    """One sum: its part in the whole, its label, its text."""

    part: str
    label: str
    value: str


def _count(till: Till) -> Row:
    """How many articles: whole, or as 65.00."""
    count = sum(item.count for item in till.sale.items)
    till.traps.add("count")
    return Row(
        "count", till.words["count"], till.rng.choice((str(count), f"{count}.00", str(count)))
    )


def _before(till: Till) -> list[Row]:
    """What comes before the total."""
    sale, rows, rng = till.sale, [], till.rng
    if rng.random() < 0.3:
        rows.append(_count(till))
    if sale.added or sale.discount or sale.service or rng.random() < 0.35:
        label = till.said("subtotal")
        without = "xcl" in label and not sale.added
        amount = sale.net if without and not sale.discount else sale.gross
        rows.append(Row("subtotal", label, till.money(amount)))
        till.traps.add("subtotal")
    if sale.discount:
        rows.append(Row("discount", till.said("discount"), till.money(-sale.discount)))
        till.traps.add("discount")
    if sale.service:
        rows.append(Row("service", till.said("service"), till.money(sale.service)))
    if sale.added or (sale.rate != "0" and rng.random() < 0.25):
        rows.append(Row("tax", till.said("tax"), till.money(sale.tax)))
        till.traps.add("tax_total")
    return rows


def _odd(till: Till, label: str) -> str:
    """The label as it is, letter-spaced, or behind the count of articles on the same line."""
    chance = till.rng.random()
    if chance < 0.04 and len(label) < 10:
        till.traps.add("spaced_label")
        return " ".join(label.upper())
    if chance < 0.1 and till.roll.columns >= 36 and len(label) < 16:
        till.traps.add("count_beside_total")
        return f"{till.words['count']}: {sum(i.count for i in till.sale.items)}  {label}"
    return label


def rows(till: Till) -> list[Row]:
    """All sums of the sale; the one with part "payable" is what the customer pays."""
    sale, out = till.sale, _before(till)
    shows_rounding = sale.rounding or (till.land.code == "MY" and till.rng.random() < 0.3)
    if not shows_rounding:
        return [*out, Row("payable", _odd(till, till.said("total")), till.money(sale.payable))]
    till.traps.add("rounding")
    sign = "+" if sale.rounding > 0 and till.rng.random() < 0.2 else ""
    return [
        *out,
        Row("total", till.said("total"), till.money(sale.total)),
        Row("rounding", till.said("rounding"), sign + till.bare(sale.rounding)),
        Row("payable", till.said("rounded"), till.money(sale.payable)),
    ]


def edges(till: Till, row: Row, **big: float) -> None:
    """Label at the left edge, amount at the right one."""
    till.roll.pair(row.label, row.value, **big)  # type: ignore[arg-type]


def colon(till: Till, row: Row, **big: float) -> None:
    """The labels end with a colon in one column, the amounts at the right."""
    label = row.label.rstrip(" :")
    till.roll.pair(f"{label}{' ' if till.rng.random() < 0.5 else ''}:", row.value, **big)  # type: ignore[arg-type]


def dots(till: Till, row: Row, **big: float) -> None:
    """Label and amount joined by dots."""
    wide = big.get("wide", 1)
    one = till.roll.length(".", wide)
    room = till.roll.columns - till.roll.length(row.label + row.value, wide) - 2
    label = row.label + "." * max(2, int(room / one))
    till.roll.pair(label, row.value, **big)  # type: ignore[arg-type]


def inset(till: Till, row: Row, **big: float) -> None:
    """The labels end where the amounts begin, all at the right."""
    roll, tall, wide = till.roll, big.get("tall", 1), big.get("wide", 1)
    roll.y += roll.pitch * (tall - 1)
    stop = roll.columns - max(12, roll.length(row.value, wide) + 2)
    if roll.length(row.label, wide) > stop:
        return edges(till, row, **big)
    bold = bool(big.get("bold"))
    roll.put(stop, row.label, "r", wide=wide, tall=tall, bold=bold)
    roll.put(roll.columns, row.value, "r", wide=wide, tall=tall, bold=bold)
    roll.line()
    return None


def indented(till: Till, row: Row, **big: float) -> None:
    """The sums begin in the middle of the paper."""
    roll, tall, wide = till.roll, big.get("tall", 1), big.get("wide", 1)
    start = roll.columns * 0.3
    if start + roll.length(f"{row.label}  {row.value}", wide) > roll.columns:
        return edges(till, row, **big)
    roll.y += roll.pitch * (tall - 1)
    bold = bool(big.get("bold"))
    roll.put(start, row.label, wide=wide, tall=tall, bold=bold)
    roll.put(roll.columns, row.value, "r", wide=wide, tall=tall, bold=bold)
    roll.line()
    return None


def near(till: Till, row: Row, **big: float) -> None:
    """Label, colon, amount side by side at the left."""
    roll, tall, wide = till.roll, big.get("tall", 1), big.get("wide", 1)
    roll.y += roll.pitch * (tall - 1)
    text = f"{row.label.rstrip(' :')}: {row.value}"
    if roll.length(text, wide) > roll.columns:
        return edges(till, row, **big)
    roll.put(0, text, wide=wide, tall=tall, bold=bool(big.get("bold")))
    roll.line()
    return None


def stacked(till: Till, row: Row, **big: float) -> None:
    """The amount to pay stands below its label; the other sums as pairs."""
    if row.part not in {"payable", "paid"}:
        return edges(till, row, **big)
    roll, tall, wide = till.roll, big.get("tall", 1), big.get("wide", 1)
    roll.left(row.label)
    roll.y += roll.pitch * (tall - 1)
    roll.put(roll.columns, row.value, "r", wide=wide, tall=tall, bold=bool(big.get("bold")))
    roll.line()
    return None


SumLook = Callable[..., None]
LOOKS: dict[str, SumLook] = {
    "edges": edges, "colon": colon, "dots": dots, "inset": inset, "indented": indented,
    "near": near, "stacked": stacked,
}  # fmt: skip
BIG: dict[str, dict[str, float]] = {
    "plain": {},
    "bold": {"bold": True},
    "tall": {"tall": 2},
    "wide": {"wide": 1.6},
    "double": {"wide": 1.8, "tall": 2, "bold": True},
    "large": {"wide": 1.4, "tall": 1.4, "bold": True},
    "ruled": {"bold": True},
    "boxed": {"bold": True},
}


def show(till: Till, row: Row, look: str, stress: str) -> None:
    """One row in its look; the payable one stressed."""
    weight = BIG[stress] if row.part == "payable" else {}
    ruled = stress in {"ruled", "boxed"} and row.part == "payable"
    if ruled:
        till.roll.rule("=" if stress == "ruled" else "_")
    if weight.get("tall", 1) > 1:
        till.traps.add("large_total")
        till.roll.line(0.2)
    LOOKS[look](till, row, **weight)
    if ruled:
        till.roll.rule("=" if stress == "ruled" else "_")


def sums(till: Till, look: str, stress: str) -> None:
    """All sums; with "cash only" tills the total is what was given in cash or by card."""
    all_rows = rows(till)
    sale = till.sale
    if look == "only":
        if sale.means and not sale.tip and sale.given == sale.payable:
            label = till.said("cash" if sale.means == "cash" else "card")
            all_rows[-1] = all_rows[-1]._replace(label=label)
            till.traps.add("no_total_label")
        look = "edges"
    for row in all_rows:
        show(till, row, look, stress)
