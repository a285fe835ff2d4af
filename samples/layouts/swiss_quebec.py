"""Switzerland and Quebec."""

from datetime import timedelta
from decimal import Decimal

from samples import identifiers
from samples.case import Case, Drawn
from samples.formats import NBSP, add_months, ch, fr, long, num
from samples.tables import pairs, table


def swiss(c: Case) -> Drawn:
    """Swiss bill in French with a printed payment part (no QR code drawn)."""
    s, firm = c.sheet("Helvetica"), c.firm
    total, due, number = c.money(60, 480), c.issued + timedelta(days=30), c.number("F-#####")
    ref = identifiers.qr_reference(c.number("##########"))
    shown = f"{ref[:2]} " + identifiers.spaced(ref[2:], 5)
    s.text(20, 20, firm.name, 17, "b", "#37474f")
    s.lines(20, 27, c.address, 9)
    s.text(120, 38, "P.P.  CH-1099 Lausanne 1   Postes Réunies SA", 7)
    s.lines(120, 45, c.party.block, 10)
    s.text(20, 75, f"Facture {number}", 13, "b")
    s.text(20, 81, f"Lausanne, le {long(c.issued, 'fr')}", 9)
    y = table(
        s,
        20,
        92,
        (130, 40),
        ("Prestation", "CHF"),
        [("Séances 1 à 9", ch(total)), ("*Total à payer CHF", ch(total))],
        look="rules",
        size=10,
    )
    s.text(20, y + 6, f"Payable jusqu'au {num(due, 'd.m.Y')}, net.", 10)
    s.cut(192)
    s.text(5, 200, "Récépissé", 11, "b")
    s.text(67, 200, "Section paiement", 11, "b")
    left = [
        "Compte / Payable à",
        c.iban(),
        firm.legal,
        *c.address,
        "",
        "Référence",
        shown,
        "",
        "Payable par",
        *c.party.block,
    ]
    s.lines(118, 206, left, 8)
    s.lines(5, 208, ["Compte / Payable à", c.iban(), firm.legal], 6.5)
    pairs(
        s, 67, 262, [("Monnaie", "CHF"), ("Montant", ch(total).replace("’", " "))], 22, "across", 9
    )
    s.text(5, 262, "CHF " + ch(total).replace("’", " "), 8)
    return c.done(
        s,
        "to_pay",
        total,
        due=due,
        number=number,
        iban=firm.iban,
        reference=ref,
        means="transfer",
        traps=["swiss_payment_part", "no_vat", "carrier_name"],
    )


def quebec(c: Case) -> Drawn:
    """Quebec utility: dollar after the amount, TPS and TVQ, date year first or in words."""
    s, firm = c.sheet("Helvetica", "Times"), c.firm
    net = c.money(50, 300)
    gst, qst = (net * Decimal("0.05")).quantize(net), (net * Decimal("0.09975")).quantize(net)
    total, due, account = (
        net + gst + qst,
        c.issued + timedelta(days=21),
        c.number("299 ### ### ###"),
    )
    number = c.number("6##########")
    s.text(15, 20, firm.name, 18, "b", "#0277bd")
    pairs(
        s,
        135,
        18,
        [
            ("Numéro de compte", account),
            ("Date de facturation", num(c.issued, "Y-m-d")),
            ("Numéro de facture", number),
        ],
        66,
        "right",
        8.5,
    )
    s.lines(15, 42, c.party.block, 10)
    rows = [
        ("Solde précédent", fr(total - 9, "$")),
        ("Paiement reçu, merci", fr(-(total - 9), "$")),
        ("Consommation 58 jours", fr(net, "$")),
        ("TPS 5 % (R119449775)", fr(gst, "$")),
        ("TVQ 9,975 %", fr(qst, "$")),
        (c.of("*Montant dû", "*Total à payer"), fr(total, "$")),
    ]
    y = table(
        s,
        15,
        75,
        (130, 45),
        ("Sommaire de votre compte", ""),
        rows,
        look="zebra",
        ink="#0277bd",
        size=10,
    )
    s.text(15, y + 8, f"À payer avant le {long(due, 'fr')}", 12, "b")
    s.text(
        15,
        y + 15,
        f"Prochain relevé vers le {num(add_months(c.issued, 2), 'Y-m-d')}. Frais d'administration"
        " de 1,2 % par mois sur tout solde impayé.",
        8,
    )
    s.cut(210)
    pairs(
        s,
        120,
        220,
        [("Échéance", num(due, "Y-m-d")), ("Montant à payer", fr(total, "$", NBSP))],
        78,
        "right",
        10,
        "b",
    )
    s.text(15, 220, "Détachez et retournez avec votre chèque", 8, "i")
    return c.done(
        s,
        "to_pay",
        total,
        due=due,
        number=number,
        customer=account.replace(" ", ""),
        means="cheque",
        traps=["previous_balance", "dollar_after", "coupon"],
    )
