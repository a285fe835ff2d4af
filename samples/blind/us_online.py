"""American services on line: a software receipt, cloud usage."""

from datetime import timedelta
from decimal import Decimal

from samples.blind.draft import Draft, Result
from samples.blind.parts import brief
from samples.blind.us_homes import dollars
from samples.formats import add_months, month, month_end, us
from samples.tables import pairs, table


def software(d: Draft) -> Result:
    """A payment processor's invoice of a software subscription, paid by card: "Amount due $0.00"."""
    d.firm(
        "Notelane|Notelane Labs, Inc.",
        "Pixelforge|Pixelforge Software LLC",
        "Mailcrane|Mailcrane, Inc.",
    )
    s, each, seats = d.sheet(), Decimal(d.of("12.00", "29.00", "8.50")), d.rng.randrange(1, 9)
    total, number = each * seats, d.no("7FA##C1#-000#")
    end = add_months(d.issued, 1)
    s.text(20, 25, "Receipt", 18, "b")
    s.text(195, 25, d.trade, 14, "br", "#8a8f98")
    rows = [
        ("Invoice number", number),
        ("Receipt number", d.no("2###-####")),
        ("Date paid", us(d.issued)),
        ("Payment method", "Visa - " + d.no("####")),
    ]
    pairs(s, 20, 36, rows, 32, size=9)
    s.lines(
        20,
        62,
        (d.legal, *d.seat, "United States", "billing@" + d.trade.lower() + ".example"),
        9,
        "h",
    )
    s.lines(110, 62, ("Bill to", *d.party), 9, "h")
    s.text(20, 96, f"{dollars(total)} paid on {us(d.issued)}", 15, "b")
    items = [
        (
            f"Team plan ({brief(d.issued, comma=True)} - {brief(end, comma=True)})",
            str(seats),
            dollars(each),
            dollars(total),
        ),
    ]
    y = table(
        s,
        20,
        112,
        (95, 15, 30, 35),
        ("Description", "Qty", "Unit price", "Amount"),
        items,
        size=8.5,
    )
    sums = (
        ("Subtotal", dollars(total)),
        ("Total excluding tax", dollars(total)),
        ("Tax", "$0.00"),
        ("Total", dollars(total)),
        ("Amount paid", dollars(total)),
        ("Amount due", "$0.00"),
    )
    pairs(s, 120, y + 4, sums, 74, "right", 9)
    s.text(20, 180, "Payment history", 11, "b")
    table(s, 20, 188, (60, 45, 35, 35), ("Payment method", "Date", "Amount paid", "Receipt no."),
          (("Visa - 4242", us(d.issued), dollars(total), d.no("2###-####")),), "llrr", size=8.5)  # fmt: skip
    return d.done(s, "receipt", total, number=number, means="card", period=(d.issued, end),
                  skip=("period", "reference"), traps=("amount_due_zero", "processor"))  # fmt: skip


def cloud(d: Draft) -> Result:
    """A cloud provider's usage invoice: charged to the card on file on or after a date."""
    d.firm(
        "Stratus Web Services|Stratus Web Services, Inc.",
        "Tidepool Cloud|Tidepool Cloud LLC",
        "Orbit Cloud|Orbit Cloud Corp.",
    )
    s, total = d.sheet("Vera"), d.money(6, 940)
    start = add_months(d.issued.replace(day=1), -1)
    d.issued = add_months(start, 1).replace(day=int(d.of("2", "1", "3")))
    number, account, due = (
        d.no(f"EUINUS{d.issued:%y}-######"),
        d.no("############"),
        d.issued + timedelta(2),
    )
    s.text(15, 20, d.trade, 14, "b", "#ec7211")
    s.text(200, 20, "Invoice", 16, "br")
    s.lines(15, 32, ("Account number:", account, "", "Bill to Address:", *d.party), 8)
    s.box(110, 28, 90, 34, "#f6f6f6", "#cccccc")
    pairs(
        s,
        114,
        35,
        (
            ("Invoice Number:", number),
            ("Invoice Date:", us(d.issued)),
            ("TOTAL AMOUNT DUE ON", us(due)),
            ("", dollars(total)),
        ),
        82,
        "right",
        8.5,
        "b",
    )
    s.text(
        15,
        78,
        f"This invoice is for the billing period {month(start, 'en')} 1 -"
        f" {month(start, 'en')} {month_end(start).day}, {start.year}",
        9,
    )
    s.para(
        15,
        88,
        185,
        f"Greetings from {d.trade}, we're writing to provide you with an electronic invoice for your use"
        " of our services. Your card ending in "
        + d.no("####")
        + " will be charged automatically. Additional"
        " information is available on the Billing & Cost Management page of your account.",
        8.5,
    )
    cost = d.split(total, 4)
    rows = [
        ("Elastic Compute", dollars(cost[0])),
        ("Object Storage", dollars(cost[1])),
        ("Data Transfer (first 10 TB at $0.09 per GB)", dollars(cost[2])),
        ("Managed Database", dollars(cost[3])),
        ("Credits", "$0.00"),
        ("Tax", "$0.00"),
        ("*Total for this invoice", dollars(total)),
    ]
    table(s, 15, 112, (140, 45), ("Summary", ""), rows, size=8.5)
    s.para(
        15,
        262,
        185,
        f"Service Provider: {d.legal}, {', '.join(d.seat)}. All charges and prices are in US Dollars. This is"
        " not a VAT invoice. Usage and recurring charges for this statement period are billed in arrears.",
        6.5,
    )
    return d.done(s, "to_be_debited", total, due=due, number=number, customer=account, means="card",
                  period=(start, month_end(start)), traps=("card_charge",))  # fmt: skip


DRAWERS = (
    ("en-us-software", software),
    ("en-us-cloud", cloud),
)
