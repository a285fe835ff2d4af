"""British till receipt, gym and credit note."""

from datetime import timedelta
from decimal import Decimal

from samples.case import Case, Drawn
from samples.formats import en, long, num
from samples.smallprint import footer
from samples.tables import pairs, table


def shop_receipt(c: Case) -> Drawn:
    """Till receipt on an 80 mm roll: cash, change, VAT summary."""
    s, firm = c.sheet("Courier"), c.firm
    items = [c.money(1, 40) for _ in range(5)]
    total = sum(items, Decimal(0))
    given = (total // 10 + 1) * 10
    names = ("COMPOST 50L", "TERRACOTTA POT", "SEEDS MIX", "TEA & SCONE", "GLOVES M")
    s.lines(105, 20, [firm.name.upper(), *c.address, f"VAT No {firm.vat}"], 9, "c")
    s.text(70, 46, f"{num(c.issued)} 14:{c.rng.randrange(10, 59)}   TILL 03", 9)
    rows = [(n, en(i, "")) for n, i in zip(names, items, strict=True)]
    y = table(
        s,
        68,
        54,
        (50, 25),
        (),
        [*rows, ("*TOTAL", en(total)), ("CASH", en(given)), ("CHANGE", en(given - total))],
        look="plain",
        size=9,
    )
    s.text(105, y + 8, "THANK YOU - PLEASE KEEP YOUR RECEIPT", 8, "c")
    return c.done(s, "receipt", total, means="cash", traps=["already_paid", "cash_given"])


def gym(c: Case) -> Drawn:
    """Gym membership confirmation: charged to the card each month."""
    s, firm = c.sheet("Vera", "Helvetica"), c.firm
    total, due, number = c.money(15, 60), c.issued + timedelta(days=5), c.number("IG######")
    s.box(0, 0, 210, 45, "#111111", "")
    s.text(20, 28, firm.name.upper(), 26, "b", "#f7d417")
    s.text(20, 60, "Membership invoice", 16, "b")
    pairs(
        s,
        20,
        75,
        [
            ("Member", c.party.name),
            ("Membership no.", number),
            ("Invoice date", long(c.issued, "en")),
            ("Next payment", long(due, "en")),
            ("Amount", en(total)),
        ],
        50,
        "before" if c.variant else "beside",
        10,
    )
    s.para(
        20,
        115,
        170,
        f"Your monthly fee of {en(total)} will be charged to your Visa card ending 4412 on"
        f" {long(due, 'en')}. Joining fee waived (was £25.00).",
        10,
    )
    footer(c, s)
    return c.done(
        s,
        "to_be_debited",
        total,
        due=due,
        customer=number,
        means="card",
        traps=["card_charge", "advert_amount"],
    )


def credit_note(c: Case) -> Drawn:
    """Credit note in brackets style: (£12.00)."""
    s, firm = c.sheet("Times", "Vera"), c.firm
    total, number = c.money(10, 190), c.number("CN-#####")
    net, tax = c.vat(total)
    s.text(190, 25, "CREDIT NOTE", 22, "r", "#666666")
    s.lines(20, 22, [firm.name, *c.address], 9, "h")
    s.lines(20, 55, c.party.block, 10)
    pairs(
        s,
        130,
        50,
        [
            ("Credit note", number),
            ("Date", num(c.issued)),
            ("Original invoice", c.number("INV-#####")),
        ],
        32,
        size=9,
    )
    rows = [
        ("Returned: trail pump", f"({en(net)})"),
        ("VAT", f"({en(tax)})"),
        ("*Total credit", f"({en(total)})"),
    ]
    table(s, 20, 90, (120, 50), ("Description", "Amount"), rows, look="grid", size=10)
    s.text(20, 130, "This amount has been credited to your card. No payment is required.", 10)
    footer(c, s)
    return c.done(
        s, "credit_note", -total, number=number, traps=["brackets_negative", "other_bill_number"]
    )
