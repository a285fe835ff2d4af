"""French toll and hotel."""

from datetime import timedelta
from decimal import Decimal

from samples.case import Case, Drawn
from samples.formats import fr, long, month_start, num
from samples.tables import pairs, table


def toll(c: Case) -> Drawn:
    """Motorway toll: a long list of journeys, total debited on the 20th of the next month."""
    s = c.sheet("Helvetica", "Courier")
    trips = [c.money(2, 28) for _ in range(14)]
    total = sum(trips, Decimal("2.50"))
    number, due = c.number("VP######/##"), month_start(c.issued, 1).replace(day=20)
    s.logo(12, 16, "Viapass", "#009688")
    s.text(198, 16, f"Facture {number} du {num(c.issued)}", 10, "br")
    s.lines(120, 32, c.party.block, 9)
    s.text(12, 36, "Abonnement Liberté", 9)
    s.text(12, 41, "Badge " + c.number("250 ### ### ##"), 9)
    places = ("Ancenis", "Le Mans Nord", "Angers St-Jean", "La Gravelle", "Vivy", "Laval Est")
    rows = [
        (
            num(c.issued - timedelta(days=28 - 2 * i)),
            c.rng.choice(places),
            c.rng.choice(places),
            fr(t, ""),
        )
        for i, t in enumerate(trips)
    ]
    y = table(
        s,
        12,
        60,
        (30, 60, 60, 36),
        ("Date", "Entrée", "Sortie", "Montant TTC"),
        rows,
        "lllr",
        "zebra",
        "#009688",
        7.5,
    )
    y = pairs(
        s, 110, y + 4, [("Frais de gestion", "2,50"), ("Total TTC", fr(total))], 88, "right", 9, "b"
    )
    s.text(
        12,
        y + 8,
        f"Ce montant sera prélevé sur votre compte à partir du {long(due, 'fr')}.",
        10,
        "b",
    )
    return c.done(
        s,
        "to_be_debited",
        total,
        due=due,
        number=number,
        biller=("Viapass", "Viapass Télépéage SA"),
        means="direct_debit",
        traps=["direct_debit", "many_dates_amounts"],
    )


def hotel(c: Case) -> Drawn:
    """Hotel bill paid at the desk, narrow receipt-like column in the middle of the page."""
    s = c.sheet("Courier", "Helvetica")
    nights, price, tax = c.rng.randrange(1, 5), Decimal(c.rng.randrange(69, 160)), Decimal("1.65")
    total = nights * (price + tax)
    number = c.number("H-#####")
    s.text(105, 25, "HÔTEL DU VIEUX PORT ***", 15, "bc")
    s.text(105, 31, ", ".join(c.address), 8, "c")
    s.text(60, 48, f"Note n° {number}", 10, "b")
    s.text(150, 48, num(c.issued), 10, "r")
    s.text(60, 55, f"Client : {c.party.name}", 9)
    rows = [
        (f"{nights} nuit(s) chambre double", fr(nights * price, "")),
        ("Taxe de séjour", fr(nights * tax, "")),
        ("*TOTAL TTC EUR", fr(total, "")),
        ("Carte bancaire", fr(total, "")),
        ("*Solde", "0,00"),
    ]
    table(
        s,
        60,
        66,
        (60, 30),
        ("Arrivée " + num(c.issued - timedelta(days=nights)), "EUR"),
        rows,
        look="plain",
        size=9,
    )
    s.text(105, 110, "Merci de votre visite", 10, "ci")
    return c.done(
        s,
        "receipt",
        total,
        number=number,
        biller=("Hôtel du Vieux Port", "SARL Vieux Port Hôtellerie"),
        means="card",
        traps=["already_paid", "zero_left"],
    )
