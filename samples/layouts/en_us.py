"""American utility and clinic: month-first dates, dollars, coupons."""

from datetime import timedelta
from decimal import Decimal

from samples.case import Case, Drawn
from samples.formats import add_months, en, us
from samples.smallprint import footer
from samples.tables import pairs, table


def utility(c: Case) -> Drawn:
    """Electric bill: previous balance and payment, late amount after the due date, coupon."""
    s, firm = c.sheet("Helvetica", "Courier"), c.firm
    now, before = c.money(45, 310), c.money(45, 200)
    due, account = c.issued + timedelta(days=21), c.number("#####-#####")
    late = (now * Decimal("1.015")).quantize(now)
    s.text(15, 20, firm.name, 17, "b", "#0d47a1")
    pairs(
        s,
        130,
        18,
        [("Account Number", account), ("Bill Date", us(c.issued)), ("Due Date", us(due))],
        70,
        "right",
        9,
    )
    s.lines(15, 42, ["Service for:", *c.party.block], 9, "h")
    rows = [
        ("Previous balance", en(before, "$")),
        (
            f"Payment received {us(c.issued - timedelta(days=11), short=True)} - thank you",
            en(-before, "$"),
        ),
        ("Balance forward", "$0.00"),
        ("Current charges", en(now, "$")),
        (c.of("*Amount Due", "*Total Amount Due"), en(now, "$")),
    ]
    table(s, 15, 78, (125, 45), ("Billing Summary", ""), rows, look="rules", ink="#0d47a1", size=10)
    s.text(15, 120, f"Amount due after {us(due, short=True)}: {en(late, '$')}", 9)
    s.para(
        15,
        130,
        180,
        f"Usage 612 kWh over 30 days ({us(add_months(c.issued, -1), short=True)} -"
        f" {us(c.issued, short=True)}), average $0.1421 per kWh. Go paperless and get a $5.00"
        " credit!",
        9,
    )
    s.cut(195)
    s.text(15, 203, f"Return this part with a check payable to {firm.name}", 8, "i")
    s.lines(15, 215, c.party.block, 9)
    pairs(
        s,
        125,
        213,
        [
            ("Account", account),
            ("Please pay by", us(due, short=True)),
            ("Amount Due", en(now, "$")),
            ("Amount Enclosed", "$ ________"),
        ],
        75,
        "right",
        9,
        "b",
    )
    s.lines(125, 245, [firm.legal, *c.address], 9)
    return c.done(
        s,
        "to_pay",
        now,
        due=due,
        customer=account,
        period=(add_months(c.issued, -1), c.issued),
        means="cheque",
        traps=["us_dates", "previous_balance", "late_amount", "coupon"],
    )


def medical(c: Case) -> Drawn:
    """Clinic statement: charges, insurance adjustment, "PAY THIS AMOUNT"."""
    s, firm = c.sheet("Courier", "Helvetica"), c.firm
    mine = c.money(18, 290)
    adjust, insurer = c.money(80, 300), c.money(100, 900)
    due, account = c.issued + timedelta(days=25), c.number("P#####")
    s.lines(15, 16, [firm.legal, *c.address], 9, "h")
    s.box(110, 12, 92, 26)
    table(
        s,
        110,
        18,
        (30, 31, 31),
        ("STATEMENT DATE", "PAY THIS AMOUNT", "ACCT #"),
        [(us(c.issued, short=True), en(mine, "$"), account)],
        "ccc",
        "plain",
        size=7.5,
    )
    s.text(112, 34, f"PAYMENT DUE BY {us(due, short=True)}", 8, "b")
    s.lines(15, 55, c.party.block, 10)
    gross = mine + adjust + insurer
    rows = [
        (
            us(add_months(c.issued, -2), short=True),
            "Office visit, established patient",
            en(gross, ""),
            "",
        ),
        (
            us(add_months(c.issued, -1), short=True),
            "Insurance payment - Bluestone PPO",
            "",
            en(-insurer, ""),
        ),
        (us(add_months(c.issued, -1), short=True), "Contractual adjustment", "", en(-adjust, "")),
    ]
    y = table(
        s,
        15,
        90,
        (30, 90, 32, 32),
        ("Date", "Description", "Charge", "Credit"),
        rows,
        "llrr",
        "grid",
        size=8.5,
    )
    table(
        s,
        15,
        y + 10,
        (46, 46, 46, 46),
        ("Current", "30-60 days", "Over 60", "Balance"),
        [(en(mine, "$"), "$0.00", "$0.00", en(mine, "$"))],
        "cccc",
        "grid",
        size=9,
    )
    footer(c, s, 250)
    return c.done(
        s,
        "to_pay",
        mine,
        due=due,
        customer=account,
        means="cheque",
        traps=["us_dates", "several_totals", "insurer_name"],
    )
