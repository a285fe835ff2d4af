"""French rent: notice, receipt, account."""

from samples.case import Case, Drawn
from samples.formats import fr, long, month, month_end, month_start, num
from samples.tables import pairs, table


def rent_notice(c: Case) -> Drawn:
    """Avis d'échéance typed by a small agency."""
    s, firm = c.sheet("Courier", "Times"), c.firm
    rent, extra = c.money(420, 980), c.money(30, 140)
    total, first = rent + extra, month_start(c.issued, 1)
    due = first.replace(day=5)
    s.lines(
        15,
        20,
        [firm.legal, *c.address, f"Carte professionnelle {c.number('CPI 4401 #### ### ### ###')}"],
        9,
        "h",
    )
    s.lines(110, 50, c.party.block, 10)
    s.text(105, 80, "AVIS D'ÉCHÉANCE DE LOYER", 14, "bc")
    s.text(105, 87, f"{month(first, 'fr')} {first.year}", 11, "c")
    s.text(15, 97, f"Date d'émission : {num(c.issued)}", 9)
    s.text(15, 102, f"Bien loué : {c.party.street}, {c.party.town}", 9)
    y = table(
        s,
        15,
        115,
        (120, 45),
        ("Désignation", "Montant"),
        [
            ("Loyer principal", fr(rent, "")),
            ("Provisions sur charges", fr(extra, "")),
            ("*TOTAL À PAYER", fr(total)),
        ],
        look="grid",
        size=10,
    )
    s.text(15, y + 8, f"Période du {num(first)} au {num(month_end(first))}", 9)
    s.text(15, y + 14, c.of("Payable avant le ", "À régler au plus tard le ") + num(due), 10, "b")
    s.text(15, y + 22, f"Par virement : {c.iban()}", 9)
    s.text(15, y + 28, "Référence locataire :", 9)
    ref = c.number("L-0####")
    s.text(65, y + 28, ref, 9, "b")
    s.para(
        15,
        265,
        175,
        "Cet avis est une demande de paiement. Il ne peut en aucun cas servir de reçu ou de"
        " quittance.",
        8,
    )
    return c.done(
        s,
        "to_pay",
        total,
        due=due,
        period=(first, month_end(first)),
        iban=firm.iban,
        reference=ref,
        means="transfer",
        traps=["word_receipt_denied"],
    )


def rent_receipt(c: Case) -> Drawn:
    """Quittance: the owner says that he received the rent."""
    s, firm = c.sheet("Times", "Helvetica"), c.firm
    rent, extra = c.money(420, 980), c.money(30, 140)
    total, first = rent + extra, month_start(c.issued)
    s.text(105, 25, "QUITTANCE DE LOYER", 16, "bc")
    s.text(105, 32, f"Mois de {month(first, 'fr')} {first.year}", 11, "c")
    s.lines(20, 50, ["Bailleur :", firm.legal, *c.address], 10, "h")
    s.lines(115, 50, ["Locataire :", *c.party.block], 10, "h")
    text = (
        f"Je soussigné, {firm.legal}, propriétaire du logement désigné ci-dessus, déclare avoir"
        f" reçu de {c.party.name} la somme de {fr(total)}, au titre du paiement du loyer et des"
        f" charges pour la période de location du {long(first, 'fr')} au"
        f" {long(month_end(first), 'fr')} et lui en donne quittance, sous réserve de tous mes"
        " droits."
    )
    y = s.para(20, 90, 170, text, 11)
    y = pairs(
        s,
        40,
        y + 8,
        [("Loyer :", fr(rent)), ("Provision pour charges :", fr(extra)), ("Total :", fr(total))],
        100,
        "right",
        11,
    )
    s.text(20, y + 8, f"Date du paiement : le {long(c.issued, 'fr')}", 11)
    s.text(
        20, y + 18, f"Fait à {c.address[1].split(' ', 1)[1].title()}, le {long(c.issued, 'fr')}", 11
    )
    s.para(
        20,
        260,
        170,
        "Cette quittance annule tous les reçus qui auraient pu être établis précédemment en cas de"
        " paiement partiel. Elle est à conserver pendant trois ans.",
        8,
    )
    return c.done(s, "receipt", total, period=(first, month_end(first)), traps=["already_paid"])


def landlord_account(c: Case) -> Drawn:
    """Social landlord: account with débit and crédit columns and a previous balance."""
    s, firm = c.sheet("Helvetica", "Vera"), c.firm
    rent, charges, aid, old = (
        c.money(380, 620),
        c.money(60, 160),
        c.money(80, 210),
        c.money(15, 120),
    )
    total, first = rent + charges - aid + old, month_start(c.issued)
    due, contract = (
        (first.replace(day=10) if c.issued.day < 6 else month_start(c.issued, 1).replace(day=10)),
        c.number("L/######.##"),
    )
    s.logo(15, 18, firm.name, c.tint)
    s.box(120, 10, 76, 24, "", c.tint)
    pairs(
        s,
        123,
        16,
        [("N° de contrat", contract), ("Date d'avis", num(c.issued)), ("Échéance du", num(due))],
        30,
        size=8,
    )
    s.lines(115, 50, c.party.block, 10)
    s.text(115, 44, "LETTRE VERTE - Postes Réunies", 7, "i")
    s.text(15, 78, f"AVIS D'ÉCHÉANCE - {month(due, 'fr').upper()} {due.year}", 12, "b", c.tint)
    rows = [
        ("Solde antérieur", fr(old, ""), ""),
        ("Loyer logement", fr(rent, ""), ""),
        ("Charges générales, eau froide, ascenseur", fr(charges, ""), ""),
        ("APL versée par la CAF", "", fr(aid, "")),
    ]
    y = table(
        s, 15, 88, (110, 35, 35), ("Libellé", "Débit", "Crédit"), rows, look="zebra", ink=c.tint
    )
    s.text(90, y + 8, "SOLDE DÛ AU " + num(due), 10, "b")
    s.text(160, y + 8, fr(total), 12, "br")
    s.para(
        15,
        y + 22,
        175,
        f"Nous vous remercions de régler la somme de {fr(total)} avant le {num(due)} par TIP, par"
        f" carte sur {firm.site} ou à l'agence. Passé ce délai, une relance vous sera adressée"
        " (frais : 15,00 €).",
        9,
    )
    s.text(
        15,
        y + 45,
        "L'assurance de votre logement arrive à échéance : pensez à nous adresser l'attestation"
        " avant le 31 janvier.",
        8,
        "i",
    )
    return c.done(
        s,
        "to_pay",
        total,
        due=due,
        customer=contract,
        means="transfer",
        traps=["previous_balance", "several_totals", "other_dates"],
    )
