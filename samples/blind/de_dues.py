"""German dues: a car insurer's premium, the broadcasting fee."""

from datetime import timedelta
from decimal import Decimal

from samples.blind.draft import Draft, Result
from samples.formats import add_months, de, long, month_end, num
from samples.tables import pairs, table


def insurance(d: Draft) -> Result:
    """An insurer's premium bill for a car, to be transferred, with a tear-off block."""
    d.firm(
        "Alpinia|Alpinia Versicherungs-AG",
        "Hansewacht|Hansewacht Sachversicherung a. G.",
        "Concordanz|Concordanz AG",
    )
    s, total = d.sheet(), d.money(180, 940)
    d.dated(12, d.rng.randrange(1, 15))
    start = d.issued.replace(year=d.issued.year + 1, month=1, day=1)
    policy = d.no("AS-#########")
    s.text(15, 20, d.trade, 20, "b", "#003781")
    s.lines(15, 46, d.party, 10)
    s.lines(130, 40, ("Ihre Vertretung", "Generalagentur Bertram Holz", "Tel. 0251 / 98 76 5-0", "",
                      "Datum", long(d.issued, "de")), 9)  # fmt: skip
    s.text(15, 88, f"Beitragsrechnung zum Vertrag {policy}", 13, "b")
    s.text(
        15,
        94,
        f"Kfz-Versicherung, amtliches Kennzeichen MS-{d.of('KL', 'RT', 'OP')} {d.no('###')}",
        9,
    )
    net, tax = d.vat(total, "19")
    rows = [
        ("Kfz-Haftpflicht, SF 14, Beitragssatz 31 %", de(net * 6 / 10)),
        (
            "Vollkasko, Selbstbeteiligung 500 € / 150 €",
            de(net - (net * 6 / 10).quantize(Decimal("0.01"))),
        ),
        ("Versicherungsteuer 19 %", de(tax)),
        (
            f"*Beitrag für {num(start, 'd.m.Y')} bis {num(add_months(start, 12), 'd.m.Y')}",
            de(total),
        ),
    ]
    table(s, 15, 104, (130, 45), (), rows, size=9)
    s.para(
        15,
        134,
        180,
        f"Der Beitrag ist am {num(start, 'd.m.Y')} fällig. Bitte überweisen Sie {de(total)} unter Angabe"
        " der Vertragsnummer. Bei nicht rechtzeitiger Zahlung ist Ihr Versicherungsschutz"
        " gefährdet (§ 38 VVG)."
        " Vorjahresbeitrag: " + de(total - Decimal("17.40")) + ".",
        9,
    )
    s.box(15, 215, 180, 40, "", "#003781")
    pairs(
        s,
        20,
        223,
        (
            ("Empfänger", d.legal),
            ("IBAN", d.iban()),
            ("BIC", "FCTRDE99XXX"),
            ("Betrag", de(total, "EUR")),
            ("Verwendungszweck", policy),
        ),
        40,
        size=9,
    )
    return d.done(
        s,
        "to_pay",
        total,
        due=start,
        customer=policy,
        reference=policy,
        iban=True,
        means="transfer",
        period=(start, add_months(start, 12)),
        skip=("customer_number", "period"),
        traps=("last_year", "tax"),
    )


def broadcasting(d: Draft) -> Result:
    """The broadcasting fee: a letter with one quarter's sum, transfer form data below."""
    d.firm(
        "Rundfunkservice|Rundfunkservice der Länder",
        "Beitragsstelle Rundfunk|Zentrale Beitragsstelle Rundfunk",
        "Medienbeitrag|Medienbeitrag Servicestelle",
    )
    s, quarter = d.sheet(), Decimal("55.08")
    total = quarter * (1 + d.variant)
    start = d.issued.replace(day=1)
    end, due, number = (
        month_end(add_months(start, 2)),
        d.issued.replace(day=15),
        d.no("### ### ###"),
    )
    d.issued = start - timedelta(d.rng.randrange(5, 14))
    s.text(195, 20, d.trade, 13, "br", "#004b87")
    s.text(195, 26, "Freimersdorfer Weg 99, 50829 Köln", 8, "r")
    s.lines(15, 46, d.party, 10)
    s.lines(130, 46, (f"Beitragsnummer {number}", f"Datum {num(d.issued, 'd.m.Y')}"), 9)
    s.text(15, 84, "Zahlung der Rundfunkbeiträge", 12, "b")
    s.para(
        15,
        94,
        170,
        "Guten Tag, für die Wohnung in der oben genannten Anschrift bitten wir um Zahlung:",
        10,
    )
    rows = [
        (f"Rückstand bis {num(start - timedelta(1), 'd.m.Y')}", de(total - quarter)),
        (f"Beitrag {num(start, 'd.m.Y')} bis {num(end, 'd.m.Y')} (3 x 18,36 EUR)", de(quarter)),
        ("*Gesamtbetrag", de(total)),
    ]
    table(s, 15, 106, (125, 40), (), rows, size=10)
    s.para(
        15,
        132,
        170,
        f"Bitte zahlen Sie {de(total)} bis spätestens {num(due, 'd.m.Y')}. Sie sind gesetzlich"
        " verpflichtet, die Beiträge in der Mitte eines Dreimonatszeitraums zu leisten. Bei verspäteter"
        " Zahlung wird ein Säumniszuschlag von 1 %, mindestens aber 8 Euro, fällig.",
        10,
    )
    s.box(15, 215, 170, 34, "#fff3f0", "#d04020")
    s.lines(
        20,
        223,
        (
            "SEPA-Überweisung",
            f"IBAN {d.iban()}",
            f"Verwendungszweck {number.replace(' ', '')}",
            f"EUR {de(total, '')}",
        ),
        10,
    )
    return d.done(
        s,
        "to_pay",
        total,
        due=due,
        customer=number.replace(" ", ""),
        reference=number.replace(" ", ""),
        iban=True,
        period=(start, end),
        means="transfer",
        traps=("previous_balance", "fee_amount"),
    )


DRAWERS = (
    ("de-insurance", insurance),
    ("de-broadcasting", broadcasting),
)
