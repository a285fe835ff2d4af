"""French reminders, formal notices, credit notes and contributions."""

from datetime import timedelta
from decimal import Decimal

from samples.case import Case, Drawn
from samples.formats import add_months, fr, long, num
from samples.smallprint import footer
from samples.tables import pairs, table


def first_reminder(c: Case) -> Drawn:
    """Friendly reminder of one bill: amount and bill number in prose."""
    s, firm = c.sheet("Helvetica", "Times"), c.firm
    total, old_due, number = c.money(40, 260), c.issued - timedelta(days=18), c.number("F########")
    due = c.issued + timedelta(days=10)
    s.logo(20, 20, firm.name, c.tint)
    s.lines(115, 48, c.party.block, 10)
    s.text(20, 75, f"Le {long(c.issued, 'fr')}", 10)
    s.text(20, 88, c.of("Objet : rappel de facture impayée", "Objet : 1re relance - votre facture reste à régler"), 11, "b")
    s.para(20, 98, 170, f"Madame, Monsieur, sauf erreur de notre part, nous n'avons pas reçu le règlement de votre facture n° {number} d'un montant de {fr(total)}, arrivée à échéance le {num(old_due)}. Nous vous remercions de bien vouloir la régler avant le {num(due)}. Si votre règlement a été effectué entre-temps, merci de ne pas tenir compte de ce courrier.", 10.5)
    s.box(20, 140, 100, 20, "#f5f5f5", "")
    pairs(s, 24, 147, [("Montant restant dû", fr(total)), ("Référence à rappeler", number)], 45, size=10, style="b")
    s.text(20, 172, f"Virement : {c.iban()}", 9)
    footer(c, s)
    return c.done(s, "reminder", total, due=due, number=number, iban=firm.iban, reference=number, means="transfer", traps=["old_due_date", "amount_in_prose"])


def formal_notice(c: Case) -> Drawn:
    """Mise en demeure: several bills, costs, "sous huit jours"; sent for another creditor."""
    s, firm = c.sheet("Times", "Courier"), c.firm
    bills = [c.money(40, 200) for _ in range(3)]
    fees = Decimal("40.00")
    total = sum(bills, fees)
    number, due = c.number("DOS ######"), c.issued + timedelta(days=8)
    s.lines(20, 20, [firm.legal, *c.address], 10, "h")
    s.lines(115, 45, c.party.block, 11)
    s.text(115, 72, f"Le {long(c.issued, 'fr')}", 10)
    s.text(20, 72, "LETTRE RECOMMANDÉE AVEC AR", 9, "b")
    s.text(105, 88, "MISE EN DEMEURE DE PAYER", 15, "bc")
    s.text(20, 98, f"Dossier : {number}   Créancier : LIBRENET", 10)
    s.para(20, 108, 170, "Malgré nos précédents courriers, vous restez redevable des sommes suivantes :", 10.5)
    rows = [(c.number("F#######"), num(add_months(c.issued, -4 + i)), num(add_months(c.issued, -3 + i)), fr(b)) for i, b in enumerate(bills)]
    y = table(s, 20, 118, (45, 40, 40, 40), ("Facture", "Date", "Échéance", "Montant TTC"), [*rows, ("Frais de recouvrement", "", "", fr(fees)), ("*TOTAL EXIGIBLE", "", "", fr(total))], "lccr", "grid", size=9)
    s.para(20, y + 8, 170, f"Nous vous mettons en demeure de régler la somme de {fr(total)} sous huit jours à compter de la date de la présente, soit au plus tard le {long(due, 'fr')}, à défaut de quoi nous saisirons le tribunal judiciaire.", 10.5)
    s.text(20, y + 35, f"IBAN {c.iban()} - référence {number}", 10)
    return c.done(s, "reminder", total, due=due, iban=firm.iban, reference=number, number=None, biller=(*firm.names, "Librenet"), means="transfer", traps=["several_bills", "fees_added", "two_billers"])


def credit_note(c: Case) -> Drawn:
    """Avoir on a shop's bill: negative totals, to be refunded on the card."""
    s, firm = c.sheet("Helvetica", "Vera"), c.firm
    total = c.money(12, 240)
    net, tax = c.vat(total)
    number = c.number("AV-25#####")
    s.text(15, 20, firm.name, 18, "b", c.tint)
    s.text(195, 20, "AVOIR", 20, "br", "#c0392b")
    pairs(s, 130, 30, [("Avoir n°", number), ("Date", num(c.issued)), ("Sur facture", c.number("FV-25#####"))], 65, "right", 9)
    s.lines(15, 50, c.party.block, 10)
    y = table(s, 15, 80, (100, 20, 30, 30), ("Article retourné", "Qté", "PU HT", "Total HT"), [("Coffret 40 embouts", "1", fr(net, ""), fr(-net, ""))], look="rules", ink=c.tint)
    y = pairs(s, 120, y + 5, [("Total HT", fr(-net)), ("TVA 20 %", fr(-tax)), ("Total TTC", fr(-total))], 75, "right", 10)
    s.para(15, y + 12, 175, f"La somme de {fr(total)} vous sera remboursée sous 14 jours sur le moyen de paiement utilisé lors de l'achat.", 9)
    footer(c, s)
    return c.done(s, "credit_note", -total, number=number, means=None, traps=["negative_total", "other_bill_number"])


def health_contribution(c: Case) -> Drawn:
    """Mutuelle: certificate and debit notice on one page; family table; page 2 of conditions."""
    s, firm = c.sheet("Helvetica", "Vera"), c.firm
    each, others = c.money(35, 95), c.money(18, 40)
    total, due = each + others, c.issued + timedelta(days=12)
    member = c.number("0#######")
    s.box(0, 0, 210, 26, "#e0f2f1", "")
    s.text(15, 16, firm.name, 17, "b", "#00695c")
    s.text(195, 16, "Appel de cotisation", 12, "r", "#00695c")
    s.lines(115, 42, c.party.block, 10)
    pairs(s, 15, 42, [("N° adhérent", member), ("Émis le", num(c.issued)), ("Échéance", num(due))], 32, "colon", 9)
    table(s, 15, 80, (70, 45, 45), ("Bénéficiaire", "Garantie", "Cotisation"), [("ROUSSEL Alice", "Équilibre 300", fr(each)), ("ROUSSEL Malo", "Équilibre 300", fr(others)), ("*TOTAL DE L'ÉCHÉANCE", "", fr(total))], "llr", "grid", size=9)
    s.text(15, 112, f"Votre compte {c.masked()} sera débité de {fr(total)} le {num(due)}.", 10, "b")
    s.para(15, 120, 175, "Plafond annuel dentaire : 1 500,00 €. Forfait optique : 250,00 € tous les deux ans. Franchise : 24,00 €.", 8)
    s.page()
    s.text(15, 20, "Conditions générales (extrait)", 12, "b")
    y = 30.0
    for i in range(9):
        y = s.para(15, y, 180, f"Article {i + 4}. La cotisation est payable d'avance. À défaut de paiement dans les dix jours de son échéance, la garantie peut être suspendue trente jours après mise en demeure de l'adhérent ; des frais de 12,00 € peuvent être réclamés.", 8) + 3
    return c.done(s, "to_be_debited", total, due=due, customer=member, means="direct_debit", traps=["direct_debit", "leaflet_pages", "customer_iban"])


def late_fee(c: Case) -> Drawn:
    """Library or town: a small claim without any bill number, euros written in words."""
    s, firm = c.sheet("Courier", "Times"), c.firm
    total, due = Decimal(c.rng.randrange(11, 19)), c.issued + timedelta(days=15)
    words = {11: "onze", 12: "douze", 13: "treize", 14: "quatorze", 15: "quinze", 16: "seize", 17: "dix-sept", 18: "dix-huit"}
    s.text(20, 22, firm.legal, 12, "b")
    s.text(20, 28, "Médiathèque municipale", 10)
    s.lines(115, 45, c.party.block, 10)
    s.text(20, 75, f"Le {long(c.issued, 'fr')}", 10)
    s.para(20, 90, 170, f"Vous avez emprunté trois documents qui n'ont pas été rendus. Conformément au règlement, nous vous demandons de verser la somme de {words[int(total)]} euros ({total} €) à la régie de la médiathèque avant le {long(due, 'fr')}.", 11)
    s.text(20, 125, "Règlement en espèces ou par chèque à l'ordre du Trésor public.", 10)
    return c.done(s, "to_pay", total, due=due, means="cash", traps=["amount_in_words", "amount_in_prose"])
