"""A Quebec electricity bill in French."""

from datetime import timedelta
from decimal import Decimal

from samples.blind.draft import Draft, Result
from samples.blind.parts import bars
from samples.formats import fr, long, num
from samples.tables import pairs, table


def quebec_power(d: Draft) -> Result:
    """A Quebec utility's bill in French with dollars after the number and two sales taxes."""
    d.firm(
        "Énergie Boréale",
        "Électro-Laurentides|Société Électro-Laurentides",
        "Rapides Énergie|Rapides Énergie inc.",
    )
    s, due = d.sheet(), d.after(21)
    start, end = d.issued - timedelta(62), d.issued - timedelta(2)
    base, old = d.money(90, 460), d.money(80, 300)
    five, nine = (
        (base * Decimal("0.05")).quantize(Decimal("0.01")),
        (base * Decimal("0.09975")).quantize(Decimal("0.01")),
    )
    total, number, account = base + five + nine, d.no("6## ### ### ###"), d.no("299 0## ### ###")
    s.text(15, 20, d.trade, 18, "b", "#095797")
    s.text(200, 18, "Facture d'électricité", 12, "br")
    s.lines(15, 34, d.party, 10)
    pairs(
        s,
        120,
        30,
        (
            ("Date de la facture", long(d.issued, "fr")),
            ("N° de facture", number),
            ("N° de client", d.no("100 ### ###")),
            ("N° de compte", account),
        ),
        40,
        size=9,
    )
    s.box(15, 58, 186, 26, "#e3eef7", "")
    s.text(20, 67, "Montant dû", 11)
    s.text(196, 67, fr(total, "$"), 16, "br")
    s.text(20, 77, "À payer au plus tard le", 11)
    s.text(196, 77, long(due, "fr"), 11, "br")
    rows = [
        ("Montant de la facture précédente", fr(old, "$")),
        ("Paiement reçu - merci", fr(-old, "$")),
        (f"Consommation du {long(start, 'fr')} au {long(end, 'fr')} - 60 jours", fr(base, "$")),
        ("TPS 5 % (n° 11903 2842 RT0001)", fr(five, "$")),
        ("TVQ 9,975 % (n° 1006009998)", fr(nine, "$")),
        ("*Total à payer", fr(total, "$")),
    ]
    table(s, 15, 96, (140, 45), ("Sommaire du compte", ""), rows, size=9)
    bars(s, d, (15, 140), (120, 36), ("Jan", "Mar", "Mai", "Juil", "Sep", "Nov"))
    s.lines(
        145,
        144,
        (
            "Tarif D - kWh facturés : 3 420",
            "0,06905 $ les 2 400 premiers",
            "0,10652 $ le reste",
            "Frais d'accès : 0,46154 $/jour",
        ),
        8,
    )
    s.para(
        15,
        192,
        186,
        "Des frais d'administration de 1,2 % par mois s'appliquent à tout solde impayé."
        " Payez par votre institution"
        " financière ou par chèque accompagné du talon.",
        8,
    )
    s.cut(208)
    s.lines(15, 218, ("Talon de paiement", f"N° de compte {account}", d.trade, *d.seat), 9, "h")
    pairs(
        s,
        120,
        218,
        (
            ("Montant dû", fr(total, "$")),
            ("Échéance", num(due, "Y-m-d")),
            ("Montant versé", "________ $"),
        ),
        40,
    )
    return d.done(
        s,
        "to_pay",
        total,
        due=due,
        number=number.replace(" ", ""),
        customer=account.replace(" ", ""),
        period=(start, end),
        skip=("means", "customer_number", "reference"),
        traps=("previous_balance", "chart", "stub"),
    )


DRAWERS = (("fr-ca-power", quebec_power),)
