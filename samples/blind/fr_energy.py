"""French energy suppliers: a debited bill, a payment plan, a yearly settlement."""

from datetime import timedelta
from decimal import Decimal

from samples.blind.draft import Draft, Result
from samples.blind.parts import bars, initials, own_account, rcs, span
from samples.formats import add_months, fr, long, num
from samples.page import Sheet
from samples.tables import pairs, table


def power(d: Draft) -> Result:
    """A national supplier's two-monthly bill: summary in front, chart, details on page 2."""
    d.firm("Courant Clair|Courant Clair SA", "Dynélis|Dynélis", "Azur Watt|Azur Watt Energie SAS")
    s, total, due = d.sheet(), d.money(48, 240), d.after(15)
    number, client, contract = d.no("10 ### ### ###"), d.no("6 0## ### ###"), d.no("1-#####7QK")
    first, last = span(d, 2)
    s.text(15, 20, d.trade, 20, "b", "#e2570a")
    s.text(195, 18, "Votre facture d'électricité", 14, "r")
    s.text(195, 24, f"du {long(d.issued, 'fr')} - N° {number}", 9, "r")
    s.lines(
        15, 38, ("VOS RÉFÉRENCES", f"N° client : {client}", f"N° de compte : {contract}"), 8, "h"
    )
    s.lines(15, 55, ("Lieu de consommation", *d.party[1:]), 8, "h")
    s.lines(15, 74, ("NOUS CONTACTER", "09 69 00 12 34 (service gratuit + prix appel)",
                     "du lundi au samedi de 8h à 20h"), 8, "h")  # fmt: skip
    s.lines(115, 52, d.party, 10)
    s.box(15, 95, 180, 38, "#fdf0e7", "", 3)
    s.text(20, 104, "Montant de votre facture", 11)
    s.text(190, 104, f"{fr(total)} TTC", 16, "br")
    s.text(20, 113, f"Ce montant sera prélevé à partir du {num(due)}", 10, "b")
    s.text(20, 119, f"sur le compte {own_account(d)}", 8)
    s.text(20, 126, f"Prochaine facture : vers le {long(d.issued + timedelta(61), 'fr')}", 8)
    s.text(15, 145, "Évolution de votre consommation en kWh", 9, "b")
    bars(s, d, (15, 152), (110, 40), initials(last))
    s.para(135, 152, 58, "Votre consommation est en baisse de 7 % par rapport à la même période de"
           " l'an passé. 12 kg de CO2 évités.", 8)  # fmt: skip
    s.para(15, 272, 180, rcs(d) + ". Les tarifs et les modes de règlement sont disponibles en"
           " agence. Médiateur national de l'énergie : TSA 27252, 75085 Paris Cedex 08.", 6)  # fmt: skip
    _power_details(d, s, total)
    s.text(15, 130, f"Période de facturation : du {num(first)} au {num(last)}", 8)
    return d.done(s, "to_be_debited", total, due=due, number=number.replace(" ", ""),
                  customer=client.replace(" ", ""), period=(first, last), means="direct_debit",
                  traps=("chart", "details_page"))  # fmt: skip


def _power_details(d: Draft, s: Sheet, total: Decimal) -> None:
    s.page()
    s.text(15, 20, "Détail de votre facture", 13, "b")
    part = d.split(total, 5)
    rows = [
        ("Abonnement (tarif 9 kVA)", "2 mois", fr(Decimal("14.87"), ""), fr(part[0], "")),
        ("Consommation heures creuses", "312 kWh", "0,1568", fr(part[1], "")),
        ("Consommation heures pleines", "418 kWh", "0,2068", fr(part[2], "")),
        ("Contribution tarifaire d'acheminement (CTA)", "", "21,93 %", fr(part[3], "")),
        ("Accise sur l'électricité", "730 kWh", "0,0337", fr(part[4] - Decimal("2.15"), "")),
        ("TVA à 5,5 % et 20 %", "", "", fr(Decimal("2.15"), "")),
        ("*Total TTC en euros", "", "", fr(total, "")),
    ]
    table(s, 15, 32, (90, 30, 30, 30), ("", "Quantité", "Prix unitaire HT", "Montant"), rows)
    s.para(
        15,
        90,
        180,
        "Relevés : index heures creuses 24 311 (réel) - 24 623 (estimé) ; index heures"
        " pleines 51 020 - 51 438. Point de livraison " + d.no("##############"),
        8,
    )


def gas_plan(d: Draft) -> Result:
    """The letter that fixes ten monthly instalments; nothing is asked at once."""
    d.firm("Gazélis|Gazélis France", "Flamme Verte|Flamme Verte SAS", "Pyrène Gaz|Pyrène Gaz SA")
    s, each = d.sheet("Vera"), Decimal(d.rng.randrange(38, 190))
    first = add_months(d.issued, 1).replace(day=int(d.of("5", "10", "15")))
    client = d.no("2### ### ###")
    days = [add_months(first, month) for month in range(10)]
    s.logo(15, 18, d.trade, "#0a7fb5")
    s.lines(110, 40, d.party, 9.5)
    s.text(15, 46, f"Référence client : {client}", 8)
    s.text(15, 51, f"Compteur n° {d.no('#### ## ###')}", 8)
    s.text(110, 64, f"Le {long(d.issued, 'fr')}", 9)
    s.text(15, 78, "Votre échéancier de paiement gaz naturel", 14, "b", "#0a7fb5")
    s.para(
        15,
        86,
        180,
        "Vous avez choisi la mensualisation. Votre budget a été calculé d'après votre"
        " consommation annuelle de référence, soit 11 480 kWh. Les montants ci-dessous seront"
        f" prélevés sur votre compte {own_account(d)}. Gardez ce document :"
        " aucune facture ne vous sera adressée avant le relevé annuel.",
        8.5,
    )
    rows = [(f"{place + 1}", num(day), fr(each)) for place, day in enumerate(days)]
    table(s, 15, 112, (12, 40, 40), ("", "Date", "Montant TTC"), rows, "lrr", "zebra", "#0a7fb5")
    s.box(120, 108, 75, 30, "#eaf5fb", "", 2)
    s.lines(125, 117, (f"10 mensualités de {fr(each)}", f"soit {fr(each * 10)} sur l'année",
                       f"Facture de régularisation : {num(add_months(first, 11), 'm/Y')}"), 8.5)  # fmt: skip
    s.para(15, 270, 180, rcs(d) + ". L'énergie est notre avenir, économisons-la !", 6.5)
    return d.done(s, "schedule", each, due=first, customer=client.replace(" ", ""),
                  means="direct_debit", traps=("schedule", "year_total"))  # fmt: skip


def settlement(d: Draft) -> Result:
    """The yearly bill after instalments: a rest to be debited, or money back."""
    d.firm(
        "Hexa Énergies|Hexa Énergies Services",
        "Soléo|Soléo Electricité SA",
        "KiloVert|KiloVert SAS",
    )
    s, used = d.sheet(), d.money(900, 1900)
    paid = Decimal(int(used) // 11 * 11) + (165 if d.variant == 1 else -77)
    rest, due = used - paid, d.after(12)
    number, client = d.no("0048#######"), d.no("1########")
    first, last = span(d, 12)
    s.text(15, 22, d.trade, 22, "b", "#c8102e")
    s.text(110, 22, "FACTURE DE RÉGULARISATION", 12, "b")
    s.lines(110, 28, (f"N° {number}", f"émise le {num(d.issued)}", "Électricité + Gaz"), 9)
    s.lines(110, 55, d.party, 10)
    pairs(s, 15, 55, (("Référence client", client), ("Service Client", "09 70 80 00 00"),
                      ("Offre", "Essentielle Fixe 2 ans")), 32, size=8)  # fmt: skip
    title = "Solde à régler" if rest > 0 else "Solde en votre faveur"
    s.text(15, 92, "L'essentiel de votre facture", 13, "b")
    rows = [
        ("Total de vos consommations, abonnements et taxes TTC", fr(used)),
        ("Mensualités déjà réglées (11)", fr(-paid)),
        (f"*{title}", fr(abs(rest))),
    ]
    table(s, 15, 102, (130, 50), (), rows, size=10)
    note = (
        f"Le {num(due)}, nous prélèverons {fr(rest)} sur votre compte bancaire."
        if rest > 0
        else f"Nous vous remboursons {fr(-rest)} par virement sous 15 jours. Vous n'avez rien à payer."
    )
    s.text(15, 128, note, 10, "b")
    s.text(15, 136, f"Période facturée : {num(first)} - {num(last)}", 9)
    s.text(15, 150, "Vos futures mensualités", 11, "b")
    s.text(15, 156, f"11 x {fr(paid / 11 + 3)} à partir du {num(add_months(due, 1))}", 9)
    bars(s, d, (15, 165), (170, 45), initials(last, 13))
    s.para(15, 272, 180, rcs(d, "SAS") + ". TVA acquittée sur les débits. Tout retard de paiement"
           " entraîne des pénalités de 1,5 fois le taux d'intérêt légal.", 6.5)  # fmt: skip
    back = rest < 0
    return d.done(s, "credit_note" if back else "to_be_debited", rest, due=None if back else due,
                  number=number, customer=client, period=(first, last),
                  means="transfer" if back else "direct_debit", skip=("means",) if back else (),
                  traps=("prepayments",))  # fmt: skip


DRAWERS = (("fr-power", power), ("fr-gas-plan", gas_plan), ("fr-settlement", settlement))
