"""French public bodies: land tax, contributions."""

from decimal import Decimal

from samples.blind.draft import Draft, Result
from samples.blind.parts import siret_line
from samples.formats import fr, grouped, long, num
from samples.tables import table


def land_tax(d: Draft) -> Result:
    """Land tax: two deadlines, one for paper and one for paying on line; many base figures."""
    d.firm(
        "Direction des impôts fonciers",
        "Centre des impôts fonciers",
        "Direction des impôts fonciers",
    )
    s = d.sheet()
    year = 2024 + d.variant
    d.issued = d.issued.replace(year=year, month=8, day=int(d.of("25", "27", "24")))
    total, due = Decimal(d.rng.randrange(480, 2400)), d.issued.replace(month=10, day=15)
    ref, fiscal = d.no(f"{year % 100} 54 ####### ##"), d.no("## ## ### ### ###")
    s.text(15, 18, f"AVIS D'IMPÔT {year}", 16, "b", "#1f3a7d")
    s.text(15, 25, "TAXES FONCIÈRES votées et perçues par la commune et divers organismes", 9)
    s.lines(110, 50, d.party, 10)
    s.lines(15, 40, ("Vos références", f"Numéro fiscal : {fiscal}", f"Référence de l'avis : {ref}",
                     f"Date d'établissement : {num(d.issued)}"), 8.5, "h")  # fmt: skip
    s.lines(15, 62, (d.trade, "SIP NORD - 12 rue des Finances", "BP 4012"), 8.5)
    s.box(15, 85, 180, 32, "#eef1f9", "#1f3a7d")
    s.text(20, 94, "Somme à payer", 11)
    s.text(190, 94, f"{grouped(total, ' ', ',')} €", 16, "br")
    s.text(20, 102, "Date limite de paiement", 11)
    s.text(190, 102, num(due), 12, "br")
    s.text(
        20,
        111,
        f"Si vous payez en ligne : vous serez prélevé le {num(due.replace(day=25))} au plus tôt.",
        8,
    )
    rows = [
        (f"Base {year}", "2 871", "2 871", "2 871"),
        (f"Taux {year}", "41,17 %", "0,512 %", "9,88 %"),
        ("Cotisation", *[str(int(part)) for part in d.split(total, 3)]),
    ]
    table(
        s,
        15,
        130,
        (60, 40, 40, 40),
        ("Propriétés bâties", "Commune", "GEMAPI", "Ordures ménagères"),
        rows,
        look="grid",
    )
    s.text(190, 152, f"Montant de votre impôt : {grouped(total, ' ', ',')} €", 10, "br")
    s.para(
        15,
        162,
        180,
        "Paiement dématérialisé obligatoire au-delà de 300 €. À défaut, majoration de 0,2 %"
        " (minimum 15 €). Toute somme non réglée à la date limite de paiement est majorée de 10 %."
        " Frais de gestion compris.",
        8,
    )
    return d.done(
        s,
        "to_pay",
        total,
        due=due,
        reference=ref.replace(" ", ""),
        customer=fiscal.replace(" ", ""),
        biller=("SIP NORD",),
        skip=("means", "invoice_number", "reference", "period"),
        traps=("two_deadlines", "tax_bases"),
    )


def contributions(d: Draft) -> Result:
    """Self-employed contributions: a letter with the month's debit and the year's figures."""
    d.firm(
        "URCOS|URCOS Centre",
        "Caisse ARTIS|Caisse de Retraite ARTIS",
        "MSAR|Mutualité Sociale Rurale",
    )
    s, total = d.sheet("Times"), Decimal(d.rng.randrange(90, 900))
    due, account = d.after(11), d.no("827 ######### 1")
    quarter = (d.issued.month - 1) // 3 + 1
    s.text(15, 20, d.trade, 22, "b", "#004f9f")
    s.lines(15, 30, (d.legal, *d.seat, "Tél. 3957"), 9)
    s.lines(115, 45, d.party, 11)
    s.text(115, 66, f"le {long(d.issued, 'fr')}", 10)
    s.lines(15, 66, (f"N° de compte : {account}", f"SIRET : {siret_line(d)}"), 10)
    s.text(15, 86, "Objet : vos cotisations et contributions sociales personnelles", 11, "b")
    s.para(15, 96, 180, "Madame, Monsieur,", 11)
    s.para(
        15,
        104,
        180,
        "Le montant de vos cotisations provisionnelles pour l'année s'élève à"
        f" {fr(total * 4)}, calculé sur un revenu de 31 450 euros. Au titre du {quarter}e trimestre,"
        f" la somme de {fr(total)} sera prélevée le {num(due)} sur votre compte bancaire.",
        11,
    )
    rows = [
        (name, base, fr(part, ""))
        for name, base, part in zip(
            (
                "Maladie-maternité",
                "Retraite de base",
                "Retraite complémentaire",
                "CSG/CRDS",
                "Formation",
            ),
            ("31 450", "31 450", "31 450", "33 120", "48 060"),
            d.split(total, 5),
            strict=True,
        )
    ]
    rows.append(("*Total du trimestre", "", fr(total, "")))
    table(s, 15, 136, (90, 40, 40), ("Cotisations", "Base (€)", "Montant (€)"), rows, size=9.5)
    s.para(
        15,
        185,
        180,
        "Vous pouvez demander un délai de paiement ou recalculer vos cotisations sur"
        " votre espace en ligne jusqu'à dix jours avant l'échéance.",
        10,
    )
    return d.done(
        s,
        "to_be_debited",
        total,
        due=due,
        customer=account.replace(" ", ""),
        means="direct_debit",
        skip=("period", "reference"),
        traps=("year_total", "prose"),
    )


DRAWERS = (
    ("fr-land-tax", land_tax),
    ("fr-contributions", contributions),
)
