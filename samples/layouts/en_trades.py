"""British sole trader and electrician."""

from datetime import timedelta
from decimal import Decimal

from samples.case import Case, Drawn
from samples.formats import en, long, num
from samples.smallprint import footer
from samples.tables import pairs, table


def sole_trader(c: Case) -> Drawn:
    """Invoice "30 days net" with sort code; customer is a company."""
    s, firm = c.sheet("Helvetica", "Times"), c.firm
    hours, rate = Decimal(c.rng.randrange(6, 40)), Decimal(c.rng.randrange(35, 90))
    total, number, client = hours * rate, c.number("INV-0###"), c.client_firm()
    days = 30 if c.variant != 1 else 14
    s.text(20, 26, "INVOICE", 28, "b", "#333333")
    s.lines(190, 20, [firm.name, *c.address, f"hello@{firm.site}"], 9, "r")
    s.lines(20, 50, ["Bill to", *client.block], 9.5, "h")
    pairs(
        s,
        125,
        50,
        [
            ("Invoice no.", number),
            ("Date", long(c.issued, "en")),
            ("Terms", c.of("30 days net", "Payment within 14 days", "Net 30")),
        ],
        30,
        size=9,
    )
    y = table(
        s,
        20,
        85,
        (95, 20, 28, 28),
        ("Description", "Hours", "Rate", "Amount"),
        [("Website copy and layout", str(hours), en(rate), en(total))],
        look="zebra",
        ink="#333333",
        size=9,
    )
    s.text(140, y + 8, "Total", 12, "b")
    s.text(191, y + 8, en(total), 12, "br")
    s.lines(
        20,
        y + 25,
        [
            "Payment details",
            f"Account name: {firm.name}",
            f"Sort code: {c.number('99-##-##')}",
            f"Account no: {c.number('########')}",
            f"Please quote {number}",
        ],
        9,
        "h",
    )
    s.text(20, 270, "Not VAT registered. Thank you for your business!", 8, "i")
    return c.done(
        s,
        "to_pay",
        total,
        due=c.issued + timedelta(days=days),
        number=number,
        reference=number,
        means="transfer",
        traps=["derived_due", "customer_is_company"],
    )


def electrician(c: Case) -> Drawn:
    """Tradesman's invoice on a carbon-copy form: boxes, CIS and VAT, due on receipt."""
    s, firm = c.sheet("Courier", "Helvetica"), c.firm
    net = c.money(90, 1400)
    tax = (net / 5).quantize(net)
    total, number = net + tax, c.number("#####")
    s.box(15, 12, 180, 28)
    s.text(105, 22, firm.legal.upper(), 15, "bc")
    s.text(105, 29, " ".join(c.address), 8, "c")
    s.text(105, 35, f"VAT Reg. No. {firm.vat}", 8, "c")
    s.box(15, 44, 110, 32)
    s.lines(18, 51, ["To:", *c.party.block], 9)
    s.box(128, 44, 67, 32)
    pairs(
        s,
        131,
        52,
        [("Invoice No.", number), ("Tax point", num(c.issued, "d/m/y")), ("Order", "verbal")],
        30,
        size=9,
    )
    s.box(15, 80, 180, 100)
    s.lines(
        18,
        88,
        ["Replace consumer unit, 18th edition", "Test and certificate", "Materials as listed"],
        10,
    )
    for row, (label, value) in enumerate((("GOODS", net), ("V.A.T. 20%", tax), ("TOTAL", total))):
        s.box(128, 182 + 9 * row, 33, 9)
        s.box(161, 182 + 9 * row, 34, 9)
        s.text(131, 188 + 9 * row, label, 9, "b")
        s.text(193, 188 + 9 * row, en(value), 10, "r")
    s.text(
        15,
        220,
        "PAYMENT DUE ON RECEIPT OF INVOICE - CHEQUES PAYABLE TO " + firm.legal.upper(),
        8,
        "b",
    )
    footer(c, s)
    return c.done(
        s,
        "to_pay",
        total,
        due=c.issued,
        number=number,
        means="cheque",
        traps=["derived_due", "two_digit_year", "several_totals"],
    )
