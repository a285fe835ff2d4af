"""French rent, co-ownership and insurance."""

from datetime import timedelta

from samples.case import Case, Drawn
from samples.formats import add_months, fr, long, month, month_end, month_start, num
from samples.tables import pairs, table


def rent_notice(c: Case) -> Drawn:
    """Avis d'échéance typed by a small agency."""
    s, firm = c.sheet("Courier", "Times"), c.firm
    rent, extra = c.money(420, 980), c.money(30, 140)
    total, first = rent + extra, month_start(c.issued, 1)
    due = first.replace(day=5)
    s.lines(15, 20, [firm.legal, *c.address, f"Carte professionnelle {c.number('CPI 4401 #### ### ### ###')}"], 9, "h")
    s.lines(110, 50, c.party.block, 10)
    s.text(105, 80, "AVIS D'ÉCHÉANCE DE LOYER", 14, "bc")
    s.text(105, 87, f"{month(first, 'fr')} {first.year}", 11, "c")
    s.text(15, 97, f"Date d'émission : {num(c.issued)}", 9)
    s.text(15, 102, f"Bien loué : {c.party.street}, {c.party.town}", 9)
    y = table(s, 15, 115, (120, 45), ("Désignation", "Montant"), [("Loyer principal", fr(rent, "")), ("Provisions sur charges", fr(extra, "")), ("*TOTAL À PAYER", fr(total))], look="grid", size=10)
    s.text(15, y + 8, f"Période du {num(first)} au {num(month_end(first))}", 9)
    s.text(15, y + 14, c.of("Payable avant le ", "À régler au plus tard le ") + num(due), 10, "b")
    s.text(15, y + 22, f"Par virement : {c.iban()}", 9)
    s.text(15, y + 28, "Référence locataire :", 9)
    ref = c.number("L-0####")
    s.text(65, y + 28, ref, 9, "b")
    s.para(15, 265, 175, "Cet avis est une demande de paiement. Il ne peut en aucun cas servir de reçu ou de quittance.", 8)
    return c.done(s, "to_pay", total, due=due, period=(first, month_end(first)), iban=firm.iban, reference=ref, means="transfer", traps=["word_receipt_denied"])


def rent_receipt(c: Case) -> Drawn:
    """Quittance: the owner says that he received the rent."""
    s, firm = c.sheet("Times", "Helvetica"), c.firm
    rent, extra = c.money(420, 980), c.money(30, 140)
    total, first = rent + extra, month_start(c.issued)
    s.text(105, 25, "QUITTANCE DE LOYER", 16, "bc")
    s.text(105, 32, f"Mois de {month(first, 'fr')} {first.year}", 11, "c")
    s.lines(20, 50, ["Bailleur :", firm.legal, *c.address], 10, "h")
    s.lines(115, 50, ["Locataire :", *c.party.block], 10, "h")
    text = f"Je soussigné, {firm.legal}, propriétaire du logement désigné ci-dessus, déclare avoir reçu de {c.party.name} la somme de {fr(total)}, au titre du paiement du loyer et des charges pour la période de location du {long(first, 'fr')} au {long(month_end(first), 'fr')} et lui en donne quittance, sous réserve de tous mes droits."
    y = s.para(20, 90, 170, text, 11)
    y = pairs(s, 40, y + 8, [("Loyer :", fr(rent)), ("Provision pour charges :", fr(extra)), ("Total :", fr(total))], 100, "right", 11)
    s.text(20, y + 8, f"Date du paiement : le {long(c.issued, 'fr')}", 11)
    s.text(20, y + 18, f"Fait à {c.address[1].split(' ', 1)[1].title()}, le {long(c.issued, 'fr')}", 11)
    s.para(20, 260, 170, "Cette quittance annule tous les reçus qui auraient pu être établis précédemment en cas de paiement partiel. Elle est à conserver pendant trois ans.", 8)
    return c.done(s, "receipt", total, period=(first, month_end(first)), traps=["already_paid"])


def landlord_account(c: Case) -> Drawn:
    """Social landlord: account with débit and crédit columns and a previous balance."""
    s, firm = c.sheet("Helvetica", "Vera"), c.firm
    rent, charges, aid, old = c.money(380, 620), c.money(60, 160), c.money(80, 210), c.money(15, 120)
    total, first = rent + charges - aid + old, month_start(c.issued)
    due, contract = first.replace(day=10) if c.issued.day < 6 else month_start(c.issued, 1).replace(day=10), c.number("L/######.##")
    s.logo(15, 18, firm.name, c.tint)
    s.box(120, 10, 76, 24, "", c.tint)
    pairs(s, 123, 16, [("N° de contrat", contract), ("Date d'avis", num(c.issued)), ("Échéance du", num(due))], 30, size=8)
    s.lines(115, 50, c.party.block, 10)
    s.text(15, 78, f"AVIS D'ÉCHÉANCE - {month(due, 'fr').upper()} {due.year}", 12, "b", c.tint)
    rows = [("Solde antérieur", fr(old, ""), ""), ("Loyer logement", fr(rent, ""), ""), ("Charges générales, eau froide, ascenseur", fr(charges, ""), ""), ("APL versée par la CAF", "", fr(aid, ""))]
    y = table(s, 15, 88, (110, 35, 35), ("Libellé", "Débit", "Crédit"), rows, look="zebra", ink=c.tint)
    s.text(90, y + 8, "SOLDE DÛ AU " + num(due), 10, "b")
    s.text(160, y + 8, fr(total), 12, "br")
    s.para(15, y + 22, 175, f"Nous vous remercions de régler la somme de {fr(total)} avant le {num(due)} par TIP, par carte sur {firm.site} ou à l'agence. Passé ce délai, une relance vous sera adressée (frais : 15,00 €).", 9)
    s.text(15, y + 45, "L'assurance de votre logement arrive à échéance : pensez à nous adresser l'attestation avant le 31 janvier.", 8, "i")
    return c.done(s, "to_pay", total, due=due, customer=contract, means="transfer", traps=["previous_balance", "several_totals", "other_dates"])


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
    rows = [(n, fr(b * 25, ""), "10000", "400", fr(b, "")) for n, b in zip(("Charges communes générales", "Ascenseur bâtiment C", "Fonds travaux loi ALUR"), parts, strict=True)]
    y = table(s, 15, 85, (70, 32, 25, 25, 28), ("Nature", "Budget à répartir", "Base", "Tantièmes", "Quote-part"), rows, look="grid")
    y = pairs(s, 110, y + 6, [("Provision du trimestre", fr(total)), ("Solde de votre compte avant appel", fr(parts[0] - parts[0]))], 84, "right")
    s.box(105, y, 90, 10, "#222222", "")
    s.text(108, y + 6.5, f"À payer - exigible le {num(quarter)}", 10, "b", "#ffffff")
    s.text(192, y + 6.5, fr(total), 11, "br", "#ffffff")
    s.text(15, y + 25, f"Compte séparé du syndicat : IBAN {c.iban()}  BIC {firm.bic}", 9)
    ref = c.number("450-0###")
    s.text(15, y + 31, f"Libellé de virement : {ref}", 9)
    return c.done(s, "to_pay", total, due=quarter, number=number, iban=firm.iban, reference=ref, means="transfer", traps=["several_totals", "budget_amounts"])


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
    s.para(15, 88, 175, f"Votre contrat Auto n° {c.number('AU-######')} se renouvelle le {long(renewal, 'fr')} pour une durée d'un an.", 9.5)
    cells = c.split(total, 4)
    names = ("Responsabilité civile et défense", "Vol, incendie, bris de glace", "Assistance 0 km", "Taxes et contribution attentats")
    y = table(s, 15, 102, (130, 40), ("Garanties", "Cotisation TTC"), [*[(n, fr(a)) for n, a in zip(names, cells, strict=True)], ("*Cotisation annuelle", fr(total))], look="rules", ink=c.tint, size=9)
    s.box(15, y + 2, 175, 16, "#fff8e1", "#e0a800", 2)
    s.text(20, y + 9, "MONTANT À RÉGLER", 10, "b")
    s.text(20, y + 14, f"au plus tard le {long(due, 'fr')}", 9)
    s.text(186, y + 12, fr(total), 15, "br")
    s.para(15, y + 28, 175, f"Vous préférez étaler ? 10 prélèvements de {fr((total / 10).quantize(total))} sans frais sur demande. Rappel : cotisation de l'an passé {fr(total - 21)}. Règlement par chèque ou virement {c.iban()} (référence {number}).", 8.5)
    s.para(15, 262, 175, f"Loi Chatel : vous disposez de 20 jours pour résilier. Capital : 12 000 000 €. SIREN {firm.siren}.", 7)
    return c.done(s, "to_pay", total, due=due, number=None, customer=number, iban=firm.iban, reference=number, means="transfer", traps=["contract_date", "several_totals", "half_payment_offer"])


def insurance_monthly(c: Case) -> Drawn:
    """Home insurance paid by month: two columns of dates, a schedule."""
    s, firm = c.sheet("Vera", "Helvetica"), c.firm
    each, first = c.money(9, 60), month_start(c.issued, 1).replace(day=8)
    s.box(0, 0, 210, 8, c.tint, "")
    s.text(15, 22, firm.name, 16, "b", c.tint)
    s.lines(120, 45, c.party.block, 9)
    number = c.number("HAB ### ### ###")
    pairs(s, 15, 45, [("Contrat", number), ("Date", num(c.issued)), ("Conseiller", "Agence de la Gare")], 25, "colon", 9)
    s.text(15, 80, "Votre échéancier de cotisations", 13, "b")
    s.text(15, 88, f"Cotisation annuelle TTC : {fr(each * 12)}, réglée en 12 prélèvements mensuels.", 9)
    dates = [add_months(first, i) for i in range(12)]
    for column in (0, 1):
        rows = [(num(d), fr(each)) for d in dates[column * 6 : column * 6 + 6]]
        table(s, 15 + 90 * column, 100, (40, 35), ("Prélevé le", "Montant"), rows, "lr", "grid", size=9)
    s.text(15, 150, f"Compte débité : {c.masked()}", 9)
    s.para(15, 160, 175, "Ces montants peuvent être modifiés en cas d'avenant. En cas de rejet d'un prélèvement, des frais de 7,50 € sont appliqués.", 8)
    return c.done(s, "schedule", each, due=first, customer=number.replace(" ", ""), means="direct_debit", traps=["schedule", "direct_debit", "customer_iban"])
