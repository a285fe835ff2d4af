"""British authorities: council tax, a licence reminder."""

from datetime import timedelta
from decimal import Decimal

from samples.blind.draft import Draft, Result
from samples.formats import add_months, en, long, num
from samples.tables import pairs, table


def council_tax(d: Draft) -> Result:
    """The yearly council tax bill with ten instalments; the first is what comes next."""
    d.firm(
        "Harrowmere District Council", "City of Eastwick Council", "Royal Borough of Castlebrook"
    )
    s = d.sheet()
    d.dated(3, d.rng.randrange(4, 16))
    account = d.no("7########")
    each, first = (
        Decimal(d.rng.randrange(120, 260)),
        Decimal(d.rng.randrange(120, 260)) + Decimal("0.73"),
    )
    total, year = first + each * 9, d.issued.year
    start = d.issued.replace(month=4, day=1)
    s.text(15, 20, d.trade, 15, "b", "#4a2c6f")
    s.lines(15, 26, ("Revenues and Benefits, Civic Centre", *d.seat[1:]), 8)
    s.lines(15, 48, d.party, 10)
    s.text(105, 48, f"COUNCIL TAX BILL {year}/{(year + 1) % 100}", 13, "b")
    pairs(
        s,
        105,
        56,
        (
            ("Account reference", account),
            ("Date of issue", num(d.issued)),
            ("Property band", d.of("C", "D", "B")),
            ("Reason for bill", "Annual billing"),
        ),
        40,
    )
    shares = d.split(total + 240, 4)
    bodies = ("County Council", d.trade, "Police and Crime Commissioner", "Fire Authority")
    rows = [
        (body, f"{rise:.1f}%", en(part))
        for body, rise, part in zip(bodies, (4.9, 2.9, 5.2, 2.9), shares, strict=True)
    ]
    rows += [("Less: single occupier discount 25%", "", en(Decimal(-240))),
             ("*Total amount payable " + f"{num(start)} to 31/03/{year + 1}", "", en(total))]  # fmt: skip
    y = table(s, 15, 88, (110, 30, 40), ("", "Increase", "Amount"), rows, size=8.5)
    s.text(
        15,
        y + 6,
        "You have chosen to pay by cash, card or bank transfer. Your instalments are:",
        9,
        "b",
    )
    half = [(num(add_months(start, k)), en(first if k == 0 else each)) for k in range(10)]
    table(s, 15, y + 15, (40, 40), ("Due date", "Amount"), half[:5], look="grid")
    table(s, 105, y + 15, (40, 40), ("Due date", "Amount"), half[5:], look="grid")
    s.para(
        15,
        y + 56,
        180,
        f"Bank transfer: sort code 30-80-12, account number {d.no('########')}, quoting"
        " your account reference. Payments not made on time will lead to a reminder and may result"
        " in a magistrates' court summons with costs of £95.00.",
        8.5,
    )
    return d.done(s, "schedule", first, due=start, customer=account, reference=account,
                  period=(start, start.replace(year=year + 1, month=3, day=31)),
                  skip=("means", "invoice_number"), traps=("schedule", "year_total"))  # fmt: skip


def licence_reminder(d: Draft) -> Result:
    """A licensing office's stern letter: the licence has run out."""
    d.firm(
        "Television Permits|Television Permits Authority",
        "Broadcast Licensing|Broadcast Licensing Office",
        "Screen Licence|Screen Licence Bureau",
    )
    s, total = d.sheet("Times"), Decimal(d.of("174.50", "180.00", "169.50"))
    expired, number, due = d.issued - timedelta(40), d.no("3### ### ###"), d.after(10)
    s.text(15, 22, d.trade, 22, "b", "#003c71")
    s.lines(15, 30, (d.legal, *d.seat), 9)
    s.lines(15, 56, d.party, 11)
    pairs(s, 130, 56, (("Licence number", number), ("Date", long(d.issued, "en"))), 30, size=10)
    s.text(
        15,
        92,
        "Official reminder: your licence expired on " + long(expired, "en"),
        13,
        "b",
        "#b00000",
    )
    s.para(
        15,
        102,
        180,
        "Our records show that we wrote to you before your licence ran out, and that it has"
        " still not been renewed. It is a criminal offence to watch or record live programmes without"
        " a licence, and you could be fined up to £1,000.",
        11,
    )
    s.box(15, 128, 180, 22, "#f5e9d0", "")
    s.text(20, 137, f"Amount outstanding: {en(total)}", 13, "b")
    s.text(20, 145, f"Renew by {long(due, 'en')} to avoid a visit from an enquiry officer.", 10)
    s.para(
        15,
        160,
        180,
        "You can pay by debit card at our website, by cheque, or in cash at any PayPoint. To pay"
        " in instalments of £14.54 a month call 0300 790 0000. Over 75s on Pension Credit pay nothing.",
        10,
    )
    s.cut(220)
    s.lines(
        15,
        228,
        (
            "Payment slip",
            f"Licence number {number}",
            f"Please make your cheque payable to {d.trade}",
        ),
        9,
        "h",
    )
    s.text(185, 232, en(total), 12, "br")
    return d.done(
        s,
        "reminder",
        total,
        due=due,
        customer=number.replace(" ", ""),
        reference=number.replace(" ", ""),
        skip=("means", "invoice_number", "reference", "period"),
        traps=("reminder", "fine_amount", "old_due_date"),
    )


DRAWERS = (
    ("en-council-tax", council_tax),
    ("en-licence-reminder", licence_reminder),
)
