"""A Swiss doctor's tariff bill with receipt and payment part."""

from datetime import timedelta
from decimal import Decimal

import segno

from samples.blind.draft import Draft, Result
from samples.formats import ch, num
from samples.identifiers import creditor_reference, spaced
from samples.page import Sheet
from samples.tables import table


def tariff(d: Draft) -> Result:
    """A doctor's bill by the tariff, tax points, and the receipt and payment part below."""
    d.firm(
        "Praxis Dr. med. U. Aebischer",
        "Hausarztpraxis Sihltal|Hausarztpraxis Sihltal AG",
        "Augenzentrum Limmat|Augenzentrum Limmat AG",
    )
    s = d.sheet()
    points = [Decimal(d.rng.randrange(900, 9000)) / 100 for _ in range(4)]
    costs = [(point * Decimal("0.89")).quantize(Decimal("0.01")) for point in points]
    total = (sum(costs, Decimal(0)) * 20).quantize(Decimal("1")) / 20
    total, due, number = total.quantize(Decimal("0.01")), d.issued + timedelta(30), d.no("1####-0#")
    visit, d.account = d.issued - timedelta(12), ""
    s.text(15, 18, "Rückforderungsbeleg / TP-Rechnung", 12, "b")
    s.text(195, 18, f"Dokument {number}  {num(d.issued, 'd.m.Y')} Seite 1", 7.5, "r")
    s.lines(
        15,
        26,
        (
            f"Rechnungssteller: {d.trade}, {', '.join(d.seat)}",
            f"GLN-Nr. 7601{d.no('#########')}   ZSR-Nr. {d.no('X######')}",
        ),
        8,
    )
    s.lines(
        15,
        38,
        (
            "Patient",
            d.party[1],
            *d.party[2:],
            "Geburtsdatum " + d.no("1#.0#.19##"),
            "AHV-Nr. 756." + d.no("####.####.##"),
        ),
        8,
    )
    s.lines(125, 38, d.party, 10)
    s.text(
        15,
        70,
        f"Behandlung vom {num(visit, 'd.m.Y')}   Gesetz KVG   Vergütungsart TG"
        f"   Rechnungsdatum {num(d.issued, 'd.m.Y')}",
        8,
    )
    names = (
        "Konsultation, erste 5 Min.",
        "+ Konsultation, jede weiteren 5 Min.",
        "Untersuchung durch den Facharzt",
        "Blutentnahme, Analysen Labor",
    )
    rows = [
        (num(visit, "d.m.Y"), "001", d.no("00.0##0"), name, f"{point:.2f}", "0.89", ch(cost))
        for name, point, cost in zip(names, points, costs, strict=True)
    ]
    head = ("Datum", "Tarif", "Ziffer", "Leistung", "TP", "TPW", "Betrag")
    y = table(s, 15, 80, (22, 14, 20, 76, 16, 14, 18), head, rows, "llllrrr", size=7.5)
    s.text(195, y + 6, f"Gesamtbetrag: CHF {ch(total)}", 9.5, "br")
    s.text(15, y + 6, "davon PFL: " + ch(total) + "   MWSt 0.00", 8)
    s.text(15, y + 14, f"Zahlbar innert 30 Tagen bis {num(due, 'd.m.Y')}.", 9)
    reference = creditor_reference(d.no("10######00##"))
    _payment_part(d, s, total, reference)
    return d.done(
        s,
        "to_pay",
        total,
        due=due,
        number=number,
        reference=reference,
        iban=True,
        means="transfer",
        skip=("customer_number", "period"),
        traps=("tax_points", "rounding", "slip"),
    )


def structured(name: str, street: str, town: str) -> tuple[str, ...]:
    """An address of type S of the Swiss QR code: name, street, house, postal code, town, country."""
    road, house = street.rsplit(" ", 1)
    return ("S", name, road, house, *town.split(" ", 1), "CH")


def _payment_part(d: Draft, s: Sheet, total: Decimal, reference: str) -> None:
    """Receipt on the left, payment part on the right, as on the lower third of a Swiss bill."""
    s.cut(192)
    for x, title in ((5, "Empfangsschein"), (67, "Zahlteil")):
        s.text(x, 200, title, 11, "b")
    for x, top in ((5, 206), (118, 206)):
        size = 8 if x == 5 else 9
        shown = spaced(reference)
        y = s.lines(x, top, ("Konto / Zahlbar an", d.iban(), d.legal, *d.seat), size, "h")
        y = s.lines(x, y + 2, ("Referenz", shown), size - (1 if x == 5 else 0), "h")
        s.lines(x, y + 2, ("Zahlbar durch", d.party[1], *d.party[2:]), size, "h")
    for x in (5, 67):
        s.lines(x, 272, ("Währung", "CHF"), 8, "h")
        s.lines(x + 20, 272, ("Betrag", ch(total)), 8, "h")
    payee, payer = structured(d.legal, *d.seat), structured(d.party[1], *d.party[2:])
    rows = ["SPC", "0200", "1", d.account, *payee, *[""] * 7, f"{total:.2f}"]
    rows += ["CHF", *payer, "SCOR", reference, "", "EPD"]
    matrix = segno.make("\n".join(rows), error="m", micro=False).matrix
    dot = 46 / len(matrix)
    for down, line in enumerate(matrix):
        for across, dark in enumerate(line):
            if dark:
                s.box(67 + across * dot, 210 + down * dot, dot, dot, "#000000", "")
    s.text(38, 286, "Annahmestelle", 7, "b")


DRAWERS = (("de-ch-tariff", tariff),)
