"""Invents the facts of a bill: lines and prices, terms, adjustments, numbers."""

import calendar
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from samples import identifiers as ids
from samples.composed.facts import CENT, Bill, Item
from samples.composed.firms import filled, firm
from samples.composed.names import patterns
from samples.composed.phrases import Book
from samples.composed.places import figures, party

STATES = {
    "to_pay": 43,
    "to_be_debited": 18,
    "receipt": 11,
    "credit_note": 8,
    "reminder": 9,
    "on_portal": 5,
    "schedule": 6,
}
RULES = {"printed": 60, "days": 17, "month_end": 4, "now": 9, "none": 10}
# What is added to or taken off a total: how often in a hundred, and the rows.
CHANGES = {
    "prepaid": (15, (("deposit", "part"),)),
    "previous_balance": (10, (("previous", "old"), ("received", "paid"))),
    "previous_balance_added": (10, (("previous", "old"),)),
    "credit_subtracted": (4, (("credit_left", "small"),)),
}


def weighted(rng: Random, weights: dict[str, int]) -> str:
    """A key drawn by its weight."""
    return rng.choices(list(weights), list(weights.values()))[0]


def _items(book: Book, rng: Random, most: int, *, whole: bool) -> list[Item]:
    found = list(book.all("items"))
    count = min(len(found), rng.randrange(1, most + 1))
    rates = [rng.choice(book.rates)] * 4 + [rng.choice(book.rates)]
    if rng.random() < 0.12:
        rates = ["0"]
    chosen = sorted(rng.sample(range(len(found)), count))
    if most > 6 and rng.random() < 0.15:
        chosen = sorted(rng.randrange(len(found)) for _ in range(rng.randrange(8, 17)))
    items: list[Item] = []
    for index in chosen:
        name, unit, many, price = (part.strip() for part in found[index].split("~"))
        low, high = (Decimal(p) for p in (many.split("-") * 2)[:2])
        cheap, dear = (Decimal(p) for p in (price.split("-") * 2)[:2])
        places = max(-Decimal(low).as_tuple().exponent, 0)  # type: ignore[operator]
        quantity = low + (high - low) * Decimal(rng.randrange(101)) / 100
        spread = Decimal(10) ** Decimal(rng.uniform(-0.12, 0.3)).quantize(CENT)
        cost = (cheap + (dear - cheap) * Decimal(rng.randrange(1001)) / 1000) * spread
        step = Decimal("0.0001") if dear < 1 else Decimal(1) if whole else CENT
        cost = max(cost.quantize(step), step)
        quantity = quantity.quantize(Decimal(1).scaleb(-places)) or Decimal(1)
        if items and items[-1].name.startswith(name):
            name = figures(rng, f"{name} {rng.choice(('##-##', 'A##', '(##)', '/##'))}")
        items.append(Item(name, unit, quantity, cost, Decimal(rng.choice(rates))))
    return items


def _due(bill: Bill, rng: Random) -> None:
    """The due date and how it is told."""
    if bill.state in ("receipt", "credit_note"):
        bill.rule = "none"
        return
    bill.rule = weighted(rng, RULES) if bill.state == "to_pay" else "printed"
    bill.days = rng.choice((7, 8, 10, 14, 14, 15, 21, 28, 30, 30, 30, 45, 60))
    bill.due = bill.issued + timedelta(days=rng.choice((bill.days, rng.randrange(5, 40))))
    if bill.rule == "days":
        bill.due = bill.issued + timedelta(days=bill.days)
    elif bill.rule == "month_end":
        bill.days = rng.choice((30, 60)) if bill.book.lang == "fr" else 30
        bill.due = _end(bill.issued + timedelta(days=bill.days))
    elif bill.rule == "now":
        bill.due = bill.issued
    elif bill.rule == "none":
        bill.due = None


def _end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _adjust(bill: Bill, rng: Random) -> None:
    """Deposits, prepayments, balances and fees."""
    part = (bill.gross * Decimal(rng.randrange(8, 85)) / 100).quantize(CENT)
    old = Decimal(rng.randrange(300, 26000)) / 100
    if bill.state == "reminder":
        if rng.random() < 0.25:
            bill.adjustments.append(("received", -part))
        if rng.random() < 0.6:
            fee = rng.choice(("2.50", "5.00", "7.50", "8.00", "12.00", "15.00", "40.00"))
            bill.adjustments.append(("fee", Decimal(fee)))
    elif bill.state in ("to_pay", "to_be_debited", "on_portal"):
        trap = weighted(rng, {"": 61, **{name: many for name, (many, _) in CHANGES.items()}})
        if trap:
            bill.traps.append(trap)
            values = {"part": -part, "old": old, "paid": -old, "small": -min(part, old)}
            bill.adjustments += [(slot, values[key]) for slot, key in CHANGES[trap][1]]


def _plan(bill: Bill, rng: Random) -> None:
    """Cuts the total into dated parts; the first stands for the schedule."""
    count = rng.choice((2, 3, 4, 6, 10, 12))
    each = (bill.balance / count).quantize(CENT)
    start = bill.due or bill.issued + timedelta(days=12)
    for index in range(count):
        month = start.month - 1 + index * (3 if count == 4 else 1)
        year = start.year + month // 12
        last = calendar.monthrange(year, month % 12 + 1)[1]
        day = date(year, month % 12 + 1, min(start.day, last))
        bill.plan.append((day, each if index else bill.balance - each * (count - 1)))


def _period(issued: date, rng: Random) -> tuple[date, date]:
    months = rng.choice((1, 1, 1, 2, 3, 6, 12))
    last = _end(issued.replace(day=1) - timedelta(days=1))
    month = last.year * 12 + last.month - months
    first = date(month // 12, month % 12 + 1, 1)
    if rng.random() < 0.3:
        first, last = first - timedelta(days=9), last - timedelta(days=9)
    return first, last


def _number(rng: Random, issued: date, shapes: Sequence[str]) -> str:
    shape = rng.choice(shapes).replace("YYYY", str(issued.year)).replace("YY", f"{issued:%y}")
    return figures(rng, shape.replace("MM", f"{issued.month:02d}"))


NUMBERS = (
    "########", "YYYY-###", "YYYY/####", "F-YYYY-####", "INV-#####", "RE-YYYY-#####", "FA#####",
    "YY#####", "YYYYMM-##", "#######/##", "### ### ###", "A##########", "VF-####-YY", "##/YYYY",
    "R#####", "####", "FV/YYYY/###", "9##-#######", "S##-####",
)  # fmt: skip
CLIENTS = ("#####", "C-####", "K######", "########", "# ### ### ###", "KD-#####", "1##########",
           "###-####-##", "CUST####", "D####")  # fmt: skip


def _reference(book: Book, number: str, client: str, rng: Random) -> str:
    kind = rng.random()
    if book.country == "BE" and kind < 0.7:
        return ids.belgian_communication(rng)
    if book.country == "CH" and kind < 0.6:
        return ids.spaced(ids.qr_reference(figures(rng, "##############")), 5)
    if kind < 0.1 and book.country in ("DE", "FR", "AT", "NL"):
        return ids.creditor_reference(figures(rng, "##########"))
    return number if kind < 0.75 else client


def bill(book: Book, rng: Random, most: int) -> Bill:
    """The facts of a bill with at most `most` lines."""
    lang, country = book.lang, book.country
    trade = rng.choice(book.trades)
    seller = firm(lang, country, trade, rng)
    other = ""
    if rng.random() < (0.6 if trade == "erp" else 0.25):
        pattern = rng.choice(patterns(lang)[rng.choice(("craft", "shop", "erp", "saas"))])
        other = filled(pattern, lang, country, rng).split(" / ")[-1]
    issued = date(2023, 9, 1) + timedelta(days=rng.randrange(1180))
    number, client = _number(rng, issued, NUMBERS), _number(rng, issued, CLIENTS)
    whole = rng.random() < 0.12
    made = Bill(
        book,
        weighted(rng, STATES),
        seller,
        party(lang, country, rng, other),
        issued,
        number,
        client,
        _reference(book, number, client, rng),
        _items(book, rng, most, whole=whole),
        book.head.get("priced", "net") == "gross" or rng.random() < 0.1,
    )
    if country == "US" and not any(item.rate for item in made.items):
        made.gross_prices = True
    _due(made, rng)
    _adjust(made, rng)
    if rng.random() < 0.6:
        made.period = _period(issued, rng)
    if made.state == "schedule":
        _plan(made, rng)
    made.paid_on = issued - timedelta(days=rng.choice((0, 0, 0, 1, 2, 5)))
    return made
