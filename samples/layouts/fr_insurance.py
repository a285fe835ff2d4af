"""French co-ownership and insurance."""

from datetime import timedelta

from samples.case import Case, Drawn
from samples.formats import add_months, fr, long, month_start, num
from samples.identifiers import spaced
from samples.tables import pairs, table


def condo_call(c: Case) -> Drawn:
    """Appel de fonds de copropriété with tantièmes, exigible on the quarter's first day."""
    s, firm = c.sheet("Helvetica", "Times"), c.firm
    parts = [c.money(80, 400), c.money(20, 60), c.money(30, 90)]
    total, quarter = sum(parts[1:], parts[0]), month_start(c.issued, 1)
    number = c.number("AF-####-##")
    s.lines(15, 18, [firm.legal, "Syndic de copropriété", *c.address], 9, "h")
    s.text(195, 18, f"Appel de fonds n° {number}", 12, "br")
    s.text(195, 24, f"Édité le {num(c.issued)}", 9, "r")
    s.lines(115, 48, c.party.block, 10)
    s.text(15, 75, "Résidence LES JARDINS D'ARMOR - Lots 12, 48 (cave)", 9, "b")
    rows = [
        (n, fr(b * 25, ""), "10000", "400", fr(b, ""))
        for n, b in zip(
            ("Charges communes générales", "Ascenseur bâtiment C", "Fonds travaux loi ALUR"),
            parts,
            strict=True,
        )
    ]
    y = table(
        s,
        15,
        85,
        (70, 32, 25, 25, 28),
        ("Nature", "Budget à répartir", "Base", "Tantièmes", "Quote-part"),
        rows,
        look="grid",
    )
    y = pairs(
        s,
        110,
        y + 6,
        [
            ("Provision du trimestre", fr(total)),
            ("Solde de votre compte avant appel", fr(parts[0] - parts[0])),
        ],
        84,
        "right",
    )
    s.box(105, y, 90, 10, "#222222", "")
    s.text(108, y + 6.5, f"À payer - exigible le {num(quarter)}", 10, "b", "#ffffff")
    s.text(192, y + 6.5, fr(total), 11, "br", "#ffffff")
    s.text(15, y + 25, f"Compte séparé du syndicat : IBAN {c.iban()}  BIC {firm.bic}", 9)
    ref = c.number("450-0###")
    s.text(15, y + 31, f"Libellé de virement : {ref}", 9)
    old = spaced(firm.other_iban)
    s.text(15, y + 40, f"Attention : l'ancien compte {old} est fermé, ne plus l'utiliser.", 8, "i")
    return c.done(
        s,
        "to_pay",
        total,
        due=quarter,
        number=number,
        iban=firm.iban,
        reference=ref,
        means="transfer",
        traps=["several_totals", "budget_amounts", "several_ibans"],
    )


def insurance_yearly(c: Case) -> Drawn:
    """Avis d'échéance of a car insurance: contract date, payment limit and two ways to pay."""
    s, firm = c.sheet("Helvetica", "Times"), c.firm
    total, renewal = c.money(280, 780), month_start(c.issued, 2)
    due, number = renewal + timedelta(days=10), c.number("#######A")
    s.text(15, 22, firm.name, 20, "b", c.tint)
    s.lines(15, 30, [firm.legal, *c.address], 7.5)
    s.lines(110, 50, c.party.block, 10)
    s.text(15, 50, f"N° sociétaire : {number}", 9, "b")
    s.text(15, 56, f"Le {long(c.issued, 'fr')}", 9)
    s.text(15, 80, "AVIS D'ÉCHÉANCE", 14, "b", c.tint)
    s.para(
        15,
        88,
        175,
        f"Votre contrat Auto n° {c.number('AU-######')} se renouvelle le {long(renewal, 'fr')} pour"
        " une durée d'un an.",
        9.5,
    )
    cells = c.split(total, 4)
    names = (
        "Responsabilité civile et défense",
        "Vol, incendie, bris de glace",
        "Assistance 0 km",
        "Taxes et contribution attentats",
    )
    y = table(
        s,
        15,
        102,
        (130, 40),
        ("Garanties", "Cotisation TTC"),
        [
            *[(n, fr(a)) for n, a in zip(names, cells, strict=True)],
            ("*Cotisation annuelle", fr(total)),
        ],
        look="rules",
        ink=c.tint,
        size=9,
    )
    s.box(15, y + 2, 175, 16, "#fff8e1", "#e0a800", 2)
    s.text(20, y + 9, "MONTANT À RÉGLER", 10, "b")
    s.text(20, y + 14, f"au plus tard le {long(due, 'fr')}", 9)
    s.text(186, y + 12, fr(total), 15, "br")
    s.para(
        15,
        y + 28,
        175,
        f"Vous préférez étaler ? 10 prélèvements de {fr((total / 10).quantize(total))} sans frais"
        f" sur demande. Rappel : cotisation de l'an passé {fr(total - 21)}. Règlement par chèque ou"
        f" virement {c.iban()} (référence {number}).",
        8.5,
    )
    s.para(
        15,
        262,
        175,
        "Loi Chatel : vous disposez de 20 jours pour résilier. Capital : 12 000 000 €. SIREN"
        f" {firm.siren}.",
        7,
    )
    return c.done(
        s,
        "to_pay",
        total,
        due=due,
        number=None,
        customer=number,
        iban=firm.iban,
        reference=number,
        means="transfer",
        traps=["contract_date", "several_totals", "half_payment_offer"],
    )


def insurance_monthly(c: Case) -> Drawn:
    """Home insurance paid by month: two columns of dates, a schedule."""
    s, firm = c.sheet("Vera", "Helvetica"), c.firm
    each, first = c.money(9, 60), month_start(c.issued, 1).replace(day=8)
    s.box(0, 0, 210, 8, c.tint, "")
    s.text(15, 22, firm.name, 16, "b", c.tint)
    s.lines(120, 45, c.party.block, 9)
    number = c.number("HAB ### ### ###")
    pairs(
        s,
        15,
        45,
        [("Contrat", number), ("Date", num(c.issued)), ("Conseiller", "Agence de la Gare")],
        25,
        "colon",
        9,
    )
    s.text(15, 80, "Votre échéancier de cotisations", 13, "b")
    s.text(
        15, 88, f"Cotisation annuelle TTC : {fr(each * 12)}, réglée en 12 prélèvements mensuels.", 9
    )
    dates = [add_months(first, i) for i in range(12)]
    for column in (0, 1):
        rows = [(num(d), fr(each)) for d in dates[column * 6 : column * 6 + 6]]
        table(
            s,
            15 + 90 * column,
            100,
            (40, 35),
            ("Prélevé le", "Montant"),
            rows,
            "lr",
            "grid",
            size=9,
        )
    s.text(15, 150, f"Compte débité : {c.masked()}", 9)
    s.para(
        15,
        160,
        175,
        "Ces montants peuvent être modifiés en cas d'avenant. En cas de rejet d'un prélèvement, des"
        " frais de 7,50 € sont appliqués.",
        8,
    )
    return c.done(
        s,
        "schedule",
        each,
        due=first,
        customer=number.replace(" ", ""),
        means="direct_debit",
        traps=["schedule", "direct_debit", "customer_iban"],
    )
