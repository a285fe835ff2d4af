"""French water: a private company with a payment slip, a town through the treasury."""

from decimal import Decimal

from samples.blind.draft import Draft, Result
from samples.blind.parts import bars, rcs, span
from samples.formats import add_months, fr, month_end, num
from samples.tables import pairs, table


def water(d: Draft) -> Result:
    """A private water company's half-yearly bill with a TIP slip below a cut line."""
    d.firm("Aquavale|Aquavale Eau SCA", "Les Eaux du Couchant|Compagnie des Eaux du Couchant",
           "Rivéo|Rivéo Services SA")  # fmt: skip
    s, total, due = d.sheet(), d.money(60, 320), d.after(16)
    number, ref = d.no("7######### #####"), d.no("302 ### ###")
    first, last = span(d, 6)
    s.text(15, 18, d.trade, 18, "b", "#0067b1")
    s.lines(15, 28, ("Votre contrat", f"Référence client : {ref}", f"Facture n° {number}",
                     f"Édité le {num(d.issued)}"), 8, "h")  # fmt: skip
    s.lines(15, 50, ("Urgence fuite 24h/24", "0 969 32 00 00"), 8, "h")
    s.lines(115, 45, d.party, 10)
    s.text(15, 78, "Facture d'eau", 15, "b")
    s.text(50, 78, f"période du {num(first)} au {num(last)}", 9)
    share = d.split(total, 4)
    rows = [
        ("Distribution de l'eau (abonnement + 46 m3)", fr(share[0])),
        ("Collecte et traitement des eaux usées", fr(share[1])),
        ("Organismes publics et TVA", fr(share[2] + share[3])),
        ("*Total TTC à payer", fr(total)),
    ]
    table(s, 15, 88, (90, 30), (), rows, size=8.5)
    s.box(142, 82, 53, 26, "#e6f1fa", "", 2)
    s.lines(146, 90, ("À payer avant le", num(due)), 11)
    s.text(146, 104, fr(total), 14, "b")
    bars(
        s,
        d,
        (15, 118),
        (100, 30),
        [f"S{n % 2 + 1} {d.issued.year % 100 - 4 + n // 2}" for n in range(8)],
    )
    s.para(
        125,
        122,
        70,
        "Soit un prix au litre de 0,0043 € TTC hors abonnement. Consommation : ancien"
        " index 1 204, nouveau index 1 250.",
        8,
    )
    s.para(
        15, 166, 180, rcs(d, "SCA") + ". En cas de retard de paiement, majoration de 15,00 €.", 6
    )
    s.cut(205)
    s.text(15, 213, "TIP SEPA - ne rien inscrire sous ce trait - dater et signer", 7)
    s.lines(
        15,
        220,
        ("Mandat de prélèvement SEPA ponctuel", f"Référence : {ref}", f"Montant : {fr(total)}"),
        8,
    )
    s.lines(120, 220, ("Centre d'encaissement", d.trade, "TSA 70001", "59885 LILLE CEDEX 9"), 8)
    s.text(15, 285, d.no("########## ###############   ########") + f"  {int(total * 100):08d}", 9)
    return d.done(
        s,
        "to_pay",
        total,
        due=due,
        number=number.replace(" ", ""),
        customer=ref.replace(" ", ""),
        period=(first, last),
        reference=ref.replace(" ", ""),
        traps=("slip", "chart"),
        skip=("means", "reference"),
    )


def town_water(d: Draft) -> Result:
    """A commune's "avis des sommes à payer", collected by the public treasury."""
    d.firm("Commune de Valbrune", "Syndicat des Eaux du Haut-Arly|SIVU Eaux du Haut-Arly",
           "Régie des Eaux de Montcendre")  # fmt: skip
    s, cubic, fixed, deposit = (
        d.sheet("Courier"),
        d.rng.randrange(50, 160),
        d.money(30, 60),
        d.money(20, 70),
    )
    lines = (fixed, cubic * Decimal("1.92"), cubic * Decimal("0.29"))
    total = sum(lines, -deposit)
    due = add_months(month_end(d.issued), 1).replace(day=28)
    role, debtor = d.no(f"{d.issued.year}-EA-00-###"), d.no("000####")
    s.lines(
        15,
        18,
        ("REPUBLIQUE FRANCAISE", d.legal.upper(), "Service de l'eau et de l'assainissement"),
        9,
    )
    s.text(195, 36, "AVIS DES SOMMES A PAYER", 13, "br")
    s.lines(110, 55, d.party, 9.5)
    pairs(s, 15, 50, (("Titre n°", role), ("Emis le", num(d.issued)), ("N° débiteur", debtor)), 30)
    rows = [
        ("Part fixe", "1", fr(fixed, ""), fr(lines[0], "")),
        ("Consommation m3", str(cubic), "1,92", fr(lines[1], "")),
        ("Redevance pollution", str(cubic), "0,29", fr(lines[2], "")),
        ("Acompte déjà facturé", "", "", fr(-deposit, "")),
    ]
    table(s, 15, 90, (80, 25, 30, 40), ("Objet de la créance", "Qté", "PU", "Montant"), rows)
    s.text(190, 120, f"Net à payer : {fr(total, 'EUR')}", 10, "br")
    s.text(15, 128, f"Date limite de paiement : {num(due)}", 10, "b")
    s.para(
        15,
        136,
        180,
        "Titre exécutoire en application de l'article L.252 A du livre des procédures"
        " fiscales. Vous pouvez contester la présente créance dans un délai de deux mois. Modes de"
        " paiement : virement sur le compte du comptable public ci-dessous.",
        8,
    )
    s.lines(15, 160, ("Comptable chargé du recouvrement :", "SGC DE LA VALLEE, 2 place du Marché",
                      f"IBAN : {d.iban()}", "BIC : BDFEFRPPCCT",
                      f"Référence à rappeler : {role}/{debtor}"), 9)  # fmt: skip
    return d.done(
        s,
        "to_pay",
        total,
        due=due,
        number=role,
        customer=debtor,
        reference=f"{role}/{debtor}",
        iban=True,
        means="transfer",
        biller=("Service de l'eau et de l'assainissement",),
        traps=("deposit", "collector"),
    )


DRAWERS = (
    ("fr-water", water),
    ("fr-town-water", town_water),
)
