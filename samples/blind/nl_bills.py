"""Dutch bills: an energy settlement, a shop's paid invoice."""

from datetime import timedelta
from decimal import Decimal

from samples.blind.draft import Draft, Result
from samples.blind.parts import euro_first, span
from samples.formats import long, num
from samples.tables import pairs, table


def energy(d: Draft) -> Result:
    """A yearly note: costs, advances paid, a rest that is debited, the new monthly sum."""
    d.firm(
        "Windkracht|Windkracht Energie B.V.",
        "Duinstroom|Duinstroom Nederland N.V.",
        "Polderenergie|Polderenergie B.V.",
    )
    s, cost, due = d.sheet(), d.money(1400, 2600), d.after(14)
    month = int(cost) // 12 + (7 if d.variant == 1 else -6)
    paid, number, client = Decimal(month * 12), d.no("5########"), d.no("4#######")
    rest = cost - paid
    first, last = span(d, 12)
    s.text(195, 20, d.trade, 18, "br", "#2071b5")
    s.lines(20, 46, d.party, 10)
    pairs(
        s,
        130,
        40,
        (("Klantnummer", client), ("Notanummer", number), ("Datum", long(d.issued, "nl"))),
        28,
        size=9,
    )
    s.text(20, 84, "Uw jaarnota energie", 14, "b")
    s.text(20, 91, f"Periode {num(first, 'd-m-Y')} t/m {num(last, 'd-m-Y')}", 9)
    rows = [
        ("Stroom 2.640 kWh", euro_first(cost * 4 / 10)),
        ("Gas 1.105 m³", euro_first(cost - (cost * 4 / 10).quantize(Decimal("0.01")))),
        ("Totale kosten inclusief 21% btw", euro_first(cost)),
        (f"Betaalde termijnbedragen 12 x € {month},00", euro_first(-paid)),
        ("*Door u te betalen" if rest > 0 else "*U krijgt terug", euro_first(abs(rest))),
    ]
    table(s, 20, 102, (120, 45), (), rows, size=9.5)
    note = (
        f"Wij schrijven {euro_first(rest)} rond {long(due, 'nl')} af van uw rekening {d.masked()}."
        if rest > 0
        else f"Wij storten {euro_first(-rest)} binnen tien dagen op uw rekening {d.masked()}."
    )
    s.para(
        20,
        138,
        170,
        f"{note} Uw nieuwe termijnbedrag is € {month + 9},00 per maand.",
        10,
    )
    s.para(
        20,
        280,
        170,
        f"{d.legal}, {', '.join(d.seat)}, KvK {d.no('########')}, btw NL{d.no('#########')}B01,"
        f" IBAN {d.iban()}",
        6.5,
    )
    return d.done(
        s,
        "to_be_debited" if rest > 0 else "credit_note",
        rest,
        due=due if rest > 0 else None,
        number=number,
        customer=client,
        period=(first, last),
        means="direct_debit",
        skip=("iban",) if rest > 0 else ("iban", "means"),
        traps=("prepayments", "next_instalments"),
    )


def shop(d: Draft) -> Result:
    """A web shop's invoice in the parcel: already paid by iDEAL."""
    d.firm(
        "Fietswereld|Fietswereld Online B.V.",
        "Pedaalgoed|Pedaalgoed.example",
        "Het Tweewielhuis|Het Tweewielhuis VOF",
    )
    s, total = d.sheet("Vera"), d.money(18, 310)
    net, tax = d.vat(total, "21")
    number, order = d.no(f"{d.issued.year}10####"), d.no("W-#######")
    s.logo(20, 20, d.trade, "#f28c00")
    s.text(20, 44, "Factuur", 18, "b")
    pairs(
        s,
        20,
        54,
        (
            ("Factuurnummer", number),
            ("Factuurdatum", num(d.issued, "d-m-Y")),
            ("Bestelnummer", order),
            ("Betaalwijze", "iDEAL"),
            ("Status", f"Betaald op {num(d.issued - timedelta(1), 'd-m-Y')}"),
        ),
        34,
        size=8.5,
    )
    s.lines(130, 54, ("Factuuradres", *d.party), 9, "h")
    cost = d.split(total - Decimal("4.95"), 2)
    rows = [
        ("Fietstas waterdicht 20 L", "1", euro_first(cost[0])),
        ("Verlichtingsset USB oplaadbaar", "1", euro_first(cost[1])),
        ("Verzendkosten", "1", euro_first(Decimal("4.95"))),
    ]
    y = table(
        s,
        20,
        92,
        (110, 20, 40),
        ("Artikel", "Aantal", "Bedrag"),
        rows,
        look="zebra",
        ink="#f28c00",
        size=8.5,
    )
    sums = (
        ("Subtotaal excl. btw", euro_first(net)),
        ("Btw 21%", euro_first(tax)),
        ("Totaal incl. btw", euro_first(total)),
        ("Reeds voldaan", euro_first(-total)),
        ("Nog te betalen", euro_first(Decimal(0))),
    )
    pairs(s, 110, y + 4, sums, 79, "right", 9)
    s.para(
        20,
        200,
        170,
        "Niet goed? Retourneren kan gratis binnen 30 dagen. Bewaar deze factuur als garantiebewijs.",
        9,
    )
    s.para(
        20,
        282,
        170,
        f"{d.legal} | {', '.join(d.seat)} | KvK {d.no('########')} | IBAN {d.iban()}",
        6.5,
    )
    return d.done(
        s,
        "receipt",
        total,
        number=number,
        skip=("means", "reference", "iban"),
        traps=("paid_word", "zero_due"),
    )


DRAWERS = (
    ("nl-energy", energy),
    ("nl-shop", shop),
)
