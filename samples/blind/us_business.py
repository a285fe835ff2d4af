"""An American contractor's invoice with terms."""

from datetime import timedelta
from decimal import Decimal

from samples.blind.draft import Draft, Result
from samples.blind.us_homes import dollars
from samples.formats import num
from samples.tables import pairs, table


def contractor(d: Draft) -> Result:
    """A contractor's bookkeeping-program invoice: Net 15 / Due on, balance due in a bar."""
    d.firm(
        "Ridgeline Roofing|Ridgeline Roofing LLC",
        "Paloma Design Studio",
        "Big Sky Landscaping|Big Sky Landscaping Inc.",
    )
    s, sub, days = d.sheet("Times"), d.money(450, 5200), (15, 30, 30)[d.variant]
    tax = (sub * Decimal("0.0725")).quantize(Decimal("0.01"))
    deposit, due, number = (
        Decimal(d.of("0", "200", "350")),
        d.issued + timedelta(days),
        d.no("1###"),
    )
    rest = sub + tax - deposit
    s.lines(
        15,
        20,
        (d.legal, *d.seat, "(555) 013-" + d.no("####"), "EIN " + d.no("##-#######")),
        10,
        "h",
    )
    s.text(200, 24, "INVOICE", 22, "br", "#3a6ea5")
    s.lines(15, 54, ("BILL TO", *d.party), 10, "h")
    pairs(
        s,
        135,
        54,
        (
            ("INVOICE #", number),
            ("DATE", num(d.issued, "m/d/Y")),
            ("TERMS", f"Net {days}"),
            ("DUE DATE", num(due, "m/d/Y")),
        ),
        30,
        size=9.5,
    )
    cost = d.split(sub, 3)
    rows = [
        (
            num(d.issued - timedelta(9), "m/d/Y"),
            "Labor",
            "22",
            dollars(cost[0] / 22),
            dollars(cost[0]),
        ),
        (
            num(d.issued - timedelta(8), "m/d/Y"),
            "Materials",
            "1",
            dollars(cost[1]),
            dollars(cost[1]),
        ),
        (
            num(d.issued - timedelta(8), "m/d/Y"),
            "Equipment rental and disposal",
            "1",
            dollars(cost[2]),
            dollars(cost[2]),
        ),
    ]
    y = table(
        s,
        15,
        88,
        (26, 80, 15, 30, 34),
        ("DATE", "ACTIVITY", "QTY", "RATE", "AMOUNT"),
        rows,
        "llrrr",
        "zebra",
        "#3a6ea5",
    )
    sums = [
        ("SUBTOTAL", dollars(sub)),
        ("TAX (7.25%)", dollars(tax)),
        ("TOTAL", dollars(sub + tax)),
    ]
    sums += [("DEPOSIT", dollars(-deposit))] if deposit else []
    y = pairs(s, 125, y + 4, sums, 74, "right", 9.5)
    s.box(120, y, 80, 9, "#e4edf6", "")
    s.text(125, y + 6, "BALANCE DUE", 10, "b")
    s.text(199, y + 6, dollars(rest), 13, "br")
    s.para(
        15,
        y + 22,
        185,
        "Thank you for your business! Make all checks payable to " + d.legal + " or pay by"
        " Zelle. A finance charge of 1.5% per month will be added to past due balances.",
        9,
    )
    return d.done(
        s,
        "to_pay",
        rest,
        due=due,
        number=number,
        skip=("means", "customer_number", "reference"),
        traps=("deposit", "tax"),
    )


DRAWERS = (("en-us-contractor", contractor),)
