"""French shops, hosting, clubs, press, health and toll."""

from datetime import timedelta
from decimal import Decimal

from samples.case import Case, Drawn
from samples.formats import NARROW, add_months, fr, long, month, month_end, month_start, num
from samples.smallprint import footer
from samples.tables import pairs, table


def web_shop(c: Case) -> Drawn:
    """Order already paid by card: billing and delivery addresses side by side."""
    s, firm = c.sheet("Vera", "Helvetica"), c.firm
    total, number, order = c.money(15, 480), c.number("FV-25#####"), c.number("1000######")
    net, tax = c.vat(total)
    s.text(15, 18, firm.name, 20, "b", c.tint)
    s.text(195, 18, "Facture", 20, "r", "#777777")
    pairs(s, 135, 28, [("N° de facture", number), ("Date", num(c.issued)), ("Commande", order)], 60, "right", 8)
    s.lines(15, 50, ["Adresse de facturation", *c.party.block], 8.5, "h")
    s.lines(110, 50, ["Adresse de livraison", "Point relais LE FOURNIL DE LILI", "19 place du Bourg", c.party.town], 8.5, "h")
    parts = c.split(total, 3)
    rows = [(c.number("REF-####"), n, "1", fr(p), fr(p)) for n, p in zip(("Perceuse-visseuse 18 V", "Coffret 40 embouts", "Livraison Colis Éclair"), parts, strict=True)]
    y = table(s, 15, 80, (28, 82, 15, 28, 28), ("Référence", "Article", "Qté", "PU TTC", "Total TTC"), rows, "llrrr", "zebra", c.tint)
    y = pairs(s, 125, y + 5, [("Total HT", fr(net)), ("Dont TVA 20 %", fr(tax)), ("Total TTC", fr(total)), (f"Payé par carte bancaire le {num(c.issued)}", fr(-total)), ("Reste à payer", fr(total - total))], 71, "right", 8.5)
    s.text(15, y + 10, c.of("FACTURE ACQUITTÉE", "Payée - merci de votre confiance"), 12, "b", "#1d7a46")
    s.para(15, y + 20, 180, "Garantie légale de conformité deux ans. Échange sous 30 jours. 10 € offerts sur votre prochaine commande dès 100 € d'achat avec le code MERCI10.", 7.5)
    footer(c, s)
    return c.done(s, "receipt", total, number=number, means="card", traps=["already_paid", "zero_left", "carrier_name"])


def hosting(c: Case) -> Drawn:
    """Hosting company: English-like layout, dates with dashes, charged to the card on file."""
    s, firm = c.sheet("Helvetica", "Vera"), c.firm
    net = c.money(4, 140)
    tax = (net * Decimal("0.2")).quantize(net)
    total, number = net + tax, c.number("FR########")
    paid = c.variant == 0
    due = c.issued + timedelta(days=7)
    s.box(0, 0, 8, 297, c.tint, "")
    s.text(18, 20, firm.name.lower() + ".", 22, "b", c.tint)
    s.lines(130, 15, [firm.legal, *c.address, f"N° TVA : {firm.vat}"], 7.5)
    pairs(s, 18, 40, [("Facture", number), ("Émise le", num(c.issued, "Y-m-d")), ("Identifiant client", c.number("ra######-hosting"))], 58, "across", 9, "b")
    s.lines(18, 60, ["Facturé à :", *c.party.block], 9, "h")
    end = add_months(c.issued, 12)
    rows = [("VPS Essentiel - vps412.nuage", f"{num(c.issued, 'Y-m-d')} > {num(end, 'Y-m-d')}", fr(net))]
    y = table(s, 18, 90, (70, 60, 45), ("Service", "Période", "Prix HT"), rows, "lcr", "rules", c.tint, 9)
    y = pairs(s, 120, y + 4, [("Prix HT", fr(net)), ("TVA 20%", fr(tax)), ("Total TTC", fr(total))], 72, "right")
    text = f"PAYÉ le {num(c.issued, 'Y-m-d')} par carte bancaire se terminant par 4412." if paid else f"Le montant de {fr(total)} sera débité de votre carte se terminant par 4412 le {num(due, 'Y-m-d')}. Aucune action n'est requise."
    s.para(18, y + 12, 170, text, 10, c.tint)
    footer(c, s)
    return c.done(s, "receipt" if paid else "to_be_debited", total, due=None if paid else due, number=number, period=(c.issued, end), means="card", traps=["iso_dates", "already_paid" if paid else "card_charge"])


def club_fee(c: Case) -> Drawn:
    """Club membership typed by a volunteer: no due date, cheque asked for."""
    s, firm = c.sheet("Times", "Helvetica", "Courier"), c.firm
    licence, fee = Decimal("38.50"), Decimal(c.rng.randrange(90, 210))
    total = licence + fee
    s.text(105, 22, firm.legal, 15, "bc")
    s.text(105, 28, "Association loi 1901 - " + ", ".join(c.address), 8, "c")
    s.text(20, 50, f"Nantes, le {long(c.issued, 'fr')}", 10)
    s.text(20, 64, f"Cotisation saison {c.issued.year}/{c.issued.year + 1}", 13, "b")
    s.text(20, 76, f"Adhérent : {c.party.name}", 11)
    s.lines(20, 88, [f"- adhésion et cours hebdomadaire ....... {fr(fee)}", f"- licence fédérale ..................... {fr(licence)}"], 11)
    s.text(20, 104, f"Soit un total de {fr(total)}", 12, "b")
    s.para(20, 116, 165, f"Merci de remettre votre chèque à l'ordre de « {firm.legal} » au trésorier, ou de faire un virement ({c.iban()}). Possibilité de payer en trois chèques.", 11)
    s.text(120, 150, "Le trésorier, P. Guillemot", 11, "i")
    return c.done(s, "to_pay", total, iban=firm.iban, means="cheque", traps=["no_due_date", "amount_in_prose"])


def press_offer(c: Case) -> Drawn:
    """Magazine renewal: letter with an order coupon and three prices; no debt."""
    s, firm = c.sheet("Times", "Helvetica"), c.firm
    price = Decimal(c.rng.randrange(39, 129))
    s.text(20, 22, firm.name, 19, "b", "#8b0000")
    s.lines(115, 45, c.party.block, 10)
    s.text(20, 75, "Votre abonnement arrive bientôt à échéance", 14, "b")
    s.para(20, 84, 170, f"Chère lectrice, cher lecteur, votre abonnement se termine avec le numéro de {month(add_months(c.issued, 2), 'fr')}. Réabonnez-vous dès maintenant et profitez de notre offre : {fr(price)} au lieu de {fr(price + 40)} !", 11)
    s.cut(180)
    s.text(105, 190, "BULLETIN DE RÉABONNEMENT", 13, "bc")
    for i, (label, value) in enumerate((("1 an - 11 numéros", price), ("2 ans - 22 numéros", price * 2 - 15), ("6 mois", price / 2 + 5))):
        s.box(25, 198 + i * 9, 4, 4)
        s.text(34, 201.5 + i * 9, label, 10)
        s.text(120, 201.5 + i * 9, fr(value), 10, "r")
    s.text(25, 235, f"Je règle par chèque à l'ordre de {firm.legal}. Offre valable jusqu'au {num(add_months(c.issued, 2))}.", 9)
    return c.done(s, "other", None, issued=False, traps=["offer_not_bill", "word_echeance"])


def toll(c: Case) -> Drawn:
    """Motorway toll: a long list of journeys, total debited on the 20th of the next month."""
    s, firm = c.sheet("Helvetica", "Courier"), c.firm
    trips = [c.money(2, 28) for _ in range(14)]
    total = sum(trips, Decimal("2.50"))
    number, due = c.number("VP######/##"), month_start(c.issued, 1).replace(day=20)
    s.logo(12, 16, "Viapass", "#009688")
    s.text(198, 16, f"Facture {number} du {num(c.issued)}", 10, "br")
    s.lines(120, 32, c.party.block, 9)
    s.text(12, 36, "Abonnement Liberté", 9)
    s.text(12, 41, "Badge " + c.number("250 ### ### ##"), 9)
    places = ("Ancenis", "Le Mans Nord", "Angers St-Jean", "La Gravelle", "Vivy", "Laval Est")
    rows = [(num(c.issued - timedelta(days=28 - 2 * i)), c.rng.choice(places), c.rng.choice(places), fr(t, "")) for i, t in enumerate(trips)]
    y = table(s, 12, 60, (30, 60, 60, 36), ("Date", "Entrée", "Sortie", "Montant TTC"), rows, "lllr", "zebra", "#009688", 7.5)
    y = pairs(s, 110, y + 4, [("Frais de gestion", "2,50"), ("Total TTC", fr(total))], 88, "right", 9, "b")
    s.text(12, y + 8, f"Ce montant sera prélevé sur votre compte à partir du {long(due, 'fr')}.", 10, "b")
    return c.done(s, "to_be_debited", total, due=due, number=number, biller=("Viapass", "Viapass Télépéage SA"), means="direct_debit", traps=["direct_debit", "many_dates_amounts"])


def hotel(c: Case) -> Drawn:
    """Hotel bill paid at the desk, narrow receipt-like column in the middle of the page."""
    s, firm = c.sheet("Courier", "Helvetica"), c.firm
    nights, price, tax = c.rng.randrange(1, 5), Decimal(c.rng.randrange(69, 160)), Decimal("1.65")
    total = nights * (price + tax)
    number = c.number("H-#####")
    s.text(105, 25, "HÔTEL DU VIEUX PORT ***", 15, "bc")
    s.text(105, 31, ", ".join(c.address), 8, "c")
    s.text(60, 48, f"Note n° {number}", 10, "b")
    s.text(150, 48, num(c.issued), 10, "r")
    s.text(60, 55, f"Client : {c.party.name}", 9)
    rows = [(f"{nights} nuit(s) chambre double", fr(nights * price, "")), ("Taxe de séjour", fr(nights * tax, "")), ("*TOTAL TTC EUR", fr(total, "")), ("Carte bancaire", fr(total, "")), ("*Solde", "0,00")]
    table(s, 60, 66, (60, 30), ("Arrivée " + num(c.issued - timedelta(days=nights)), "EUR"), rows, look="plain", size=9)
    s.text(105, 110, "Merci de votre visite", 10, "ci")
    return c.done(s, "receipt", total, number=number, biller=("Hôtel du Vieux Port", "SARL Vieux Port Hôtellerie"), means="card", traps=["already_paid", "zero_left"])


def dentist(c: Case) -> Drawn:
    """Fee note of a dentist, acquitted by card, with social-security base amounts."""
    s, firm = c.sheet("Helvetica", "Times"), c.firm
    total = c.money(60, 700)
    s.lines(15, 20, ["Docteur Anne VASSEUR", "Chirurgien-dentiste", *c.address, c.number("RPPS 10## ### ####")], 9, "h")
    s.text(195, 20, "NOTE D'HONORAIRES", 13, "br")
    s.text(195, 27, f"le {num(c.issued)}", 10, "r")
    s.text(15, 60, f"Patient : {c.party.name}   N° SS : 2 85 07 ** *** *** **", 9)
    y = table(s, 15, 72, (25, 80, 35, 35), ("Acte", "Libellé", "Base remb.", "Honoraires"), [("HBLD038", "Couronne céramique dent 26", "120,00", fr(total, ""))], "llrr", "grid")
    y = pairs(s, 110, y + 5, [("Total des honoraires", fr(total)), ("Part complémentaire estimée", fr(total / 3))], 80, "right")
    s.text(15, y + 10, f"Je soussignée certifie avoir reçu la somme de {fr(total)} par {c.of('carte bancaire', 'chèque')}.", 10)
    return c.done(s, "receipt", total, biller=("Docteur Anne Vasseur", "Cabinet dentaire Vasseur", "Anne Vasseur"), means=c.of("card", "cheque"), traps=["already_paid", "base_amounts"])


def creche(c: Case) -> Drawn:
    """Crèche run by an association: hours times rate, adjustment of last month, SEPA on the 12th."""
    s, firm = c.sheet("Vera", "Times"), c.firm
    hours, rate, adjust = Decimal(c.rng.randrange(80, 170)), Decimal("1.74"), c.money(3, 20)
    total, first = (hours * rate - adjust).quantize(Decimal("0.01")), month_start(c.issued, -1)
    due, number = month_start(c.issued, 1).replace(day=12), c.number("####-MA-##")
    s.text(15, 20, "Multi-accueil « Les Petits Galets »", 15, "b", "#d35400")
    s.text(15, 26, "Association Les Petits Galets - " + ", ".join(c.address), 8)
    s.text(195, 36, f"Facture {number} - {month(first, 'fr')} {first.year} - éditée le {num(c.issued)}", 9, "r")
    s.lines(120, 50, c.party.block, 9)
    rows = [("Heures contractualisées", f"{hours} h × {fr(rate)}", fr(hours * rate)), ("Régularisation mois précédent", "", fr(-adjust)), ("*Participation familiale à régler", "", fr(total, thousands=NARROW))]
    table(s, 15, 80, (80, 50, 45), ("Enfant : Malo R.", "Calcul", "Montant"), rows, "lrr", "rules", "#d35400", 9)
    s.text(15, 115, f"Présence du {num(first)} au {num(month_end(first))}", 9)
    s.text(15, 122, f"Prélèvement SEPA prévu le {num(due)} - ICS {c.number('FR##ZZZ######')}", 9, "b")
    return c.done(s, "to_be_debited", total, due=due, number=number, period=(first, month_end(first)), biller=("Les Petits Galets", "Association Les Petits Galets", "Multi-accueil Les Petits Galets"), means="direct_debit", traps=["direct_debit", "unit_prices"])
