"""French reminders, formal notices and small claims."""

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
    s.text(
        20,
        88,
        c.of(
            "Objet : rappel de facture impayée",
            "Objet : 1re relance - votre facture reste à régler",
        ),
        11,
        "b",
    )
    s.para(
        20,
        98,
        170,
        "Madame, Monsieur, sauf erreur de notre part, nous n'avons pas reçu le règlement de votre"
        f" facture n° {number} d'un montant de {fr(total)}, arrivée à échéance le {num(old_due)}."
        f" Nous vous remercions de bien vouloir la régler avant le {num(due)}. Si votre règlement a"
        " été effectué entre-temps, merci de ne pas tenir compte de ce courrier.",
        10.5,
    )
    s.box(20, 140, 100, 20, "#f5f5f5", "")
    pairs(
        s,
        24,
        147,
        [("Montant restant dû", fr(total)), ("Référence à rappeler", number)],
        45,
        size=10,
        style="b",
    )
    s.text(20, 172, f"Virement : {c.iban()}", 9)
    footer(c, s)
    return c.done(
        s,
        "reminder",
        total,
        due=due,
        number=number,
        iban=firm.iban,
        reference=number,
        means="transfer",
        traps=["old_due_date", "amount_in_prose"],
    )


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
    s.para(
        20,
        108,
        170,
        "Malgré nos précédents courriers, vous restez redevable des sommes suivantes :",
        10.5,
    )
    rows = [
        (
            c.number("F#######"),
            num(add_months(c.issued, -4 + i)),
            num(add_months(c.issued, -3 + i)),
            fr(b),
        )
        for i, b in enumerate(bills)
    ]
    y = table(
        s,
        20,
        118,
        (45, 40, 40, 40),
        ("Facture", "Date", "Échéance", "Montant TTC"),
        [
            *rows,
            ("Frais de recouvrement", "", "", fr(fees)),
            ("*TOTAL EXIGIBLE", "", "", fr(total)),
        ],
        "lccr",
        "grid",
        size=9,
    )
    s.para(
        20,
        y + 8,
        170,
        f"Nous vous mettons en demeure de régler la somme de {fr(total)} sous huit jours à compter"
        f" de la date de la présente, soit au plus tard le {long(due, 'fr')}, à défaut de quoi nous"
        " saisirons le tribunal judiciaire.",
        10.5,
    )
    s.text(20, y + 35, f"IBAN {c.iban()} - référence {number}", 10)
    return c.done(
        s,
        "reminder",
        total,
        due=due,
        iban=firm.iban,
        reference=number,
        number=None,
        biller=(*firm.names, "Librenet"),
        means="transfer",
        traps=["several_bills", "fees_added", "two_billers"],
    )


def late_fee(c: Case) -> Drawn:
    """Library or town: a small claim without any bill number, euros written in words."""
    s, firm = c.sheet("Courier", "Times"), c.firm
    total, due = Decimal(c.rng.randrange(11, 19)), c.issued + timedelta(days=15)
    words = {
        11: "onze",
        12: "douze",
        13: "treize",
        14: "quatorze",
        15: "quinze",
        16: "seize",
        17: "dix-sept",
        18: "dix-huit",
    }
    s.text(20, 22, firm.legal, 12, "b")
    s.text(20, 28, "Médiathèque municipale", 10)
    s.lines(115, 45, c.party.block, 10)
    s.text(20, 75, f"Le {long(c.issued, 'fr')}", 10)
    s.para(
        20,
        90,
        170,
        "Vous avez emprunté trois documents qui n'ont pas été rendus. Conformément au règlement,"
        f" nous vous demandons de verser la somme de {words[int(total)]} euros ({total} €) à la"
        f" régie de la médiathèque avant le {long(due, 'fr')}.",
        11,
    )
    s.text(20, 125, "Règlement en espèces ou par chèque à l'ordre du Trésor public.", 10)
    return c.done(
        s, "to_pay", total, due=due, means="cash", traps=["amount_in_words", "amount_in_prose"]
    )
