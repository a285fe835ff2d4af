"""French self-employed people."""

from datetime import timedelta
from decimal import Decimal

from samples.case import Case, Drawn
from samples.formats import NARROW, fr, long, month_end, num
from samples.smallprint import footer
from samples.tables import pairs, table


def self_employed(c: Case) -> Drawn:
    """No VAT, due date only derivable: "à 30 jours" or "payable à réception"."""
    s, firm = c.sheet("Helvetica", "Times"), c.firm
    days, rate = c.rng.randrange(2, 9), Decimal(c.rng.randrange(280, 520))
    total, number = days * rate, c.number(f"{c.issued.year}-0##")
    prompt = c.variant == 1
    s.lines(20, 22, [firm.name, *c.address, f"SIRET {firm.siret}", f"bonjour@{firm.site}"], 9, "h")
    s.text(190, 24, f"Facture {number}", 20, "r", "#888888")
    client = c.client_firm()
    s.lines(120, 55, ["À l'attention de", *client.block], 9)
    s.text(20, 85, f"Date : {long(c.issued, 'fr')}", 9)
    y = table(
        s,
        20,
        98,
        (90, 25, 28, 30),
        ("Prestation", "Jours", "Tarif", "Total"),
        [("Refonte de l'identité visuelle", str(days), fr(rate), fr(total))],
        look="plain",
        size=9,
    )
    s.rule(120, y, 193)
    s.text(120, y + 7, "Total à payer", 11, "b")
    s.text(192, y + 7, fr(total), 11, "br")
    s.text(20, y + 20, "TVA non applicable, art. 293 B du CGI.", 8, "i")
    s.text(
        20,
        y + 28,
        "Conditions de règlement : "
        + ("payable à réception" if prompt else "paiement à 30 jours date de facture"),
        9,
    )
    s.lines(
        20,
        y + 36,
        ["Virement bancaire", f"IBAN {c.iban()}", f"BIC {firm.bic}", f"Titulaire : {firm.name}"],
        9,
    )
    s.para(20, 272, 170, "En cas de retard, indemnité forfaitaire de 40 € et pénalités de 10 %.", 7)
    due = c.issued if prompt else c.issued + timedelta(days=30)
    return c.done(
        s,
        "to_pay",
        total,
        due=due,
        number=number,
        iban=firm.iban,
        means="transfer",
        traps=["derived_due", "customer_is_company"],
    )


def end_of_month(c: Case) -> Drawn:
    """30 jours fin de mois, a deposit subtracted, customer is a company with its own SIRET."""
    s, firm = c.sheet("Vera", "Helvetica"), c.firm
    gross = c.money(1200, 7800)
    net, tax = c.vat(gross)
    deposit = (gross * 3 / 10).quantize(gross)
    left, due, number = (
        gross - deposit,
        month_end(c.issued + timedelta(days=30)),
        c.number("FAC-0####"),
    )
    client = c.client_firm()
    s.box(120, 12, 75, 32, "#f7f7f7", "")
    s.lines(123, 18, ["Client", *client.block, f"SIRET {c.number('88########')}0012"], 8.5, "h")
    s.logo(15, 22, firm.name, c.tint, "square")
    s.lines(15, 34, [firm.legal, *c.address, f"TVA {firm.vat}"], 7.5)
    pairs(
        s,
        15,
        62,
        [
            ("Numéro", number),
            ("Date d'émission", num(c.issued)),
            ("Conditions", "30 jours fin de mois"),
        ],
        60,
        "across",
        9,
        "b",
    )
    rows = [
        (n, "1", fr(p, "", thousands=NARROW), "20 %", fr(p, "", thousands=NARROW))
        for n, p in zip(
            ("Direction artistique", "Tournage une journée", "Montage et étalonnage"),
            c.split(net, 3),
            strict=True,
        )
    ]
    y = table(
        s,
        15,
        82,
        (75, 20, 30, 22, 33),
        ("Description", "Qté", "Prix unitaire", "TVA", "Total HT"),
        rows,
        look="zebra",
        ink=c.tint,
    )
    sums = [
        ("Total HT", fr(net)),
        ("TVA 20,00 %", fr(tax)),
        ("Total TTC", fr(gross)),
        ("Acompte versé (FAC-00012)", fr(-deposit)),
    ]
    y = pairs(s, 115, y + 6, sums, 79, "right")
    s.text(115, y + 4, "Reste à payer", 12, "b", c.tint)
    s.text(194, y + 4, fr(left), 12, "br", c.tint)
    s.text(15, y + 20, f"IBAN : {c.iban()} - BIC : {firm.bic}", 8)
    footer(c, s)
    return c.done(
        s,
        "to_pay",
        left,
        due=due,
        number=number,
        iban=firm.iban,
        means="transfer",
        traps=["derived_due", "prepaid", "several_totals", "customer_is_company"],
    )
