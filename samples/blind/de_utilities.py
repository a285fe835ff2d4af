"""German utilities: telephone, city works."""

from decimal import Decimal

from samples.blind.draft import Draft, Result
from samples.blind.parts import span
from samples.formats import add_months, de, month, num
from samples.identifiers import vat_de
from samples.tables import pairs, table


def telephone(d: Draft) -> Result:
    """A carrier's monthly bill: "Zu zahlender Betrag", bookings, the debit in a sentence."""
    d.firm(
        "Fernruf|Fernruf Deutschland GmbH",
        "Telenova|Telenova GmbH & Co. KG",
        "Rheinfunk|Rheinfunk AG",
    )
    s, total, due = d.sheet(), d.money(22, 95), d.after(9)
    number, client = d.no("84 #### #### ####"), d.no("4########7")
    net, tax = d.vat(total, "19")
    base = month(add_months(d.issued, -1), "de")
    s.text(195, 20, d.trade, 20, "br", "#e20074")
    s.text(15, 42, f"{d.legal}, Postfach 30 04 63, 53184 Bonn", 6.5)
    s.lines(15, 50, d.party, 10)
    pairs(
        s,
        125,
        44,
        (
            ("Kundennummer", client),
            ("Rechnungsnummer", number),
            ("Buchungskonto", d.no("20## ### ###")),
            ("Datum", num(d.issued, "d.m.Y")),
        ),
        33,
        size=8.5,
    )
    s.text(15, 92, f"Ihre Rechnung für {base}", 14, "b")
    rows = [
        ("Monatliche Beträge", "", de(net - Decimal("0.84"), "")),
        ("Verbindungen und Dienste", "12", de(Decimal("0.84"), "")),
        ("Summe der oben aufgeführten Beträge netto", "", de(net, "")),
        ("Umsatzsteuer 19 % auf " + de(net), "", de(tax, "")),
        ("*Rechnungsbetrag", "", de(total, "")),
        ("*Zu zahlender Betrag", "", de(total, "")),
    ]
    table(
        s,
        15,
        104,
        (120, 25, 35),
        ("Leistungen Ihres Vertrages", "Anzahl", "Betrag (Euro)"),
        rows,
        size=9,
    )
    s.para(
        15,
        150,
        180,
        f"Der Rechnungsbetrag wird nicht vor dem {num(due, 'd.m.Y')} von Ihrem Konto"
        f" {d.masked()} abgebucht. SEPA-Mandatsreferenz: DE{d.no('########')}, Gläubiger-ID:"
        f" DE93ZZZ0000{d.no('#######')}.",
        9,
    )
    s.para(
        15,
        172,
        180,
        "Bitte beachten Sie die Mindestvertragslaufzeit Ihres Tarifs bis 14.08.2027. Es gilt"
        " die Kündigungsfrist von einem Monat. Einwendungen sind innerhalb von 8 Wochen zu erheben.",
        8,
    )
    s.para(15, 282, 180, f"{d.legal}, {', '.join(d.seat)} · Amtsgericht Bonn HRB {d.no('#####')} ·"
           f" USt-IdNr. {vat_de(d.rng)} · Konto: IBAN {d.iban()}", 6)  # fmt: skip
    return d.done(
        s,
        "to_be_debited",
        total,
        due=due,
        number=number.replace(" ", ""),
        customer=client,
        period=span(d, 1),
        means="direct_debit",
        skip=("period", "iban"),
        traps=("vat", "not_before"),
    )


def city_works(d: Draft) -> Result:
    """City works' yearly settlement: used, instalments paid, rest to transfer or money back."""
    d.firm(
        "Stadtwerke Elmstadt|Stadtwerke Elmstadt GmbH",
        "Gemeindewerke Ahrtal|Gemeindewerke Ahrtal AöR",
        "Lichtwerk|Lichtwerk Energie GmbH",
    )
    s, used = d.sheet("Vera"), d.money(780, 1650)
    paid = Decimal(11 * (int(used) // 11 + d.rng.choice((5, 9)) * (1 if d.variant == 1 else -1)))
    rest, due = used - paid, d.after(16)
    number, account = d.no("VR-2##-#####"), d.no("5000##/####")
    first, last = span(d, 12)
    s.text(15, 20, d.trade, 15, "b", "#00793a")
    s.lines(15, 46, d.party, 9)
    pairs(
        s,
        120,
        40,
        (
            ("Vertragskonto", account),
            ("Rechnungs-Nr.", number),
            ("Rechnungsdatum", num(d.issued, "d.m.Y")),
            ("Zählernummer", d.no("1EMH00########")),
        ),
        36,
        size=8,
    )
    s.text(15, 84, "Jahresverbrauchsabrechnung Strom", 13, "b")
    s.text(15, 90, f"Abrechnungszeitraum {num(first, 'd.m.Y')} - {num(last, 'd.m.Y')}", 8.5)
    net, tax = d.vat(used, "19")
    word = "Nachzahlung" if rest > 0 else "Guthaben"
    rows = [
        ("Verbrauch 3.412 kWh x 31,84 ct/kWh und Grundpreis", de(net)),
        ("zzgl. 19 % Umsatzsteuer", de(tax)),
        ("Gesamtbetrag brutto", de(used)),
        ("abzüglich geleisteter Abschläge (11)", de(-paid)),
        (f"*{word}", de(abs(rest))),
    ]
    table(s, 15, 102, (130, 45), (), rows, size=9)
    each = de(Decimal(int(used) // 11))
    note = (
        f"Bitte überweisen Sie den Betrag von {de(rest)} bis zum {num(due, 'd.m.Y')} auf unser Konto."
        if rest > 0
        else f"Das Guthaben von {de(-rest)} überweisen wir in den nächsten Tagen auf Ihr Konto."
    )
    s.para(15, 138, 175, note, 10)
    s.text(15, 150, f"Ihr neuer monatlicher Abschlag: {each}, fällig jeweils zum 1., erstmals am"
           f" {num(add_months(due.replace(day=1), 1), 'd.m.Y')}.", 8.5)  # fmt: skip
    s.text(15, 160, "Verwendungszweck: " + account, 8.5)
    s.para(
        15,
        275,
        180,
        f"{d.legal} · {', '.join(d.seat)} · Sparkasse Musterland IBAN {d.iban()} · BIC FCTRDE99XXX ·"
        f" USt-IdNr. {vat_de(d.rng)} · Aufsichtsratsvorsitzender: {d.other[1]}",
        6,
    )
    back = rest < 0
    return d.done(
        s,
        "credit_note" if back else "to_pay",
        rest,
        due=None if back else due,
        number=number,
        customer=account,
        reference=None if back else account,
        period=(first, last),
        iban=not back,
        means="transfer",
        skip=("means", "iban") if back else (),
        traps=("prepayments", "next_instalments"),
    )


DRAWERS = (
    ("de-telephone", telephone),
    ("de-city-works", city_works),
)
