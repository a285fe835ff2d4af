"""French electricity, gas and heating oil bills."""

from datetime import timedelta
from decimal import Decimal

from samples.case import Case, Drawn
from samples.formats import NARROW, add_months, fr, long, month_start, num
from samples.page import Sheet
from samples.tables import pairs, table


def sidebar_debit(c: Case) -> Drawn:
    """Boxes of contacts on the left, banded summary on the right, direct debit at the bottom."""
    s, firm, ink = c.sheet("Helvetica", "Vera"), c.firm, c.tint
    total, account = c.money(38, 420), c.number("# ### ### ###")
    net, tax = c.vat(total)
    due, start = c.after(15), add_months(c.issued, -2)
    number = c.number("10### ### ###")
    s.logo(12, 20, firm.name, ink)
    s.box(10, 35, 60, 62, "#f4f6f8", ink)
    s.text(13, 41, "Nous contacter", 9, "b", ink)
    s.lines(13, 47, ["Par internet", firm.site, "Par téléphone", c.number("09 69 ## ## ##")], 8)
    s.para(13, 68, 54, "Service gratuit + prix appel, du lundi au samedi de 8h à 20h", 7)
    s.text(13, 84, "Urgence dépannage électricité 24h/24", 7, "b")
    s.text(13, 88, c.number("09 72 67 50 ##"), 8)
    s.box(10, 102, 60, 50, "", ink)
    rows = [("N° client", account), ("N° de contrat", c.number("4-#######")), ("PDL", c.number("##############"))]
    pairs(s, 13, 109, rows, mode="above", size=8)
    s.lines(120, 45, c.party.block, 10, "h")
    s.box(75, 75, 125, 12, ink, "")
    s.text(78, 80, f"Facture du {num(c.issued)}", 11, "b", "#ffffff")
    s.text(78, 85, f"n° {number}", 9, "", "#ffffff")
    rows = [("Montant hors TVA", fr(net)), ("Montant TVA (payée sur les débits)", fr(tax)), ("Facture TTC", fr(total))]
    pairs(s, 78, 95, rows, 118, "right")
    s.box(75, 110, 125, 9, "#223a5e", "")
    s.text(78, 116, c.of("À payer (TTC)", "Montant prélevé"), 11, "b", "#ffffff")
    s.text(197, 116, fr(total), 12, "br", "#ffffff")
    s.para(78, 126, 118, f"Prochaine facture vers le {num(add_months(c.issued, 2))} (sauf résiliation entre-temps). À défaut de paiement à la date prévue, pénalités de retard au taux de 11,62 %.", 7)
    s.box(75, 235, 125, 34, "", ink)
    s.text(78, 241, "Paiement par prélèvement automatique", 9, "b", ink)
    s.lines(78, 249, [f"Vous serez prélevé d'un montant de {fr(total)}", f"à partir du : {num(due)}", f"sur le compte bancaire : {c.masked()}"], 9)
    _detail(c, s, total)
    return c.done(s, "to_be_debited", total, due=due, number=number.replace(" ", ""), customer=account.replace(" ", ""), period=(start, c.issued), means="direct_debit", traps=["direct_debit", "several_totals", "detail_pages", "customer_iban"])


def _detail(c: Case, s: Sheet, total: Decimal) -> None:
    s.page()
    s.text(15, 20, "Le détail de votre facture", 14, "b", c.tint)
    names = ("Abonnement", "Consommation heures pleines", "Consommation heures creuses", "Contribution tarifaire (CTA)", "Accise sur l'électricité", "TVA")
    start = add_months(c.issued, -2)
    rows = [(n, f"{num(start, 'd/m/y')} au {num(c.issued, 'd/m/y')}", str(c.rng.randrange(40, 900)), fr(a)) for n, a in zip(names, c.split(total, 6), strict=True)]
    y = table(s, 15, 32, (70, 50, 25, 35), ("", "Période", "kWh", "Montant TTC"), [*rows, ("*Total TTC", "", "", fr(total))], "lcrr", "zebra", c.tint)
    s.para(15, y + 8, 180, "Comprendre votre facture : la CTA finance les droits à l'assurance vieillesse des personnels relevant du régime des industries électriques. Une remise de 20,00 € est offerte pour tout parrainage.", 7.5)


def tip_coupon(c: Case) -> Drawn:
    """Letter style with previous balance and a TIP SEPA at the bottom."""
    s, firm = c.sheet("Times", "Helvetica"), c.firm
    bill, old = c.money(60, 300), c.money(10, 90)
    total, due, number = bill + old, c.after(18), c.number("F########")
    customer = c.number("### ### ###")
    s.text(20, 22, firm.name.upper(), 18, "b", c.tint)
    s.lines(20, 29, [*c.address, f"{c.firm.legal} - RCS Nantes {firm.siren}"], 7)
    s.lines(115, 50, c.party.block, 11)
    s.text(20, 80, f"Votre facture de gaz n° {number}", 13, "b")
    s.text(20, 86, f"Émise le {long(c.issued, 'fr')}", 9, "i")
    s.text(20, 91, f"Référence client : {customer}", 9)
    rows = [("Solde antérieur au " + num(c.issued - timedelta(days=8)), fr(old)), ("Votre facture TTC", fr(bill)), (c.of("*Total à régler", "*Somme à payer", "*Net à payer"), fr(total))]
    table(s, 20, 105, (110, 50), ("Votre compte en bref", "en euros"), rows, "lr", "rules", size=10)
    s.text(20, 134, c.of("À régler avant le", "Date limite de paiement :", "Merci de régler au plus tard le"), 10)
    s.text(80, 134, long(due, "fr"), 10, "b")
    s.para(20, 145, 170, "Vous pouvez régler par TIP SEPA, par chèque à l'ordre de " + firm.name + ", ou par carte bancaire sur " + firm.site + ". Passez au prélèvement automatique et gagnez 10 € sur votre prochaine facture !", 8)
    net, tax = c.vat(bill)
    table(s, 20, 165, (70, 30, 30, 30), ("Détail", "HT", "TVA", "TTC"), [("Abonnement et consommation", fr(net, ""), fr(tax, ""), fr(bill, ""))], look="grid")
    s.cut(215)
    s.text(15, 223, "TIP SEPA", 12, "b")
    s.para(15, 230, 95, "En signant ce formulaire de mandat, vous autorisez le créancier à envoyer des instructions à votre banque pour débiter votre compte.", 6.5)
    s.box(130, 220, 62, 14)
    s.text(133, 225, "MONTANT", 7)
    s.text(189, 231, fr(total, "€"), 12, "br")
    ics = c.number("FR##ZZZ######")
    pairs(s, 15, 246, [("RUM", number + customer.replace(" ", "")), ("ICS", ics), ("Centre", "TIP 94974 CRETEIL CEDEX 9")], 25, size=8)
    s.text(15, 285, c.number("#### ############ ########## ## ") + f"{int(total * 100):010d}", 9)
    return c.done(s, "to_pay", total, due=due, number=number, customer=customer.replace(" ", ""), means="transfer", traps=["previous_balance", "several_totals", "tip", "advert_amount"])


def yearly_balance(c: Case) -> Drawn:
    """Yearly account: consumption less instalments; what is left to pay, or owed to the customer."""
    s, firm = c.sheet("Vera", "Helvetica"), c.firm
    used, credit = c.money(900, 1600), c.variant == 1
    left = c.money(20, 180) * (-1 if credit else 1)
    paid, due, number = used - left, c.after(20), c.number("######### ##").replace(" ", "-")
    s.logo(20, 18, firm.name, c.tint, "square")
    s.lines(120, 20, [f"{firm.legal}", *c.address], 7)
    s.lines(120, 50, c.party.block, 9)
    pairs(s, 20, 45, [("Contrat", c.number("20######")), ("Facture n°", number), ("Date", num(c.issued, "d.m.Y"))], 28, "beside", 8.5)
    s.text(20, 80, "Votre facture annuelle de régularisation", 14, "b", c.tint)
    money = {"gap": NARROW, "thousands": NARROW} if c.variant != 1 else {}
    rows = [("Consommation et abonnement de l'année, TTC", fr(used, **money)), ("Échéances déjà facturées et réglées", "- " + fr(paid, **money))]
    pairs(s, 20, 95, rows, 160, "right", 9.5)
    s.rule(20, 103, 182)
    label = "Trop-perçu en votre faveur" if credit else "Reste à payer"
    s.text(20, 110, label, 12, "b")
    s.text(180, 110, fr(abs(left), **money), 12, "br")
    text = f"Cette somme vous sera remboursée par virement sous 15 jours sur le compte {c.masked()}. Vous n'avez rien à payer." if credit else f"Merci de régler ce montant avant le {long(due, 'fr')} par virement, chèque ou carte bancaire."
    s.para(20, 120, 165, text, 9)
    if not credit:
        s.text(20, 134, f"IBAN : {c.iban()}   BIC : {firm.bic}", 8)
    s.text(20, 148, "Vos relevés de compteur", 10, "b")
    table(s, 20, 156, (45, 30, 30, 30, 30), ("Compteur", "Ancien", "Nouveau", "m³", "kWh"), [(c.number("0#######"), "8 412 *", "9 371", "959", "10 722")], look="grid")
    s.para(20, 175, 165, f"Votre nouvel échéancier : 10 mensualités de {fr(paid / 10, **money)} à compter du {num(add_months(c.issued, 2), 'd.m.Y')}.", 8)
    return c.done(s, "credit_note" if credit else "to_pay", -abs(left) if credit else left, due=None if credit else due, number=number, iban=None if credit else firm.iban, means=None if credit else "transfer", traps=["several_totals", "prepaid"] + (["credit", "customer_iban"] if credit else ["narrow_space", "schedule_inside"]))


def instalments(c: Case) -> Drawn:
    """An échéancier: ten or eleven dates and amounts, no payment by hand."""
    s, firm = c.sheet("Helvetica", "Times"), c.firm
    each, count, first = c.money(35, 160), 10 + c.variant % 2, month_start(c.issued, 1)
    number = c.number("E#######")
    s.text(105, 20, firm.name, 20, "bc", c.tint)
    s.lines(20, 40, c.party.block, 10)
    pairs(s, 130, 40, [("N° de compte", c.number("#########")), ("Édité le", num(c.issued)), ("Réf. échéancier", number)], 30, size=8)
    s.text(20, 75, c.of("Votre échéancier de mensualisation", "Calendrier de paiement"), 15, "b")
    s.para(20, 83, 170, f"Vous avez choisi le paiement mensuel. Voici les dates et montants qui seront prélevés sur votre compte {c.masked()}. Votre facture annuelle de régularisation vous sera adressée à l'issue de la période.", 9)
    dates = [add_months(first, i).replace(day=5) for i in range(count)]
    rows = [(str(i + 1), num(d), fr(each)) for i, d in enumerate(dates)]
    y = table(s, 40, 108, (25, 50, 45), ("N°", "Date du prélèvement", "Montant TTC"), [*rows, ("*", "Total", fr(each * count))], "ccr", c.of("grid", "zebra"), c.tint, 9)
    s.para(20, y + 8, 170, f"Montant estimé à partir de vos consommations précédentes. Mandat {c.number('MD########')}, ICS {c.number('FR##ZZZ######')}. Conservez ce document : il tient lieu de facture.", 8)
    return c.done(s, "schedule", each, due=dates[0], number=number, means="direct_debit", traps=["schedule", "direct_debit", "several_totals", "customer_iban"])


def fuel_delivery(c: Case) -> Drawn:
    """Heating oil delivered by a small company: delivery slip style, payable on delivery."""
    s, firm = c.sheet("Courier"), c.firm
    litres, price = Decimal(c.rng.randrange(600, 2500)), Decimal(c.rng.randrange(980, 1390)) / 1000
    total = (litres * price).quantize(Decimal("0.01"))
    net, tax = c.vat(total)
    number = c.number("BL-#####")
    s.lines(15, 20, [firm.legal.upper(), *c.address, f"SIRET {firm.siret}", f"TVA {firm.vat}"], 9, "h")
    s.text(195, 20, "FACTURE", 16, "br")
    s.text(195, 27, f"No {number}", 10, "r")
    s.text(195, 32, f"du {num(c.issued, 'd-m-Y')}", 10, "r")
    s.lines(110, 50, ["LIVRE A :", *c.party.block], 9)
    rows = [("FIOUL DOMESTIQUE GRAND FROID", f"{litres} L", f"{price}".replace(".", ","), fr(total, ""))]
    y = table(s, 15, 85, (85, 25, 30, 35), ("PRODUIT", "QTE", "PU TTC", "MONTANT TTC"), rows, look="grid", size=9)
    y = pairs(s, 120, y + 10, [("TOTAL HT", fr(net, "")), ("TVA 20 %", fr(tax, ""))], 68, "right", 9)
    s.box(118, y - 1, 74, 9)
    s.text(121, y + 5, "A PAYER", 11, "b")
    s.text(189, y + 5, fr(total, "EUR"), 11, "br")
    s.para(15, y + 25, 175, f"PAYABLE A LA LIVRAISON, SANS ESCOMPTE. CHEQUE A L'ORDRE DE {firm.name.upper()} OU CARTE AUPRES DU CHAUFFEUR.", 9)
    return c.done(s, "to_pay", total, number=number, means="cheque", traps=["no_due_date", "several_totals"])
