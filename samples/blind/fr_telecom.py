"""French telephone and internet: fixed box, a frugal mobile plan, a carrier with arrears."""

from decimal import Decimal

from samples.blind.draft import Draft, Result
from samples.blind.parts import own_account, rcs, span
from samples.formats import fr, long, num
from samples.tables import pairs, table


def box(d: Draft) -> Result:
    """A carrier's box bill: big amount on the left, explanations in the middle of the page."""
    d.firm("Cerise Télécom|Cerise Télécom SA", "Ondéo|Ondéo France", "Filao|Filao SA")
    s, total, due = d.sheet(), d.money(29, 75), d.after(10)
    number, account = d.no("0###### ## 26B7 1K1"), d.no("0 ### ### ###")
    first, last = span(d, 1, 0)
    s.box(15, 12, 14, 14, "#ff6a00", "")
    s.text(32, 22, d.trade, 14, "b")
    s.text(110, 20, "facture Internet-Fixe", 16, "b")
    s.text(110, 27, f"facturée le {num(d.issued, 'd.m.y')}", 9)
    s.lines(110, 48, d.party, 10)
    s.lines(
        15,
        45,
        (
            "vos références",
            f"n° de compte internet : {account}",
            f"n° de facture : {number}",
            f"n° de ligne : {d.no('05 ## ## ## ##')}",
        ),
        8,
        "h",
    )
    s.rule(15, 78, 195, "#ff6a00")
    s.text(15, 88, "total de votre facture", 10)
    s.text(15, 100, f"{fr(total)} TTC", 22, "b")
    s.text(15, 107, f"prélevé le {num(due, 'd.m.y')}", 10, "b")
    s.text(15, 112, f"IBAN {own_account(d)}", 7.5)
    option, base = Decimal("4.99"), total - Decimal("4.99")
    rows = [
        (f"abonnements du {num(first, 'd/m')} au {num(last, 'd/m')}", fr(base + 5, "")),
        ("option TV et multi-écrans", fr(option, "")),
        ("appels vers les mobiles (0h12min)", "0,00"),
        ("remise fidélité 12 mois (jusqu'au 14/05)", "-5,00"),
        ("*total TTC", fr(total, "")),
        ("dont TVA 20 %", fr(d.vat(total)[1], "")),
    ]
    table(s, 90, 90, (80, 25), ("le détail en un clin d'oeil", "€ TTC"), rows, look="plain")
    s.para(15, 140, 175, "votre service client : 3900 (appel gratuit). Frais de rejet de"
           " prélèvement : 7,50 €. Une question sur votre facture ? Retrouvez-la sur votre espace"
           " client pendant 12 mois.", 8)  # fmt: skip
    s.para(15, 280, 180, rcs(d), 6, "#777777")
    return d.done(s, "to_be_debited", total, due=due, number=number.replace(" ", ""),
                  customer=account.replace(" ", ""), period=(first, last), means="direct_debit",
                  traps=("two_digit_year", "vat"))  # fmt: skip


def frugal_mobile(d: Draft) -> Result:
    """A cheap plan's one-page bill: every line in small Helvetica, the debit in one sentence."""
    d.firm(
        "Libellule Mobile|Libellule Mobile SAS",
        "Zeste Mobile|Zeste Mobile",
        "Nomade|Nomade Mobile SAS",
    )
    s, total = d.sheet(), Decimal(d.of("19.99", "2.00", "23.48"))
    number, user, due = d.no("########3#"), d.no("2#######"), d.after(6)
    net, tax = d.vat(total)
    first, last = span(d, 1)
    s.text(15, 20, d.trade.lower(), 24, "bi", "#cc0000")
    s.lines(15, 32, (d.legal, f"{d.seat[0]} - {d.seat[1]}"), 8)
    s.lines(120, 45, d.party, 9)
    pairs(s, 15, 52, (("Facture n°", number), ("Date", num(d.issued)), ("Identifiant", user),
                      ("Ligne", d.no("06 ## ## ## ##"))), 25, size=9)  # fmt: skip
    rows = [
        (f"Forfait 150 Go - du {num(first)} au {num(last)}", "1", fr(net, ""), fr(total, "")),
        ("Communications hors forfait", "0", "0,00", "0,00"),
        ("SMS / MMS surtaxés", "0", "0,00", "0,00"),
    ]
    table(s, 15, 90, (105, 20, 27, 28), ("Désignation", "Qté", "HT", "TTC"), rows, look="grid")
    pairs(s, 130, 120, (("Total HT", fr(net)), ("TVA 20,00 %", fr(tax)), ("Total TTC", fr(total)),
                        ("Reste à payer", fr(total))), 64, "right")  # fmt: skip
    s.para(
        15,
        150,
        180,
        f"Mode de règlement : prélèvement automatique. La somme de {fr(total)} sera"
        f" débitée de votre compte le {long(due, 'fr')}. RUM : LM-{user}-01."
        f" ICS : FR{d.no('##')}ZZZ{d.no('######')}.",
        9,
    )
    s.para(15, 285, 180, rcs(d, "SAS"), 6)
    return d.done(s, "to_be_debited", total, due=due, number=number, customer=user,
                  period=(first, last), means="direct_debit", traps=("vat", "zero_lines"))  # fmt: skip


def arrears(d: Draft) -> Result:
    """A carrier's bill with an unpaid former bill: the sum of both must be paid by hand."""
    d.firm(
        "Sirocco Connect|Sirocco Connect SA",
        "Télénord|Télénord",
        "Grand Large|Grand Large Telecom SA",
    )
    s, now, before = d.sheet("Vera"), d.money(24, 90), d.money(20, 80)
    total, due = now + before, d.after(14)
    number, client = d.no("S###-###-###"), d.no("1-##7###5")
    s.logo(15, 18, d.trade, "#b00020", "square")
    s.text(195, 18, f"Facture n° {number}", 9, "br")
    s.text(195, 23, f"du {num(d.issued)}", 9, "r")
    s.text(195, 28, f"Réf. client : {client}", 9, "r")
    s.lines(115, 50, d.party, 9)
    s.text(15, 80, "Montants en euros TTC", 8, "i")
    rows = [
        ("Solde de votre facture précédente (impayé)", fr(before)),
        ("Votre facture du mois", fr(now)),
        ("    dont forfaits et options", fr(now - Decimal("3.20"))),
        ("    dont consommations hors forfait", fr(Decimal("3.20"))),
        ("*Somme totale à régler", fr(total)),
    ]
    table(s, 15, 88, (130, 50), (), rows, size=9.5)
    s.box(15, 118, 180, 22, "#fbeaec", "#b00020", 2)
    s.text(20, 126, f"À régler au plus tard le {num(due)}", 11, "b")
    s.text(
        20,
        133,
        "Votre dernier prélèvement a été rejeté par votre banque. Merci de payer par carte"
        " sur votre espace client.",
        7.5,
    )
    s.para(
        15,
        150,
        180,
        "Sans règlement de votre part, votre ligne sera limitée aux appels d'urgence à"
        " compter du 8e jour suivant cette date. Frais de rejet : 10,00 €. Vous pouvez consulter le"
        " détail de vos communications sur votre espace client.",
        8,
    )
    s.para(15, 278, 180, rcs(d), 6)
    return d.done(s, "to_pay", total, due=due, number=number, customer=client, means="card",
                  traps=("previous_balance",))  # fmt: skip


DRAWERS = (("fr-box", box), ("fr-frugal-mobile", frugal_mobile), ("fr-arrears", arrears))
