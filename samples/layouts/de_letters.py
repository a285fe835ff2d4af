"""German reminder and club."""

from datetime import timedelta
from decimal import Decimal

from samples.case import Case, Drawn
from samples.formats import add_months, de, long, num
from samples.smallprint import footer
from samples.tables import pairs


def reminder(c: Case) -> Drawn:
    """Mahnung: fee added to the open bill, new date."""
    s, firm = c.sheet("Helvetica", "Courier"), c.firm
    open_sum, fee = c.money(30, 400), Decimal("5.00")
    due, number = c.issued + timedelta(days=10), c.number("RE######")
    s.text(20, 20, firm.legal, 13, "b")
    s.lines(20, 48, c.party.block, 10)
    s.text(190, 60, long(c.issued, "de"), 10, "r")
    s.text(20, 85, c.of("1. Mahnung", "Zahlungserinnerung"), 15, "b")
    s.para(
        20,
        95,
        170,
        f"Sehr geehrte Kundin, sehr geehrter Kunde, für unsere Rechnung {number} vom"
        f" {num(add_months(c.issued, -2), 'd.m.Y')} konnten wir bisher keinen Zahlungseingang"
        " feststellen.",
        10,
    )
    pairs(
        s,
        30,
        120,
        [
            ("Offener Betrag", de(open_sum)),
            ("Mahngebühr", de(fee)),
            ("Gesamtforderung", de(open_sum + fee)),
        ],
        110,
        "right",
        10,
        "b",
    )
    s.para(
        20,
        145,
        170,
        f"Bitte begleichen Sie den Gesamtbetrag bis zum {num(due, 'd.m.Y')}. IBAN: {c.iban()}",
        10,
    )
    footer(c, s)
    return c.done(
        s,
        "reminder",
        open_sum + fee,
        due=due,
        number=number,
        iban=firm.iban,
        means="transfer",
        traps=["fees_added", "old_bill_date"],
    )


def sports_club(c: Case) -> Drawn:
    """Club: membership collected by SEPA in the week given, letter style."""
    s = c.sheet("Times", "Helvetica")
    total, due = Decimal(c.rng.randrange(48, 180)), c.issued + timedelta(days=18)
    member = c.number("M-####")
    s.text(20, 22, "TV Altdorf 1898 e.V.", 16, "b", "#1b5e20")
    s.lines(20, 48, c.party.block, 10)
    s.text(190, 70, f"Altdorf, {long(c.issued, 'de')}", 10, "r")
    s.text(20, 85, "Beitragseinzug", 13, "b")
    s.para(
        20,
        95,
        170,
        f"Liebes Mitglied, den Jahresbeitrag von {de(total)} ziehen wir am {long(due, 'de')} per"
        f" SEPA-Lastschrift ein. Ihre Mitgliedsnummer: {member}. Eine Überweisung ist nicht nötig.",
        11,
    )
    s.text(20, 130, "Mit sportlichen Grüßen, der Kassenwart", 11)
    return c.done(
        s,
        "to_be_debited",
        total,
        due=due,
        customer=member,
        biller=("TV Altdorf 1898 e.V.", "TV Altdorf", "Turnverein Altdorf"),
        means="direct_debit",
        traps=["direct_debit", "amount_in_prose"],
    )
