"""British rent account and insurance renewal."""

from datetime import timedelta
from decimal import Decimal

from samples.case import Case, Drawn
from samples.formats import add_months, en, long, month_end, month_start, num
from samples.smallprint import footer
from samples.tables import pairs, table


def rent_statement(c: Case) -> Drawn:
    """Running rent account: charges, payments, balance column; arrears to clear."""
    s, firm = c.sheet("Courier", "Helvetica"), c.firm
    rent, start = Decimal(c.rng.randrange(620, 1450)), month_start(c.issued, -2)
    arrears, due = rent - Decimal(c.rng.randrange(100, 500)), c.issued + timedelta(days=7)
    ref = c.number("TEN/####/##")
    s.lines(20, 18, [firm.name, *c.address], 9, "h")
    s.text(190, 20, "RENT STATEMENT", 14, "br")
    s.lines(20, 48, c.party.block, 10)
    pairs(s, 130, 48, [("Tenancy ref", ref), ("Date", num(c.issued))], 28, size=9)
    rows = [
        (num(start), "Rent", en(rent), "", en(rent)),
        (num(start + timedelta(days=3)), "Standing order - thank you", "", en(rent), "£0.00"),
        (num(add_months(start, 1)), "Rent", en(rent), "", en(rent)),
        (
            num(add_months(start, 1) + timedelta(days=9)),
            "Part payment",
            "",
            en(rent - arrears),
            en(arrears),
        ),
    ]
    y = table(
        s,
        20,
        80,
        (28, 62, 27, 27, 27),
        ("Date", "Details", "Charged", "Paid", "Balance"),
        rows,
        "llrrr",
        "rules",
        size=8.5,
    )
    s.text(20, y + 10, f"Balance outstanding: {en(arrears)}", 12, "b")
    s.para(
        20,
        y + 18,
        170,
        f"Please bring your account up to date by {long(due, 'en')}. Pay {firm.legal}, IBAN"
        f" {c.iban()}, reference {ref}.",
        10,
    )
    return c.done(
        s,
        "to_pay",
        arrears,
        due=due,
        customer=ref,
        iban=firm.iban,
        reference=ref,
        means="transfer",
        traps=["previous_balance", "several_totals", "running_balance"],
    )


def insurance_renewal(c: Case) -> Drawn:
    """Renewal invitation: last year's price, this year's, two ways to pay; due before renewal."""
    s, firm = c.sheet("Times", "Vera"), c.firm
    total, last, renewal = (
        c.money(210, 720),
        c.money(190, 650),
        month_end(c.issued + timedelta(days=20)),
    )
    number = c.number("HC/#######/#")
    s.text(20, 20, firm.name, 20, "b", c.tint)
    s.lines(20, 35, c.party.block, 10)
    s.text(20, 62, long(c.issued, "en"), 10)
    s.text(20, 72, f"Your home insurance is due for renewal - policy {number}", 12, "b")
    s.para(
        20,
        82,
        170,
        f"Last year you paid {en(last)}. Your renewal premium, including insurance premium tax at"
        f" 12%, is shown below. To stay covered, please pay by {long(renewal, 'en')}.",
        10,
    )
    s.box(20, 105, 80, 26, "#eeeeee", "")
    s.text(60, 114, "Pay in full", 10, "c")
    s.text(60, 124, en(total), 17, "bc")
    s.box(110, 105, 80, 26, "", "#999999")
    s.text(150, 114, "or by 12 monthly payments of", 9, "c")
    s.text(150, 124, en((total * Decimal("1.08") / 12).quantize(total)), 13, "c")
    s.text(150, 129, "19.9% APR representative", 7, "c")
    s.para(
        20,
        145,
        170,
        f"Pay online at {firm.site}/renew or call us with your card. This is not an automatic"
        f" renewal: without payment your cover ends at 23:59 on {long(renewal, 'en')}.",
        9,
    )
    footer(c, s)
    return c.done(
        s,
        "to_pay",
        total,
        due=renewal,
        customer=number,
        means="card",
        traps=["option_amount", "last_year_amount"],
    )
