"""Second pages that bills carry: the list of calls, the list of meter readings."""

from datetime import timedelta
from decimal import Decimal

from samples.blind.draft import Draft
from samples.formats import add_months, num
from samples.page import Sheet
from samples.tables import table

CALLS = {
    "fr": (
        "Détail de vos communications",
        "Date",
        "Heure",
        "Numéro appelé",
        "Durée",
        "Montant",
        "Total",
    ),
    "en": ("Itemised calls and messages", "Date", "Time", "Number", "Duration", "Cost", "Total"),
    "de": (
        "Einzelverbindungsnachweis",
        "Datum",
        "Uhrzeit",
        "Zielrufnummer",
        "Dauer",
        "Betrag",
        "Summe",
    ),
}
METERS = {
    "de": (
        "Zählerstände und Verbrauch",
        "Datum",
        "Zählerstand",
        "Ablesung",
        "kWh",
        "Tage",
        "Gesamt",
    ),
    "es": ("Detalle de lecturas", "Fecha", "Lectura", "Tipo", "kWh", "Días", "Total"),
    "it": ("Dettaglio letture e consumi", "Data", "Lettura", "Tipo", "kWh", "Giorni", "Totale"),
    "nl": ("Meterstanden en verbruik", "Datum", "Meterstand", "Opname", "kWh", "Dagen", "Totaal"),
    "en": ("Meter readings and usage", "Date", "Reading", "Read type", "kWh", "Days", "Total"),
}
STYLES = {"fr": "d/m/Y", "de": "d.m.Y", "nl": "d-m-Y"}


def written(amount: Decimal, lang: str) -> str:
    """A bare amount with the decimal mark of the language."""
    return f"{amount:.2f}" if lang == "en" else f"{amount:.2f}".replace(".", ",")


def style_of(d: Draft) -> str:
    """How the country writes a date in digits."""
    return "m/d/Y" if d.country == "US" else STYLES.get(d.lang, "d/m/Y")


def call_list(d: Draft, s: Sheet) -> None:
    """A page of calls with their small prices and a sum that is not what is due."""
    title, *head, total = CALLS[d.lang]
    s.page()
    s.text(15, 18, f"{d.trade} - {title}", 11, "b")
    s.text(195, 18, "2 / 2", 8, "r")
    whole, rows = Decimal(0), []
    for place in range(d.rng.randrange(18, 40)):
        day = d.issued - timedelta(days=32 - place * 3 // 4)
        price = d.rng.choice((Decimal(0), Decimal(0), d.money(0, 2)))
        whole += price
        hour = f"{d.rng.randrange(8, 22):02d}:{d.rng.randrange(60):02d}"
        number = "0" + d.no("# ## ## ##") + "XX"
        long = f"{d.rng.randrange(40):02d}:{d.rng.randrange(60):02d}"
        rows.append((num(day, style_of(d)), hour, number, long, written(price, d.lang)))
    rows.append((f"*{total}", "", "", "", written(whole, d.lang)))
    table(s, 15, 28, (35, 25, 50, 30, 30), head, rows, "lllrr", size=7.5)


def meter_list(d: Draft, s: Sheet) -> None:
    """A page of a year's readings, month by month, with the sum of the energy."""
    title, *head, total = METERS[d.lang]
    s.page()
    s.text(15, 18, f"{d.trade} - {title}", 11, "b")
    s.text(195, 18, "2", 8, "r")
    stand, used, rows = d.rng.randrange(8000, 60000), 0, []
    for back in range(12, 0, -1):
        kwh = d.rng.randrange(90, 420)
        stand, used = stand + kwh, used + kwh
        day = num(add_months(d.issued, -back), style_of(d))
        rows.append((day, str(stand), d.rng.choice("AES"), str(kwh), str(d.rng.choice((30, 31)))))
    rows.append((f"*{total}", "", "", str(used), "365"))
    table(s, 15, 28, (40, 40, 25, 30, 30), head, rows, "llcrr", "grid", size=8)
