"""French public hospital and school canteen."""

from datetime import timedelta
from decimal import Decimal

from samples.case import Case, Drawn
from samples.formats import fr, long, num
from samples.tables import pairs, table

TREASURY = (
    "Direction générale des Finances publiques",
    "DGFiP",
    "Centre des Finances publiques",
    "Finances publiques",
)


def hospital(c: Case) -> Drawn:
    """Avis des sommes à payer of a public hospital, with collector and coupon."""
    s, firm = c.sheet("Helvetica", "Courier"), c.firm
    total, due, number = c.money(20, 240), c.issued + timedelta(days=30), c.number("2025-H-######")
    s.box(12, 10, 186, 30)
    s.text(15, 17, "AVIS DES SOMMES À PAYER", 12, "b")
    s.text(15, 23, "Émetteur : CENTRE HOSPITALIER DU VAL D'ORBE", 9)
    s.text(15, 29, "Comptable public : TRÉSORERIE HOSPITALIÈRE DE NANTES", 9)
    s.text(
        15, 35, f"N° de titre : {number}    Émis le {num(c.issued)}    Exercice {c.issued.year}", 9
    )
    s.lines(115, 55, c.party.block, 10)
    rows = [
        (
            "Consultation externe du " + num(c.issued - timedelta(days=40)),
            fr(total * 3, ""),
            fr(total * 2, ""),
            fr(total, ""),
        )
    ]
    y = table(
        s,
        12,
        90,
        (84, 28, 42, 32),
        ("Objet", "Montant", "Assurance maladie", "À votre charge"),
        [*rows, ("*SOMME DUE", "", "", fr(total))],
        look="grid",
    )
    s.text(12, y + 10, f"Somme à payer avant le {long(due, 'fr')}", 11, "b")
    s.para(
        12,
        y + 18,
        185,
        "Paiement en ligne sur payfip.example (identifiant collectivité 044099, référence"
        f" {number}), par chèque à l'ordre du Trésor public, ou par virement IBAN {c.iban()} en"
        " indiquant la référence.",
        9,
    )
    s.cut(235)
    s.text(12, 244, "TALON DE PAIEMENT", 9, "b")
    pairs(s, 12, 252, [("Référence", number), ("Montant", fr(total))], 30, size=9)
    return c.done(
        s,
        "to_pay",
        total,
        due=due,
        number=number,
        iban=firm.iban,
        reference=number,
        biller=("Centre hospitalier du Val d'Orbe", "Trésorerie hospitalière de Nantes"),
        means="transfer",
        traps=["several_totals", "two_billers", "coupon"],
    )


def canteen(c: Case) -> Drawn:
    """School canteen of a town: children's days, date limit in words, last month's rejection."""
    s, firm = c.sheet("Times", "Vera"), c.firm
    meals = c.rng.randrange(9, 18)
    price, care = Decimal("3.85"), c.money(10, 45)
    total, due, number = meals * price + care, c.after(20), c.number("PERI-######")
    s.text(20, 18, firm.legal, 13, "b", c.tint)
    s.lines(20, 24, ["Direction de l'Éducation - Régie périscolaire", *c.address], 8)
    s.lines(115, 45, c.party.block, 10)
    s.text(20, 70, f"FACTURE {number}", 13, "b")
    s.text(20, 76, f"{c.address[-1].split(' ', 1)[1].title()}, le {long(c.issued, 'fr')}", 9)
    rows = [
        (
            "Roussel Jeanne (CE1)",
            "Restauration scolaire",
            str(meals),
            fr(price, ""),
            fr(meals * price, ""),
        ),
        ("Roussel Jeanne (CE1)", "Accueil du soir", "8", "", fr(care, "")),
    ]
    y = table(
        s,
        20,
        88,
        (45, 50, 22, 25, 28),
        ("Enfant", "Activité", "Quantité", "Tarif", "Montant"),
        [*rows, ("*", "", "", "Total dû", fr(total))],
        "llrrr",
        "grid",
    )
    s.text(20, y + 8, f"Facture à régler avant le {long(due, 'fr', weekday=True)}.", 10, "b")
    s.para(
        20,
        y + 16,
        170,
        "Modes de règlement : espèces ou CESU au guichet, chèque à l'ordre de « Régie périscolaire"
        " », ou carte bancaire sur le Portail Famille. Sans règlement à cette date, le dossier est"
        " transmis au Trésor public.",
        9,
    )
    return c.done(
        s,
        "to_pay",
        total,
        due=due,
        number=number,
        means="portal",
        traps=["date_in_words", "unit_prices"],
    )
