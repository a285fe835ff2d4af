"""German power and telephone."""

from datetime import timedelta
from decimal import Decimal

from samples.case import Case, Drawn
from samples.formats import de, month, month_start, num
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
    pairs(
        s,
        130,
        45,
        [
            ("Kundennummer", customer),
            ("Rechnungsnummer", number),
            ("Rechnungsdatum", num(c.issued, "d.m.Y")),
        ],
        32,
        size=8.5,
    )
    s.text(20, 85, f"Ihre Jahresrechnung Strom {c.issued.year}", 14, "b")
    rows = [
        ("Verbrauchskosten inkl. 19 % MwSt.", de(used)),
        ("abzüglich geleistete Abschläge", "-" + de(used - left)),
        (
            (
                "*Guthaben"
                if credit
                else c.of("*Nachzahlung", "*Zu zahlender Betrag", "*Restforderung")
            ),
            de(abs(left)),
        ),
    ]
    y = table(
        s,
        20,
        97,
        (120, 50),
        ("Abrechnung", "Bruttobetrag"),
        rows,
        look="rules",
        ink="#00796b",
        size=10,
    )
    text = (
        f"Das Guthaben überweisen wir in den nächsten Tagen auf Ihr Konto {c.masked()}."
        if credit
        else (
            f"Bitte überweisen Sie den Betrag bis zum {num(due, 'd.m.Y')} auf unser Konto IBAN"
            f" {c.iban()} unter Angabe der Kundennummer {customer}."
        )
    )
    s.para(20, y + 6, 170, text, 10)
    plan = (used / 11).quantize(Decimal("1"))
    s.text(
        20,
        y + 24,
        f"Ihr neuer Abschlag ab {num(month_start(c.issued, 2), 'd.m.Y')}: {de(plan)} monatlich (11"
        " Abschläge)",
        9,
        "b",
    )
    s.para(
        20,
        y + 32,
        170,
        "Arbeitspreis 32,18 ct/kWh, Grundpreis 12,90 € pro Monat. Zählerstand abgelesen: 48.112"
        " kWh. Bei Fragen: Service 0800 000 4412.",
        8,
    )
    footer(c, s)
    return c.done(
        s,
        "credit_note" if credit else "to_pay",
        left,
        due=None if credit else due,
        number=number,
        customer=customer,
        iban=None if credit else firm.iban,
        reference=None if credit else customer,
        means=None if credit else "transfer",
        traps=["prepaid", "schedule_inside"] + (["credit", "customer_iban"] if credit else []),
    )


def phone_debit(c: Case) -> Drawn:
    """Telephone bill, debited: sum at top right, long positions, two pages."""
    s, firm = c.sheet("Vera", "Helvetica"), c.firm
    total, due = c.money(19, 79), c.issued + timedelta(days=9)
    net, tax = c.vat(total, "19")
    number, customer = c.number("## #### #### ####"), c.number("5#########")
    s.text(195, 20, firm.name, 18, "br", "#d6006e")
    s.lines(20, 45, c.party.block, 10)
    pairs(
        s,
        125,
        45,
        [
            ("Datum", num(c.issued, "d.m.Y")),
            ("Rechnungsnummer", number),
            ("Kundennummer", customer),
            ("Seite", "1 von 2"),
        ],
        36,
        size=8.5,
    )
    s.text(20, 85, f"Ihre Rechnung für {month(c.issued, 'de')} {c.issued.year}", 15, "b")
    rows = [
        ("Monatliche Beträge", de(net - 2)),
        ("Beträge für Verbindungen", "2,00 €"),
        ("Summe Rechnungspositionen (netto)", de(net)),
        ("Umsatzsteuer 19 %", de(tax)),
        (c.of("*Rechnungsbetrag", "*Zu zahlender Betrag"), de(total)),
    ]
    y = table(s, 20, 98, (125, 45), ("Leistung", "Betrag"), rows, look="plain", size=10)
    s.para(
        20,
        y + 8,
        170,
        f"Der Rechnungsbetrag wird am {num(due, 'd.m.Y')} von Ihrem Konto {c.masked()} abgebucht."
        f" Gläubiger-ID {c.number('DE##ZZZ0000######')}, Mandatsreferenz"
        f" {c.number('DE0002########')}.",
        9,
    )
    footer(c, s)
    s.page()
    s.text(20, 25, "Einzelverbindungsnachweis", 12, "b")
    calls = [
        (
            num(c.issued - timedelta(days=i), "d.m.Y"),
            f"1{i}:0{i % 10}",
            c.number("0170 #### ###"),
            f"0,{c.rng.randrange(10, 40)} €",
        )
        for i in range(1, 13)
    ]
    table(
        s,
        20,
        35,
        (35, 25, 60, 30),
        ("Datum", "Uhrzeit", "Zielrufnummer", "Betrag"),
        calls,
        "lllr",
        "zebra",
        "#d6006e",
    )
    return c.done(
        s,
        "to_be_debited",
        total,
        due=due,
        number=number.replace(" ", ""),
        customer=customer,
        means="direct_debit",
        traps=["direct_debit", "several_totals", "detail_pages", "customer_iban"],
    )
