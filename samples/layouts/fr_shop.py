"""French web shop, hosting company and magazine offer."""

from datetime import timedelta
from decimal import Decimal

from samples.case import Case, Drawn
from samples.formats import add_months, fr, num
from samples.smallprint import footer
from samples.tables import pairs, table


def web_shop(c: Case) -> Drawn:
    """Order already paid by card: billing and delivery addresses side by side."""
    s, firm = c.sheet("Vera", "Helvetica"), c.firm
    total, number, order = c.money(15, 480), c.number("FV-25#####"), c.number("1000######")
    net, tax = c.vat(total)
    s.text(15, 18, firm.name, 20, "b", c.tint)
    s.text(195, 18, "Facture", 20, "r", "#777777")
    pairs(
        s,
        135,
        28,
        [("N° de facture", number), ("Date", num(c.issued)), ("Commande", order)],
        60,
        "right",
        8,
    )
    s.lines(15, 50, ["Adresse de facturation", *c.party.block], 8.5, "h")
    s.lines(
        110,
        50,
        [
            "Adresse de livraison",
            "Point relais LE FOURNIL DE LILI",
            "19 place du Bourg",
            c.party.town,
        ],
        8.5,
        "h",
    )
    parts = c.split(total, 3)
    rows = [
        (c.number("REF-####"), n, "1", fr(p), fr(p))
        for n, p in zip(
            ("Perceuse-visseuse 18 V", "Coffret 40 embouts", "Livraison Colis Éclair"),
            parts,
            strict=True,
        )
    ]
    y = table(
        s,
        15,
        80,
        (28, 82, 15, 28, 28),
        ("Référence", "Article", "Qté", "PU TTC", "Total TTC"),
        rows,
        "llrrr",
        "zebra",
        c.tint,
    )
    y = pairs(
        s,
        125,
        y + 5,
        [
            ("Total HT", fr(net)),
            ("Dont TVA 20 %", fr(tax)),
            ("Total TTC", fr(total)),
            (f"Payé par carte bancaire le {num(c.issued)}", fr(-total)),
            ("Reste à payer", fr(total - total)),
        ],
        71,
        "right",
        8.5,
    )
    s.text(
        15,
        y + 10,
        c.of("FACTURE ACQUITTÉE", "Payée - merci de votre confiance"),
        12,
        "b",
        "#1d7a46",
    )
    s.para(
        15,
        y + 20,
        180,
        "Garantie légale de conformité deux ans. Échange sous 30 jours. 10 € offerts sur votre"
        " prochaine commande dès 100 € d'achat avec le code MERCI10.",
        7.5,
    )
    footer(c, s)
    return c.done(
        s,
        "receipt",
        total,
        number=number,
        means="card",
        traps=["already_paid", "zero_left", "carrier_name"],
    )


def hosting(c: Case) -> Drawn:
    """Hosting company: English-like layout, dates with dashes, charged to the card on file."""
    s, firm = c.sheet("Helvetica", "Vera"), c.firm
    net = c.money(4, 140)
    tax = (net * Decimal("0.2")).quantize(net)
    total, number = net + tax, c.number("FR########")
    paid = c.variant == 0
    due = c.issued + timedelta(days=7)
    s.box(0, 0, 8, 297, c.tint, "")
    s.text(18, 20, firm.name.lower() + ".", 22, "b", c.tint)
    s.lines(130, 15, [firm.legal, *c.address, f"N° TVA : {firm.vat}"], 7.5)
    pairs(
        s,
        18,
        40,
        [
            ("Facture", number),
            ("Émise le", num(c.issued, "Y-m-d")),
            ("Identifiant client", c.number("ra######-hosting")),
        ],
        58,
        "across",
        9,
        "b",
    )
    s.lines(18, 60, ["Facturé à :", *c.party.block], 9, "h")
    end = add_months(c.issued, 12)
    rows = [
        ("VPS Essentiel - vps412.nuage", f"{num(c.issued, 'Y-m-d')} > {num(end, 'Y-m-d')}", fr(net))
    ]
    y = table(
        s, 18, 90, (70, 60, 45), ("Service", "Période", "Prix HT"), rows, "lcr", "rules", c.tint, 9
    )
    y = pairs(
        s,
        120,
        y + 4,
        [("Prix HT", fr(net)), ("TVA 20%", fr(tax)), ("Total TTC", fr(total))],
        72,
        "right",
    )
    text = (
        f"PAYÉ le {num(c.issued, 'Y-m-d')} par carte bancaire se terminant par 4412."
        if paid
        else (
            f"Le montant de {fr(total)} sera débité de votre carte se terminant par 4412 le"
            f" {num(due, 'Y-m-d')}. Aucune action n'est requise."
        )
    )
    s.para(18, y + 12, 170, text, 10, c.tint)
    footer(c, s)
    return c.done(
        s,
        "receipt" if paid else "to_be_debited",
        total,
        due=None if paid else due,
        number=number,
        period=(c.issued, end),
        means="card",
        traps=["iso_dates", "already_paid" if paid else "card_charge"],
    )
