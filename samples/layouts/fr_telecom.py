"""French internet and mobile bills."""

from samples.case import Case, Drawn
from samples.formats import fr, long, month_start, num
from samples.page import Sheet
from samples.tables import pairs, table


def plain_box(c: Case) -> Drawn:
    """Internet access: sparse black page, underlined number, notice of direct debit in a frame."""
    s, firm = c.sheet("Vera", "Helvetica"), c.firm
    total, due, number = c.money(19, 49), c.after(4), c.number("56#######")
    net, tax = c.vat(total)
    s.text(20, 20, firm.name.lower(), 24, "i", "#cc0000")
    s.lines(20, 30, [f"{firm.name} Service Abonné", *c.address], 8)
    s.lines(115, 50, c.party.block, 9)
    pairs(
        s,
        20,
        75,
        [("Adresse email de contact", "alice@roussel.example"), ("Nom de l'abonné", c.party.name)],
        80,
        "across",
        8.5,
    )
    customer = c.number("1#######")
    pairs(
        s,
        20,
        88,
        [("Numéro de ligne", c.number("FO1#######")), ("Id. client", customer)],
        80,
        "across",
        8.5,
    )
    s.text(20, 104, f"Facture n°{number} du {long(c.issued, 'fr')}", 11, "b")
    s.text(20, 110, f"Date limite de paiement le {long(due, 'fr')}", 9, "b")
    s.text(185, 110, f"{fr(total)} TTC", 9, "br")
    rows = [
        ("Abonnements, forfaits et options", fr(net, ""), fr(tax, ""), fr(total, "")),
        ("Communications", "0,00", "0,00", "0,00"),
        ("*Total facture", fr(net, ""), fr(tax, ""), fr(total, "")),
    ]
    table(
        s,
        20,
        120,
        (85, 28, 28, 28),
        ("", "Montant EUR HT", "Montant TVA", "Montant TTC"),
        rows,
        look="plain",
        size=8.5,
    )
    s.text(20, 150, "Somme à payer", 9)
    s.text(185, 150, f"{fr(total)} TTC", 9, "r")
    s.box(20, 175, 168, 36)
    s.text(23, 181, "Avis de prélèvement automatique", 9, "b")
    s.text(23, 188, f"Montant du prélèvement : {fr(total)}", 8)
    s.text(110, 188, f"Prélèvement à partir du : {long(due, 'fr')}", 8)
    s.text(23, 194, "La somme à payer sera prélevée sur le compte désigné ci-dessous :", 9, "b")
    s.text(23, 201, f"IBAN : {c.masked()}", 8)
    s.para(
        20,
        270,
        170,
        f"{firm.legal} au capital de 3 441 812 Euros - RCS PARIS {firm.siren} - N° TVA"
        f" intracommunautaire {firm.vat}",
        6,
    )
    return c.done(
        s,
        "to_be_debited",
        total,
        due=due,
        number=number,
        customer=customer,
        means="direct_debit",
        traps=["direct_debit", "customer_iban", "capital_amount"],
    )


def example_inside(c: Case) -> Drawn:
    """Mobile: three columns, then a page that explains a sample bill marked EXEMPLE."""
    s, firm = c.sheet("Helvetica", "Vera"), c.firm
    total, due, number = c.money(12, 95), c.after(12), c.number("CE########")
    customer = c.number("6########")
    s.logo(15, 20, firm.name, c.tint, "square")
    s.text(195, 18, "Votre facture mobile", 13, "br", c.tint)
    s.text(195, 24, f"n° {number} - {num(c.issued)}", 8, "r")
    s.lines(110, 45, c.party.block, 10)
    s.text(15, 45, f"N° client : {customer}", 9)
    s.text(15, 50, f"Ligne : {c.number('06 ## ## ## ##')}", 9)
    for x, (label, value) in zip(
        (15, 77, 139),
        (
            ("Forfait et options", fr(total - 3)),
            ("Hors forfait", fr(total - (total - 3))),
            ("Total prélevé TTC", fr(total)),
        ),
        strict=True,
    ):
        s.box(x, 75, 56, 22, "#f3f3f3", c.tint, 2)
        s.text(x + 28, 82, label, 8.5, "c")
        s.text(x + 28, 91, value, 13, "bc", c.tint)
    start = month_start(c.issued)
    s.text(
        15,
        108,
        f"Prélèvement le {num(due)} sur votre compte. Période du {num(start)} au {num(c.issued)}.",
        9,
    )
    net, tax = c.vat(total)
    table(
        s,
        15,
        120,
        (90, 30, 30, 30),
        ("", "HT", "TVA 20 %", "TTC"),
        [("Forfait 100 Go bloqué", fr(net), fr(tax), fr(total))],
        look="zebra",
        ink=c.tint,
    )
    s.page()
    _explain(c, s)
    return c.done(
        s,
        "to_be_debited",
        total,
        due=due,
        number=number,
        customer=customer,
        period=(start, c.issued),
        means="direct_debit",
        traps=["direct_debit", "sample_bill_inside", "several_totals"],
    )


def _explain(c: Case, s: Sheet) -> None:
    s.text(15, 20, "Bien lire votre facture", 16, "b", c.tint)
    s.box(25, 35, 120, 120, "", "#999999")
    s.text(85, 98, "EXEMPLE", 60, "c", "#dddddd")
    rows = [
        ("Facture n°", "A0000012345"),
        ("Date de facture", "15/03/2019"),
        ("Date limite de paiement", "31/03/2019"),
        ("Total à payer TTC", "47,98 €"),
        ("N° client", "0123456789"),
    ]
    pairs(s, 30, 50, rows, 60, "beside", 9)
    notes = (
        "1  Le numéro à rappeler pour toute correspondance",
        "2  La date à laquelle la somme est prélevée",
        "3  Le montant total, toutes taxes comprises",
        "4  Vos achats de contenus et services éventuels",
    )
    s.lines(25, 170, notes, 9)
