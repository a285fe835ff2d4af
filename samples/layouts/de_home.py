"""German insurance, service charges and property tax."""

from datetime import date, timedelta
from decimal import Decimal

from samples.case import Case, Drawn
from samples.formats import add_months, de, long, month_start, num
from samples.smallprint import footer
from samples.tables import pairs, table


def insurance(c: Case) -> Drawn:
    """Beitragsrechnung: yearly premium, insurance tax, to transfer before the new period."""
    s, firm = c.sheet("Helvetica", "Times"), c.firm
    total, due = c.money(60, 640), month_start(c.issued, 1)
    policy = c.number("##.###.######")
    s.text(20, 22, firm.name, 20, "b", "#003366")
    s.lines(20, 48, c.party.block, 10)
    s.text(190, 48, num(c.issued, "d.m.Y"), 10, "r")
    s.text(20, 85, "Beitragsrechnung zu Ihrer Hausratversicherung", 13, "b")
    s.text(20, 92, f"Versicherungsschein-Nr. {policy}", 10)
    rows = [
        ("Beitrag", de(total * 100 / 119)),
        ("Versicherungsteuer 19 %", de(total - (total * 100 / 119).quantize(total))),
        ("*Zahlbetrag", de(total)),
    ]
    y = pairs(s, 30, 106, rows[:2], 150, "right", 10)
    s.box(28, y - 1, 124, 9, "#dde7f0", "")
    s.broken(30, y + 5, ["Zahl", "betrag"], 11, "b")
    s.text(150, y + 5, de(total), 11, "br")
    s.para(
        20,
        y + 20,
        170,
        f"Der Beitrag für die Zeit vom {num(due, 'd.m.Y')} bis"
        f" {num(add_months(due, 12) - timedelta(days=1), 'd.m.Y')} ist fällig am"
        f" {num(due, 'd.m.Y')}. Bitte überweisen Sie auf IBAN {c.iban()}, Verwendungszweck"
        f" {policy}.",
        10,
    )
    s.para(
        20,
        y + 45,
        170,
        "Versicherungssumme 65.000,00 €, Selbstbeteiligung 150,00 € je Schadenfall.",
        8,
    )
    footer(c, s)
    return c.done(
        s,
        "to_pay",
        total,
        due=due,
        customer=policy,
        iban=firm.iban,
        reference=policy,
        period=(due, add_months(due, 12) - timedelta(days=1)),
        means="transfer",
        traps=["kerning", "insured_sums"],
    )


def service_charges(c: Case) -> Drawn:
    """Nebenkostenabrechnung: shares of house costs, advance payments, result."""
    s, firm = c.sheet("Courier", "Helvetica"), c.firm
    credit = c.variant == 1
    costs = [c.money(60, 500) for _ in range(5)]
    whole = sum(costs, Decimal(0))
    left = c.money(20, 200) * (-1 if credit else 1)
    due, ref = c.issued + timedelta(days=30), c.number("WE ###.##")
    s.lines(20, 20, [firm.legal, *c.address], 9, "h")
    s.lines(20, 48, c.party.block, 10)
    s.text(20, 75, f"Betriebskostenabrechnung {c.issued.year - 1} - {ref}", 12, "b")
    s.text(190, 75, num(c.issued, "d.m.Y"), 9, "r")
    names = ("Heizung und Warmwasser", "Grundsteuer", "Müllabfuhr", "Hausmeister", "Aufzug")
    rows = [(n, de(k * 12, ""), "Wohnfläche", de(k, "")) for n, k in zip(names, costs, strict=True)]
    end = [
        ("*Summe Ihrer Kosten", "", "", de(whole, "")),
        ("Ihre Vorauszahlungen", "", "", "-" + de(whole - left, "")),
        ("*" + ("Ihr Guthaben" if credit else "Ihre Nachzahlung"), "", "", de(abs(left), "EUR")),
    ]
    y = table(
        s,
        20,
        86,
        (65, 35, 35, 35),
        ("Kostenart", "Gesamtkosten", "Schlüssel", "Ihr Anteil"),
        [*rows, *end],
        "lrcr",
        "grid",
        size=8.5,
    )
    text = (
        "Das Guthaben wird mit der nächsten Miete verrechnet."
        if credit
        else (
            f"Die Nachzahlung ist innerhalb von 30 Tagen, also bis spätestens {long(due, 'de')}, zu"
            f" zahlen auf {c.iban()}."
        )
    )
    s.para(20, y + 8, 170, text, 10)
    return c.done(
        s,
        "credit_note" if credit else "to_pay",
        left,
        due=None if credit else due,
        iban=None if credit else firm.iban,
        means=None if credit else "transfer",
        traps=["prepaid", "several_totals"] + (["credit"] if credit else []),
    )


def property_tax(c: Case) -> Drawn:
    """Grundsteuerbescheid: four quarterly dates, a schedule."""
    s, firm = c.sheet("Times", "Helvetica"), c.firm
    c.issued = date(2026, 1, 8 + c.variant)
    each = c.money(40, 190)
    ref = c.number("12.#####.#")
    days = [date(2026, m, 15) for m in (2, 5, 8, 11)]
    s.text(20, 20, firm.name, 16, "b")
    s.text(20, 27, "Der Magistrat - Steueramt", 9)
    s.lines(20, 48, c.party.block, 10)
    pairs(s, 130, 48, [("Kassenzeichen", ref), ("Datum", num(c.issued, "d.m.Y"))], 28, size=9)
    s.text(20, 80, f"Bescheid über Grundbesitzabgaben {c.issued.year}", 13, "b")
    s.text(20, 90, f"Jahresbetrag: {de(each * 4)}", 11)
    rows = [(num(d, "d.m.Y"), de(each)) for d in days]
    y = table(s, 20, 102, (50, 45), ("Fällig am", "Betrag"), rows, "lr", "grid", size=10)
    s.para(
        20,
        y + 8,
        170,
        f"Bitte geben Sie bei jeder Zahlung das Kassenzeichen {ref} an. IBAN {c.iban()}. Gegen"
        " diesen Bescheid kann innerhalb eines Monats Widerspruch erhoben werden.",
        9,
    )
    return c.done(
        s,
        "schedule",
        each,
        due=days[0],
        reference=ref,
        customer=ref,
        iban=firm.iban,
        means="transfer",
        traps=["schedule", "year_total"],
    )
