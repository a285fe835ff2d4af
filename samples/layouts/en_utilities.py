"""British energy and water."""

from decimal import Decimal

from samples.case import Case, Drawn
from samples.formats import add_months, en, long, num
from samples.page import Sheet
from samples.smallprint import footer
from samples.tables import pairs, table


def energy_statement(c: Case) -> Drawn:
    """Energy by direct debit: balance, what you used, what we will collect and when."""
    s, firm = c.sheet("Helvetica", "Vera"), c.firm
    used, before, paid = c.money(70, 240), c.money(10, 90), c.money(60, 90)
    due, account, number = c.after(12), c.number("A-########"), c.number("KI-########-####")
    balance = before + used - paid
    start = add_months(c.issued, -1)
    s.box(0, 0, 210, 30, "#1b1464", "")
    s.text(15, 19, firm.name.lower(), 20, "b", "#ff5fd2")
    s.text(195, 19, "Your energy statement", 12, "r", "#ffffff")
    s.lines(15, 45, c.party.block, 10)
    pairs(
        s,
        125,
        45,
        [
            ("Your account number", account),
            ("Statement date", long(c.issued, "en")),
            ("Statement number", number),
        ],
        38,
        size=8,
    )
    s.text(15, 80, f"For the period {long(start, 'en')} - {long(c.issued, 'en')}", 9)
    rows = [
        ("Your balance on your last statement", en(before) + " in debit"),
        ("What you've paid since - thank you", en(-paid)),
        ("Electricity", en(used * 6 / 10)),
        ("Gas", en(used - used * 6 / 10)),
        (
            c.of("*Your new balance", "*Total you owe", "*Balance to collect"),
            en(balance) + " in debit",
        ),
    ]
    table(
        s,
        15,
        92,
        (125, 50),
        ("Your account summary", ""),
        rows,
        look="rules",
        ink="#1b1464",
        size=10,
    )
    s.box(15, 135, 180, 24, "#f3e9fb", "", 3)
    s.text(
        20,
        143,
        f"We'll collect {en(balance)} by Direct Debit on or around {long(due, 'en')}.",
        11,
        "b",
    )
    s.text(
        20,
        151,
        "You don't need to do anything. Your payments are protected by the Direct Debit Guarantee.",
        8.5,
    )
    s.para(
        15,
        172,
        178,
        "Could you pay less? On our Fixed 12M tariff you could save £143.20 a year. Exit fee:"
        f" £75.00 per fuel. Energy price cap from 1 January {c.issued.year + 1}: £1,738.",
        8,
    )
    footer(c, s)
    _usage(c, s, used)
    return c.done(
        s,
        "to_be_debited",
        balance,
        due=due,
        number=number,
        customer=account,
        period=(start, c.issued),
        means="direct_debit",
        traps=["direct_debit", "previous_balance", "advert_amount", "detail_pages"],
    )


def _usage(c: Case, s: Sheet, used: Decimal) -> None:
    s.page()
    s.text(15, 20, "How we work out your charges", 14, "b", "#1b1464")
    rows = [
        ("Start reading (E)", "41 208"),
        ("End reading (S)", "41 655"),
        ("Energy used", "447 kWh @ 24.86p"),
        ("Standing charge", "31 days @ 53.80p"),
        ("VAT @ 5.00%", en(used / 21)),
        ("*Total charges for the period", en(used)),
    ]
    table(
        s,
        15,
        34,
        (110, 60),
        ("Electricity - Meter " + c.number("Z##L#####"), ""),
        rows,
        look="zebra",
        ink="#1b1464",
        size=9,
    )
    s.para(
        15,
        90,
        175,
        "Estimated annual cost: £1,204.00. About your tariff: Flexible. An estimated reading (E)"
        " may be replaced with your own at any time.",
        8,
    )


def water_slip(c: Case) -> Drawn:
    """Half-yearly water bill with a bank giro credit slip under a dashed line."""
    s, firm = c.sheet("Times", "Helvetica"), c.firm
    clean, waste = c.money(60, 140), c.money(70, 180)
    total, due, ref = clean + waste, c.after(14), c.number("9## ### ### #")
    number = c.number("INV#######")
    s.text(15, 20, firm.name, 19, "b", "#006699")
    s.lines(15, 38, c.party.block, 10)
    s.text(120, 38, "Your bill for water services", 12, "b")
    s.box(120, 44, 75, 34, "#e6f2f8", "")
    s.text(124, 51, c.of("Please pay", "Amount due", "Total now due"), 10)
    s.text(191, 56, en(total), 18, "br")
    s.text(124, 66, c.of("Please pay by", "Payment due by", "by"), 9)
    s.text(191, 66, long(due, "en"), 10, "br")
    s.text(124, 74, f"Bill date {num(c.issued)}", 8)
    pairs(
        s,
        15,
        70,
        [("Account number", ref), ("Bill number", number), ("VAT", "zero rated")],
        32,
        size=9,
    )
    rows = [
        ("Fresh water 48 m³ @ £2.1411", en(clean - 22)),
        ("Fixed charge", "£22.00"),
        ("Wastewater services", en(waste)),
        ("*Total charges this bill", en(total)),
    ]
    table(
        s,
        15,
        100,
        (130, 45),
        ("Charges " + num(add_months(c.issued, -6)) + " to " + num(c.issued), "Amount"),
        rows,
        look="plain",
        size=9.5,
    )
    s.para(
        15,
        145,
        180,
        f"How to pay: online at {firm.site}/pay, by phone, at any PayPoint with the barcode, or by"
        f" bank transfer to sort code {c.number('99-##-##')}, account {c.number('########')},"
        f" quoting {ref}.",
        9,
    )
    s.cut(225)
    s.text(15, 233, "bank giro credit", 13, "i", "#006699")
    pairs(s, 15, 242, [("Reference", ref), ("Credit account", firm.legal)], 30, size=9)
    s.box(150, 236, 45, 14)
    s.text(153, 241, "£", 9)
    s.text(190, 247, f"{total:.2f}", 12, "br")
    footer(c, s, 284)
    return c.done(
        s,
        "to_pay",
        total,
        due=due,
        number=number,
        customer=ref.replace(" ", ""),
        reference=ref.replace(" ", ""),
        means="transfer",
        traps=["coupon", "several_totals"],
    )
