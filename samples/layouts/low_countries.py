"""Belgium and the Netherlands."""

from datetime import timedelta

from samples import identifiers
from samples.case import Case, Drawn
from samples.formats import de, long, num
from samples.tables import pairs, table


def belgian(c: Case) -> Drawn:
    """Belgian utility in French: structured communication, transfer form at the bottom."""
    s, firm = c.sheet("Helvetica", "Vera"), c.firm
    total, due, number = c.money(45, 260), c.issued + timedelta(days=15), c.number("7########")
    note = identifiers.belgian_communication(c.rng)
    s.text(20, 20, firm.name, 19, "b", "#2e7d32")
    s.lines(120, 45, c.party.block, 10)
    pairs(
        s,
        20,
        45,
        [
            ("Numéro de client", c.number("10######")),
            ("Numéro de facture", number),
            ("Date de la facture", num(c.issued)),
        ],
        40,
        size=8.5,
    )
    s.text(20, 80, "Facture d'acompte", 14, "b")
    rows = [
        ("Acompte électricité", de(total * 7 / 10, "EUR")),
        ("Acompte gaz naturel", de(total - (total * 7 / 10).quantize(total), "EUR")),
        ("*Total TVA 6 % comprise", de(total, "EUR")),
    ]
    table(s, 20, 90, (120, 50), ("", "Montant"), rows, look="rules", ink="#2e7d32", size=10)
    s.text(20, 122, f"À payer au plus tard le {num(due)}", 11, "b")
    s.cut(200)
    s.text(20, 209, "ORDRE DE VIREMENT", 10, "b")
    pairs(
        s,
        20,
        218,
        [
            ("Montant", de(total, "EUR")),
            ("Compte bénéficiaire", c.iban()),
            ("BIC", firm.bic),
            ("Nom bénéficiaire", firm.legal),
            ("Communication", note),
        ],
        45,
        size=10,
    )
    return c.done(
        s,
        "to_pay",
        total,
        due=due,
        number=number,
        iban=firm.iban,
        reference=note,
        means="transfer",
        traps=["coupon", "structured_communication"],
    )


def dutch(c: Case) -> Drawn:
    """Dutch invoice: vervaldatum, te betalen, incasso in one variant."""
    s, firm = c.sheet("Vera", "Helvetica"), c.firm
    total, due, number = c.money(30, 650), c.issued + timedelta(days=14), c.number("2025-####")
    net, tax = c.vat(total, "21")
    auto = c.variant == 1
    rf = identifiers.creditor_reference(number.replace("-", ""))
    s.text(20, 22, firm.name, 19, "b", "#e65100")
    s.lines(20, 45, c.party.block, 10)
    pairs(
        s,
        125,
        45,
        [
            ("Factuurnummer", number),
            ("Factuurdatum", num(c.issued, "d-m-Y")),
            ("Vervaldatum", num(due, "d-m-Y")),
        ],
        35,
        size=9,
    )
    y = table(
        s,
        20,
        80,
        (110, 20, 40),
        ("Omschrijving", "Aantal", "Bedrag"),
        [
            (
                "Onderhoudsbeurt fiets" if not auto else "Termijnbedrag stroom",
                "1",
                "€ " + de(net, ""),
            )
        ],
        look="grid",
        size=9,
    )
    y = pairs(
        s,
        120,
        y + 4,
        [
            ("Subtotaal", "€ " + de(net, "")),
            ("BTW 21%", "€ " + de(tax, "")),
            (c.of("Te betalen", "Totaal incl. BTW"), "€ " + de(total, "")),
        ],
        69,
        "right",
        10,
    )
    text = (
        f"Het bedrag wordt omstreeks {long(due, 'nl')} automatisch van uw rekening afgeschreven."
        if auto
        else (
            f"Wij verzoeken u het bedrag vóór {long(due, 'nl')} over te maken op {c.iban()} t.n.v."
            f" {firm.legal} onder vermelding van {rf}."
        )
    )
    s.para(20, y + 10, 170, text, 10)
    answer = c.done(
        s,
        "to_be_debited" if auto else "to_pay",
        total,
        due=due,
        number=number,
        iban=None if auto else firm.iban,
        reference=None if auto else rf,
        means="direct_debit" if auto else "transfer",
        traps=["dutch"] + (["direct_debit"] if auto else []),
    )
    return Drawn(answer.pdf, {**answer.answer, "lang": "nl"})
