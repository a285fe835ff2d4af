"""German craftsman with Skonto, and doctor."""

from datetime import timedelta
from decimal import Decimal

from samples.case import Case, Drawn
from samples.formats import de, num
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
    pairs(
        s,
        140,
        50,
        [
            ("Rechnung Nr.", number),
            ("Datum", num(c.issued, "d.m.Y")),
            ("Leistungsdatum", num(c.issued - timedelta(days=6), "d.m.Y")),
        ],
        28,
        size=9,
    )
    parts = c.split(net, 3)
    rows = [
        (str(i + 1), n, de(p))
        for i, (n, p) in enumerate(
            zip(("Fassade grundieren", "Zweimal Anstrich", "Gerüst stellen"), parts, strict=True)
        )
    ]
    y = table(
        s, 20, 90, (15, 115, 40), ("Pos.", "Bezeichnung", "Gesamt"), rows, "llr", "rules", size=9.5
    )
    y = pairs(
        s,
        120,
        y + 4,
        [
            ("Nettobetrag", de(net)),
            ("zzgl. 19 % USt.", de(tax)),
            (c.of("Gesamtbetrag", "Rechnungsbetrag", "Bruttosumme"), de(total)),
        ],
        70,
        "right",
        10,
        "b",
    )
    s.para(
        20,
        y + 10,
        170,
        f"Zahlbar bis {num(early, 'd.m.Y')} mit 2 % Skonto = {de(off)}, bis zum {num(due, 'd.m.Y')}"
        " ohne Abzug.",
        10,
    )
    s.para(
        20,
        y + 22,
        170,
        "Bitte bewahren Sie die Rechnung zwei Jahre auf (§ 14b UStG). Im Betrag sind Lohnkosten"
        " von " + de(parts[1]) + " enthalten (§ 35a EStG).",
        8,
    )
    footer(c, s)
    return c.done(
        s,
        "to_pay",
        total,
        due=due,
        number=number,
        iban=firm.iban,
        means="transfer",
        traps=["early_discount", "customer_is_company", "several_totals"],
    )


def doctor(c: Case) -> Drawn:
    """Doctor's bill with GOÄ items and factors, payable within 30 days."""
    s, firm = c.sheet("Times", "Courier"), c.firm
    fees = [c.money(8, 90) for _ in range(4)]
    total, number = sum(fees, Decimal(0)), c.number("######/25")
    s.text(105, 20, firm.name, 14, "bc")
    s.text(105, 26, " · ".join(c.address), 8, "c")
    s.lines(20, 45, c.party.block, 10)
    pairs(s, 135, 45, [("Liquidation", number), ("Datum", num(c.issued, "d.m.Y"))], 28, size=9)
    codes = (
        ("1", "Beratung"),
        ("5", "Symptombezogene Untersuchung"),
        ("3511", "Untersuchungen je Test"),
        ("250", "Blutentnahme"),
    )
    rows = [
        (num(c.issued - timedelta(days=20), "d.m.Y"), g, n, "2,3", de(f, ""))
        for (g, n), f in zip(codes, fees, strict=True)
    ]
    y = table(
        s,
        20,
        85,
        (28, 20, 75, 20, 28),
        ("Datum", "GOÄ", "Leistung", "Faktor", "EUR"),
        [*rows, ("*", "", "Gesamthonorar", "", de(total, ""))],
        "lllrr",
        "grid",
        size=9,
    )
    s.para(
        20,
        y + 10,
        170,
        "Bitte überweisen Sie den Gesamtbetrag innerhalb von 30 Tagen nach Rechnungsdatum auf das"
        f" Konto {c.iban()} mit dem Verwendungszweck {number}.",
        10,
    )
    return c.done(
        s,
        "to_pay",
        total,
        due=c.issued + timedelta(days=30),
        number=number,
        iban=firm.iban,
        reference=number,
        means="transfer",
        traps=["derived_due", "factors"],
    )
