"""German shops and hosting."""

from datetime import timedelta
from decimal import Decimal

from samples.case import Case, Drawn
from samples.formats import add_months, de, num
from samples.smallprint import footer
from samples.tables import pairs, table


def mail_order(c: Case) -> Drawn:
    """Web shop: already paid by PayPal or card."""
    s, firm = c.sheet("Vera", "Helvetica"), c.firm
    total, number = c.money(12, 230), c.number("RE#######")
    net, tax = c.vat(total, "19")
    s.text(20, 22, firm.name, 20, "i", c.tint)
    s.lines(20, 48, c.party.block, 9)
    pairs(
        s,
        125,
        48,
        [
            ("Rechnungs-Nr.", number),
            ("Bestell-Nr.", c.number("B######")),
            ("Rechnungsdatum", num(c.issued, "d.m.y")),
        ],
        66,
        "right",
        8.5,
    )
    rows = [
        ("1", "Tee Ostfriesenmischung 500 g", de(total - Decimal("4.90"))),
        ("1", "Versandkosten DPX Paket", "4,90 €"),
    ]
    y = table(
        s, 20, 90, (20, 115, 36), ("Menge", "Artikel", "Preis"), rows, "clr", "zebra", c.tint, 9
    )
    y = pairs(
        s,
        120,
        y + 4,
        [("Summe netto", de(net)), ("enthaltene MwSt.", de(tax)), ("Gesamtsumme", de(total))],
        70,
        "right",
    )
    s.text(
        20,
        y + 10,
        c.of(
            "Zahlungsart: PayPal - der Betrag wurde bereits beglichen.",
            "Bezahlt per Kreditkarte. Vielen Dank!",
            "Bereits bezahlt (Sofortüberweisung).",
        ),
        10,
        "b",
    )
    footer(c, s)
    return c.done(
        s,
        "receipt",
        total,
        number=number,
        means=c.of("portal", "card", "transfer"),
        traps=["already_paid", "two_digit_year", "carrier_name"],
    )


def hosting(c: Case) -> Drawn:
    """Hosting: boxed summary, the sum will be debited, in English and German words."""
    s, firm = c.sheet("Helvetica", "Vera"), c.firm
    net = c.money(3, 90)
    tax = (net * Decimal("0.19")).quantize(net)
    total, due, number = net + tax, c.issued + timedelta(days=6), c.number("R00########")
    s.text(20, 20, firm.name.upper(), 18, "b", "#c62828")
    s.lines(130, 20, [firm.legal, *c.address, f"USt-IdNr.: {firm.vat}"], 8)
    s.lines(20, 48, c.party.block, 10)
    pairs(
        s,
        130,
        50,
        [
            ("Rechnungsdatum / Invoice date", num(c.issued, "d/m/Y")),
            ("Rechnungsnr. / Invoice no.", number),
            ("Kundennr. / Client ID", c.number("K##########")),
        ],
        mode="above",
        size=8,
    )
    table(
        s,
        20,
        90,
        (80, 25, 30, 35),
        ("Produkt", "Menge", "Einzelpreis", "Gesamt (netto)"),
        [(f"Cloud CX22 {num(add_months(c.issued, -1), 'm/Y')}", "1", de(net), de(net))],
        look="zebra",
        ink="#c62828",
        size=9,
    )
    s.box(110, 110, 80, 26, "#fafafa", "#c62828")
    pairs(
        s,
        113,
        117,
        [("Netto", de(net)), ("19 % USt.", de(tax)), ("Zu zahlen / Amount due", de(total))],
        74,
        "right",
        9.5,
        "b",
    )
    s.para(
        20,
        150,
        170,
        f"Der Betrag wird am {num(due, 'd/m/Y')} von Ihrer Kreditkarte eingezogen. The amount will"
        " be charged automatically; please do not transfer it.",
        9,
    )
    footer(c, s)
    return c.done(
        s,
        "to_be_debited",
        total,
        due=due,
        number=number,
        means="card",
        traps=["card_charge", "two_languages"],
    )


def credit_note(c: Case) -> Drawn:
    """Gutschrift: trailing minus signs."""
    s, firm = c.sheet("Courier", "Vera"), c.firm
    total, number = c.money(9, 180), c.number("GS-####")
    net, tax = c.vat(total, "19")
    s.lines(20, 20, [firm.legal, *c.address], 9, "h")
    s.lines(20, 48, c.party.block, 10)
    s.text(20, 80, f"Rechnungskorrektur / Gutschrift {number}", 13, "b")
    s.text(20, 87, f"vom {num(c.issued, 'd.m.Y')} zu Rechnung {c.number('RE#######')}", 10)
    rows = [
        ("Retoure Akkuschrauber", de(net, "") + "-"),
        ("19 % MwSt.", de(tax, "") + "-"),
        ("*Gutschriftsbetrag EUR", de(total, "") + "-"),
    ]
    table(s, 20, 100, (110, 45), ("Position", "Betrag"), rows, look="rules", size=10)
    s.text(20, 135, "Der Betrag wird Ihrem Zahlungsmittel gutgeschrieben.", 10)
    footer(c, s)
    return c.done(
        s, "credit_note", -total, number=number, traps=["trailing_minus", "other_bill_number"]
    )
