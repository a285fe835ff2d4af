"""A hospital's statement of what insurance left to pay."""

from datetime import timedelta
from decimal import Decimal

from samples.blind.draft import Draft, Result
from samples.blind.us_homes import dollars
from samples.formats import num
from samples.tables import pairs, table


def hospital(d: Draft) -> Result:
    """A hospital statement: charges, insurance paid, adjustments, what the patient owes."""
    d.firm(
        "St. Brendan Medical Center",
        "Lakeview Regional Hospital|Lakeview Regional Health System",
        "Mercy Valley Hospital",
    )
    s, charges = d.sheet(), d.money(1800, 9200)
    paid = (charges * Decimal("0.52")).quantize(Decimal("0.01"))
    cut = (charges * Decimal("0.31")).quantize(Decimal("0.01"))
    total, due, account = charges - paid - cut, d.after(25), d.no("10#######")
    visit = d.issued - timedelta(48)
    s.text(15, 20, d.trade, 15, "b", "#24527a")
    s.lines(15, 26, ("Patient Financial Services", *d.seat), 8.5)
    s.lines(15, 50, d.party, 10)
    s.box(125, 14, 76, 40, "#eef3f8", "")
    pairs(
        s,
        129,
        22,
        (
            ("Statement Date", num(d.issued, "m/d/Y")),
            ("Guarantor #", account),
            ("Due Date", num(due, "m/d/Y")),
            ("You Owe", dollars(total)),
        ),
        68,
        "right",
        10,
        "b",
    )
    s.text(15, 74, "STATEMENT OF HOSPITAL SERVICES - THIS IS A BILL", 11, "b")
    rows = [
        (num(visit, "m/d/Y"), "Emergency Dept Visit Level 4", dollars(charges * 6 / 10)),
        (
            num(visit, "m/d/Y"),
            "CT Abdomen w/ contrast",
            dollars(charges - (charges * 6 / 10).quantize(Decimal("0.01"))),
        ),
        ("", "Total Charges", dollars(charges)),
        (num(visit + timedelta(21), "m/d/Y"), "Insurance Payment - Blue Shore PPO", dollars(-paid)),
        (num(visit + timedelta(21), "m/d/Y"), "Contractual Adjustment", dollars(-cut)),
        ("*", "Your Responsibility", dollars(total)),
    ]
    y = table(s, 15, 84, (28, 110, 45), ("Date", "Description", "Amount"), rows, "llr", size=8.5)
    s.para(
        15,
        y + 8,
        185,
        f"Please pay {dollars(total)} by {num(due, 'm/d/Y')}. Pay online, by phone 24/7 or mail a check"
        " with the coupon below. Financial assistance is available:"
        " families earning below 300% of the federal"
        " poverty level may qualify. Payment plans start at $25.00 per month.",
        9,
    )
    s.cut(200)
    s.lines(15, 210, ("MAKE CHECK PAYABLE TO:", d.trade, *d.seat), 9, "h")
    pairs(
        s,
        120,
        210,
        (("Guarantor #", account), ("Amount due", dollars(total)), ("Amount paid", "$ __________")),
        35,
    )
    s.text(120, 228, "[ ] VISA  [ ] MC  [ ] AMEX   Exp ____ CVV ___", 8)
    return d.done(
        s,
        "to_pay",
        total,
        due=due,
        customer=account,
        skip=("means", "reference", "period"),
        biller=("Patient Financial Services",),
        traps=("insurance_paid", "charges_total", "stub"),
    )


DRAWERS = (("en-us-hospital", hospital),)
