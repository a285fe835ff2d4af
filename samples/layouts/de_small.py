"""German craftsmen, shops, doctors, hosting, reminders and credit notes."""

from datetime import timedelta
from decimal import Decimal

from samples.case import Case, Drawn
from samples.formats import add_months, de, long, num
from samples.smallprint import footer
from samples.tables import pairs, table


def discount(c: Case) -> Drawn:
    """Craftsman with Skonto: an earlier date and a smaller sum stand before the real ones."""
    s, firm = c.sheet("Helvetica", "Times"), c.firm
    net = c.money(300, 4200)
    tax = (net * Decimal("0.19")).quantize(net)
    total, number = net + tax, c.number("R-2025-###")
    early, due = c.issued + timedelta(days=8), c.issued + timedelta(days=30)
    off = (total * Decimal("0.98")).quantize(total)
    client = c.client_firm()
    s.text(20, 20, firm.legal, 15, "b")
    s.text(20, 26, " · ".join(c.address), 8)
    s.lines(20, 50, client.block, 10)
    pairs(s, 140, 50, [("Rechnung Nr.", number), ("Datum", num(c.issued, "d.m.Y")), ("Leistungsdatum", num(c.issued - timedelta(days=6), "d.m.Y"))], 28, size=9)
    parts = c.split(net, 3)
    rows = [(str(i + 1), n, de(p)) for i, (n, p) in enumerate(zip(("Fassade grundieren", "Zweimal Anstrich", "Gerüst stellen"), parts, strict=True))]
    y = table(s, 20, 90, (15, 115, 40), ("Pos.", "Bezeichnung", "Gesamt"), rows, "llr", "rules", size=9.5)
    y = pairs(s, 120, y + 4, [("Nettobetrag", de(net)), ("zzgl. 19 % USt.", de(tax)), (c.of("Gesamtbetrag", "Rechnungsbetrag", "Bruttosumme"), de(total))], 70, "right", 10, "b")
    s.para(20, y + 10, 170, f"Zahlbar bis {num(early, 'd.m.Y')} mit 2 % Skonto = {de(off)}, bis zum {num(due, 'd.m.Y')} ohne Abzug.", 10)
    s.para(20, y + 22, 170, "Bitte bewahren Sie die Rechnung zwei Jahre auf (§ 14b UStG). Im Betrag sind Lohnkosten von " + de(parts[1]) + " enthalten (§ 35a EStG).", 8)
    footer(c, s)
    return c.done(s, "to_pay", total, due=due, number=number, iban=firm.iban, means="transfer", traps=["early_discount", "customer_is_company", "several_totals"])


def mail_order(c: Case) -> Drawn:
    """Web shop: already paid by PayPal or card."""
    s, firm = c.sheet("Vera", "Helvetica"), c.firm
    total, number = c.money(12, 230), c.number("RE#######")
    net, tax = c.vat(total, "19")
    s.text(20, 22, firm.name, 20, "i", c.tint)
    s.lines(20, 48, c.party.block, 9)
    pairs(s, 125, 48, [("Rechnungs-Nr.", number), ("Bestell-Nr.", c.number("B######")), ("Rechnungsdatum", num(c.issued, "d.m.y"))], 66, "right", 8.5)
    rows = [("1", "Tee Ostfriesenmischung 500 g", de(total - Decimal("4.90"))), ("1", "Versandkosten DPX Paket", "4,90 €")]
    y = table(s, 20, 90, (20, 115, 36), ("Menge", "Artikel", "Preis"), rows, "clr", "zebra", c.tint, 9)
    y = pairs(s, 120, y + 4, [("Summe netto", de(net)), ("enthaltene MwSt.", de(tax)), ("Gesamtsumme", de(total))], 70, "right")
    s.text(20, y + 10, c.of("Zahlungsart: PayPal - der Betrag wurde bereits beglichen.", "Bezahlt per Kreditkarte. Vielen Dank!", "Bereits bezahlt (Sofortüberweisung)."), 10, "b")
    footer(c, s)
    return c.done(s, "receipt", total, number=number, means=c.of("portal", "card", "transfer"), traps=["already_paid", "two_digit_year", "carrier_name"])


def doctor(c: Case) -> Drawn:
    """Doctor's bill with GOÄ items and factors, payable within 30 days."""
    s, firm = c.sheet("Times", "Courier"), c.firm
    fees = [c.money(8, 90) for _ in range(4)]
    total, number = sum(fees, Decimal(0)), c.number("######/25")
    s.text(105, 20, firm.name, 14, "bc")
    s.text(105, 26, " · ".join(c.address), 8, "c")
    s.lines(20, 45, c.party.block, 10)
    pairs(s, 135, 45, [("Liquidation", number), ("Datum", num(c.issued, "d.m.Y"))], 28, size=9)
    codes = (("1", "Beratung"), ("5", "Symptombezogene Untersuchung"), ("3511", "Untersuchungen je Test"), ("250", "Blutentnahme"))
    rows = [(num(c.issued - timedelta(days=20), "d.m.Y"), g, n, "2,3", de(f, "")) for (g, n), f in zip(codes, fees, strict=True)]
    y = table(s, 20, 85, (28, 20, 75, 20, 28), ("Datum", "GOÄ", "Leistung", "Faktor", "EUR"), [*rows, ("*", "", "Gesamthonorar", "", de(total, ""))], "lllrr", "grid", size=9)
    s.para(20, y + 10, 170, f"Bitte überweisen Sie den Gesamtbetrag innerhalb von 30 Tagen nach Rechnungsdatum auf das Konto {c.iban()} mit dem Verwendungszweck {number}.", 10)
    return c.done(s, "to_pay", total, due=c.issued + timedelta(days=30), number=number, iban=firm.iban, reference=number, means="transfer", traps=["derived_due", "factors"])


def hosting(c: Case) -> Drawn:
    """Hosting: boxed summary, the sum will be debited, in English and German words."""
    s, firm = c.sheet("Helvetica", "Vera"), c.firm
    net = c.money(3, 90)
    tax = (net * Decimal("0.19")).quantize(net)
    total, due, number = net + tax, c.issued + timedelta(days=6), c.number("R00########")
    s.text(20, 20, firm.name.upper(), 18, "b", "#c62828")
    s.lines(130, 20, [firm.legal, *c.address, f"USt-IdNr.: {firm.vat}"], 8)
    s.lines(20, 48, c.party.block, 10)
    pairs(s, 130, 50, [("Rechnungsdatum / Invoice date", num(c.issued, "d/m/Y")), ("Rechnungsnr. / Invoice no.", number), ("Kundennr. / Client ID", c.number("K##########"))], mode="above", size=8)
    table(s, 20, 90, (80, 25, 30, 35), ("Produkt", "Menge", "Einzelpreis", "Gesamt (netto)"), [(f"Cloud CX22 {num(add_months(c.issued, -1), 'm/Y')}", "1", de(net), de(net))], look="zebra", ink="#c62828", size=9)
    s.box(110, 110, 80, 26, "#fafafa", "#c62828")
    pairs(s, 113, 117, [("Netto", de(net)), ("19 % USt.", de(tax)), ("Zu zahlen / Amount due", de(total))], 74, "right", 9.5, "b")
    s.para(20, 150, 170, f"Der Betrag wird am {num(due, 'd/m/Y')} von Ihrer Kreditkarte eingezogen. The amount will be charged automatically; please do not transfer it.", 9)
    footer(c, s)
    return c.done(s, "to_be_debited", total, due=due, number=number, means="card", traps=["card_charge", "two_languages"])


def reminder(c: Case) -> Drawn:
    """Mahnung: fee added to the open bill, new date."""
    s, firm = c.sheet("Helvetica", "Courier"), c.firm
    open_sum, fee = c.money(30, 400), Decimal("5.00")
    due, number = c.issued + timedelta(days=10), c.number("RE######")
    s.text(20, 20, firm.legal, 13, "b")
    s.lines(20, 48, c.party.block, 10)
    s.text(190, 60, long(c.issued, "de"), 10, "r")
    s.text(20, 85, c.of("1. Mahnung", "Zahlungserinnerung"), 15, "b")
    s.para(20, 95, 170, f"Sehr geehrte Kundin, sehr geehrter Kunde, für unsere Rechnung {number} vom {num(add_months(c.issued, -2), 'd.m.Y')} konnten wir bisher keinen Zahlungseingang feststellen.", 10)
    pairs(s, 30, 120, [("Offener Betrag", de(open_sum)), ("Mahngebühr", de(fee)), ("Gesamtforderung", de(open_sum + fee))], 110, "right", 10, "b")
    s.para(20, 145, 170, f"Bitte begleichen Sie den Gesamtbetrag bis zum {num(due, 'd.m.Y')}. IBAN: {c.iban()}", 10)
    footer(c, s)
    return c.done(s, "reminder", open_sum + fee, due=due, number=number, iban=firm.iban, means="transfer", traps=["fees_added", "old_bill_date"])


def credit_note(c: Case) -> Drawn:
    """Gutschrift: trailing minus signs."""
    s, firm = c.sheet("Courier", "Vera"), c.firm
    total, number = c.money(9, 180), c.number("GS-####")
    net, tax = c.vat(total, "19")
    s.lines(20, 20, [firm.legal, *c.address], 9, "h")
    s.lines(20, 48, c.party.block, 10)
    s.text(20, 80, f"Rechnungskorrektur / Gutschrift {number}", 13, "b")
    s.text(20, 87, f"vom {num(c.issued, 'd.m.Y')} zu Rechnung {c.number('RE#######')}", 10)
    rows = [("Retoure Akkuschrauber", de(net, "") + "-"), ("19 % MwSt.", de(tax, "") + "-"), ("*Gutschriftsbetrag EUR", de(total, "") + "-")]
    table(s, 20, 100, (110, 45), ("Position", "Betrag"), rows, look="rules", size=10)
    s.text(20, 135, "Der Betrag wird Ihrem Zahlungsmittel gutgeschrieben.", 10)
    footer(c, s)
    return c.done(s, "credit_note", -total, number=number, traps=["trailing_minus", "other_bill_number"])


def sports_club(c: Case) -> Drawn:
    """Club: membership collected by SEPA in the week given, letter style."""
    s, firm = c.sheet("Times", "Helvetica"), c.firm
    total, due = Decimal(c.rng.randrange(48, 180)), c.issued + timedelta(days=18)
    member = c.number("M-####")
    s.text(20, 22, "TV Altdorf 1898 e.V.", 16, "b", "#1b5e20")
    s.lines(20, 48, c.party.block, 10)
    s.text(190, 70, f"Altdorf, {long(c.issued, 'de')}", 10, "r")
    s.text(20, 85, "Beitragseinzug", 13, "b")
    s.para(20, 95, 170, f"Liebes Mitglied, den Jahresbeitrag von {de(total)} ziehen wir am {long(due, 'de')} per SEPA-Lastschrift ein. Ihre Mitgliedsnummer: {member}. Eine Überweisung ist nicht nötig.", 11)
    s.text(20, 130, "Mit sportlichen Grüßen, der Kassenwart", 11)
    return c.done(s, "to_be_debited", total, due=due, customer=member, biller=("TV Altdorf 1898 e.V.", "TV Altdorf", "Turnverein Altdorf"), means="direct_debit", traps=["direct_debit", "amount_in_prose"])
