"""French tax paid by month."""

from datetime import date
from decimal import Decimal

from samples.case import Case, Drawn
from samples.formats import add_months, fr, num
from samples.tables import pairs

TREASURY = (
    "Direction générale des Finances publiques",
    "DGFiP",
    "Centre des Finances publiques",
    "Finances publiques",
)


def tax_by_month(c: Case) -> Drawn:
    """Échéancier of a tax paid by month: three columns of dates without table lines."""
    s = c.sheet("Courier", "Helvetica")
    c.issued = date(2025, 1, 8 + c.variant)
    each, first, contract = (
        Decimal(c.rng.randrange(40, 180)),
        date(2025, 1, 15),
        c.number("M #### ### ### ##"),
    )
    s.text(15, 20, "DIRECTION GENERALE DES FINANCES PUBLIQUES", 11, "b")
    s.text(15, 26, "Service des prélèvements de Nantes", 9)
    s.lines(110, 45, c.party.block, 10)
    s.text(15, 75, "AVIS D'ÉCHÉANCES - PRÉLÈVEMENT MENSUEL", 12, "b")
    pairs(
        s,
        15,
        84,
        [
            ("Contrat", contract),
            ("Date", num(c.issued)),
            ("Impôt", "Taxe foncière 2025"),
            ("Compte", c.masked()),
        ],
        30,
        size=9,
    )
    for i in range(10):
        s.text(
            15 + 60 * (i % 3),
            115 + 8 * (i // 3),
            f"{num(add_months(first, i))}  {fr(each, gap=' ', thousands=' ')}",
            9,
        )
    s.para(
        15,
        155,
        175,
        "Vous n'avez aucune démarche à effectuer : ces sommes seront prélevées automatiquement."
        " Modifiez vos mensualités avant le 30 juin.",
        9,
    )
    return c.done(
        s,
        "schedule",
        each,
        due=first,
        customer=contract.replace(" ", ""),
        biller=TREASURY,
        means="direct_debit",
        traps=["schedule", "direct_debit", "customer_iban"],
    )
