"""British energy: dual fuel by direct debit, a statement in credit."""

from datetime import timedelta
from decimal import Decimal

from samples.blind.draft import Draft, Result
from samples.blind.parts import bars, brief
from samples.formats import en, long
from samples.identifiers import vat_gb
from samples.page import Sheet
from samples.tables import pairs, table


def dual_fuel(d: Draft) -> Result:
    """A quarterly gas and electricity bill: what you owe, before, paid, this bill's charges."""
    d.firm(
        "Albion Gas|Albion Gas Trading Ltd",
        "Northern Flame|Northern Flame Energy plc",
        "Beacon Power|Beacon Power Supply Ltd",
    )
    s, gas, power = d.sheet(), d.money(60, 240), d.money(50, 210)
    total, due, start = gas + power, d.after(14), d.issued - timedelta(92)
    old, account, number = d.money(80, 200), d.no("8500 #### ####"), d.no("#########")
    end = d.issued - timedelta(2)
    s.logo(15, 18, d.trade, "#00539f")
    s.lines(15, 40, d.party, 10)
    pairs(s, 125, 40, (("Your customer number", account), ("Bill date", long(d.issued, "en")),
                       ("Bill number", number)), 42, size=9)  # fmt: skip
    s.text(125, 58, f"Bill period: {brief(start)} - {brief(end)}", 9)
    s.text(15, 80, f"Hello {d.party[0]}, here's your energy bill", 14, "b", "#00539f")
    rows = [
        ("Your last bill", en(old)),
        ("What you've paid - thank you", en(-old)),
        ("Gas charges (including VAT at 5%)", en(gas)),
        ("Electricity charges (including VAT at 5%)", en(power)),
        ("*What you owe us", en(total)),
    ]
    table(s, 15, 92, (120, 45), (), rows, size=10)
    s.box(15, 128, 165, 18, "#e5f0fa", "", 2)
    s.text(20, 136, "You don't need to do anything.", 10, "b")
    s.text(
        20, 142, f"We'll take {en(total)} by Direct Debit on or soon after {long(due, 'en')}.", 9.5
    )
    s.text(15, 158, "Your electricity use (kWh)", 9, "b")
    bars(s, d, (15, 164), (90, 38), ("Jan-Mar", "Apr-Jun", "Jul-Sep", "Oct-Dec"))
    s.lines(115, 164, ("Could you pay less?", f"You could save {en(Decimal('96.40'))} a year by",
                       "switching to our Fix & Save v12 tariff.", "Estimated annual cost",
                       en(total * 4)), 9, "h")  # fmt: skip
    s.para(
        15,
        275,
        180,
        f"{d.legal} is registered in England and Wales No. {d.no('0#######')}. Registered"
        f" office: {', '.join(d.seat)}. VAT No {vat_gb(d.rng)}. Gas emergency 0800 111 999.",
        6.5,
    )
    s.page()
    _readings(s)
    return d.done(
        s,
        "to_be_debited",
        total,
        due=due,
        number=number,
        customer=account.replace(" ", ""),
        period=(start, end),
        means="direct_debit",
        traps=("previous_balance", "chart"),
    )


def _readings(s: Sheet) -> None:
    rows = [
        ("Gas", "4311 (actual)", "4402 (estimated)", "91 m3 = 1022 kWh", "6.24p"),
        ("Electricity", "20871 (actual)", "21590 (smart)", "719 kWh", "24.86p"),
        ("Standing charge gas", "", "", "92 days", "31.66p"),
        ("Standing charge electricity", "", "", "92 days", "53.80p"),
    ]
    s.text(15, 20, "How we worked out your charges", 12, "b")
    table(
        s, 15, 30, (45, 38, 38, 38, 20), ("", "Last reading", "This reading", "Used", "Rate"), rows
    )


def in_credit(d: Draft) -> Result:
    """A friendly supplier's statement: the balance stays in credit, nothing to pay."""
    d.firm(
        "Squid Energy|Squid Energy Limited",
        "Otter Power|Otter Power Ltd",
        "Puffin|Puffin Energy Limited",
    )
    s, used, paid, before = d.sheet("Vera"), d.money(60, 120), d.money(125, 190), d.money(20, 300)
    balance, account = before + paid - used, d.no("A-7F##4#B#")
    start, end = d.issued - timedelta(31), d.issued - timedelta(1)
    s.box(0, 0, 210, 30, "#180048", "")
    s.text(15, 18, d.trade, 18, "b", "#ff5fd2")
    s.lines(15, 45, d.party, 9)
    s.lines(
        130, 45, ("Your Account Number:", account, f"Statement date: {long(d.issued, 'en')}"), 8.5
    )
    s.text(15, 78, "Your energy account", 14, "b")
    s.text(15, 84, f"{brief(start)} - {brief(end)}", 9)
    rows = [
        (f"Balance on {long(start, 'en')}", f"{en(before)} in credit"),
        ("We've charged you", en(-used)),
        (f"You've paid by Direct Debit on {brief(start + timedelta(3))}", en(paid)),
        (f"*Balance on {long(end, 'en')}", f"{en(balance)} in credit"),
    ]
    table(s, 15, 96, (120, 55), (), rows, size=9)
    s.para(
        15,
        130,
        170,
        "You're in credit, nice! There is nothing to pay. Your next Direct Debit of"
        f" {en(paid)} helps to build up your balance for the winter. If you would like some of your"
        " credit back, just email us at hello@" + d.trade.split()[0].lower() + ".example.",
        9,
    )
    s.text(15, 160, "Your usage this month", 11, "b")
    table(s, 15, 168, (60, 40, 40, 35), ("Energy used", "kWh", "Unit rate", "Cost"), (
        ("Electricity", "231.4", "24.11p/kWh", en(used - Decimal("24.90"))),
        ("Standing charge", "30 days", "45.2p/day", en(Decimal("19.61"))),
        ("VAT @ 5.00%", "", "", en(Decimal("5.29")))), size=8.5)  # fmt: skip
    s.para(15, 285, 180, f"{d.legal}, company number 0{d.no('#######')}. {', '.join(d.seat)}.", 6)
    return d.done(s, "other", Decimal(0), customer=account, period=(start, end),
                  skip=("amount", "means"), traps=("in_credit", "nothing_to_pay"))  # fmt: skip


DRAWERS = (
    ("en-dual-fuel", dual_fuel),
    ("en-in-credit", in_credit),
)
