"""French bills that put the value before its label, and pages full of numbers."""

from decimal import Decimal

from samples.case import Case, Drawn
from samples.formats import NARROW, add_months, fr, long, month_start, num
from samples.smallprint import footer
from samples.tables import pairs, table


def value_first(c: Case) -> Drawn:
    """App-like bill: the amount stands above its sentence, facts stand before their labels."""
    s, firm = c.sheet("Vera", "Helvetica"), c.firm
    total, due, number = c.money(18, 140), c.after(11), c.number("########")
    s.box(0, 0, 210, 70, c.tint, "")
    s.text(105, 20, firm.name, 13, "bc", "#ffffff")
    shown = fr(total, thousands=NARROW, gap=NARROW) if c.variant == 0 else fr(total)
    s.text(105, 42, shown, 30, "bc", "#ffffff")
    s.text(105, 54, f"à régler avant le {long(due, 'fr')}", 11, "c", "#ffffff")
    rows = [
        ("numéro de facture", number),
        ("émise le", num(c.issued, "d.m.Y")),
        ("contrat", c.number("C-######")),
        ("TVA comprise", fr(c.vat(total)[1])),
    ]
    pairs(s, 25, 85, rows, 45, "before", 10)
    s.lines(130, 85, c.party.block, 9)
    parts = c.split(total, 3)
    rows = [
        (fr(p), n) for p, n in zip(parts, ("Abonnement", "Consommations", "Options"), strict=True)
    ]
    table(s, 25, 125, (35, 90), ("Montant TTC", "Quoi"), rows, "rl", "plain", size=10)
    s.para(
        25,
        165,
        160,
        f"Réglez depuis l'application ou par virement : {c.iban()}, motif {number}.",
        10,
    )
    footer(c, s)
    return c.done(
        s,
        "to_pay",
        total,
        due=due,
        number=number,
        iban=firm.iban,
        reference=number,
        means="transfer",
        traps=["value_before_label", "several_totals"],
    )


def garage(c: Case) -> Drawn:
    """Garage: vehicle data full of numbers, parts and labour, paid on collection."""
    s, firm = c.sheet("Courier", "Helvetica"), c.firm
    net = c.money(120, 1300)
    tax = (net / 5).quantize(net)
    total, number = net + tax, c.number("OR-######")
    s.text(10, 14, firm.legal.upper(), 13, "b")
    s.lines(10, 20, c.address, 8)
    facts = [
        ("Immatriculation", "GK-412-ZT"),
        ("Kilométrage", "84 120"),
        ("1re mise en circ.", "14/03/2019"),
        ("N° de série", c.number("VF1RFA0########")),
    ]
    s.box(105, 10, 95, 26)
    pairs(s, 108, 16, facts, 40, size=8)
    s.lines(110, 46, c.party.block, 10)
    s.text(10, 66, f"FACTURE {number} du {num(c.issued)}", 12, "b")
    parts = c.split(net, 4)
    names = ("Kit distribution", "Pompe à eau", "Liquide refroid. 5 L", "M.O. T2 4,50 h")
    rows = [
        (c.number("77014#####"), n, "1,00", fr(p, ""), fr(p, ""))
        for n, p in zip(names, parts, strict=True)
    ]
    y = table(
        s,
        10,
        78,
        (35, 75, 20, 28, 30),
        ("Référence", "Désignation", "Qté", "PU HT", "Montant HT"),
        rows,
        "llrrr",
        "grid",
    )
    y = pairs(
        s,
        130,
        y + 5,
        [
            ("Total HT", fr(net)),
            ("TVA 20 %", fr(tax)),
            ("Total TTC", fr(total)),
            ("Réglé CB", fr(total)),
            ("Solde", fr(total - total)),
        ],
        68,
        "right",
    )
    s.text(10, y + 8, "Prochaine révision : 104 120 km ou " + num(add_months(c.issued, 12)), 9)
    footer(c, s)
    return c.done(
        s,
        "receipt",
        total,
        number=number,
        means="card",
        traps=["already_paid", "zero_left", "many_numbers"],
    )


def contributions(c: Case) -> Drawn:
    """Social contributions of the self-employed: two quarters owed, debited at two dates."""
    s = c.sheet("Helvetica", "Times")
    parts = [Decimal(c.rng.randrange(180, 900)) for _ in range(2)]
    first = month_start(c.issued, 1).replace(day=5)
    account = c.number("117 #########")
    s.text(15, 18, "Caisse des indépendants de l'Ouest", 14, "b", "#00558c")
    s.text(15, 24, "TSA 60044 - 35099 RENNES CEDEX 9", 8)
    s.lines(115, 42, c.party.block, 10)
    pairs(
        s,
        15,
        42,
        [("N° de cotisant", account), ("Date", num(c.issued)), ("SIRET", c.firm.siret)],
        32,
        size=8.5,
    )
    s.text(15, 75, "Appel de cotisations - échéancier provisionnel", 13, "b")
    rows = [
        ("1er trimestre", num(first), fr(parts[0])),
        ("2e trimestre", num(add_months(first, 3)), fr(parts[1])),
        ("*Total annuel provisionnel", "", fr(sum(parts, Decimal(0)) * 2)),
    ]
    table(
        s,
        15,
        86,
        (80, 50, 45),
        ("Période", "Date de prélèvement", "Montant"),
        rows,
        "lcr",
        "zebra",
        "#00558c",
        9,
    )
    s.para(
        15,
        120,
        175,
        "Vous avez opté pour le prélèvement automatique trimestriel ; ces sommes seront débitées"
        f" du compte {c.masked()}. Une majoration de 5 % s'applique en cas de rejet.",
        9,
    )
    return c.done(
        s,
        "schedule",
        parts[0],
        due=first,
        customer=account.replace(" ", ""),
        biller=("Caisse des indépendants de l'Ouest",),
        means="direct_debit",
        traps=["schedule", "direct_debit", "year_total", "customer_iban"],
    )
