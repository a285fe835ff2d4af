"""French insurers: a yearly notice, a reminder of an unpaid quarter."""

from decimal import Decimal

from samples.blind.draft import Draft, Result
from samples.blind.parts import own_account
from samples.formats import add_months, fr, long, num
from samples.tables import table


def home_insurance(d: Draft) -> Result:
    """A mutual insurer's yearly notice: several contracts, taxes, payment in one debit."""
    d.firm(
        "MADIS|Mutuelle Assurance des Instituteurs du Sud",
        "Ormelle|Ormelle Assurances Mutuelles",
        "Mutalis|Mutalis Assurances SAM",
    )
    s = d.sheet()
    d.dated(11, d.rng.randrange(5, 20))
    start = d.issued.replace(year=d.issued.year + 1, month=1, day=1)
    parts = [d.money(110, 260), d.money(180, 520), Decimal("12.50")]
    total, due, member = (
        sum(parts, Decimal(0)),
        start.replace(day=8),
        d.no("### ## ##") + d.of("K", "R", "T"),
    )
    s.box(0, 0, 210, 12, "#e4002b", "")
    s.text(15, 24, d.trade, 20, "b", "#e4002b")
    s.text(115, 38, f"N° de sociétaire : {member}", 9, "b")
    s.lines(115, 48, d.party, 10)
    s.text(15, 72, f"AVIS D'ÉCHÉANCE {start.year}", 14, "b")
    s.text(15, 78, f"Édité le {long(d.issued, 'fr')}", 9)
    rows = [
        ("Habitation - contrat Confort Habitation", "01/01 - 31/12", fr(parts[0])),
        ("Véhicule DX-482-LM - contrat Route Sérénité", "01/01 - 31/12", fr(parts[1])),
        ("Adhésion et contribution attentats", "", fr(parts[2])),
    ]
    y = table(
        s, 15, 92, (100, 40, 40), ("Vos contrats", "Période", "Cotisation TTC"), rows, size=8.5
    )
    s.text(194, y + 4, f"Total de vos cotisations {start.year} : {fr(total)}", 11, "br")
    s.text(194, y + 10, f"(rappel {start.year - 1} : {fr(total - Decimal('21.35'))})", 8, "ir")
    s.para(15, y + 22, 180, f"Vous avez opté pour le prélèvement annuel. Le {num(due)}, la somme de"
           f" {fr(total)} sera prélevée sur votre compte {own_account(d)}.", 9)  # fmt: skip
    s.para(
        15,
        y + 36,
        180,
        "Vous disposez de vingt jours suivant l'envoi de cet avis (cachet de la poste"
        " faisant foi) pour dénoncer la reconduction de votre contrat (art. L.113-15-1 du code des"
        " assurances).",
        7.5,
    )
    s.para(
        15,
        282,
        180,
        f"{d.legal} - société d'assurance mutuelle à cotisations variables - {d.seat[0]},"
        f" {d.seat[1]} - entreprise régie par le code des assurances.",
        6,
    )
    return d.done(
        s,
        "to_be_debited",
        total,
        due=due,
        customer=member.replace(" ", ""),
        means="direct_debit",
        period=(start, start.replace(month=12, day=31)),
        traps=("last_year", "several_contracts"),
    )


def health_reminder(d: Draft) -> Result:
    """A health insurer's second reminder of an unpaid quarter, with its formal notice."""
    d.firm(
        "Mutuelle Tandem|Mutuelle Tandem Santé",
        "Harmélia|Harmélia Mutuelle",
        "Santévie|Mutuelle Santévie",
    )
    s, total, due = d.sheet("Times"), d.money(88, 360), d.after(30)
    member, fee = d.no("A0#######"), Decimal("8.00")
    late = add_months(d.issued.replace(day=1), -2)
    s.text(15, 22, d.trade, 18, "bi", "#00857c")
    s.lines(15, 30, ("Service Recouvrement", *d.seat), 9.5)
    s.lines(115, 48, d.party, 11)
    s.text(115, 70, f"{d.seat[1].split(' ', 1)[1]}, le {long(d.issued, 'fr')}", 10)
    s.text(15, 84, "LETTRE RECOMMANDÉE AVEC ACCUSÉ DE RÉCEPTION - MISE EN DEMEURE", 11, "b")
    s.text(15, 91, f"N° adhérent : {member}", 10)
    y = s.para(
        15,
        104,
        180,
        f"Malgré notre précédent courrier du {num(add_months(d.issued, -1))}, nous"
        f" constatons que votre cotisation échue le {num(late)} demeure impayée à ce jour.",
        11,
    )
    rows = [
        (f"Cotisation trimestrielle échue le {num(late)}", fr(total)),
        ("Frais de mise en demeure", fr(fee)),
        ("*Somme restant due", fr(total + fee)),
    ]
    y = table(s, 15, y + 8, (130, 40), (), rows, size=10)
    s.para(
        15,
        y + 8,
        180,
        "À défaut de règlement dans les trente jours suivant l'envoi de la présente, soit"
        f" avant le {num(due)}, vos garanties seront suspendues (article L.221-7 du code de la mutualité)."
        " Si votre paiement a croisé ce courrier, veuillez ne pas en tenir compte.",
        11,
    )
    s.text(15, y + 42, "Règlement par chèque à l'ordre de la mutuelle ou par virement :", 10)
    s.text(15, y + 48, f"{d.iban()} - libellé : {member}", 10, "b")
    return d.done(s, "reminder", total + fee, due=due, customer=member, reference=member, iban=True,
                  skip=("means", "period"), traps=("reminder", "old_due_date"))  # fmt: skip


DRAWERS = (
    ("fr-home-insurance", home_insurance),
    ("fr-health-reminder", health_reminder),
)
