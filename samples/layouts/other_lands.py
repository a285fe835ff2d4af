"""Belgium, the Netherlands, Switzerland and Quebec."""

from datetime import timedelta
from decimal import Decimal

from samples import identifiers
from samples.case import Case, Drawn
from samples.formats import NBSP, add_months, ch, de, fr, long, num
from samples.tables import pairs, table


def belgian(c: Case) -> Drawn:
    """Belgian utility in French: structured communication, transfer form at the bottom."""
    s, firm = c.sheet("Helvetica", "Vera"), c.firm
    total, due, number = c.money(45, 260), c.issued + timedelta(days=15), c.number("7########")
    note = identifiers.belgian_communication(c.rng)
    s.text(20, 20, firm.name, 19, "b", "#2e7d32")
    s.lines(120, 45, c.party.block, 10)
    pairs(s, 20, 45, [("Numéro de client", c.number("10######")), ("Numéro de facture", number), ("Date de la facture", num(c.issued))], 40, size=8.5)
    s.text(20, 80, "Facture d'acompte", 14, "b")
    rows = [("Acompte électricité", de(total * 7 / 10, "EUR")), ("Acompte gaz naturel", de(total - (total * 7 / 10).quantize(total), "EUR")), ("*Total TVA 6 % comprise", de(total, "EUR"))]
    table(s, 20, 90, (120, 50), ("", "Montant"), rows, look="rules", ink="#2e7d32", size=10)
    s.text(20, 122, f"À payer au plus tard le {num(due)}", 11, "b")
    s.cut(200)
    s.text(20, 209, "ORDRE DE VIREMENT", 10, "b")
    pairs(s, 20, 218, [("Montant", de(total, "EUR")), ("Compte bénéficiaire", c.iban()), ("BIC", firm.bic), ("Nom bénéficiaire", firm.legal), ("Communication", note)], 45, size=10)
    return c.done(s, "to_pay", total, due=due, number=number, iban=firm.iban, reference=note, means="transfer", traps=["coupon", "structured_communication"])


def dutch(c: Case) -> Drawn:
    """Dutch invoice: vervaldatum, te betalen, incasso in one variant."""
    s, firm = c.sheet("Vera", "Helvetica"), c.firm
    total, due, number = c.money(30, 650), c.issued + timedelta(days=14), c.number("2025-####")
    net, tax = c.vat(total, "21")
    auto = c.variant == 1
    s.text(20, 22, firm.name, 19, "b", "#e65100")
    s.lines(20, 45, c.party.block, 10)
    pairs(s, 125, 45, [("Factuurnummer", number), ("Factuurdatum", num(c.issued, "d-m-Y")), ("Vervaldatum", num(due, "d-m-Y"))], 35, size=9)
    y = table(s, 20, 80, (110, 20, 40), ("Omschrijving", "Aantal", "Bedrag"), [("Onderhoudsbeurt fiets" if not auto else "Termijnbedrag stroom", "1", "€ " + de(net, ""))], look="grid", size=9)
    y = pairs(s, 120, y + 4, [("Subtotaal", "€ " + de(net, "")), ("BTW 21%", "€ " + de(tax, "")), (c.of("Te betalen", "Totaal incl. BTW"), "€ " + de(total, ""))], 69, "right", 10)
    text = f"Het bedrag wordt omstreeks {long(due, 'nl')} automatisch van uw rekening afgeschreven." if auto else f"Wij verzoeken u het bedrag vóór {long(due, 'nl')} over te maken op {c.iban()} t.n.v. {firm.legal} onder vermelding van {number}."
    s.para(20, y + 10, 170, text, 10)
    answer = c.done(s, "to_be_debited" if auto else "to_pay", total, due=due, number=number, iban=None if auto else firm.iban, reference=None if auto else number, means="direct_debit" if auto else "transfer", traps=["dutch"] + (["direct_debit"] if auto else []))
    return Drawn(answer.pdf, {**answer.answer, "lang": "nl"})


def swiss(c: Case) -> Drawn:
    """Swiss bill in French with a printed payment part (no QR code drawn)."""
    s, firm = c.sheet("Helvetica"), c.firm
    total, due, number = c.money(60, 480), c.issued + timedelta(days=30), c.number("F-#####")
    ref = identifiers.qr_reference(c.number("##########"))
    shown = f"{ref[:2]} " + identifiers.spaced(ref[2:], 5)
    s.text(20, 20, firm.name, 17, "b", "#37474f")
    s.lines(20, 27, c.address, 9)
    s.lines(120, 45, c.party.block, 10)
    s.text(20, 75, f"Facture {number}", 13, "b")
    s.text(20, 81, f"Lausanne, le {long(c.issued, 'fr')}", 9)
    y = table(s, 20, 92, (130, 40), ("Prestation", "CHF"), [("Séances 1 à 9", ch(total)), ("*Total à payer CHF", ch(total))], look="rules", size=10)
    s.text(20, y + 6, f"Payable jusqu'au {num(due, 'd.m.Y')}, net.", 10)
    s.cut(192)
    s.text(5, 200, "Récépissé", 11, "b")
    s.text(67, 200, "Section paiement", 11, "b")
    left = ["Compte / Payable à", c.iban(), firm.legal, *c.address, "", "Référence", shown, "", "Payable par", *c.party.block]
    s.lines(118, 206, left, 8)
    s.lines(5, 208, ["Compte / Payable à", c.iban(), firm.legal], 6.5)
    pairs(s, 67, 262, [("Monnaie", "CHF"), ("Montant", ch(total).replace("’", " "))], 22, "across", 9)
    s.text(5, 262, "CHF " + ch(total).replace("’", " "), 8)
    return c.done(s, "to_pay", total, due=due, number=number, iban=firm.iban, reference=ref, means="transfer", traps=["swiss_payment_part", "no_vat"])


def quebec(c: Case) -> Drawn:
    """Quebec utility: dollar after the amount, TPS and TVQ, date year first or in words."""
    s, firm = c.sheet("Helvetica", "Times"), c.firm
    net = c.money(50, 300)
    gst, qst = (net * Decimal("0.05")).quantize(net), (net * Decimal("0.09975")).quantize(net)
    total, due, account = net + gst + qst, c.issued + timedelta(days=21), c.number("299 ### ### ###")
    number = c.number("6##########")
    s.text(15, 20, firm.name, 18, "b", "#0277bd")
    pairs(s, 135, 18, [("Numéro de compte", account), ("Date de facturation", num(c.issued, "Y-m-d")), ("Numéro de facture", number)], 66, "right", 8.5)
    s.lines(15, 42, c.party.block, 10)
    rows = [("Solde précédent", fr(total - 9, "$")), ("Paiement reçu, merci", fr(-(total - 9), "$")), ("Consommation 58 jours", fr(net, "$")), ("TPS 5 % (R119449775)", fr(gst, "$")), ("TVQ 9,975 %", fr(qst, "$")), (c.of("*Montant dû", "*Total à payer"), fr(total, "$"))]
    y = table(s, 15, 75, (130, 45), ("Sommaire de votre compte", ""), rows, look="zebra", ink="#0277bd", size=10)
    s.text(15, y + 8, f"À payer avant le {long(due, 'fr')}", 12, "b")
    s.text(15, y + 15, f"Prochain relevé vers le {num(add_months(c.issued, 2), 'Y-m-d')}. Frais d'administration de 1,2 % par mois sur tout solde impayé.", 8)
    s.cut(210)
    pairs(s, 120, 220, [("Échéance", num(due, "Y-m-d")), ("Montant à payer", fr(total, "$", NBSP))], 78, "right", 10, "b")
    s.text(15, 220, "Détachez et retournez avec votre chèque", 8, "i")
    return c.done(s, "to_pay", total, due=due, number=number, customer=account.replace(" ", ""), means="cheque", traps=["previous_balance", "dollar_after", "coupon"])
