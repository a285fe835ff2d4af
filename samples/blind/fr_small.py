"""Small French sellers: plumber, physiotherapist."""

from datetime import timedelta
from decimal import Decimal

from samples.blind.draft import Draft, Result
from samples.blind.parts import siret_line
from samples.formats import fr, long, num
from samples.identifiers import vat_fr
from samples.tables import pairs, table


def plumber(d: Draft) -> Result:
    """A craftsman's word-processor invoice with a deposit paid and a rest to pay."""
    d.firm(
        "Rénald Pichon Plomberie Chauffage|EURL Pichon",
        "SARL Duval & Fils",
        "Thierry Maçon Sanitaire|Thierry Maçon",
    )
    s, net, deposit = d.sheet("Times"), d.money(600, 2600), Decimal(d.rng.randrange(150, 400))
    tax = (net * Decimal("0.10")).quantize(Decimal("0.01"))
    rest, due, number = net + tax - deposit, d.issued + timedelta(30), d.no(f"F{d.issued:%Y}-0##")
    s.lines(
        20,
        22,
        (d.trade, *d.seat, "Tél : " + d.no("06.##.##.##.##"), f"SIRET {siret_line(d)}"),
        11,
        "h",
    )
    s.lines(120, 50, d.party, 11)
    s.text(105, 82, f"FACTURE N° {number}", 16, "bc")
    s.text(20, 92, f"Fait à {d.seat[1].split(' ', 1)[1]}, le {long(d.issued, 'fr')}", 11)
    s.text(20, 98, f"Chantier : remplacement chaudière - devis n° {d.no('D0##')} accepté", 11)
    cost = d.split(net, 4)
    rows = [
        ("Dépose et évacuation ancienne chaudière", "1", fr(cost[0], ""), fr(cost[0], "")),
        ("Chaudière murale condensation 24 kW", "1", fr(cost[1], ""), fr(cost[1], "")),
        ("Tube cuivre, raccords, robinetterie", "ens", "", fr(cost[2], "")),
        ("Main d'oeuvre", "14 h", fr(cost[3] / 14, ""), fr(cost[3], "")),
    ]
    y = table(s, 20, 110, (85, 18, 32, 35), ("Désignation", "Qté", "P.U. HT", "Total HT"), rows,
              look="grid", size=9.5)  # fmt: skip
    sums = (("Total HT", fr(net)), ("TVA 10 %", fr(tax)), ("Total TTC", fr(net + tax)),
            ("Acompte versé le " + num(d.issued - timedelta(24)), fr(-deposit)))  # fmt: skip
    y = pairs(s, 115, y + 4, sums, 74, "right", 10)
    s.text(115, y + 2, "NET À PAYER", 12, "b")
    s.text(189, y + 2, fr(rest), 12, "br")
    s.text(
        20,
        y + 16,
        f"Règlement à 30 jours date de facture, par chèque ou virement. Échéance : {num(due)}",
        10,
    )
    s.text(20, y + 22, f"IBAN : {d.iban()}", 10)
    s.para(
        20,
        270,
        170,
        "Assurance décennale Bâtiprotec n° 134 882 201 G. TVA au taux réduit : attestation remise"
        " par le client. Pas d'escompte. Indemnité forfaitaire de recouvrement : 40 €."
        f" Dispensé d'immatriculation au RCS. {vat_fr(d.siren)}",
        8,
    )
    return d.done(s, "to_pay", rest, due=due, number=number, iban=True, skip=("means", "reference"),
                  traps=("deposit", "vat"))  # fmt: skip


def physio(d: Draft) -> Result:
    """A physiotherapist's fee note, settled the same day; no VAT, sums per session."""
    d.firm("Cabinet de kinésithérapie Roussel|Julien Roussel", "Camille Perrot|Camille Perrot",
           "SCM Kiné des Halles")  # fmt: skip
    s, each, times = (
        d.sheet("Times"),
        Decimal(d.of("16.13", "17.59", "35.00")),
        d.rng.randrange(6, 16),
    )
    total, number = each * times, d.no("NH-####")
    s.lines(
        20,
        20,
        (d.trade, "Masseur-kinésithérapeute D.E.", *d.seat, f"N° ADELI {d.no('## 70 ##### #')}"),
        10,
        "h",
    )
    s.text(105, 60, f"NOTE D'HONORAIRES {number}", 14, "bc")
    s.text(20, 72, f"Patient : {d.party[0]}", 11)
    s.text(20, 78, f"Prescription du Dr {d.of('Marchal', 'Nguyen', 'Besse')} en date du"
           f" {num(d.issued - timedelta(70))}", 11)  # fmt: skip
    days = [d.issued - timedelta(4 * back) for back in reversed(range(times))]
    rows = [(num(day), "AMS 7,5", fr(each)) for day in days]
    y = table(s, 20, 92, (40, 40, 40), ("Séance", "Cotation", "Honoraires"), rows, "llr", size=9)
    s.text(20, y + 6, f"Total : {times} séances x {fr(each)} = {fr(total)}", 12, "b")
    s.text(
        20,
        y + 14,
        f"Acquittée ce jour par {d.of('chèque', 'carte bancaire', 'espèces')}, le {num(d.issued)}.",
        11,
    )
    s.text(
        20,
        y + 20,
        "Exonéré de TVA, article 261-4-1° du CGI. Membre d'une association agréée.",
        8,
        "i",
    )
    s.text(130, y + 32, "Signature et cachet", 9)
    return d.done(s, "receipt", total, number=number, means=d.of("cheque", "card", "cash"),
                  skip=("period",), traps=("paid_word", "sessions"))  # fmt: skip


DRAWERS = (
    ("fr-plumber", plumber),
    ("fr-physio", physio),
)
