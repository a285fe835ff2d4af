"""French craftsmen, suppliers and lawyers."""

from datetime import timedelta
from decimal import Decimal

from samples.case import Case, Drawn
from samples.formats import fr, num
from samples.smallprint import footer
from samples.tables import pairs, table


def craftsman(c: Case) -> Drawn:
    """Plumber: two VAT rates, deposit, and the label broken by kerning."""
    s, firm = c.sheet("Helvetica", "Times"), c.firm
    parts, work = c.money(180, 900), c.money(120, 600)
    tax = (parts * Decimal("0.10") + work * Decimal("0.055")).quantize(parts)
    gross = parts + work + tax
    deposit, due, number = Decimal(c.rng.randrange(1, 3) * 100), c.after(15), c.number("F25-####")
    left = gross - deposit
    s.text(15, 20, firm.legal, 14, "b")
    s.lines(
        15,
        27,
        [
            *c.address,
            c.number("Tél. 02 40 ## ## ##"),
            f"RM 44 - SIRET {firm.siret}",
            "Assurance décennale MUTALIA n° 88 412",
        ],
        8,
    )
    s.box(110, 40, 85, 28, "", "#999999", 3)
    s.lines(114, 48, c.party.block, 10)
    s.broken(15, 80, ["FACT", "URE"], 16, "b")
    s.text(
        60,
        80,
        f"N° {number} du {num(c.issued)} - devis D25-118 accepté le"
        f" {num(c.issued - timedelta(days=30))}",
        9,
    )
    rows = [
        ("Remplacement chauffe-eau 200 L", "1", fr(parts, ""), "10,0", fr(parts, "")),
        ("Main-d'œuvre", "6 h", fr(work / 6, ""), "5,5", fr(work, "")),
    ]
    y = table(
        s,
        15,
        92,
        (90, 20, 28, 17, 28),
        ("Désignation", "Qté", "P.U. HT", "TVA %", "Montant HT"),
        rows,
        look="grid",
    )
    y = pairs(
        s,
        120,
        y + 6,
        [
            ("Total HT", fr(parts + work)),
            ("Total TVA", fr(tax)),
            ("Total TTC", fr(gross)),
            ("Acompte reçu", fr(-deposit)),
        ],
        76,
        "right",
    )
    s.broken(120, y + 3, ["Net à pa", "yer"], 12, "b")
    s.text(196, y + 3, fr(left), 12, "br")
    s.broken(15, y + 18, ["Éché", "ance : " + num(due)], 10, "b")
    s.text(15, y + 26, "Règlement par chèque ou virement " + c.iban(), 8.5)
    footer(c, s)
    return c.done(
        s,
        "to_pay",
        left,
        due=due,
        number=number,
        iban=firm.iban,
        means="transfer",
        traps=["kerning", "prepaid", "several_totals", "quote_date"],
    )


def supplier(c: Case) -> Drawn:
    """Wholesaler to a bakery: early-payment discount, delivery notes, bank of the factor."""
    s, firm = c.sheet("Courier", "Helvetica"), c.firm
    net = c.money(400, 5200)
    tax = (net * Decimal("0.055")).quantize(net)
    total, due, early = net + tax, c.issued + timedelta(days=60), c.issued + timedelta(days=10)
    number, client = c.number("7#####"), c.client_firm()
    s.text(10, 15, firm.legal.upper(), 13, "b")
    s.lines(10, 21, [*c.address, f"TVA : {firm.vat}"], 8)
    s.lines(115, 35, [*client.block, "Code client : " + c.number("C0####")], 9.5, "h")
    table(
        s,
        10,
        62,
        (30, 32, 40, 40, 48),
        ("FACTURE", "DATE", "CODE CLIENT", "REPRÉSENTANT", "ÉCHÉANCE"),
        [(number, num(c.issued), "C04412", "M. GAUDIN", num(due))],
        "lcccr",
        "grid",
    )
    parts = c.split(net, 4)
    names = (
        "FARINE T65 SAC 25 KG",
        "BEURRE DOUX AOP 10 KG",
        "LEVURE FRAÎCHE 500 G",
        "SUCRE GLACE 10 KG",
    )
    rows = [
        (c.number("A####"), n, str(c.rng.randrange(2, 30)), "5,5", fr(p, ""))
        for n, p in zip(names, parts, strict=True)
    ]
    y = table(
        s,
        10,
        80,
        (22, 85, 22, 18, 43),
        ("Réf.", "BL 20418 du " + num(c.issued - timedelta(days=3)), "Qté", "TVA", "Montant HT"),
        rows,
        "llrrr",
        "rules",
        size=8.5,
    )
    table(
        s,
        10,
        y + 12,
        (40, 35, 35, 40, 40),
        ("Total HT", "Base TVA", "TVA 5,5 %", "Total TTC", "NET À PAYER"),
        [(fr(net, ""), fr(net, ""), fr(tax, ""), fr(total, ""), fr(total, "EUR"))],
        "rrrrr",
        "grid",
        size=9,
    )
    off = (total * Decimal("0.98")).quantize(total)
    s.para(
        10,
        y + 32,
        185,
        f"Escompte 2 % pour règlement avant le {num(early)}, soit {fr(off)} net. Virement à 60"
        f" jours au {num(due)} : {c.iban()}. Règlement à effectuer exclusivement à l'ordre"
        " d'Affacturage Réunis, subrogé dans nos droits.",
        8,
    )
    footer(c, s)
    return c.done(
        s,
        "to_pay",
        total,
        due=due,
        number=number,
        iban=firm.iban,
        means="transfer",
        traps=["early_discount", "several_totals", "customer_is_company", "factor_name"],
    )
