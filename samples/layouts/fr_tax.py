"""French taxes."""

from datetime import date, timedelta
from decimal import Decimal

from samples.case import Case, Drawn
from samples.formats import NARROW, fr, num
from samples.tables import pairs, table

TREASURY = (
    "Direction générale des Finances publiques",
    "DGFiP",
    "Centre des Finances publiques",
    "Finances publiques",
)


def income_tax(c: Case) -> Drawn:
    """Avis d'impôt: whole euros, amount left to pay in a frame, advance payments subtracted."""
    s = c.sheet("Helvetica", "Times")
    c.issued = date(2024 + c.variant, 7, 31 - c.variant)
    due_all = Decimal(c.rng.randrange(900, 4200))
    paid = Decimal(c.rng.randrange(200, 800))
    left, due, ref = due_all - paid, date(c.issued.year, 9, 15), c.number("25 44 ####### ##")
    tax_id = c.number("## ## ### ### ###")
    s.lines(
        15,
        15,
        [
            "FINANCES PUBLIQUES",
            "AVIS D'IMPÔT " + str(c.issued.year),
            "IMPÔT SUR LES REVENUS DE L'ANNÉE " + str(c.issued.year - 1),
        ],
        11,
        "b",
    )
    s.lines(
        15,
        40,
        [
            "Centre des Finances publiques",
            "SIP NANTES CENTRE",
            "2 rue du Général Margueritte",
            "44099 NANTES CEDEX 9",
        ],
        8,
    )
    s.lines(115, 55, c.party.block, 10)
    pairs(
        s,
        15,
        75,
        [
            ("Numéro fiscal :", tax_id),
            ("Référence de l'avis :", ref),
            ("Date d'établissement :", num(c.issued)),
            ("Date de mise en recouvrement :", num(c.issued)),
        ],
        52,
        size=8,
    )
    s.box(95, 85, 100, 48, "#f2f2f2")
    s.text(100, 92, "Montant restant à payer", 11, "b")
    s.text(190, 101, fr(left, gap=" ", thousands=" "), 16, "br")
    s.text(100, 112, "À payer au plus tard le", 9)
    s.text(190, 112, num(due), 11, "br")
    s.para(
        100,
        120,
        90,
        "Vous devez payer par voie dématérialisée sur impots.example ou par prélèvement à"
        " l'échéance.",
        8,
    )
    rows = [
        ("Revenu fiscal de référence", fr(due_all * 14, "")),
        ("Impôt sur le revenu net", fr(due_all, "")),
        ("Prélèvement à la source déjà versé", "-" + fr(paid, "")),
        ("*Solde à payer", fr(left, "")),
    ]
    table(s, 15, 150, (130, 50), ("Détail du calcul", "Montant"), rows, look="rules", size=9)
    s.para(
        15,
        200,
        180,
        "Si vous optez pour le prélèvement à l'échéance, la somme sera prélevée le"
        f" {num(due + timedelta(days=10))}. Passé la date limite, une majoration de 10 % est"
        " appliquée.",
        8,
    )
    return c.done(
        s,
        "to_pay",
        left,
        due=due,
        number=ref.replace(" ", ""),
        customer=tax_id.replace(" ", ""),
        biller=TREASURY,
        means="portal",
        traps=["whole_tax_vs_left", "second_date", "prepaid"],
    )


def land_tax(c: Case) -> Drawn:
    """Taxe foncière: a wide grid of rates, the sum in a corner, monthly option advertised."""
    s = c.sheet("Vera", "Helvetica")
    c.issued = date(2024 + c.variant, 8, 26)
    total, due, ref = (
        Decimal(c.rng.randrange(500, 1900)),
        date(2024 + c.variant, 10, 15),
        c.number("25 35 ####### ##"),
    )
    s.text(15, 10, "FINANCES PUBLIQUES", 8, "b")
    s.text(105, 15, f"TAXES FONCIÈRES {c.issued.year}", 14, "bc")
    s.text(
        105, 21, "votées et perçues par la commune, le département et divers organismes", 8, "ci"
    )
    s.lines(110, 45, c.party.block, 10)
    s.lines(
        15,
        45,
        [
            "Votre service : SIP RENNES EST",
            "Tél. 0 809 401 401",
            "Numéro fiscal : " + c.number("## ## ### ### ###"),
            "Référence de l'avis : " + ref,
            "Établi le " + num(c.issued),
        ],
        8,
    )
    parts = c.split(total, 4)
    head = ("", "Commune", "Intercommunalité", "TEOM", "Total")
    rows = [
        ("Base", "2145", "2145", "2145", ""),
        ("Taux", "24,51 %", "1,72 %", "7,95 %", ""),
        ("Cotisation", *[f"{p:.0f}" for p in parts[:3]], ""),
        ("Frais de gestion", "", "", "", f"{parts[3]:.0f}"),
    ]
    table(s, 15, 85, (45, 32, 35, 32, 32), head, rows, look="grid", size=8)
    s.box(110, 130, 85, 28, "", "#000000")
    s.text(114, 138, c.of("SOMME À PAYER", "Montant de votre impôt"), 10, "b")
    s.text(
        190,
        138,
        fr(
            total,
            gap=NARROW if c.variant == 0 else " ",
            thousands=NARROW if c.variant == 0 else " ",
        ),
        13,
        "br",
    )
    s.text(114, 147, "Date limite de paiement", 9)
    s.text(190, 147, num(due), 10, "br")
    s.para(
        15,
        175,
        180,
        "Au-delà de 300 €, le paiement en ligne est obligatoire (date limite reportée au"
        f" {num(date(due.year, 10, 20))}, prélèvement le 25 octobre). Adhérez avant le 30 juin au"
        f" prélèvement mensuel : 10 mensualités de {total / 10:.0f} €.",
        8,
    )
    return c.done(
        s,
        "to_pay",
        total,
        due=due,
        number=ref.replace(" ", ""),
        biller=TREASURY,
        means="portal",
        traps=["second_date", "option_amount"],
    )
