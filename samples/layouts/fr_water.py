"""French water bills, town and private."""

from datetime import timedelta

from samples.case import Case, Drawn
from samples.formats import NARROW, add_months, fr, long, month, num
from samples.tables import pairs, table


def town_service(c: Case) -> Drawn:
    """Régie des eaux: three chapters (distribution, collection, bodies), payment by TIP or cheque."""
    s, firm = c.sheet("Helvetica", "Courier"), c.firm
    total = c.money(55, 380)
    net, tax = c.vat(total, "5.5")
    due, number, sub = c.after(21), c.number("2025-EA-#####"), c.number("##-####-##")
    s.text(15, 18, firm.legal, 12, "b")
    s.lines(15, 24, ["Service de l'eau et de l'assainissement", *c.address], 8)
    s.box(140, 12, 56, 24)
    pairs(s, 143, 18, [("Facture", number), ("Date", num(c.issued)), ("Abonné", sub)], 18, size=8)
    s.lines(115, 52, c.party.block, 10)
    s.text(15, 80, f"Lieu desservi : {c.party.street}", 8)
    parts = c.split(net, 3)
    rows = []
    for name, part in zip(
        ("DISTRIBUTION DE L'EAU", "COLLECTE ET TRAITEMENT DES EAUX USÉES", "ORGANISMES PUBLICS"),
        parts,
        strict=True,
    ):
        fixed, used = c.split(part, 2)
        rows += [
            ("*" + name, "", "", fr(part, "")),
            ("   Abonnement (part fixe)", "1", fr(fixed, ""), fr(fixed, "")),
            ("   Consommation", f"{c.rng.randrange(20, 90)} m³", "", fr(used, "")),
        ]
    y = table(
        s,
        15,
        90,
        (95, 25, 30, 30),
        ("", "Quantité", "Prix unit. HT", "Montant HT"),
        rows,
        look="grid",
        size=8,
    )
    sums = [
        ("Total HT", fr(net)),
        ("TVA 5,5 %", fr(tax)),
        (c.of("Total TTC", "Montant total TTC"), fr(total)),
    ]
    y = pairs(s, 110, y + 6, sums, 84, "right")
    s.box(108, y, 88, 10, "#e8f1fa")
    s.text(111, y + 6.5, f"Net à payer avant le {num(due)}", 9, "b")
    s.text(193, y + 6.5, fr(total), 11, "br")
    s.cut(240)
    s.text(15, 248, "COUPON À JOINDRE À VOTRE RÈGLEMENT", 9, "b")
    s.text(15, 255, f"Chèque à l'ordre de : RÉGIE {firm.name.upper()}", 8)
    pairs(s, 15, 262, [("Réf.", f"{sub} / {number}"), ("Montant", fr(total))], 22, size=8)
    return c.done(
        s,
        "to_pay",
        total,
        due=due,
        number=number,
        customer=sub,
        means="cheque",
        traps=["several_totals", "coupon"],
    )


def big_amount_left(c: Case) -> Drawn:
    """Private operator: the amount in large type in the left column, labels over values."""
    s, firm = c.sheet("Vera", "Helvetica"), c.firm
    total, due, number = c.money(70, 320), c.after(16), c.number("##########")
    debit, customer = c.variant != 1, c.number("######### ##")
    s.box(0, 0, 70, 297, "#eef6fb", "")
    s.logo(8, 18, firm.name, c.tint)
    mode = {"gap": NARROW, "thousands": NARROW} if debit else {}
    s.text(8, 45, "Votre facture", 11, "", c.tint)
    s.text(8, 58, fr(total, **mode), 22, "b")
    s.text(8, 65, "Montant prélevé le" if debit else "à payer au plus tard le", 9)
    s.text(8, 71, long(due, "fr"), 11, "b")
    pairs(
        s,
        8,
        90,
        [
            ("Référence client", customer),
            ("N° de facture", number),
            ("Date d'émission", num(c.issued)),
            ("Prochain relevé", month(add_months(c.issued, 5), "fr")),
        ],
        mode="above",
        size=8,
    )
    s.text(8, 150, "Un conseiller vous répond", 8, "b")
    s.lines(8, 156, [c.number("09 69 36 ## ##"), "(appel non surtaxé)", firm.site], 8)
    s.lines(125, 40, c.party.block, 10)
    s.text(78, 75, c.of("Compte client au jour de la facture", "Synthèse"), 11, "b", c.tint)
    old, parts = c.money(20, 80), c.split(total, 4)
    rows = [
        ("Solde précédent", fr(old, "")),
        ("Votre règlement reçu, merci", fr(-old, "")),
        ("Abonnement", fr(parts[0], "")),
        ("Consommation 61 m³", fr(parts[1], "")),
        ("Redevances Agence de l'eau", fr(parts[2], "")),
        ("TVA", fr(parts[3], "")),
        ("*Solde", fr(total, "")),
    ]
    table(s, 78, 85, (90, 32), ("", "€ TTC"), rows, look="rules", ink=c.tint)
    text = (
        f"La somme de {fr(total, **mode)} sera prélevée sur votre compte {c.masked()} le"
        f" {num(due)}. Vous n'avez rien à faire."
        if debit
        else (
            f"Réglez en ligne sur {firm.site}, par virement sur le compte {c.iban()} en indiquant"
            f" {customer}."
        )
    )
    s.para(78, 140, 120, text, 9)
    s.para(
        78,
        255,
        120,
        "Le saviez-vous ? Une fuite de chasse d'eau peut coûter jusqu'à 700,00 € par an. Prix de"
        " l'eau au 1er janvier : 4,12 € TTC le m³, soit 0,0041 € le litre.",
        7.5,
    )
    kind = "to_be_debited" if debit else "to_pay"
    return c.done(
        s,
        kind,
        total,
        due=due,
        number=number,
        customer=customer.replace(" ", ""),
        iban=None if debit else firm.iban,
        reference=None if debit else customer.replace(" ", ""),
        means="direct_debit" if debit else "transfer",
        traps=["advert_amount", "previous_balance"]
        + (["direct_debit", "narrow_space", "customer_iban"] if debit else []),
    )


def turned_page(c: Case) -> Drawn:
    """A landscape-fed statement: the page is drawn turned and shown upright by /Rotate 90."""
    s, firm = c.sheet("Helvetica", rotated=True), c.firm
    total, due, number = c.money(40, 160), c.issued + timedelta(days=30), c.number("FE####/##")
    s.text(20, 25, firm.name, 15, "b", c.tint)
    s.text(190, 25, "AVIS DES SOMMES À PAYER", 12, "br")
    s.lines(20, 35, c.address, 8)
    s.lines(20, 55, ["Redevable :", *c.party.block], 9, "h")
    rows = [
        (f"Eau potable, 1er semestre {c.issued.year}", fr(total - 12)),
        ("Location compteur", fr(total - (total - 12))),
    ]
    y = table(
        s,
        20,
        90,
        (120, 50),
        ("Objet", "Montant"),
        [*rows, ("*MONTANT À PAYER", fr(total))],
        look="grid",
        size=10,
    )
    y = pairs(
        s,
        20,
        y + 10,
        [("Titre exécutoire n°", number), ("Date", num(c.issued)), ("À payer avant le", num(due))],
        45,
        "beside",
        10,
    )
    s.text(20, y + 10, f"Virement : IBAN {c.iban()}  BIC {firm.bic}", 9)
    s.text(20, y + 16, f"Référence à rappeler : {number}", 9)
    return c.done(
        s,
        "to_pay",
        total,
        due=due,
        number=number,
        iban=firm.iban,
        reference=number,
        means="transfer",
        traps=["rotated_page"],
    )
