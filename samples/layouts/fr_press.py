"""French magazine: an offer that is no bill."""

from decimal import Decimal

from samples.case import Case, Drawn
from samples.formats import add_months, fr, month, num


def press_offer(c: Case) -> Drawn:
    """Magazine renewal: letter with an order coupon and three prices; no debt."""
    s, firm = c.sheet("Times", "Helvetica"), c.firm
    price = Decimal(c.rng.randrange(39, 129))
    s.text(20, 22, firm.name, 19, "b", "#8b0000")
    s.lines(115, 45, c.party.block, 10)
    s.text(20, 75, "Votre abonnement arrive bientôt à échéance", 14, "b")
    s.para(
        20,
        84,
        170,
        "Chère lectrice, cher lecteur, votre abonnement se termine avec le numéro de"
        f" {month(add_months(c.issued, 2), 'fr')}. Réabonnez-vous dès maintenant et profitez de"
        f" notre offre : {fr(price)} au lieu de {fr(price + 40)} !",
        11,
    )
    s.cut(180)
    s.text(105, 190, "BULLETIN DE RÉABONNEMENT", 13, "bc")
    for i, (label, value) in enumerate(
        (
            ("1 an - 11 numéros", price),
            ("2 ans - 22 numéros", price * 2 - 15),
            ("6 mois", price / 2 + 5),
        )
    ):
        s.box(25, 198 + i * 9, 4, 4)
        s.text(34, 201.5 + i * 9, label, 10)
        s.text(120, 201.5 + i * 9, fr(value), 10, "r")
    s.text(
        25,
        235,
        f"Je règle par chèque à l'ordre de {firm.legal}. Offre valable jusqu'au"
        f" {num(add_months(c.issued, 2))}.",
        9,
    )
    return c.done(s, "other", None, issued=False, traps=["offer_not_bill", "word_echeance"])
