"""British broadband, council tax, rent, insurance."""

from datetime import date
from decimal import Decimal

from samples.case import Case, Drawn
from samples.formats import add_months, en, long, num
from samples.smallprint import footer
from samples.tables import pairs, table


def broadband(c: Case) -> Drawn:
    """Broadband and phone: summary tiles, VAT inclusive lines, collected by Direct Debit."""
    s, firm = c.sheet("Vera", "Helvetica"), c.firm
    total, due, account = c.money(24, 96), c.after(14), c.number("GB########")
    net, tax = c.vat(total)
    number = c.number("M###-####")
    s.logo(15, 20, firm.name, c.tint)
    s.lines(15, 40, c.party.block, 9)
    pairs(
        s,
        140,
        40,
        [
            ("Account number", account),
            ("Bill number", number),
            ("Bill date", num(c.issued, "d m Y").replace(" ", "/")),
            ("Page", "1 of 2"),
        ],
        54,
        "right",
        8,
    )
    s.text(15, 75, "Hello, here's your bill", 18, "b", c.tint)
    s.text(15, 90, "Total due", 10)
    s.text(15, 100, en(total), 24, "b")
    s.text(90, 90, c.of("Payment will be taken on", "We'll take this from your bank on"), 10)
    s.text(90, 100, long(due, "en"), 14, "b")
    rows = [
        ("Full Fibre 500", en(net - 3)),
        ("Landline calls", "£3.00"),
        ("Total excluding VAT", en(net)),
        ("VAT at 20%", en(tax)),
        ("*Total including VAT", en(total)),
    ]
    table(s, 15, 118, (120, 45), ("Your charges", ""), rows, look="zebra", ink=c.tint, size=9)
    s.text(15, 165, "You're paying by Direct Debit, so there's nothing for you to do.", 9)
    s.para(
        15,
        175,
        175,
        "From 31 March each year prices rise by £3.00 a month. Moving home? Call us 30 days"
        " before.",
        8,
    )
    footer(c, s)
    return c.done(
        s,
        "to_be_debited",
        total,
        due=due,
        number=number,
        customer=account,
        means="direct_debit",
        traps=["direct_debit", "several_totals"],
    )


def council_tax(c: Case) -> Drawn:
    """Council tax bill: yearly charge and instalments from April, not one sum."""
    s, firm = c.sheet("Helvetica", "Times"), c.firm
    c.issued = date(2026 - c.variant, 3, 11)
    each, first = Decimal(c.rng.randrange(120, 260)), date(c.issued.year, 4, 1)
    last = each + c.money(1, 9)
    year, account = each * 9 + last, c.number("6#######")
    dates = [first, *(add_months(first, i) for i in range(1, 10))]
    s.text(15, 20, firm.name, 16, "b", "#4b2e83")
    s.text(195, 20, "COUNCIL TAX BILL " + f"{first.year}/{first.year % 100 + 1}", 13, "br")
    s.lines(20, 42, c.party.block, 10)
    pairs(
        s,
        125,
        42,
        [
            ("Account reference:", account),
            ("Date of issue:", long(c.issued, "en")),
            ("Band:", "C"),
            ("Reason for bill:", "New year charge"),
        ],
        34,
        size=9,
    )
    rows = [
        ("Kelmarshire County Council", en(each * 7)),
        (firm.name, en(each * 2)),
        ("Police and Crime Commissioner", en(last)),
        (f"*Council Tax for 01/04/{first.year} - 31/03/{first.year + 1}", en(year)),
    ]
    y = table(s, 20, 75, (130, 40), ("", "Amount"), rows, look="grid", size=9)
    s.text(
        20,
        y + 8,
        "INSTALMENTS - method of payment: " + c.of("Cash / online", "Bank transfer"),
        10,
        "b",
    )
    for i, day in enumerate(dates):
        s.text(
            20 + 85 * (i // 5),
            y + 16 + 5.5 * (i % 5),
            f"{num(day)}   {en(last if i == 9 else each)}",
            9,
        )
    s.para(
        20,
        y + 52,
        170,
        f"Pay each instalment on or before its date, quoting {account}. Sort code"
        f" {c.number('99-##-##')} Account {c.number('########')}. If you miss an instalment you may"
        " lose the right to pay by instalments.",
        9,
    )
    return c.done(
        s,
        "schedule",
        each,
        due=first,
        customer=account,
        reference=account,
        means="transfer",
        traps=["schedule", "year_total"],
    )
