"""French electricity bill with a side column and direct debit."""

from decimal import Decimal

from samples.case import Case, Drawn
from samples.formats import add_months, fr, num
from samples.page import Sheet
from samples.tables import pairs, table


def sidebar_debit(c: Case) -> Drawn:
    """Boxes of contacts on the left, banded summary on the right, direct debit at the bottom."""
    s, firm, ink = c.sheet("Helvetica", "Vera"), c.firm, c.tint
    total, account = c.money(38, 420), c.number("# ### ### ###")
    net, tax = c.vat(total)
    due, start = c.after(15), add_months(c.issued, -2)
    number = c.number("10### ### ###")
    s.logo(12, 20, firm.name, ink)
    _side(c, s, account)
    s.lines(120, 45, c.party.block, 10, "h")
    s.box(75, 75, 125, 12, ink, "")
    s.text(78, 80, f"Facture du {num(c.issued)}", 11, "b", "#ffffff")
    s.text(78, 85, f"n° {number}", 9, "", "#ffffff")
    rows = [
        ("Montant hors TVA", fr(net)),
        ("Montant TVA (payée sur les débits)", fr(tax)),
        ("Facture TTC", fr(total)),
    ]
    pairs(s, 78, 95, rows, 118, "right")
    s.box(75, 110, 125, 9, "#223a5e", "")
    s.text(78, 116, c.of("À payer (TTC)", "Montant prélevé"), 11, "b", "#ffffff")
    s.text(197, 116, fr(total), 12, "br", "#ffffff")
    s.para(
        78,
        126,
        118,
        f"Prochaine facture vers le {num(add_months(c.issued, 2))} (sauf résiliation entre-temps)."
        " À défaut de paiement à la date prévue, pénalités de retard au taux de 11,62 %.",
        7,
    )
    s.box(75, 235, 125, 34, "", ink)
    s.text(78, 241, "Paiement par prélèvement automatique", 9, "b", ink)
    s.lines(
        78,
        249,
        [
            f"Vous serez prélevé d'un montant de {fr(total)}",
            f"à partir du : {num(due)}",
            f"sur le compte bancaire : {c.masked()}",
        ],
        9,
    )
    _detail(c, s, total)
    return c.done(
        s,
        "to_be_debited",
        total,
        due=due,
        number=number.replace(" ", ""),
        customer=account.replace(" ", ""),
        period=(start, c.issued),
        means="direct_debit",
        traps=["direct_debit", "several_totals", "detail_pages", "customer_iban"],
    )


def _side(c: Case, s: Sheet, account: str) -> None:
    s.box(10, 35, 60, 62, "#f4f6f8", c.tint)
    s.text(13, 41, "Nous contacter", 9, "b", c.tint)
    s.lines(13, 47, ["Par internet", c.firm.site, "Par téléphone", c.number("09 69 ## ## ##")], 8)
    s.para(13, 68, 54, "Service gratuit + prix appel, du lundi au samedi de 8h à 20h", 7)
    s.text(13, 84, "Urgence dépannage électricité 24h/24", 7, "b")
    s.text(13, 88, c.number("09 72 67 50 ##"), 8)
    s.box(10, 102, 60, 50, "", c.tint)
    rows = [
        ("N° client", account),
        ("N° de contrat", c.number("4-#######")),
        ("PDL", c.number("##############")),
    ]
    pairs(s, 13, 109, rows, mode="above", size=8)


def _detail(c: Case, s: Sheet, total: Decimal) -> None:
    s.page()
    s.text(15, 20, "Le détail de votre facture", 14, "b", c.tint)
    names = (
        "Abonnement",
        "Consommation heures pleines",
        "Consommation heures creuses",
        "Contribution tarifaire (CTA)",
        "Accise sur l'électricité",
        "TVA",
    )
    start = add_months(c.issued, -2)
    rows = [
        (
            n,
            f"{num(start, 'd/m/y')} au {num(c.issued, 'd/m/y')}",
            str(c.rng.randrange(40, 900)),
            fr(a),
        )
        for n, a in zip(names, c.split(total, 6), strict=True)
    ]
    y = table(
        s,
        15,
        32,
        (70, 50, 25, 35),
        ("", "Période", "kWh", "Montant TTC"),
        [*rows, ("*Total TTC", "", "", fr(total))],
        "lcrr",
        "zebra",
        c.tint,
    )
    s.para(
        15,
        y + 8,
        180,
        "Comprendre votre facture : la CTA finance les droits à l'assurance vieillesse des"
        " personnels relevant du régime des industries électriques. Une remise de 20,00 € est"
        " offerte pour tout parrainage.",
        7.5,
    )
