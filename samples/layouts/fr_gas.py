"""French gas bills: payment slip, yearly account."""

from datetime import timedelta
from decimal import Decimal

from samples.case import Case, Drawn
from samples.formats import NARROW, add_months, fr, long, num
from samples.page import Sheet
from samples.tables import pairs, table


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
    rows = [
        ("Solde antérieur au " + num(c.issued - timedelta(days=8)), fr(old)),
        ("Votre facture TTC", fr(bill)),
        (c.of("*Total à régler", "*Somme à payer", "*Net à payer"), fr(total)),
    ]
    table(s, 20, 105, (110, 50), ("Votre compte en bref", "en euros"), rows, "lr", "rules", size=10)
    s.text(
        20,
        134,
        c.of("À régler avant le", "Date limite de paiement :", "Merci de régler au plus tard le"),
        10,
    )
    s.text(80, 134, long(due, "fr"), 10, "b")
    s.para(
        20,
        145,
        170,
        "Vous pouvez régler par TIP SEPA, par chèque à l'ordre de "
        + firm.name
        + ", ou par carte bancaire sur "
        + firm.site
        + ". Passez au prélèvement automatique et gagnez 10 € sur votre prochaine facture !",
        8,
    )
    net, tax = c.vat(bill)
    table(
        s,
        20,
        165,
        (70, 30, 30, 30),
        ("Détail", "HT", "TVA", "TTC"),
        [("Abonnement et consommation", fr(net, ""), fr(tax, ""), fr(bill, ""))],
        look="grid",
    )
    _slip(c, s, total, number, customer)
    return c.done(
        s,
        "to_pay",
        total,
        due=due,
        number=number,
        customer=customer.replace(" ", ""),
        means="transfer",
        traps=["previous_balance", "several_totals", "tip", "advert_amount"],
    )


def _slip(c: Case, s: Sheet, total: Decimal, number: str, customer: str) -> None:
    s.cut(215)
    s.text(15, 223, "TIP SEPA", 12, "b")
    s.para(
        15,
        230,
        95,
        "En signant ce formulaire de mandat, vous autorisez le créancier à envoyer des instructions"
        " à votre banque pour débiter votre compte.",
        6.5,
    )
    s.box(130, 220, 62, 14)
    s.text(133, 225, "MONTANT", 7)
    s.text(189, 231, fr(total, "€"), 12, "br")
    ics = c.number("FR##ZZZ######")
    pairs(
        s,
        15,
        246,
        [
            ("RUM", number + customer.replace(" ", "")),
            ("ICS", ics),
            ("Centre", "TIP 94974 CRETEIL CEDEX 9"),
        ],
        25,
        size=8,
    )
    s.text(15, 285, c.number("#### ############ ########## ## ") + f"{int(total * 100):010d}", 9)


def yearly_balance(c: Case) -> Drawn:
    """Yearly account: consumption less instalments; what is left to pay, or owed to the customer."""
    s, firm = c.sheet("Vera", "Helvetica"), c.firm
    used, credit = c.money(900, 1600), c.variant == 1
    left = c.money(20, 180) * (-1 if credit else 1)
    paid, due, number = used - left, c.after(20), c.number("######### ##").replace(" ", "-")
    s.logo(20, 18, firm.name, c.tint, "square")
    s.lines(120, 20, [f"{firm.legal}", *c.address], 7)
    s.lines(120, 50, c.party.block, 9)
    pairs(
        s,
        20,
        45,
        [
            ("Contrat", c.number("20######")),
            ("Facture n°", number),
            ("Date", num(c.issued, "d.m.Y")),
        ],
        28,
        "beside",
        8.5,
    )
    s.text(20, 80, "Votre facture annuelle de régularisation", 14, "b", c.tint)
    money = {"gap": NARROW, "thousands": NARROW} if c.variant != 1 else {}
    rows = [
        ("Consommation et abonnement de l'année, TTC", fr(used, **money)),
        ("Échéances déjà facturées et réglées", "- " + fr(paid, **money)),
    ]
    pairs(s, 20, 95, rows, 160, "right", 9.5)
    s.rule(20, 103, 182)
    label = "Trop-perçu en votre faveur" if credit else "Reste à payer"
    s.text(20, 110, label, 12, "b")
    s.text(180, 110, fr(abs(left), **money), 12, "br")
    text = (
        f"Cette somme vous sera remboursée par virement sous 15 jours sur le compte {c.masked()}."
        " Vous n'avez rien à payer."
        if credit
        else (
            f"Merci de régler ce montant avant le {long(due, 'fr')} par virement, chèque ou carte"
            " bancaire."
        )
    )
    s.para(20, 120, 165, text, 9)
    if not credit:
        s.text(20, 134, f"IBAN : {c.iban()}   BIC : {firm.bic}", 8)
    s.text(20, 148, "Vos relevés de compteur", 10, "b")
    table(
        s,
        20,
        156,
        (45, 30, 30, 30, 30),
        ("Compteur", "Ancien", "Nouveau", "m³", "kWh"),
        [(c.number("0#######"), "8 412 *", "9 371", "959", "10 722")],
        look="grid",
    )
    s.para(
        20,
        175,
        165,
        f"Votre nouvel échéancier : 10 mensualités de {fr(paid / 10, **money)} à compter du"
        f" {num(add_months(c.issued, 2), 'd.m.Y')}.",
        8,
    )
    return c.done(
        s,
        "credit_note" if credit else "to_pay",
        -abs(left) if credit else left,
        due=None if credit else due,
        number=number,
        iban=None if credit else firm.iban,
        means=None if credit else "transfer",
        traps=["several_totals", "prepaid"]
        + (["credit", "customer_iban"] if credit else ["narrow_space", "schedule_inside"]),
    )
