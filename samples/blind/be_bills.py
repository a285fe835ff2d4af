"""A Belgian carrier's bill in French."""

from decimal import Decimal

from samples.blind.draft import Draft, Result
from samples.blind.parts import span
from samples.formats import fr, num
from samples.identifiers import belgian_communication
from samples.tables import pairs, table


def carrier(d: Draft) -> Result:
    """A Belgian carrier's French bill with a transfer form and a structured communication."""
    d.firm("Proxima|Proxima SA de droit public", "Wallonet|Wallonet SA", "Télébelge|Télébelge SRL")
    s, total, due = d.sheet(), d.money(38, 140), d.after(15)
    number, client, note = d.no("71########"), d.no("6########"), belgian_communication(d.rng)
    first, last = span(d, 1, 0)
    s.text(15, 20, d.trade, 20, "b", "#5c2d91")
    pairs(
        s,
        15,
        34,
        (
            ("Numéro de client", client),
            ("Numéro de facture", number),
            ("Date de facture", num(d.issued)),
        ),
        34,
        size=8.5,
    )
    s.lines(120, 44, d.party, 10)
    s.text(15, 76, "Votre facture en bref", 14, "b", "#5c2d91")
    net, tax = d.vat(total, "21")
    rows = [
        ("Pack Internet + TV + Mobile", f"{num(first)} - {num(last)}", fr(total - Decimal("6.05"))),
        ("Hors pack : SMS vers l'étranger, film à la demande", "", fr(Decimal("6.05"))),
        ("*Montant à payer, TVA comprise", "", fr(total)),
        ("Hors TVA", "", fr(net)),
        ("TVA 21 %", "", fr(tax)),
    ]
    table(s, 15, 86, (95, 45, 40), (), rows, size=9)
    s.para(
        15,
        122,
        180,
        f"Payez au plus tard le {num(due)} en mentionnant la communication structurée."
        " Après cette date, des frais"
        " de rappel de 7,50 € peuvent être facturés. Montants en euro."
        " Mémo : votre plafond mobile est de 60 €.",
        9,
    )
    s.cut(205)
    s.text(15, 213, "ORDRE DE VIREMENT", 10, "b")
    pairs(
        s,
        15,
        222,
        (
            ("Montant", f"EUR {fr(total, '')}"),
            ("IBAN bénéficiaire", d.iban()),
            ("BIC bénéficiaire", "FCTRBEBB"),
            ("Nom bénéficiaire", d.legal),
            ("Communication", note),
        ),
        45,
        size=10,
    )
    s.para(
        15,
        285,
        180,
        f"{d.legal}, {', '.join(d.seat)}, TVA BE 0{d.no('###.###.###')}, RPM Bruxelles",
        6,
    )
    return d.done(
        s,
        "to_pay",
        total,
        due=due,
        number=number,
        customer=client,
        reference=note,
        iban=True,
        means="transfer",
        period=(first, last),
        traps=("slip", "fee_amount"),
    )


DRAWERS = (("fr-be-carrier", carrier),)
