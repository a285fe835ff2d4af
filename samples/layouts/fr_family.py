"""French club, crèche and dentist."""

from decimal import Decimal

from samples.case import Case, Drawn
from samples.formats import NARROW, fr, long, month, month_end, month_start, num
from samples.tables import pairs, table


def club_fee(c: Case) -> Drawn:
    """Club membership typed by a volunteer: no due date, cheque asked for."""
    s, firm = c.sheet("Times", "Helvetica", "Courier"), c.firm
    licence, fee = Decimal("38.50"), Decimal(c.rng.randrange(90, 210))
    total = licence + fee
    s.text(105, 22, firm.legal, 15, "bc")
    s.text(105, 28, "Association loi 1901 - " + ", ".join(c.address), 8, "c")
    s.text(20, 50, f"Nantes, le {long(c.issued, 'fr')}", 10)
    s.text(20, 64, f"Cotisation saison {c.issued.year}/{c.issued.year + 1}", 13, "b")
    s.text(20, 76, f"Adhérent : {c.party.name}", 11)
    s.lines(
        20,
        88,
        [
            f"- adhésion et cours hebdomadaire ....... {fr(fee)}",
            f"- licence fédérale ..................... {fr(licence)}",
        ],
        11,
    )
    s.text(20, 104, f"Soit un total de {fr(total)}", 12, "b")
    s.para(
        20,
        116,
        165,
        f"Merci de remettre votre chèque à l'ordre de « {firm.legal} » au trésorier, ou de faire un"
        f" virement ({c.iban()}). Possibilité de payer en trois chèques.",
        11,
    )
    s.text(120, 150, "Le trésorier, P. Guillemot", 11, "i")
    return c.done(
        s, "to_pay", total, iban=firm.iban, means="cheque", traps=["no_due_date", "amount_in_prose"]
    )


def creche(c: Case) -> Drawn:
    """Crèche run by an association: hours times rate, adjustment of last month, SEPA on the 12th."""
    s = c.sheet("Vera", "Times")
    hours, rate, adjust = Decimal(c.rng.randrange(80, 170)), Decimal("1.74"), c.money(3, 20)
    total, first = (hours * rate - adjust).quantize(Decimal("0.01")), month_start(c.issued, -1)
    due, number = month_start(c.issued, 1).replace(day=12), c.number("####-MA-##")
    s.text(15, 20, "Multi-accueil « Les Petits Galets »", 15, "b", "#d35400")
    s.text(15, 26, "Association Les Petits Galets - " + ", ".join(c.address), 8)
    s.text(
        195,
        36,
        f"Facture {number} - {month(first, 'fr')} {first.year} - éditée le {num(c.issued)}",
        9,
        "r",
    )
    s.lines(120, 50, c.party.block, 9)
    rows = [
        ("Heures contractualisées", f"{hours} h × {fr(rate)}", fr(hours * rate)),
        ("Régularisation mois précédent", "", fr(-adjust)),
        ("*Participation familiale à régler", "", fr(total, thousands=NARROW)),
    ]
    table(
        s,
        15,
        80,
        (80, 50, 45),
        ("Enfant : Malo R.", "Calcul", "Montant"),
        rows,
        "lrr",
        "rules",
        "#d35400",
        9,
    )
    s.text(15, 115, f"Présence du {num(first)} au {num(month_end(first))}", 9)
    s.text(
        15, 122, f"Prélèvement SEPA prévu le {num(due)} - ICS {c.number('FR##ZZZ######')}", 9, "b"
    )
    return c.done(
        s,
        "to_be_debited",
        total,
        due=due,
        number=number,
        period=(first, month_end(first)),
        biller=(
            "Les Petits Galets",
            "Association Les Petits Galets",
            "Multi-accueil Les Petits Galets",
        ),
        means="direct_debit",
        traps=["direct_debit", "unit_prices"],
    )


def dentist(c: Case) -> Drawn:
    """Fee note of a dentist, acquitted by card, with social-security base amounts."""
    s = c.sheet("Helvetica", "Times")
    total = c.money(60, 700)
    s.lines(
        15,
        20,
        ["Docteur Anne VASSEUR", "Chirurgien-dentiste", *c.address, c.number("RPPS 10## ### ####")],
        9,
        "h",
    )
    s.text(195, 20, "NOTE D'HONORAIRES", 13, "br")
    s.text(195, 27, f"le {num(c.issued)}", 10, "r")
    s.text(15, 60, f"Patient : {c.party.name}   N° SS : 2 85 07 ** *** *** **", 9)
    y = table(
        s,
        15,
        72,
        (25, 80, 35, 35),
        ("Acte", "Libellé", "Base remb.", "Honoraires"),
        [("HBLD038", "Couronne céramique dent 26", "120,00", fr(total, ""))],
        "llrr",
        "grid",
    )
    y = pairs(
        s,
        110,
        y + 5,
        [("Total des honoraires", fr(total)), ("Part complémentaire estimée", fr(total / 3))],
        80,
        "right",
    )
    s.text(
        15,
        y + 10,
        f"Je soussignée certifie avoir reçu la somme de {fr(total)} par"
        f" {c.of('carte bancaire', 'chèque')}.",
        10,
    )
    return c.done(
        s,
        "receipt",
        total,
        biller=("Docteur Anne Vasseur", "Cabinet dentaire Vasseur", "Anne Vasseur"),
        means=c.of("card", "cheque"),
        traps=["already_paid", "base_amounts"],
    )
