"""American homes: cable with autopay, power and gas with a stub."""

from datetime import timedelta
from decimal import Decimal

from samples.blind.draft import Draft, Result
from samples.blind.parts import bars, brief
from samples.formats import en, us
from samples.tables import pairs, table


def dollars(amount: Decimal) -> str:
    """$1,234.56."""
    return en(amount, "$")


def cable(d: Draft) -> Result:
    """A cable bill: "Your bill at a glance", automatic payment, regional fees."""
    d.firm(
        "Comlink|Comlink Cable Communications, LLC",
        "Spectra Internet|Spectra Holdings Inc.",
        "Northstar Cable|Northstar Cable Corp.",
    )
    s, total, due = d.sheet(), d.money(62, 240), d.after(21)
    account, old = d.no("8495 74 ### #######"), d.money(60, 200)
    start, end = d.issued + timedelta(6), d.issued + timedelta(36)
    s.text(15, 20, d.trade, 18, "b")
    s.lines(15, 32, (f"Hi {d.party[0].title()},", "Thanks for choosing " + d.trade + "."), 11)
    pairs(
        s,
        130,
        18,
        (
            ("Account number", account),
            ("Billing date", brief(d.issued, comma=True)),
            ("Services from", f"{brief(start, comma=True)} to"),
            ("", brief(end, comma=True)),
        ),
        28,
        size=8,
    )
    s.text(15, 52, "Your bill at a glance", 13, "b")
    tax, extra = Decimal("4.87"), Decimal("12.40")
    rows = [
        ("Previous balance", dollars(old)),
        (f"EFT payment - thank you {brief(d.issued - timedelta(9), comma=True)}", dollars(-old)),
        ("Regular monthly charges", dollars(total - tax - extra)),
        ("Broadcast TV fee and regional sports fee", dollars(extra)),
        ("Taxes, fees and other charges", dollars(tax)),
        ("*Total amount", dollars(total)),
    ]
    table(s, 15, 60, (135, 45), (), rows, size=9)
    s.box(15, 96, 180, 20, "#efe6fa", "", 2)
    s.text(20, 104, f"Automatic payment {brief(due, comma=True)}", 11, "b")
    s.text(190, 104, dollars(total), 13, "br")
    s.text(
        20, 111, f"We'll charge your bank account ending in {d.no('####')}. No action needed.", 8.5
    )
    s.para(
        15,
        130,
        180,
        "Your promotional discount of $30.00 ends on 03/14/2027. Additional information:"
        f" late fee $10.00. Closed captioning: 1-855-555-01{d.no('##')}.",
        8.5,
    )
    s.cut(220)
    s.lines(15, 230, (d.legal, *d.seat), 9)
    s.lines(15, 252, d.party, 9)
    s.lines(
        130,
        230,
        (
            "Account number " + account,
            "Automatic payment " + brief(due, comma=True),
            "Please do not send payment",
        ),
        8,
    )
    return d.done(
        s,
        "to_be_debited",
        total,
        due=due,
        customer=account.replace(" ", ""),
        period=(start, end),
        means="direct_debit",
        traps=("previous_balance", "stub"),
    )


def power_gas(d: Draft) -> Result:
    """A utility's statement: enclosed balances, line of credits, stub with scan line."""
    d.firm(
        "Pacific Grid & Gas|Pacific Grid and Gas Company",
        "Prairie Electric|Prairie Electric Cooperative, Inc.",
        "Bayside Energy|Bayside Energy Corporation",
    )
    s, power, gas, due = d.sheet(), d.money(90, 260), d.money(15, 120), d.after(19)
    old, account = d.money(60, 300), d.no("##########-#")
    total = power + gas - Decimal("55.17")
    s.text(15, 18, d.trade, 16, "b", "#0089c4")
    s.text(200, 16, "ENERGY STATEMENT", 13, "br")
    pairs(
        s,
        140,
        24,
        (
            ("Account No:", account),
            ("Statement Date:", us(d.issued, short=True)),
            ("Due Date:", us(due, short=True)),
        ),
        30,
        style="b",
    )
    s.lines(15, 34, ("Service For:", *d.party), 9, "h")
    s.text(15, 70, "Your Account Summary", 11, "b")
    rows = [
        ("Amount Due on Previous Statement", dollars(old)),
        ("Payment(s) Received Since Last Statement", dollars(-old)),
        ("Previous Unpaid Balance", "$0.00"),
        ("Current Electric Charges", dollars(power)),
        ("Current Gas Charges", dollars(gas)),
        ("California Climate Credit", dollars(Decimal("-55.17"))),
        (f"*Total Amount Due by {us(due, short=True)}", dollars(total)),
    ]
    table(s, 15, 77, (110, 30), (), rows, size=9)
    s.text(165, 77, "Daily usage", 8, "b")
    bars(s, d, (155, 82), (45, 22), ("Oct", "Nov", "Last yr"))
    s.para(
        15,
        128,
        185,
        "Important messages: Tiered rate baseline allowance 312.00 kWh @ $0.39 / over baseline $0.49."
        " Gas 0.81 therms per day. A late payment"
        " charge may apply if payment is not received within 19 days.",
        8,
    )
    s.para(
        15,
        146,
        185,
        f"Electric {us(d.issued - timedelta(33), short=True)} - {us(d.issued - timedelta(4), short=True)}"
        f" (29 billing days), meter {d.no('100#######')}, total usage {d.no('###')}.000000 kWh.",
        8,
    )
    s.cut(205)
    s.text(
        15, 211, "Please return this portion with your payment. No staples or paper clips.", 7, "i"
    )
    for place, (label, value) in enumerate(
        (
            ("Account Number:", account),
            ("Due Date:", us(due, short=True)),
            ("Total Amount Due:", dollars(total)),
            ("Amount Enclosed:", "$"),
        )
    ):
        s.text(15 + place * 48, 219, label, 8, "b")
        s.text(15 + place * 48, 224, value, 9)
    s.lines(15, 236, d.party, 9)
    s.lines(130, 236, (d.legal.upper(), *d.seat), 9)
    s.text(15, 270, f"999{account.replace('-', '')}00000{int(total * 100):07d}", 10)
    return d.done(
        s,
        "to_pay",
        total,
        due=due,
        customer=account,
        period=(d.issued - timedelta(33), d.issued - timedelta(4)),
        skip=("means", "reference"),
        traps=("previous_balance", "stub", "credit_line"),
    )


DRAWERS = (
    ("en-us-cable", cable),
    ("en-us-power-gas", power_gas),
)
