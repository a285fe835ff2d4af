"""French instalment plan, and heating oil paid on delivery."""

from decimal import Decimal

from samples.case import Case, Drawn
from samples.formats import add_months, fr, month_start, num
from samples.tables import pairs, table


def instalments(c: Case) -> Drawn:
    """An échéancier: ten or eleven dates and amounts, no payment by hand."""
    s, firm = c.sheet("Helvetica", "Times"), c.firm
    each, count, first = c.money(35, 160), 10 + c.variant % 2, month_start(c.issued, 1)
    number = c.number("E#######")
    s.text(105, 20, firm.name, 20, "bc", c.tint)
    s.lines(20, 40, c.party.block, 10)
    pairs(
        s,
        130,
        40,
        [
            ("N° de compte", c.number("#########")),
            ("Édité le", num(c.issued)),
            ("Réf. échéancier", number),
        ],
        30,
        size=8,
    )
    s.text(20, 75, c.of("Votre échéancier de mensualisation", "Calendrier de paiement"), 15, "b")
    s.para(
        20,
        83,
        170,
        "Vous avez choisi le paiement mensuel. Voici les dates et montants qui seront prélevés sur"
        f" votre compte {c.masked()}. Votre facture annuelle de régularisation vous sera adressée à"
        " l'issue de la période.",
        9,
    )
    dates = [add_months(first, i).replace(day=5) for i in range(count)]
    rows = [(str(i + 1), num(d), fr(each)) for i, d in enumerate(dates)]
    y = table(
        s,
        40,
        108,
        (25, 50, 45),
        ("N°", "Date du prélèvement", "Montant TTC"),
        [*rows, ("*", "Total", fr(each * count))],
        "ccr",
        c.of("grid", "zebra"),
        c.tint,
        9,
    )
    s.para(
        20,
        y + 8,
        170,
        "Montant estimé à partir de vos consommations précédentes. Mandat"
        f" {c.number('MD########')}, ICS {c.number('FR##ZZZ######')}. Conservez ce document : il"
        " tient lieu de facture.",
        8,
    )
    return c.done(
        s,
        "schedule",
        each,
        due=dates[0],
        number=number,
        means="direct_debit",
        traps=["schedule", "direct_debit", "several_totals", "customer_iban"],
    )


def fuel_delivery(c: Case) -> Drawn:
    """Heating oil delivered by a small company: delivery slip style, payable on delivery."""
    s, firm = c.sheet("Courier"), c.firm
    litres, price = Decimal(c.rng.randrange(600, 2500)), Decimal(c.rng.randrange(980, 1390)) / 1000
    total = (litres * price).quantize(Decimal("0.01"))
    net, tax = c.vat(total)
    number = c.number("BL-#####")
    s.lines(
        15, 20, [firm.legal.upper(), *c.address, f"SIRET {firm.siret}", f"TVA {firm.vat}"], 9, "h"
    )
    s.text(195, 20, "FACTURE", 16, "br")
    s.text(195, 27, f"No {number}", 10, "r")
    s.text(195, 32, f"du {num(c.issued, 'd-m-Y')}", 10, "r")
    s.lines(110, 50, ["LIVRE A :", *c.party.block], 9)
    rows = [
        ("FIOUL DOMESTIQUE GRAND FROID", f"{litres} L", f"{price}".replace(".", ","), fr(total, ""))
    ]
    y = table(
        s,
        15,
        85,
        (85, 25, 30, 35),
        ("PRODUIT", "QTE", "PU TTC", "MONTANT TTC"),
        rows,
        look="grid",
        size=9,
    )
    y = pairs(
        s, 120, y + 10, [("TOTAL HT", fr(net, "")), ("TVA 20 %", fr(tax, ""))], 68, "right", 9
    )
    s.box(118, y - 1, 74, 9)
    s.text(121, y + 5, "A PAYER", 11, "b")
    s.text(189, y + 5, fr(total, "EUR"), 11, "br")
    s.para(
        15,
        y + 25,
        175,
        f"PAYABLE A LA LIVRAISON, SANS ESCOMPTE. CHEQUE A L'ORDRE DE {firm.name.upper()} OU CARTE"
        " AUPRES DU CHAUFFEUR.",
        9,
    )
    return c.done(
        s, "to_pay", total, number=number, means="cheque", traps=["no_due_date", "several_totals"]
    )
