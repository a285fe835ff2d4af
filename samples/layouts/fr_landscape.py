"""French waste fee on a landscape page."""

from datetime import timedelta

from samples.case import Case, Drawn
from samples.formats import fr, num
from samples.page import Sheet
from samples.tables import pairs, table


def waste_fee(c: Case) -> Drawn:
    """Household waste fee on a landscape page with a tear-off at the right."""
    total, due, number = c.money(60, 240), c.issued + timedelta(days=35), c.number("OM-####-####")
    s, firm = Sheet(c.of("Helvetica", "Courier"), (297, 210)), c.firm
    s.text(15, 18, f"{firm.legal} - Redevance d'enlèvement des ordures ménagères", 13, "b")
    s.lines(15, 35, c.party.block, 10)
    rows = [
        ("Part fixe, foyer de 3 personnes", "1", fr(total * 7 / 10, "")),
        ("Levées du bac 140 L", "14", fr(total - (total * 7 / 10).quantize(total), "")),
        ("*Total à payer", "", fr(total)),
    ]
    table(s, 15, 65, (100, 25, 40), ("Détail", "Quantité", "Montant"), rows, look="grid", size=9)
    s.para(
        15,
        105,
        165,
        "Votre redevance couvre l'année entière. Paiement possible en deux fois sur demande auprès"
        " de la trésorerie.",
        9,
    )
    s.box(200, 12, 85, 180)
    s.text(205, 22, "TALON DE PAIEMENT", 11, "b")
    pairs(
        s,
        205,
        35,
        [
            ("Facture", number),
            ("Date", num(c.issued)),
            ("Date limite", num(due)),
            ("Somme due", fr(total)),
        ],
        mode="above",
        size=10,
    )
    s.para(205, 120, 75, f"Chèque à l'ordre de : Trésor public. Virement : {c.iban()}", 9)
    return c.done(
        s,
        "to_pay",
        total,
        due=due,
        number=number,
        iban=firm.iban,
        means="cheque",
        traps=["landscape", "coupon", "half_payment_offer"],
    )
