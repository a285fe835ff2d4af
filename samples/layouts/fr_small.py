"""French self-employed people, craftsmen, suppliers and lawyers."""

from datetime import timedelta
from decimal import Decimal

from samples.case import Case, Drawn
from samples.formats import NARROW, add_months, fr, long, month_end, num
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
    y = table(s, 20, 98, (90, 25, 28, 30), ("Prestation", "Jours", "Tarif", "Total"), [("Refonte de l'identité visuelle", str(days), fr(rate), fr(total))], look="plain", size=9)
    s.rule(120, y, 193)
    s.text(120, y + 7, "Total à payer", 11, "b")
    s.text(192, y + 7, fr(total), 11, "br")
    s.text(20, y + 20, "TVA non applicable, art. 293 B du CGI.", 8, "i")
    s.text(20, y + 28, "Conditions de règlement : " + ("payable à réception" if prompt else "paiement à 30 jours date de facture"), 9)
    s.lines(20, y + 36, ["Virement bancaire", f"IBAN {c.iban()}", f"BIC {firm.bic}", f"Titulaire : {firm.name}"], 9)
    s.para(20, 272, 170, "En cas de retard, indemnité forfaitaire de 40 € et pénalités de 10 %.", 7)
    due = c.issued if prompt else c.issued + timedelta(days=30)
    return c.done(s, "to_pay", total, due=due, number=number, iban=firm.iban, means="transfer", traps=["derived_due", "customer_is_company"])


def end_of_month(c: Case) -> Drawn:
    """30 jours fin de mois, a deposit subtracted, customer is a company with its own SIRET."""
    s, firm = c.sheet("Vera", "Helvetica"), c.firm
    gross = c.money(1200, 7800)
    net, tax = c.vat(gross)
    deposit = (gross * 3 / 10).quantize(gross)
    left, due, number = gross - deposit, month_end(c.issued + timedelta(days=30)), c.number("FAC-0####")
    client = c.client_firm()
    s.box(120, 12, 75, 32, "#f7f7f7", "")
    s.lines(123, 18, ["Client", *client.block, f"SIRET {c.number('88########')}0012"], 8.5, "h")
    s.logo(15, 22, firm.name, c.tint, "square")
    s.lines(15, 34, [firm.legal, *c.address, f"TVA {firm.vat}"], 7.5)
    pairs(s, 15, 62, [("Numéro", number), ("Date d'émission", num(c.issued)), ("Conditions", "30 jours fin de mois")], 60, "across", 9, "b")
    rows = [(n, "1", fr(p, "", thousands=NARROW), "20 %", fr(p, "", thousands=NARROW)) for n, p in zip(("Direction artistique", "Tournage une journée", "Montage et étalonnage"), c.split(net, 3), strict=True)]
    y = table(s, 15, 82, (75, 20, 30, 22, 33), ("Description", "Qté", "Prix unitaire", "TVA", "Total HT"), rows, look="zebra", ink=c.tint)
    rows = [("Total HT", fr(net)), ("TVA 20,00 %", fr(tax)), ("Total TTC", fr(gross)), ("Acompte versé (FAC-00012)", fr(-deposit))]
    y = pairs(s, 115, y + 6, rows, 79, "right")
    s.text(115, y + 4, "Reste à payer", 12, "b", c.tint)
    s.text(194, y + 4, fr(left), 12, "br", c.tint)
    s.text(15, y + 20, f"IBAN : {c.iban()} - BIC : {firm.bic}", 8)
    footer(c, s)
    return c.done(s, "to_pay", left, due=due, number=number, iban=firm.iban, means="transfer", traps=["derived_due", "prepaid", "several_totals", "customer_is_company"])


def craftsman(c: Case) -> Drawn:
    """Plumber: two VAT rates, deposit, and the label broken by kerning."""
    s, firm = c.sheet("Helvetica", "Times"), c.firm
    parts, work = c.money(180, 900), c.money(120, 600)
    tax = (parts * Decimal("0.10") + work * Decimal("0.055")).quantize(parts)
    gross = parts + work + tax
    deposit, due, number = Decimal(c.rng.randrange(1, 3) * 100), c.after(15), c.number("F25-####")
    left = gross - deposit
    s.text(15, 20, firm.legal, 14, "b")
    s.lines(15, 27, [*c.address, c.number("Tél. 02 40 ## ## ##"), f"RM 44 - SIRET {firm.siret}", "Assurance décennale MUTALIA n° 88 412"], 8)
    s.box(110, 40, 85, 28, "", "#999999", 3)
    s.lines(114, 48, c.party.block, 10)
    s.broken(15, 80, ["FACT", "URE"], 16, "b")
    s.text(60, 80, f"N° {number} du {num(c.issued)} - devis D25-118 accepté le {num(c.issued - timedelta(days=30))}", 9)
    rows = [("Remplacement chauffe-eau 200 L", "1", fr(parts, ""), "10,0", fr(parts, "")), ("Main-d'œuvre", "6 h", fr(work / 6, ""), "5,5", fr(work, ""))]
    y = table(s, 15, 92, (90, 20, 28, 17, 28), ("Désignation", "Qté", "P.U. HT", "TVA %", "Montant HT"), rows, look="grid")
    y = pairs(s, 120, y + 6, [("Total HT", fr(parts + work)), ("Total TVA", fr(tax)), ("Total TTC", fr(gross)), ("Acompte reçu", fr(-deposit))], 76, "right")
    s.broken(120, y + 3, ["Net à pa", "yer"], 12, "b")
    s.text(196, y + 3, fr(left), 12, "br")
    s.broken(15, y + 18, ["Éché", "ance : " + num(due)], 10, "b")
    s.text(15, y + 26, "Règlement par chèque ou virement " + c.iban(), 8.5)
    footer(c, s)
    return c.done(s, "to_pay", left, due=due, number=number, iban=firm.iban, means="transfer", traps=["kerning", "prepaid", "several_totals", "quote_date"])


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
    table(s, 10, 62, (30, 32, 40, 40, 48), ("FACTURE", "DATE", "CODE CLIENT", "REPRÉSENTANT", "ÉCHÉANCE"), [(number, num(c.issued), "C04412", "M. GAUDIN", num(due))], "lcccr", "grid")
    parts = c.split(net, 4)
    names = ("FARINE T65 SAC 25 KG", "BEURRE DOUX AOP 10 KG", "LEVURE FRAÎCHE 500 G", "SUCRE GLACE 10 KG")
    rows = [(c.number("A####"), n, str(c.rng.randrange(2, 30)), "5,5", fr(p, "")) for n, p in zip(names, parts, strict=True)]
    y = table(s, 10, 80, (22, 85, 22, 18, 43), ("Réf.", "BL 20418 du " + num(c.issued - timedelta(days=3)), "Qté", "TVA", "Montant HT"), rows, "llrrr", "rules", size=8.5)
    table(s, 10, y + 12, (40, 35, 35, 40, 40), ("Total HT", "Base TVA", "TVA 5,5 %", "Total TTC", "NET À PAYER"), [(fr(net, ""), fr(net, ""), fr(tax, ""), fr(total, ""), fr(total, "EUR"))], "rrrrr", "grid", size=9)
    off = (total * Decimal("0.98")).quantize(total)
    s.para(10, y + 32, 185, f"Escompte 2 % pour règlement avant le {num(early)}, soit {fr(off)} net. Virement à 60 jours au {num(due)} : {c.iban()}. Règlement à effectuer exclusivement à l'ordre d'Affacturage Réunis, subrogé dans nos droits.", 8)
    footer(c, s)
    return c.done(s, "to_pay", total, due=due, number=number, iban=firm.iban, means="transfer", traps=["early_discount", "several_totals", "customer_is_company", "factor_name"])


def fees_note(c: Case) -> Drawn:
    """Lawyer or accountant: prose, provision subtracted, amount also in words, no due date."""
    s, firm = c.sheet("Times"), c.firm
    fee = Decimal(c.rng.randrange(6, 20) * 100)
    tax, paid = fee * Decimal("0.2"), Decimal(300)
    left, number = fee + tax - paid, c.number("NH ####")
    s.text(105, 22, firm.name, 17, "ci")
    s.text(105, 28, firm.legal, 9, "c")
    s.text(105, 33, " - ".join(c.address), 9, "c")
    s.lines(115, 55, c.party.block, 11)
    s.text(115, 80, f"Le {long(c.issued, 'fr')}", 10)
    s.text(20, 95, f"NOTE D'HONORAIRES {number}", 12, "b")
    s.text(20, 102, "Affaire : ROUSSEL / copropriété Les Jardins d'Armor - Dossier 25.0417", 10, "i")
    rows = [("Honoraires de diligences", fr(fee)), ("T.V.A. 20 %", fr(tax)), ("Total T.T.C.", fr(fee + tax)), ("Provision encaissée le " + num(add_months(c.issued, -2)), fr(-paid))]
    y = pairs(s, 30, 116, rows, 140, "right", 11)
    s.rule(120, y - 2, 170)
    s.text(30, y + 4, c.of("SOLDE DÛ", "Solde à nous régler", "RESTE DÛ"), 11, "b")
    s.text(170, y + 4, fr(left), 11, "br")
    s.para(20, y + 18, 170, "Avec nos remerciements et nos sentiments dévoués. Règlement par chèque à l'ordre du cabinet ou par virement :", 10)
    s.text(20, y + 30, f"IBAN {c.iban()}", 10)
    footer(c, s)
    return c.done(s, "to_pay", left, number=number, iban=firm.iban, means="transfer", traps=["no_due_date", "prepaid", "several_totals"])
