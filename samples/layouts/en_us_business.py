"""American software subscription and contractor."""

from datetime import timedelta
from decimal import Decimal

from samples.case import Case, Drawn
from samples.formats import add_months, en, us
from samples.smallprint import footer
from samples.tables import pairs, table


def saas(c: Case) -> Drawn:
    """Software subscription: charged to the card, or paid, as modern web invoices look."""
    s, firm = c.sheet("Helvetica", "Vera"), c.firm
    total, number = c.money(9, 490), c.number("8F3C##A-####")
    paid = c.variant != 1
    due = c.issued if paid else c.issued + timedelta(days=30)
    s.text(15, 22, "Receipt" if paid else "Invoice", 22, "b")
    s.text(200, 22, firm.name, 16, "br", c.tint)
    pairs(
        s,
        15,
        34,
        [
            ("Invoice number", number),
            ("Date of issue", us(c.issued)),
            ("Date paid" if paid else "Date due", us(due)),
        ],
        38,
        size=9,
        style="b",
    )
    s.lines(15, 58, [firm.legal, *c.address], 9, "h")
    s.lines(95, 58, ["Bill to", *c.client_firm().block], 9, "h")
    s.text(
        15,
        90,
        f"{en(total, '$')} " + (f"paid on {us(due)}" if paid else f"USD due {us(due)}"),
        17,
        "b",
    )
    y = table(
        s,
        15,
        105,
        (100, 20, 32, 32),
        ("Description", "Qty", "Unit price", "Amount"),
        [
            (
                f"Team plan ({us(c.issued)} - {us(add_months(c.issued, 1))})",
                "1",
                en(total, "$"),
                en(total, "$"),
            )
        ],
        look="rules",
        size=9,
    )
    pairs(
        s,
        120,
        y + 4,
        [
            ("Subtotal", en(total, "$")),
            ("Total", en(total, "$")),
            ("Amount paid" if paid else "Amount due", en(total, "$")),
        ],
        78,
        "right",
        9,
    )
    footer(c, s, 265)
    return c.done(
        s,
        "receipt" if paid else "to_pay",
        total,
        due=None if paid else due,
        number=number,
        period=(c.issued, add_months(c.issued, 1)),
        means="card",
        traps=["customer_is_company"] + (["already_paid"] if paid else []),
    )


def contractor(c: Case) -> Drawn:
    """Contractor's invoice "Net 15" with state sales tax and an underlined balance."""
    s, firm = c.sheet("Times", "Helvetica"), c.firm
    net = Decimal(c.rng.randrange(300, 4000))
    tax = (net * Decimal("0.0825")).quantize(Decimal("0.01"))
    paid = Decimal(100)
    total, number = net + tax - paid, c.number("10##")
    s.text(108, 22, firm.name, 18, "bc")
    s.text(108, 28, "Licensed - Bonded - Insured", 9, "ic")
    s.lines(15, 45, ["Sold To:", *c.party.block], 10, "h")
    pairs(
        s,
        140,
        45,
        [
            ("Invoice #", number),
            ("Date", us(c.issued, short=True)),
            ("Terms", c.of("Net 15", "Due in 15 days")),
        ],
        25,
        "colon",
        10,
    )
    rows = [
        ("Gutter replacement, 120 ft", en(net, "$")),
        ("Sales tax 8.25%", en(tax, "$")),
        ("Less deposit", en(-paid, "$")),
    ]
    y = table(s, 15, 85, (130, 50), ("Work performed", "Amount"), rows, look="grid", size=10)
    s.text(140, y + 8, "Balance Due", 12, "br")
    s.text(194, y + 8, en(total, "$"), 12, "br")
    s.rule(120, y + 10, 195)
    footer(c, s, 262)
    return c.done(
        s,
        "to_pay",
        total,
        due=c.issued + timedelta(days=15),
        number=number,
        means="cheque",
        traps=["us_dates", "derived_due", "prepaid"],
    )
