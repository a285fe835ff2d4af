"""German trades: a joiner with cash discount, a server host."""

from datetime import timedelta
from decimal import Decimal

from samples.blind.draft import Draft, Result
from samples.formats import add_months, de, month, month_end, num
from samples.identifiers import vat_de
from samples.tables import pairs, table


def joiner(d: Draft) -> Result:
    """A joiner's invoice: progress payment off, 2 % discount within ten days, net in thirty."""
    d.firm(
        "Tischlerei Hinrichsen|Tischlerei Hinrichsen GmbH",
        "Schreinerei Kolb|Schreinerei Jürgen Kolb",
        "Holzbau Sattler|Holzbau Sattler e. K.",
    )
    s, net, advance = d.sheet("Times"), d.money(1200, 6800), Decimal(d.rng.randrange(300, 900))
    tax = (net * Decimal("0.19")).quantize(Decimal("0.01"))
    rest, number, due = net + tax - advance, d.no(f"{d.issued.year}-0###"), d.issued + timedelta(30)
    off = (rest * Decimal("0.02")).quantize(Decimal("0.01"))
    s.text(105, 20, d.trade, 18, "bc")
    s.text(105, 27, f"{' - '.join(d.seat)} - Tel. {d.no('0## / #####')}", 9, "c")
    s.text(20, 48, f"{d.legal} - {' - '.join(d.seat)}", 7)
    s.lines(20, 54, d.party, 11)
    pairs(
        s,
        135,
        54,
        (
            ("Rechnung Nr.", number),
            ("Datum", num(d.issued, "d.m.Y")),
            ("Kunden-Nr.", d.no("1####")),
        ),
        26,
        size=10,
    )
    s.text(20, 88, "Rechnung", 16, "b")
    s.text(
        20,
        95,
        f"Ausführungszeitraum: {month(add_months(d.issued, -1), 'de')} {add_months(d.issued, -1).year}"
        f" - BV {d.party[1]}",
        10,
    )
    cost = d.split(net, 3)
    rows = [
        (
            "1",
            "3 Stk",
            "Innentüren Eiche, liefern und einbauen",
            de(cost[0] / 3, ""),
            de(cost[0], ""),
        ),
        ("2", "1 psch", "Demontage und Entsorgung Altbestand", de(cost[1], ""), de(cost[1], "")),
        (
            "3",
            "16 Std",
            "Facharbeiterstunden (Lohnanteil § 35a EStG)",
            de(cost[2] / 16, ""),
            de(cost[2], ""),
        ),
    ]
    y = table(
        s,
        20,
        106,
        (12, 20, 85, 25, 28),
        ("Pos.", "Menge", "Bezeichnung", "EP", "GP EUR"),
        rows,
        "lllrr",
        size=9,
    )
    sums = (
        ("Nettosumme", de(net)),
        ("19 % MwSt.", de(tax)),
        ("Bruttosumme", de(net + tax)),
        (f"./. Abschlag vom {num(d.issued - timedelta(35), 'd.m.Y')}", de(-advance)),
        ("Restbetrag", de(rest)),
    )
    y = pairs(s, 105, y + 4, sums, 84, "right", 10, "b")
    s.para(
        20,
        y + 10,
        170,
        f"Zahlbar bis {num(d.issued + timedelta(10), 'd.m.Y')} mit 2 % Skonto = {de(rest - off)}"
        f" (Skontobetrag {de(off)}), oder bis {num(due, 'd.m.Y')} rein netto ohne Abzug.",
        11,
    )
    s.para(
        20,
        y + 26,
        170,
        "Die gelieferte Ware bleibt bis zur vollständigen Bezahlung unser Eigentum. Im"
        " Bruttobetrag sind Lohnkosten von " + de(cost[2]) + " netto enthalten.",
        9,
    )
    s.lines(20, 280, (f"IBAN {d.iban()} - Volksbank - Steuernummer {d.no('337/####/####')}",), 8)
    return d.done(
        s,
        "to_pay",
        rest,
        due=due,
        number=number,
        iban=True,
        means="transfer",
        skip=("customer_number", "period", "reference"),
        traps=("cash_discount", "deposit", "vat"),
    )


def server_host(d: Draft) -> Result:
    """A server host's compact invoice to a firm, debited within days, English terms mixed in."""
    d.firm(
        "Serverhain|Serverhain Online GmbH",
        "Knotenpunkt|Knotenpunkt Hosting AG",
        "Rackwerk|Rackwerk GmbH",
    )
    s, net, due = d.sheet("Vera"), d.money(4, 160), d.after(8)
    tax = (net * Decimal("0.19")).quantize(Decimal("0.01"))
    total, number, client = net + tax, d.no("0860000#####"), d.no("K06########")
    start = add_months(d.issued.replace(day=1), -1)
    s.box(0, 0, 210, 14, "#d50c2d", "")
    s.text(15, 9.5, d.trade.upper(), 14, "b", "#ffffff")
    s.lines(15, 40, d.party, 9)
    pairs(
        s,
        120,
        40,
        (
            ("Rechnungsnr.:", number),
            ("Rechnungsdatum:", num(d.issued, "d.m.Y")),
            ("Kundennr.:", client),
            ("Ihre USt-IdNr.:", vat_de(d.rng)),
        ),
        36,
        size=8,
    )
    s.text(15, 80, f"Rechnung {number}", 12, "b")
    cost = d.split(net, 3)
    rows = [
        (
            f"CX32 Cloud Server ({num(start, 'd.m.Y')} - {num(month_end(start), 'd.m.Y')})",
            "720 h",
            de(cost[0], ""),
        ),
        ("Primary IPv4", "1", de(cost[1], "")),
        ("Backup, Traffic outgoing 1,3 TB", "1", de(cost[2], "")),
    ]
    y = table(
        s,
        15,
        92,
        (120, 25, 35),
        ("Produkt", "Menge", "Preis netto €"),
        rows,
        look="zebra",
        ink="#444444",
    )
    y = pairs(
        s,
        120,
        y + 4,
        (("Summe netto", de(net)), ("USt. 19 %", de(tax)), ("Gesamtbetrag", de(total))),
        74,
        "right",
        9,
        "b",
    )
    s.para(
        15,
        y + 8,
        180,
        f"Der Rechnungsbetrag wird per SEPA-Lastschrift eingezogen. Einzug am {num(due, 'd.m.Y')}."
        f" Bitte sorgen Sie für ausreichende Deckung Ihres Kontos {d.masked()}.",
        8.5,
    )
    s.para(
        15,
        283,
        180,
        f"{d.legal} · {', '.join(d.seat)} · Registergericht Ansbach HRB {d.no('####')} · CEO: {d.other[1]}",
        6,
    )
    return d.done(
        s,
        "to_be_debited",
        total,
        due=due,
        number=number,
        customer=client,
        means="direct_debit",
        period=(start, month_end(start)),
        traps=("vat",),
    )


DRAWERS = (("de-joiner", joiner), ("de-server-host", server_host))
