"""British homes: water, telephone."""

from datetime import timedelta
from decimal import Decimal

from samples.blind.draft import Draft, Result
from samples.blind.parts import brief
from samples.formats import add_months, en, long
from samples.identifiers import vat_gb
from samples.tables import table


def water(d: Draft) -> Result:
    """A water company's unmetered yearly bill with a giro slip at the foot."""
    d.firm(
        "Tamesis Water|Tamesis Water Utilities Limited",
        "Severnside|Severnside Water Ltd",
        "Pennine Water|Pennine Water plc",
    )
    s = d.sheet()
    d.dated(2, d.rng.randrange(6, 24))
    due, total = d.issued.replace(month=4, day=1), d.money(310, 620)
    account, half = d.no("9##### #####"), (total / 2).quantize(Decimal("0.01"))
    s.text(195, 20, d.trade, 18, "br", "#0079c1")
    s.lines(15, 40, d.party, 10)
    s.lines(
        135, 36, ("Account number", account, "Date", long(d.issued, "en"), "Help 0316 960 0000"), 9
    )
    s.text(15, 78, "Your bill for water and wastewater services", 14, "b")
    s.text(
        15,
        85,
        f"1 April {due.year} to 31 March {due.year + 1} - charges based on rateable value 214",
        9,
    )
    sums = d.split(total, 4)
    rows = [
        ("Fresh water: rateable value 214 x 63.41p in the £", en(sums[0])),
        ("Fresh water fixed charge", en(sums[1])),
        ("Wastewater: rateable value 214 x 48.07p in the £", en(sums[2])),
        ("Wastewater fixed charge", en(sums[3])),
        ("*Total now due", en(total)),
    ]
    table(s, 15, 95, (130, 40), (), rows, size=9)
    s.text(15, 128, f"Please pay {en(total)} by {long(due, 'en')}", 12, "b")
    s.para(
        15,
        136,
        180,
        f"Or pay in two halves of {en(half)}: the first by {brief(due)}, the second by"
        f" 1 October {due.year}. You can also spread the cost monthly by Direct Debit.",
        9,
    )
    s.para(
        15,
        190,
        180,
        f"{d.legal}. Registered in England and Wales {d.no('0#######')}. Registered office"
        f" {', '.join(d.seat)}.",
        6.5,
    )
    s.cut(205)
    s.text(15, 213, "bank giro credit", 12, "b")
    s.lines(
        15,
        222,
        (
            "Reference (customer account number)",
            account.replace(" ", ""),
            "Credit account number",
            "2483 1120",
        ),
        8,
    )
    s.lines(110, 222, ("Amount due", en(total), "Standard fee payable at PO counter"), 9)
    s.lines(
        110,
        245,
        ("Please do not write or mark below this line", "Date ____ Cash ____ Cheque ____"),
        7,
    )
    s.text(
        15, 280, f"{account.replace(' ', '')}   {int(total * 100):06d}  6X  {d.no('## ## ##')}", 10
    )
    return d.done(
        s,
        "to_pay",
        total,
        due=due,
        customer=account.replace(" ", ""),
        reference=account.replace(" ", ""),
        period=(due, due.replace(year=due.year + 1, month=3, day=31)),
        skip=("means",),
        traps=("instalments", "slip"),
    )


def telephone(d: Draft) -> Result:
    """A phone company's monthly bill: total in a coloured band, late fee, ways to pay."""
    d.firm(
        "Britcom|Britcom plc",
        "Heather Telecom|Heather Telecommunications plc",
        "Citywire Home|Citywire Home Ltd",
    )
    s, total, due = d.sheet(), d.money(28, 96), d.after(12)
    number, account = d.no("Q0## #") + d.of("A", "F", "M"), d.no("GB ## ### ###")
    start = add_months(d.issued, 0)
    end = add_months(d.issued, 1) - timedelta(1)
    s.text(15, 22, d.trade, 22, "b", "#5514b4")
    s.text(195, 20, f"Account number {account}", 9, "r")
    s.text(195, 25, f"Bill number {number}", 9, "r")
    s.text(195, 30, f"Bill date {long(d.issued, 'en')}", 9, "r")
    s.lines(15, 48, d.party, 10)
    s.box(15, 80, 180, 24, "#5514b4", "")
    s.text(22, 90, "Total amount due", 11, "", "#ffffff")
    s.text(22, 98, f"Please pay by {long(due, 'en')}", 10, "", "#ffffff")
    s.text(188, 96, en(total), 22, "br", "#ffffff")
    net, tax = d.vat(total)
    line = Decimal("19.99")
    rows = [
        (f"Full Fibre 150: {brief(start)} - {brief(end)}", en(net - line)),
        ("Unlimited Anytime Calls", en(line)),
        ("Calls to 084 numbers (access charge 15.5p/min)", en(Decimal(0))),
        ("Sub-total excluding VAT", en(net)),
        ("VAT at 20%", en(tax)),
        ("*Total including VAT", en(total)),
    ]
    table(s, 15, 116, (130, 45), ("This bill's charges", ""), rows, size=9)
    s.para(
        15,
        160,
        180,
        "How to pay: online at your account, by debit or credit card on 0800 44 33 11, or by"
        f" bank transfer to sort code 40-52-77, account {d.no('########')}, quoting {account}. If we"
        " don't hear from you by the date above we may add a £7.50 late payment charge. Paying by"
        " Direct Debit would save you £3.00 a month.",
        9,
    )
    s.para(15, 190, 180, "Prices rise each year on 31 March by £3.00 a month.", 8)
    s.para(
        15,
        285,
        180,
        f"{d.legal} Registered in England {d.no('1######')}. VAT registration {vat_gb(d.rng)}.",
        6,
    )
    return d.done(
        s,
        "to_pay",
        total,
        due=due,
        number=number.replace(" ", ""),
        customer=account.replace(" ", ""),
        period=(start, end),
        skip=("means", "iban", "reference"),
        traps=("late_fee", "vat"),
    )


DRAWERS = (
    ("en-water", water),
    ("en-telephone", telephone),
)
