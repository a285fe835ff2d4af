"""German practices: a tax adviser's fee note, a doctor's bill through a clearing office."""

from datetime import timedelta
from decimal import Decimal

from samples.blind.draft import Draft, Result
from samples.formats import de, long, num
from samples.identifiers import vat_de
from samples.tables import pairs, table


def tax_adviser(d: Draft) -> Result:
    """A tax adviser's fee note by the fee table, to be paid within two weeks, no date printed."""
    d.firm(
        "Kanzlei Wiegand|Wiegand & Partner Steuerberater PartG mbB",
        "Steuerbüro Nowak|Dipl.-Kfm. Peter Nowak",
        "Taxora|Taxora Steuerberatungsgesellschaft mbH",
    )
    s, net = d.sheet(), d.money(180, 1400)
    tax = (net * Decimal("0.19")).quantize(Decimal("0.01"))
    total, number, client = net + tax, d.no(f"0####/{d.issued:%y}"), d.no("1####")
    days, year = int(d.of("14", "10", "14")), d.issued.year - 1
    s.text(195, 20, d.trade, 13, "br")
    s.lines(150, 26, d.seat, 8)
    s.lines(20, 52, d.party, 10)
    s.text(150, 70, long(d.issued, "de"), 9.5)
    s.lines(150, 78, (f"Mandant {client}", f"Gebührenrechnung {number}"), 8.5)
    s.text(20, 92, f"Gebührenrechnung Nr. {number}", 12, "b")
    s.text(20, 98, "Leistungszeitraum: " + f"01.01.{year} - 31.12.{year}", 9)
    cost = d.split(net, 3)
    rows = [
        (
            f"Einkommensteuererklärung {year}, § 24 Abs. 1 Nr. 1 StBVV",
            "52.310,00",
            "3,5/10",
            de(cost[0], ""),
        ),
        ("Überschussermittlung, § 27 Abs. 1 StBVV", "9.600,00", "8,0/20", de(cost[1], "")),
        ("Auslagenpauschale, § 16 StBVV und Prüfung Bescheid", "", "", de(cost[2], "")),
        ("*Zwischensumme", "", "", de(net, "")),
        ("19,00 % Umsatzsteuer", "", "", de(tax, "")),
        ("*Zu zahlender Betrag EUR", "", "", de(total, "")),
    ]
    table(
        s,
        20,
        108,
        (100, 25, 20, 27),
        ("Tätigkeit", "Gegenstandswert", "Satz", "Betrag"),
        rows,
        size=8.5,
    )
    s.para(
        20,
        152,
        170,
        f"Zahlbar innerhalb von {days} Tagen nach Rechnungsdatum ohne Abzug unter Angabe von"
        " Mandantennummer und Rechnungsnummer.",
        10,
    )
    s.para(
        20,
        275,
        170,
        f"{d.legal} · IBAN {d.iban()} · BIC FCTRDE99 · USt-ID {vat_de(d.rng)} · Partnerschaftsregister"
        " Amtsgericht Essen PR 4471 · Mitglied der Steuerberaterkammer",
        6.5,
    )
    return d.done(
        s,
        "to_pay",
        total,
        due=d.issued + timedelta(days),
        number=number,
        customer=client,
        iban=True,
        means="transfer",
        skip=("period", "reference"),
        traps=("terms_only", "object_values"),
    )


def doctor(d: Draft) -> Result:
    """A private patient's doctor's bill, collected by a clearing office with its own account."""
    practice = d.of(
        "Dr. med. Ilse Fröbel",
        "Gemeinschaftspraxis Dres. Thoma & Lenk",
        "Dr. med. dent. Arif Yildiz",
    )
    d.firm(
        "PVS Westfalia|PVS Westfalia GmbH",
        "Medibill|Medibill Abrechnung GmbH",
        "Ärztekasse Nord|Ärztekasse Nord eG",
    )
    s, total = d.sheet(), d.money(45, 820)
    due, number = d.issued + timedelta(30), d.no("74#####/0#")
    s.text(15, 20, d.trade, 15, "b", "#37597a")
    s.text(15, 27, f"Verrechnungsstelle im Auftrag von {practice}", 9)
    s.lines(15, 50, d.party, 10)
    pairs(s, 125, 46, (("Rechnungs-Nr.", number), ("Rechnungsdatum", num(d.issued, "d.m.Y")),
                       ("Patient geb.", d.no("1#.0#.19##"))), 34, size=9)  # fmt: skip
    s.text(15, 86, f"Rechnung für ärztliche Leistungen - {practice}", 12, "b")
    s.text(15, 92, f"Diagnosen: Z00.0 G; M54.5 G - Behandlung {d.party[1]}", 8.5)
    day, share = d.issued - timedelta(40), d.split(total, 4)
    rows = [
        (num(day, "d.m.y"), "1", "Beratung, auch telefonisch", "2,30", de(share[0], "")),
        (num(day, "d.m.y"), "8", "Untersuchung Ganzkörperstatus", "2,30", de(share[1], "")),
        (
            num(day + timedelta(7), "d.m.y"),
            "410",
            "Ultraschall, ein Organ",
            "2,30",
            de(share[2], ""),
        ),
        (num(day + timedelta(7), "d.m.y"), "3550", "Blutbild", "1,15", de(share[3], "")),
    ]
    y = table(
        s,
        15,
        104,
        (24, 18, 88, 18, 30),
        ("Datum", "GOÄ-Nr.", "Leistung", "Faktor", "EUR"),
        rows,
        "lllrr",
        size=8.5,
    )
    s.text(192, y + 4, f"Rechnungsbetrag {de(total, 'EUR')}", 12, "br")
    s.para(
        15,
        y + 16,
        178,
        f"Der Betrag ist nach § 12 GOÄ mit Zugang der Rechnung fällig. Zahlungsziel: {num(due, 'd.m.Y')}."
        " Bitte geben Sie die Rechnungsnummer an. Die Forderung wurde an uns abgetreten.",
        9,
    )
    s.box(15, 225, 180, 36, "#eef2f6", "")
    pairs(
        s,
        20,
        233,
        (
            ("Kontoinhaber", d.legal),
            ("IBAN", d.iban()),
            ("Verwendungszweck", number),
            ("Betrag", de(total, "EUR")),
        ),
        40,
    )
    return d.done(
        s,
        "to_pay",
        total,
        due=due,
        number=number,
        reference=number,
        iban=True,
        means="transfer",
        biller=(practice,),
        skip=("customer_number", "period"),
        traps=("clearing_office", "codes"),
    )


DRAWERS = (
    ("de-tax-adviser", tax_adviser),
    ("de-doctor", doctor),
)
