"""Parts in boxes: ruled cells, amounts in a chain, stamps, charts, what the last bill brought."""

from datetime import date, timedelta
from decimal import Decimal

from samples.composed.draft import Draft, Rows
from samples.composed.firms import Firm, firm
from samples.composed.paper import PT
from samples.composed.parts import GREY, pairs
from samples.composed.places import figures

HUNDRED = Decimal(100)


def label_over(  # noqa: PLR0917
    d: Draft, x: float, top: float, width: float, row: tuple[str, str], size: float = 0
) -> float:
    """A small label, in two lines where it is long, and its value under it."""
    paper, size = d.paper, size or d.look.size * 1.05
    small = min(size, d.look.size) * 0.78
    words = paper.wrapped(width, row[0], small)
    words = words if len(words) < 3 else [" ".join(words[:-1]), words[-1]]
    for text in words:
        top = paper.fit(x, top, width, text, small, "", GREY)
    return paper.fit(x, top + 0.3, width, row[1], size, d.look.strong)


def cells(  # noqa: PLR0917
    d: Draft, x: float, top: float, width: float, rows: Rows, across: int
) -> float:
    """A ruled grid of labels over values, so many in a line; those that are left over stay empty."""
    paper, each = d.paper, width / across
    ground = d.rng.choice(("", "", "#f4f4f4"))
    small = d.look.size * 0.78
    for start in range(0, len(rows), across):
        some = rows[start : start + across]
        deep = max(len(paper.wrapped(each - 3, label, small)[:2]) for label, _ in some)
        high = (small * 1.28 * deep + d.look.size * 1.05 * 1.28) * PT + 2.4
        for index in range(across):
            left = x + each * index
            paper.box(left, top, each, high, ground, "#777777")
            if index < len(some):
                label_over(d, left + 1.5, top + 1, each - 3, some[index])
        top += high
    return top + 2


def links(d: Draft, x: float, top: float, width: float, rows: Rows) -> float:
    """Amounts side by side in boxes, the last one strong, + and = between them."""
    paper, gap = d.paper, 5.0
    each = (width - gap * (len(rows) - 1)) / len(rows)
    small = d.look.size * 0.78
    framed = d.rng.choice(("box", "fill", "rule"))
    for index, row in enumerate(rows):
        left, last = x + (each + gap) * index, index == len(rows) - 1
        ground = "#e9eef5" if last or framed == "fill" else ""
        if framed == "rule":
            paper.rule(left, top, left + each, d.look.tint)
        else:
            paper.box(left, top, each, 17, ground, d.look.tint)
        words = paper.wrapped(each - 3, row[0], small)
        words = words if len(words) < 3 else [" ".join(words[:-1]), words[-1]]
        for line, text in enumerate(words):
            paper.fit(left + 1.5, top + 1.5 + line * small * PT * 1.28, each - 3, text, small)
        paper.fit(left + 1.5, top + 10.5, each - 3, row[1], 12.5 if last else 11, d.look.strong)
        if index:
            mark = "=" if last else "-" if "-" in row[1] else "+"
            paper.put(left - gap / 2, top + 5, mark, 12, "bc", d.look.tint)
    return top + 20


def last_bill(d: Draft, x: float, top: float, width: float) -> float:
    """What was asked for last time and how it was paid: an amount and a date of the past."""
    asked = Decimal(d.rng.randrange(900, 90000)) / HUNDRED
    paid = d.bill.issued - timedelta(days=d.rng.randrange(8, 60))
    own = [slot for slot, _ in d.bill.adjustments]
    if d.bill.state not in ("to_pay", "to_be_debited", "on_portal") or "previous" in own:
        return top
    d.trap("last_payment")
    rows = [(d.label("previous"), d.w.cash(asked))]
    rows.append((d.say("paid_row", paid_on=d.w.day(paid)), d.w.cash(-asked)))
    return pairs(d, x, top, width, rows, "right") + 1


def said_box(d: Draft, x: float, top: float, width: float) -> float:
    """The sentence that says what to do, framed and strong."""
    text = d.pay_sentence()
    if not text:
        return top
    size = d.look.size * d.rng.choice((1.1, 1.3))
    high = len(d.paper.wrapped(width - 8, text, size, "b")) * size * PT * 1.28 + 6
    d.paper.box(x, top, width, high, d.rng.choice(("", "#f4f4f4")), d.look.tint)
    d.paper.prose(x + 4, top + 3, width - 8, text, size, "b")
    return top + high + 2


def stamp(d: Draft, x: float, top: float) -> float:
    """What the customer's post room stamps on a bill: its name, a day, a running number."""
    name, day = d.bill.customer.name, d.bill.issued + timedelta(days=d.rng.randrange(1, 9))
    ink = d.rng.choice(("#b03a2e", "#2e4a9e", "#6c3483"))
    d.paper.box(x, top, 50, 20, "", ink)
    d.paper.fit(x + 2, top + 2, 46, name.upper(), 9, "b", ink)
    d.paper.put(x + 25, top + 7.5, d.w.day(day), 13, "bc", ink)
    d.paper.put(x + 25, top + 14.5, figures(d.rng, "No ######"), 8, "c", ink)
    d.trap("stamp")
    d.trap("other_dates")
    return top + 22


def bars(d: Draft, x: float, top: float, width: float) -> float:
    """Consumption by month: a figure above every bar and a month below it."""
    count = d.rng.choice((6, 12, 13))
    step = width / count
    top = d.paper.fit(x, top, width, d.say("chart"), 9, "b") + 3
    for index in range(count):
        used = d.rng.randrange(40, 990)
        high, left = used / 50, x + step * index
        d.paper.box(left + step * 0.2, top + 24 - high, step * 0.6, high, d.look.tint, "")
        d.paper.fit(left + step * 0.1, top + 20.5 - high, step * 0.8, str(used), 6)
        day = d.bill.issued - timedelta(days=30 * (count - index))
        d.paper.fit(left + step * 0.1, top + 25, step * 0.8, f"{day:%m/%y}", 6)
    d.trap("chart")
    return top + 30


def wordmark(d: Draft, x: float, top: float, width: float, name: str = "") -> float:
    """A name in big coloured letters, far from any address."""
    text = name or d.bill.firm.brand
    size = min(d.rng.choice((26.0, 34.0)), 30 * width / d.paper.width(text, 30, "b"))
    d.shown |= set() if name else {"biller"}
    inks = (d.look.tint, d.rng.choice(("#f39c12", "#16a085", "#444444")))
    for index, word in enumerate(text.split(" ")):
        d.paper.put(x, top, word, size, "b", inks[index % 2])
        x += d.paper.width(f"{word} ", size, "b")
    return top + size * PT * 1.35


def other_firm(d: Draft) -> Firm:
    """A company that is neither biller nor customer."""
    return firm(d.book.lang, d.book.country, d.rng.choice(("insurer", "saas", "bank")), d.rng)


def earlier(d: Draft, count: int, days: int) -> list[date]:
    """Days before the bill's, the oldest first."""
    return [d.bill.issued - timedelta(days=days * (count - i)) for i in range(count)]


def sibling(d: Draft) -> str:
    """A number of the kind of the bill's own: that of another bill."""
    own = d.bill.number
    changed = "".join(str(d.rng.randrange(10)) if c.isdigit() else c for c in own[-3:])
    return own[:-3] + changed if own[:-3] + changed != own else own + "1"
