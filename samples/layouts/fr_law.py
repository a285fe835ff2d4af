"""French lawyers and accountants."""

from decimal import Decimal

from samples.case import Case, Drawn
from samples.formats import add_months, fr, long, num
from samples.smallprint import footer
from samples.tables import pairs


def fees_note(c: Case) -> Drawn:
    """Lawyer or accountant: prose, provision subtracted, amount also in words, no due date."""
    s, firm = c.sheet("Times"), c.firm
    fee = Decimal(c.rng.randrange(6, 20) * 100)
    tax, paid = fee * Decimal("0.2"), Decimal(300)
    left, number = fee + tax - paid, c.number("NH ####")
    s.text(105, 22, firm.name, 17, "ci")
    s.text(105, 28, firm.legal, 9, "c")
    s.text(105, 33, " - ".join(c.address), 9, "c")
    s.lines(115, 55, c.party.block, 11)
    s.text(115, 80, f"Le {long(c.issued, 'fr')}", 10)
    s.text(20, 95, f"NOTE D'HONORAIRES {number}", 12, "b")
    s.text(
        20, 102, "Affaire : ROUSSEL / copropriété Les Jardins d'Armor - Dossier 25.0417", 10, "i"
    )
    rows = [
        ("Honoraires de diligences", fr(fee)),
        ("T.V.A. 20 %", fr(tax)),
        ("Total T.T.C.", fr(fee + tax)),
        ("Provision encaissée le " + num(add_months(c.issued, -2)), fr(-paid)),
    ]
    y = pairs(s, 30, 116, rows, 140, "right", 11)
    s.rule(120, y - 2, 170)
    s.text(30, y + 4, c.of("SOLDE DÛ", "Solde à nous régler", "RESTE DÛ"), 11, "b")
    s.text(170, y + 4, fr(left), 11, "br")
    s.para(
        20,
        y + 18,
        170,
        "Avec nos remerciements et nos sentiments dévoués. Règlement par chèque à l'ordre du"
        " cabinet ou par virement :",
        10,
    )
    s.text(20, y + 30, f"IBAN {c.iban()}", 10)
    footer(c, s)
    return c.done(
        s,
        "to_pay",
        left,
        number=number,
        iban=firm.iban,
        means="transfer",
        traps=["no_due_date", "prepaid", "several_totals"],
    )
