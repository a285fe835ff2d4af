"""French notice of an online bill, and a television bill with a shifted crop box."""

from samples.case import Case, Drawn
from samples.formats import add_months, fr, long, num
from samples.tables import pairs, table


def portal_letter(c: Case) -> Drawn:
    """A paper notice: the bill waits on the portal; only the amount is told."""
    s, firm = c.sheet("Times", "Helvetica"), c.firm
    total, due = c.money(20, 90), c.after(10)
    s.text(20, 25, firm.name, 20, "b", c.tint)
    s.lines(110, 50, c.party.block, 11)
    s.text(110, 75, f"{c.address[1].split(' ', 1)[1].title()}, le {long(c.issued, 'fr')}", 10)
    s.text(20, 90, "Objet : votre nouvelle facture est disponible", 11, "b")
    text = (
        f"Bonjour, votre facture du mois de {long(c.issued, 'fr').split(' ')[1]} d'un montant de"
        f" {fr(total)} est disponible dans votre espace client sur {firm.site}, rubrique « Mes"
        " factures ». Elle reste consultable pendant dix ans. Vous la réglez, comme convenu, avant"
        f" le {long(due, 'fr')} par carte bancaire depuis votre espace."
    )
    s.para(20, 102, 170, text, 11)
    s.text(20, 140, f"Votre identifiant : {c.number('ND######')}", 10)
    s.text(20, 160, "Votre service client", 10)
    s.text(20, 282, f"{firm.legal} - {c.address[0]} - SIREN {firm.siren}", 7)
    return c.done(
        s, "on_portal", total, due=due, means="portal", traps=["portal", "amount_in_prose"]
    )


def offset_crop(c: Case) -> Drawn:
    """Television and fibre: crop box away from the origin, euro sign before the amounts."""
    s, firm = c.sheet("Helvetica", shift=(9, 12)), c.firm
    total, due, number = c.money(25, 80), c.after(9), c.number("TV-####-####")
    s.box(0, 0, 210, 22, c.tint, "")
    s.text(12, 14, firm.name, 18, "b", "#ffffff")
    s.text(198, 14, "FACTURE", 12, "br", "#ffffff")
    pairs(
        s,
        12,
        34,
        [("Facture", number), ("Du", num(c.issued, "d.m.y")), ("Échéance", num(due, "d.m.y"))],
        45,
        "across",
        9,
        "b",
    )
    s.lines(120, 55, c.party.block, 10)
    parts = c.split(total, 3)
    rows = [
        (n, "€ " + fr(p, ""))
        for n, p in zip(("Fibre 2 Gb/s", "Bouquet Cinéma", "Location décodeur"), parts, strict=True)
    ]
    y = table(
        s,
        12,
        90,
        (120, 50),
        ("Prestations du mois", "TTC"),
        rows,
        look="rules",
        ink=c.tint,
        size=10,
    )
    s.text(132, y + 8, "Montant TTC", 10, "br")
    s.text(181, y + 8, "€ " + fr(total, ""), 13, "br", c.tint)
    y = s.para(
        12,
        y + 22,
        180,
        f"Prélèvement SEPA le {num(due, 'd.m.y')}. Créancier {firm.legal}, RUM"
        f" {c.number('OND########')}. Votre prochain prélèvement interviendra vers le"
        f" {num(add_months(due, 1), 'd.m.y')}.",
        9,
    )
    return c.done(
        s,
        "to_be_debited",
        total,
        due=due,
        number=number,
        means="direct_debit",
        traps=["crop_box", "direct_debit", "two_digit_year", "symbol_before"],
    )
