"""French credit note and health insurance."""

from datetime import timedelta

from samples.case import Case, Drawn
from samples.formats import fr, num
from samples.smallprint import footer
from samples.tables import pairs, table


def credit_note(c: Case) -> Drawn:
    """Avoir on a shop's bill: negative totals, to be refunded on the card."""
    s, firm = c.sheet("Helvetica", "Vera"), c.firm
    total = c.money(12, 240)
    net, tax = c.vat(total)
    number = c.number("AV-25#####")
    s.text(15, 20, firm.name, 18, "b", c.tint)
    s.text(195, 20, "AVOIR", 20, "br", "#c0392b")
    pairs(
        s,
        130,
        30,
        [("Avoir n°", number), ("Date", num(c.issued)), ("Sur facture", c.number("FV-25#####"))],
        65,
        "right",
        9,
    )
    s.lines(15, 50, c.party.block, 10)
    y = table(
        s,
        15,
        80,
        (100, 20, 30, 30),
        ("Article retourné", "Qté", "PU HT", "Total HT"),
        [("Coffret 40 embouts", "1", fr(net, ""), fr(-net, ""))],
        look="rules",
        ink=c.tint,
    )
    y = pairs(
        s,
        120,
        y + 5,
        [("Total HT", fr(-net)), ("TVA 20 %", fr(-tax)), ("Total TTC", fr(-total))],
        75,
        "right",
        10,
    )
    s.para(
        15,
        y + 12,
        175,
        f"La somme de {fr(total)} vous sera remboursée sous 14 jours sur le moyen de paiement"
        " utilisé lors de l'achat.",
        9,
    )
    footer(c, s)
    return c.done(
        s,
        "credit_note",
        -total,
        number=number,
        means=None,
        traps=["negative_total", "other_bill_number"],
    )


def health_contribution(c: Case) -> Drawn:
    """Mutuelle: certificate and debit notice on one page; family table; page 2 of conditions."""
    s, firm = c.sheet("Helvetica", "Vera"), c.firm
    each, others = c.money(35, 95), c.money(18, 40)
    total, due = each + others, c.issued + timedelta(days=12)
    member = c.number("0#######")
    s.box(0, 0, 210, 26, "#e0f2f1", "")
    s.text(15, 16, firm.name, 17, "b", "#00695c")
    s.text(195, 16, "Appel de cotisation", 12, "r", "#00695c")
    s.lines(115, 42, c.party.block, 10)
    pairs(
        s,
        15,
        42,
        [("N° adhérent", member), ("Émis le", num(c.issued)), ("Échéance", num(due))],
        32,
        "colon",
        9,
    )
    table(
        s,
        15,
        80,
        (70, 45, 45),
        ("Bénéficiaire", "Garantie", "Cotisation"),
        [
            ("ROUSSEL Alice", "Équilibre 300", fr(each)),
            ("ROUSSEL Malo", "Équilibre 300", fr(others)),
            ("*TOTAL DE L'ÉCHÉANCE", "", fr(total)),
        ],
        "llr",
        "grid",
        size=9,
    )
    s.text(15, 112, f"Votre compte {c.masked()} sera débité de {fr(total)} le {num(due)}.", 10, "b")
    s.para(
        15,
        120,
        175,
        "Plafond annuel dentaire : 1 500,00 €. Forfait optique : 250,00 € tous les deux ans."
        " Franchise : 24,00 €.",
        8,
    )
    s.page()
    s.text(15, 20, "Conditions générales (extrait)", 12, "b")
    y = 30.0
    for i in range(9):
        y = (
            s.para(
                15,
                y,
                180,
                f"Article {i + 4}. La cotisation est payable d'avance. À défaut de paiement dans"
                " les dix jours de son échéance, la garantie peut être suspendue trente jours"
                " après mise en demeure de l'adhérent ; des frais de 12,00 € peuvent être"
                " réclamés.",
                8,
            )
            + 3
        )
    return c.done(
        s,
        "to_be_debited",
        total,
        due=due,
        customer=member,
        means="direct_debit",
        traps=["direct_debit", "leaflet_pages", "customer_iban"],
    )
