"""German household bills."""

from datetime import date, timedelta
from decimal import Decimal

from samples.case import Case, Drawn
from samples.formats import add_months, de, long, month, month_start, num
from samples.smallprint import footer
from samples.tables import pairs, table


def yearly_power(c: Case) -> Drawn:
    """Jahresrechnung: instalments subtracted, back payment or credit, then the new instalments."""
    s, firm = c.sheet("Helvetica", "Vera"), c.firm
    used, credit = c.money(600, 1700), c.variant == 1
    left = c.money(15, 240) * (-1 if credit else 1)
    due, number, customer = c.after(16), c.number("VR#######"), c.number("20######")
    s.logo(20, 18, firm.name, "#00796b", "square")
    s.text(20, 45, f"{firm.legal} · {' · '.join(c.address)}", 6.5, "", "#555555")
    s.lines(20, 52, c.party.block, 10)
    pairs(s, 130, 45, [("Kundennummer", customer), ("Rechnungsnummer", number), ("Rechnungsdatum", num(c.issued, "d.m.Y"))], 32, size=8.5)
    s.text(20, 85, f"Ihre Jahresrechnung Strom {c.issued.year}", 14, "b")
    rows = [("Verbrauchskosten inkl. 19 % MwSt.", de(used)), ("abzüglich geleistete Abschläge", "-" + de(used - left)), ("*Guthaben" if credit else c.of("*Nachzahlung", "*Zu zahlender Betrag", "*Restforderung"), de(abs(left)))]
    y = table(s, 20, 97, (120, 50), ("Abrechnung", "Bruttobetrag"), rows, look="rules", ink="#00796b", size=10)
    text = f"Das Guthaben überweisen wir in den nächsten Tagen auf Ihr Konto {c.masked()}." if credit else f"Bitte überweisen Sie den Betrag bis zum {num(due, 'd.m.Y')} auf unser Konto IBAN {c.iban()} unter Angabe der Kundennummer {customer}."
    s.para(20, y + 6, 170, text, 10)
    plan = (used / 11).quantize(Decimal("1"))
    s.text(20, y + 24, f"Ihr neuer Abschlag ab {num(month_start(c.issued, 2), 'd.m.Y')}: {de(plan)} monatlich (11 Abschläge)", 9, "b")
    s.para(20, y + 32, 170, "Arbeitspreis 32,18 ct/kWh, Grundpreis 12,90 € pro Monat. Zählerstand abgelesen: 48.112 kWh. Bei Fragen: Service 0800 000 4412.", 8)
    footer(c, s)
    return c.done(s, "credit_note" if credit else "to_pay", left, due=None if credit else due, number=number, customer=customer, iban=None if credit else firm.iban, reference=None if credit else customer, means=None if credit else "transfer", traps=["prepaid", "schedule_inside"] + (["credit", "customer_iban"] if credit else []))


def phone_debit(c: Case) -> Drawn:
    """Telephone bill, debited: sum at top right, long positions, two pages."""
    s, firm = c.sheet("Vera", "Helvetica"), c.firm
    total, due = c.money(19, 79), c.issued + timedelta(days=9)
    net, tax = c.vat(total, "19")
    number, customer = c.number("## #### #### ####"), c.number("5#########")
    s.text(195, 20, firm.name, 18, "br", "#d6006e")
    s.lines(20, 45, c.party.block, 10)
    pairs(s, 125, 45, [("Datum", num(c.issued, "d.m.Y")), ("Rechnungsnummer", number), ("Kundennummer", customer), ("Seite", "1 von 2")], 36, size=8.5)
    s.text(20, 85, f"Ihre Rechnung für {month(c.issued, 'de')} {c.issued.year}", 15, "b")
    rows = [("Monatliche Beträge", de(net - 2)), ("Beträge für Verbindungen", "2,00 €"), ("Summe Rechnungspositionen (netto)", de(net)), ("Umsatzsteuer 19 %", de(tax)), (c.of("*Rechnungsbetrag", "*Zu zahlender Betrag"), de(total))]
    y = table(s, 20, 98, (125, 45), ("Leistung", "Betrag"), rows, look="plain", size=10)
    s.para(20, y + 8, 170, f"Der Rechnungsbetrag wird am {num(due, 'd.m.Y')} von Ihrem Konto {c.masked()} abgebucht. Gläubiger-ID {c.number('DE##ZZZ0000######')}, Mandatsreferenz {c.number('DE0002########')}.", 9)
    footer(c, s)
    s.page()
    s.text(20, 25, "Einzelverbindungsnachweis", 12, "b")
    calls = [(num(c.issued - timedelta(days=i), "d.m.Y"), f"1{i}:0{i % 10}", c.number("0170 #### ###"), f"0,{c.rng.randrange(10, 40)} €") for i in range(1, 13)]
    table(s, 20, 35, (35, 25, 60, 30), ("Datum", "Uhrzeit", "Zielrufnummer", "Betrag"), calls, "lllr", "zebra", "#d6006e")
    return c.done(s, "to_be_debited", total, due=due, number=number.replace(" ", ""), customer=customer, means="direct_debit", traps=["direct_debit", "several_totals", "detail_pages", "customer_iban"])


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
    rows = [("Beitrag", de(total * 100 / 119)), ("Versicherungsteuer 19 %", de(total - (total * 100 / 119).quantize(total))), ("*Zahlbetrag", de(total))]
    y = pairs(s, 30, 106, rows[:2], 150, "right", 10)
    s.box(28, y - 1, 124, 9, "#dde7f0", "")
    s.broken(30, y + 5, ["Zahl", "betrag"], 11, "b")
    s.text(150, y + 5, de(total), 11, "br")
    s.para(20, y + 20, 170, f"Der Beitrag für die Zeit vom {num(due, 'd.m.Y')} bis {num(add_months(due, 12) - timedelta(days=1), 'd.m.Y')} ist fällig am {num(due, 'd.m.Y')}. Bitte überweisen Sie auf IBAN {c.iban()}, Verwendungszweck {policy}.", 10)
    s.para(20, y + 45, 170, "Versicherungssumme 65.000,00 €, Selbstbeteiligung 150,00 € je Schadenfall.", 8)
    footer(c, s)
    return c.done(s, "to_pay", total, due=due, customer=policy, iban=firm.iban, reference=policy, period=(due, add_months(due, 12) - timedelta(days=1)), means="transfer", traps=["kerning", "insured_sums"])


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
    end = [("*Summe Ihrer Kosten", "", "", de(whole, "")), ("Ihre Vorauszahlungen", "", "", "-" + de(whole - left, "")), ("*" + ("Ihr Guthaben" if credit else "Ihre Nachzahlung"), "", "", de(abs(left), "EUR"))]
    y = table(s, 20, 86, (65, 35, 35, 35), ("Kostenart", "Gesamtkosten", "Schlüssel", "Ihr Anteil"), [*rows, *end], "lrcr", "grid", size=8.5)
    text = "Das Guthaben wird mit der nächsten Miete verrechnet." if credit else f"Die Nachzahlung ist innerhalb von 30 Tagen, also bis spätestens {long(due, 'de')}, zu zahlen auf {c.iban()}."
    s.para(20, y + 8, 170, text, 10)
    return c.done(s, "credit_note" if credit else "to_pay", left, due=None if credit else due, iban=None if credit else firm.iban, means=None if credit else "transfer", traps=["prepaid", "several_totals"] + (["credit"] if credit else []))


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
    s.para(20, y + 8, 170, f"Bitte geben Sie bei jeder Zahlung das Kassenzeichen {ref} an. IBAN {c.iban()}. Gegen diesen Bescheid kann innerhalb eines Monats Widerspruch erhoben werden.", 9)
    return c.done(s, "schedule", each, due=days[0], reference=ref, customer=ref, iban=firm.iban, means="transfer", traps=["schedule", "year_total"])
