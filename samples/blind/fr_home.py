"""French homes: call for common charges, rent."""

from decimal import Decimal

from samples.blind.draft import Draft, Result
from samples.blind.parts import rcs
from samples.formats import add_months, fr, month, month_end, num
from samples.tables import pairs, table


def condominium(d: Draft) -> Result:
    """A manager's quarterly call for funds: provisions, works fund, balance, coupon."""
    d.firm("Cabinet Delorme|Cabinet Delorme SARL", "Régie du Lys|Régie du Lys Gestion SAS",
           "Syndic & Pierre|Syndic et Pierre SAS")  # fmt: skip
    s = d.sheet()
    d.dated(d.rng.choice((3, 6, 9, 12)), d.rng.randrange(8, 20))
    due, ref = add_months(d.issued.replace(day=1), 1), d.no("0##-01-0###")
    parts = [d.money(150, 420), d.money(15, 60), d.money(8, 30)]
    old = d.money(5, 90) if d.variant == 1 else Decimal(0)
    total = sum(parts, old)
    s.text(15, 20, d.trade.upper(), 14, "b")
    s.lines(15, 26, ("Administrateur de biens - Syndic de copropriété", *d.seat,
                     f"Carte professionnelle CPI {d.no('#### 2018 000 0## ###')}"), 8)  # fmt: skip
    s.lines(115, 48, d.party, 10)
    s.text(15, 60, "APPEL DE FONDS", 15, "b")
    s.text(15, 66, f"Période du {num(due)} au {num(month_end(add_months(due, 2)))}", 9)
    pairs(s, 15, 74, (("Immeuble", "RESIDENCE LES TILLEULS"), ("Copropriétaire", ref),
                      ("Lots", "0014 appartement, 0052 cave")), 30, "colon")  # fmt: skip
    s.text(115, 74, f"Établi le {num(d.issued)}", 9)
    rows = [
        ("Charges générales", "10 000", "214", "18 420,00", fr(parts[0], "")),
        ("Ascenseur bâtiment B", "1 000", "31", "1 240,00", fr(parts[1], "")),
        ("Fonds travaux loi ALUR", "10 000", "214", "921,00", fr(parts[2], "")),
        (f"Solde antérieur au {num(d.issued)}", "", "", "", fr(old, "")),
        (f"*Total exigible au {num(due)}", "", "", "", fr(total, "")),
    ]
    head = ("Nature", "Tantièmes", "Vos tant.", "À répartir", "Quote-part")
    table(s, 15, 96, (75, 25, 22, 28, 30), head, rows, look="grid")
    s.para(
        15,
        132,
        180,
        "Conformément à l'article 14-1 de la loi du 10 juillet 1965, la provision est"
        " exigible le premier jour de chaque trimestre. Honoraires de relance : 36,00 € TTC.",
        8,
    )
    s.cut(220)
    s.text(15, 228, "COUPON À JOINDRE À VOTRE RÈGLEMENT", 8, "b")
    s.lines(
        15,
        235,
        (f"Référence : {ref}", f"Montant à régler : {fr(total)}", f"Échéance : {num(due)}"),
        9,
    )
    s.lines(
        100,
        235,
        ("Virement : SDC LES TILLEULS", f"IBAN {d.iban()}", "Chèque à l'ordre du syndicat"),
        9,
    )
    return d.done(s, "to_pay", total, due=due, customer=ref, reference=ref, iban=True,
                  period=(due, month_end(add_months(due, 2))), biller=("SDC LES TILLEULS",),
                  skip=("means", "customer_number"), traps=("coupon", "shares"))  # fmt: skip


def rent(d: Draft) -> Result:
    """A social landlord's "avis d'échéance" with last month's receipt on the same sheet."""
    d.firm("Habitat Lorrain|OPH Habitat Lorrain", "Logis du Sud|SA d'HLM Logis du Sud",
           "Seuil & Clef|Seuil et Clef ESH")  # fmt: skip
    s = d.sheet("Vera")
    d.issued = d.issued.replace(day=d.rng.randrange(22, 28))
    start = add_months(d.issued.replace(day=1), 1)
    due, client = start.replace(day=int(d.of("5", "1", "10"))), d.no("L/0#####.##")
    base, costs, aid = d.money(320, 610), d.money(60, 140), Decimal(d.rng.randrange(40, 190))
    total, name = base + costs - aid, month(start, "fr").upper()
    s.text(15, 20, d.trade, 16, "b", "#2e7d32")
    s.lines(15, 27, (d.legal, *d.seat), 8)
    s.lines(110, 45, d.party, 9)
    s.text(15, 72, f"AVIS D'ÉCHÉANCE {name} {start.year}", 13, "b")
    s.text(15, 78, f"Édité le {num(d.issued)} - Compte locataire {client}", 8.5)
    rows = [
        ("Loyer principal", fr(base, "")),
        ("Provision pour charges", fr(costs, "")),
        ("APL versée par la CAF", fr(-aid, "")),
        (f"*NET À PAYER AVANT LE {num(due)}", fr(total, "")),
    ]
    table(
        s, 15, 90, (130, 45), ("Libellé", "Montant en €"), rows, look="zebra", ink="#2e7d32", size=9
    )
    s.lines(
        15,
        125,
        (
            "Comment payer ?",
            "- en ligne sur votre espace locataire (carte bancaire)",
            "- par prélèvement : demandez le formulaire",
            "- en espèces à La Poste (Eficash)",
        ),
        9,
        "h",
    )
    s.cut(170)
    s.text(15, 180, "QUITTANCE DE LOYER", 12, "b")
    former = add_months(start, -1)
    s.para(15, 188, 175, f"Reçu la somme de {fr(total - 2)} pour le loyer et les charges du mois de"
           f" {month(former, 'fr')} {former.year}, sous réserve de tous nos droits.", 9)  # fmt: skip
    s.para(15, 285, 180, rcs(d), 6)
    return d.done(s, "to_pay", total, due=due, customer=client, period=(start, month_end(start)),
                  skip=("means",), traps=("receipt_below",))  # fmt: skip


DRAWERS = (
    ("fr-condominium", condominium),
    ("fr-rent", rent),
)
