"""German fees: broadcasting, day-care, car repair."""

from datetime import timedelta
from decimal import Decimal

from samples.case import Case, Drawn
from samples.formats import de, long, month, month_start, num
from samples.smallprint import footer
from samples.tables import pairs, table


def broadcasting(c: Case) -> Drawn:
    """Quarterly fee: due in the middle of three months, transfer slip at the bottom."""
    s, firm = c.sheet("Helvetica", "Courier"), c.firm
    total, start = Decimal("55.08"), month_start(c.issued)
    due, number = (
        (start.replace(day=15) if c.issued.day < 12 else month_start(c.issued, 1).replace(day=15)),
        c.number("### ### ###"),
    )
    s.text(20, 20, "Beitragsstelle für Rundfunk", 15, "b", "#00457c")
    s.lines(20, 45, c.party.block, 10)
    pairs(s, 130, 45, [("Beitragsnummer", number), ("Datum", num(c.issued, "d.m.Y"))], 30, size=9)
    s.text(20, 80, "Zahlung der Rundfunkbeiträge", 13, "b")
    s.para(
        20,
        90,
        170,
        f"Sehr geehrte Damen und Herren, für drei Monate sind insgesamt {de(total)} zu zahlen. Der"
        f" Betrag ist fällig am {num(due, 'd.m.Y')}. Bitte nutzen Sie den Überweisungsträger.",
        10,
    )
    s.cut(195)
    rows = [
        ("Begünstigter", "Beitragsstelle für Rundfunk"),
        ("IBAN", c.iban()),
        ("Betrag: Euro, Cent", de(total, "")),
        ("Verwendungszweck", number),
    ]
    pairs(s, 30, 208, rows, mode="above", size=9)
    return c.done(
        s,
        "to_pay",
        total,
        due=due,
        customer=number.replace(" ", ""),
        iban=firm.iban,
        reference=number.replace(" ", ""),
        biller=("Beitragsstelle für Rundfunk",),
        means="transfer",
        traps=["coupon", "amount_in_prose"],
    )


def day_care(c: Case) -> Drawn:
    """Kita: fee and meals, collected on the third working day."""
    s, firm = c.sheet("Times", "Vera"), c.firm
    fee, meals = c.money(80, 320), c.money(30, 80)
    total, due = fee + meals, month_start(c.issued, 1).replace(day=3)
    number = c.number("K-####")
    s.text(20, 20, f"{firm.name} - Kindertagesstätte Sonnenhof", 14, "b", "#ef6c00")
    s.lines(20, 42, c.party.block, 10)
    s.text(190, 42, f"{num(c.issued, 'd.m.Y')}", 10, "r")
    s.text(20, 72, f"Elternbeitrag {month(due, 'de')} {due.year} - Kassenzeichen {number}", 12, "b")
    table(
        s,
        20,
        84,
        (110, 45),
        ("Kind: Malo R.", "Betrag"),
        [("Betreuung 35 Stunden", de(fee)), ("Essensgeld", de(meals)), ("*Gesamt", de(total))],
        look="rules",
        ink="#ef6c00",
        size=10,
    )
    s.para(
        20,
        115,
        170,
        f"Der Gesamtbetrag wird am {long(due, 'de')} von Ihrem Konto {c.masked()} eingezogen.",
        10,
    )
    return c.done(
        s,
        "to_be_debited",
        total,
        due=due,
        customer=number,
        means="direct_debit",
        traps=["direct_debit", "customer_iban"],
    )


def car_repair(c: Case) -> Drawn:
    """Workshop: payable at once without deduction; vehicle numbers all around."""
    s, firm = c.sheet("Courier", "Helvetica"), c.firm
    net = c.money(150, 1600)
    tax = (net * Decimal("0.19")).quantize(net)
    total, number = net + tax, c.number("25/#####")
    s.lines(190, 18, [firm.legal, *c.address], 9, "r")
    s.lines(20, 45, c.party.block, 10)
    facts = [
        ("Rechnung Nr.", number),
        ("Datum", num(c.issued, "d.m.y")),
        ("km-Stand", "84.120"),
        ("Kennzeichen", "LN-AR 412"),
    ]
    pairs(s, 20, 75, facts, 44, "across", 9)
    parts = c.split(net, 3)
    rows = [
        (str(i * 10 + 10), n, de(p, ""))
        for i, (n, p) in enumerate(
            zip(("Zahnriemen", "Arbeitslohn 42 AW", "Kleinteile"), parts, strict=True)
        )
    ]
    y = table(s, 20, 95, (20, 110, 40), ("Pos", "Leistung", "EUR"), rows, "llr", "plain", size=9)
    s.rule(20, y, 190)
    y = pairs(
        s,
        110,
        y + 6,
        [
            ("Netto", de(net, "")),
            ("MwSt 19,00 %", de(tax, "")),
            (c.of("Endbetrag", "Gesamt brutto"), de(total, "EUR")),
        ],
        79,
        "right",
        10,
    )
    s.text(20, y + 8, "Zahlbar sofort ohne Abzug nach Erhalt der Rechnung.", 10)
    s.text(
        20,
        y + 15,
        "Altteile wurden entsorgt. Gewährleistung bis"
        f" {num(c.issued + timedelta(days=730), 'd.m.Y')}.",
        8,
    )
    footer(c, s)
    return c.done(
        s,
        "to_pay",
        total,
        due=c.issued,
        number=number,
        iban=firm.iban,
        means="transfer",
        traps=["derived_due", "many_numbers"],
    )
