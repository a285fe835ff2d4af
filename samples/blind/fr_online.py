"""French sellers on line: a marketplace, a hosting firm."""

from datetime import timedelta

from samples.blind.draft import Draft, Result
from samples.blind.parts import rcs
from samples.formats import add_months, fr, long, month_end, num
from samples.identifiers import vat_fr
from samples.tables import pairs, table


def marketplace(d: Draft) -> Result:
    """An on-line shop's invoice for a third seller's goods: "Payé", several parties."""
    shop = d.of("Grand Bazar", "Trouvetou", "Kaleido Market")
    d.firm(
        "Lumio Tech|Lumio Tech GmbH",
        "Ateliers Nomade|Ateliers Nomade SAS",
        "BrightHome|BrightHome Trading SARL",
    )
    s, total = d.sheet("Vera"), d.money(12, 260)
    net, tax = d.vat(total)
    number, order = d.no(f"FR{d.issued.year % 10}#####ABEI"), d.no("40#-#######-#######")
    s.text(15, 20, shop.lower(), 20, "b")
    s.text(195, 20, "Facture", 18, "br")
    s.text(195, 27, "Payé", 12, "br", "#2e7d32")
    s.lines(115, 38, (f"Référence du paiement {d.no('5hT##kQ###')}", f"Vendu par {d.legal}",
                      f"TVA {vat_fr(d.siren)}"), 8)  # fmt: skip
    pairs(
        s,
        115,
        54,
        (
            ("Date de la facture", long(d.issued, "fr")),
            ("Numéro de la facture", number),
            ("Total à payer", fr(total)),
        ),
        42,
        size=8,
        style="b",
    )
    s.lines(15, 40, d.party, 9)
    s.lines(15, 78, ("Adresse de facturation", *d.party[:2]), 7.5, "h")
    s.lines(80, 78, ("Adresse de livraison", *d.party[:2]), 7.5, "h")
    s.lines(145, 78, ("Vendu par", d.legal, *d.seat), 7.5, "h")
    s.text(15, 104, "Informations de la commande", 9, "b")
    s.text(15, 109, f"Date de la commande {long(d.issued - timedelta(2), 'fr')}   N° {order}", 8)
    rows = [
        ("Lampe de bureau LED avec port USB", "1", fr(net), "20 %", fr(total)),
        ("ASIN: B0" + d.no("#T#K##X#"), "", "", "", ""),
        ("Frais d'expédition", "", "0,00 €", "", "0,00 €"),
    ]
    y = table(
        s,
        15,
        122,
        (80, 15, 30, 20, 35),
        ("Description", "Qté", "P.U. (HT)", "TVA %", "Total (TTC)"),
        rows,
        size=7.5,
    )
    s.text(194, y + 6, f"Total de la facture {fr(total)}", 11, "br")
    table(
        s,
        105,
        y + 16,
        (30, 30, 30),
        ("TVA %", "Total HT", "TVA"),
        (("20 %", fr(net), fr(tax)),),
        size=7.5,
    )
    s.para(
        15,
        280,
        180,
        f"{shop} EU SARL, 5 rue Plaetis, L-2338 Luxembourg, est seulement intermédiaire. La"
        f" vente est conclue avec {d.legal}. Conservez cette facture.",
        6.5,
    )
    return d.done(
        s,
        "receipt",
        total,
        number=number,
        skip=("means", "reference", "customer_number"),
        biller=(shop,),
        traps=("paid_word", "marketplace"),
    )


def hosting(d: Draft) -> Result:
    """A hosting firm's monthly invoice, charged to a card a few days later."""
    d.firm(
        "Nuage Bleu|Nuage Bleu SAS", "Octave Cloud|Octave SAS", "Scalaire|Scalaire Datacenter SAS"
    )
    s, total, due = d.sheet(), d.money(8, 420), d.after(5)
    net, tax = d.vat(total)
    first = add_months(d.issued.replace(day=1), -1)
    number, client = d.no("FR6#######"), d.no("bv#####-oc")
    s.text(15, 20, d.trade, 18, "b", "#000e9c")
    s.lines(15, 28, (d.legal, *d.seat, "support@" + d.trade.split()[0].lower() + ".example"), 8)
    s.lines(130, 48, d.party, 9)
    s.text(15, 70, f"Facture {number}", 14, "b")
    pairs(s, 15, 78, (("Date d'émission", num(d.issued)), ("Identifiant client", client),
                      ("Date d'échéance", num(due)), ("Statut", "en attente")), 55, "across", 9)  # fmt: skip
    cost = d.split(net, 4)
    rows = [
        (
            f"VPS Essential - vps-{d.no('####')}.example - {num(first)} / {num(month_end(first))}",
            "1",
            fr(cost[0]),
            fr(cost[0]),
        ),
        ("Stockage objet - 212 Go/mois", "212", "0,012 €", fr(cost[1])),
        ("Nom de domaine .fr - renouvellement 12 mois", "1", fr(cost[2]), fr(cost[2])),
        ("Trafic sortant public", "88 Go", "0,010 €", fr(cost[3])),
    ]
    y = table(
        s, 15, 96, (105, 20, 27, 28), ("Abonnement", "Quantité", "Prix unitaire", "Prix HT"), rows
    )
    y = pairs(
        s,
        130,
        y + 4,
        (("Prix HT", fr(net)), ("TVA (20 %)", fr(tax)), ("Total TTC", fr(total))),
        64,
        "right",
        9,
    )
    s.para(
        15,
        y + 10,
        180,
        f"Mode de paiement : carte bancaire Visa se terminant par {d.no('####')}. Votre"
        f" carte sera débitée automatiquement de {fr(total)} le {num(due)}. Aucune action n'est requise.",
        9,
    )
    s.para(15, 280, 180, rcs(d, "SAS") + ". Code APE 6311Z.", 6)
    return d.done(
        s,
        "to_be_debited",
        total,
        due=due,
        number=number,
        customer=client,
        means="card",
        period=(first, month_end(first)),
        traps=("card_charge", "vat"),
        skip=("period",),
    )


DRAWERS = (
    ("fr-marketplace", marketplace),
    ("fr-hosting", hosting),
)
