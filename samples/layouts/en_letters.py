"""British school fees and final notice, Irish broadband."""

from datetime import timedelta
from decimal import Decimal

from samples.case import Case, Drawn
from samples.formats import add_months, en, long
from samples.smallprint import footer
from samples.tables import pairs, table


def school_fees(c: Case) -> Drawn:
    """Term fees with sibling discount; payable before the first day of term."""
    s, firm = c.sheet("Times", "Helvetica"), c.firm
    fee, lunch = Decimal(c.rng.randrange(800, 3900)), c.money(120, 260)
    off = (fee / 10).quantize(fee)
    total, due = fee + lunch - off, c.issued + timedelta(days=28)
    number = c.number("T####/###")
    s.text(105, 22, firm.name, 20, "ic", "#7b1113")
    s.text(105, 29, ", ".join(c.address), 8, "c")
    s.lines(20, 45, c.party.block, 10)
    s.text(130, 45, f"Fee invoice {number}", 10, "b")
    s.text(130, 51, f"Issued {long(c.issued, 'en')}", 9)
    rows = [
        ("Tuition, autumn term", en(fee)),
        ("Lunches", en(lunch)),
        ("Sibling discount (10%)", en(-off)),
        ("*Total payable", en(total)),
    ]
    y = table(
        s,
        20,
        80,
        (125, 45),
        ("Pupil: J. Russell, Year 4", "£"),
        rows,
        look="rules",
        ink="#7b1113",
        size=10,
    )
    s.text(20, y + 8, f"Fees are due on or before {long(due, 'en', weekday=True)}.", 10, "b")
    s.para(
        20,
        y + 16,
        170,
        f"BACS: {firm.legal}, sort code {c.number('99-##-##')}, account {c.number('########')}. A"
        " late payment charge of 1.5% per month applies. An advance deposit of £500.00 is held and"
        " is not deducted here.",
        9,
    )
    return c.done(
        s,
        "to_pay",
        total,
        due=due,
        number=number,
        means="transfer",
        traps=["deposit_not_deducted", "several_totals"],
    )


def final_notice(c: Case) -> Drawn:
    """Final reminder from a utility: overdue amount, seven days, threat of collection."""
    s, firm = c.sheet("Helvetica", "Times"), c.firm
    total, fee = c.money(60, 420), Decimal("15.00")
    due, account = c.issued + timedelta(days=7), c.number("85########")
    s.text(15, 20, firm.name, 17, "b", c.tint)
    s.lines(15, 42, c.party.block, 10)
    s.text(195, 42, f"Account {account}", 9, "r")
    s.text(195, 48, long(c.issued, "en"), 9, "r")
    s.box(15, 72, 180, 12, "#b00020", "")
    s.text(105, 80, c.of("FINAL REMINDER", "OVERDUE - PLEASE PAY NOW"), 13, "bc", "#ffffff")
    s.para(
        15,
        95,
        178,
        "Dear customer, our records show that your bill dated"
        f" {long(add_months(c.issued, -2), 'en')} has not been paid. Unless we receive"
        f" {en(total + fee)} by {long(due, 'en')} we will pass your account to a debt collection"
        " agency.",
        11,
    )
    pairs(
        s,
        30,
        125,
        [
            ("Overdue balance", en(total)),
            ("Late payment fee", en(fee)),
            ("Total to pay now", en(total + fee)),
        ],
        120,
        "right",
        11,
        "b",
    )
    s.para(
        15,
        155,
        178,
        f"Already paid? Thank you, please ignore this letter. Otherwise pay at {firm.site}/pay or"
        f" by transfer to IBAN {c.iban()} quoting {account}.",
        9,
    )
    footer(c, s)
    return c.done(
        s,
        "reminder",
        total + fee,
        due=due,
        customer=account,
        iban=firm.iban,
        reference=account,
        means="transfer",
        traps=["fees_added", "old_bill_date"],
    )


def irish_broadband(c: Case) -> Drawn:
    """Irish broadband: euro before the amount, day-month names short, mandate direct debit."""
    s, firm = c.sheet("Helvetica", "Vera"), c.firm
    total, due, account = c.money(30, 75), c.issued + timedelta(days=15), c.number("IE-####-###")
    number = c.number("CB-######")
    short = due.strftime("%d %b %Y")
    s.text(195, 20, firm.name, 18, "br", "#00897b")
    s.lines(195, 27, c.address, 8, "r")
    s.lines(15, 30, c.party.block, 10)
    pairs(
        s,
        15,
        62,
        [
            ("Account", account),
            ("Invoice", number),
            ("Issued", c.issued.strftime("%d %b %Y")),
            ("Due", short),
        ],
        45,
        "across",
        9,
        "b",
    )
    rows = [
        ("Brought forward", "€0.00"),
        ("Fibre 1Gb, 1 month", en(total, "€")),
        ("*Amount Due", en(total, "€")),
    ]
    table(s, 15, 85, (130, 45), ("", "Inc. VAT 23%"), rows, look="rules", ink="#00897b", size=10)
    text = (
        f"This amount will be debited from your account ({c.masked()}) on {short}."
        if c.variant == 0
        else f"Please pay by {short} to {c.iban()}, reference {account}."
    )
    s.para(15, 120, 175, text, 10)
    auto = c.variant == 0
    return c.done(
        s,
        "to_be_debited" if auto else "to_pay",
        total,
        due=due,
        number=number,
        customer=account,
        iban=None if auto else firm.iban,
        reference=None if auto else account,
        means="direct_debit" if auto else "transfer",
        traps=["short_months", "symbol_before"]
        + (["direct_debit", "customer_iban"] if auto else []),
    )
