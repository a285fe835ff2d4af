"""British public bodies: parking, licence, leasehold, waste."""

from datetime import timedelta
from decimal import Decimal

from samples.case import Case, Drawn
from samples.formats import add_months, en, long, num
from samples.tables import pairs, table


def parking(c: Case) -> Drawn:
    """Penalty charge: half the sum when paid within 14 days; the full one is due later."""
    s, firm = c.sheet("Helvetica", "Courier"), c.firm
    full = Decimal(c.rng.choice((60, 70, 80, 130)))
    early, due = c.issued + timedelta(days=14), c.issued + timedelta(days=28)
    number = c.number("KA########")
    s.text(15, 18, firm.name, 14, "b")
    s.text(195, 18, "PENALTY CHARGE NOTICE", 13, "br", "#b00020")
    s.lines(15, 40, c.party.block, 10)
    facts = [
        ("PCN number", number),
        ("Date of notice", num(c.issued)),
        ("Vehicle", "KM19 ZTX"),
        ("Contravention", "12 - parked without a permit"),
    ]
    pairs(s, 110, 40, facts, 32, size=9)
    s.box(15, 80, 180, 30, "#fff3f3", "#b00020")
    s.text(20, 89, f"The penalty charge of {en(full)} must be paid by {long(due, 'en')}.", 11, "b")
    s.text(
        20,
        99,
        f"If it is paid by {long(early, 'en')} it will be reduced by 50% to {en(full / 2)}.",
        10,
    )
    s.para(
        15,
        122,
        180,
        f"Pay at {firm.site}/pcn, by phone or by cheque payable to {firm.name}. If the charge is"
        f" not paid it will rise to {en(full * 3 / 2)}.",
        9,
    )
    return c.done(
        s,
        "to_pay",
        full,
        due=due,
        number=number,
        means="portal",
        traps=["early_discount", "late_amount"],
    )


def licence(c: Case) -> Drawn:
    """Licence renewal: everything in prose, big reference number."""
    s, firm = c.sheet("Times", "Vera"), c.firm
    total, due = Decimal("174.50") + c.variant, add_months(c.issued, 1)
    number = c.number("3### ### ###")
    s.text(195, 20, firm.name, 16, "br", c.tint)
    s.lines(20, 40, c.party.block, 11)
    s.text(20, 65, long(c.issued, "en"), 10)
    s.text(20, 80, "It's time to renew your licence", 18, "b", c.tint)
    s.para(
        20,
        92,
        165,
        f"Your licence expires soon. To stay licensed you need to pay {en(total)} by"
        f" {long(due, 'en')}. You can pay online, at a corner shop, or by sending a cheque with the"
        " slip below.",
        12,
    )
    s.text(20, 125, "Licence number", 10)
    s.text(20, 135, number, 20, "b")
    s.cut(210)
    pairs(s, 20, 222, [("Amount enclosed", en(total)), ("Licence number", number)], 45, size=10)
    return c.done(
        s,
        "to_pay",
        total,
        due=due,
        customer=number.replace(" ", ""),
        means="cheque",
        traps=["amount_in_prose", "coupon"],
    )


def service_charge(c: Case) -> Drawn:
    """Leasehold service charge demand: budget, apportionment, half-year in advance."""
    s, firm = c.sheet("Helvetica", "Times"), c.firm
    half, reserve = c.money(300, 1400), c.money(50, 200)
    total, number, due = half + reserve, c.number("SC-#####"), c.issued + timedelta(days=21)
    s.lines(20, 20, [firm.legal, *c.address], 9, "h")
    s.text(190, 20, "SERVICE CHARGE DEMAND", 13, "br")
    s.lines(20, 48, c.party.block, 10)
    pairs(
        s,
        120,
        48,
        [("Demand no", number), ("Date", num(c.issued)), ("Unit", "Flat 2, Weir Court")],
        30,
        size=9,
    )
    rows = [
        ("Buildings insurance", en(half * 40), "2.50%"),
        ("Cleaning and lift", en(half * 25), "2.50%"),
        ("Management fee", en(half * 15), "2.50%"),
    ]
    y = table(
        s,
        20,
        82,
        (90, 45, 30),
        ("Budget for the year", "Total", "Your share"),
        rows,
        look="grid",
        size=9,
    )
    y = pairs(
        s,
        100,
        y + 6,
        [
            ("Half-yearly service charge in advance", en(half)),
            ("Reserve fund", en(reserve)),
            ("Total now due", en(total)),
        ],
        88,
        "right",
        10,
    )
    s.para(
        20,
        y + 8,
        170,
        "Payment is due within 21 days of the date of this demand. Pay by transfer, IBAN"
        f" {c.iban()}, reference {number}. Notice under section 47: your landlord is Weir Court"
        " Freehold Ltd.",
        9,
    )
    return c.done(
        s,
        "to_pay",
        total,
        due=due,
        number=number,
        iban=firm.iban,
        reference=number,
        means="transfer",
        traps=["derived_due", "budget_amounts", "landlord_name"],
    )
