"""Small pieces that several blind layouts share: bar charts, legal lines, short dates."""

import calendar
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from samples.blind.draft import Draft
from samples.formats import add_months, de, month_end
from samples.identifiers import iban_fr, siret, spaced, vat_fr
from samples.page import Sheet

MONTHS = {
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre"
    " dicembre",
}


def bars(
    s: Sheet, d: Draft, at: tuple[float, float], size: tuple[float, float], labels: Sequence[str]
) -> None:
    """A bar chart: numbers beside the axis, one bar and one label below for each month."""
    (x, y), (width, height) = at, size
    top = d.rng.choice((200, 300, 400, 800))
    for mark in range(5):
        level = y + height - height * mark / 4
        s.rule(x + 8, level, x + width, "#cccccc")
        s.text(x + 7, level + 0.8, str(top * mark // 4), 6, "r", "#666666")
    step = (width - 10) / len(labels)
    for place, label in enumerate(labels):
        tall = height * d.rng.randrange(15, 98) / 100
        s.box(x + 10 + place * step, y + height - tall, step * 0.6, tall, "#8fb3d9", "")
        s.text(x + 10 + place * step + step * 0.3, y + height + 3.2, label, 6, "c", "#666666")


def initials(last: date, count: int = 12) -> list[str]:
    """Month labels of a chart that ends with the month of `last`: 11/25, 12/25 ..."""
    days = [add_months(last, place + 1 - count) for place in range(count)]
    return [f"{day.month:02d}/{day:%y}" for day in days]


def rcs(d: Draft, form: str = "SA") -> str:
    """The French register line: form, capital, seat, RCS, VAT number."""
    capital = f"{d.rng.randrange(2, 900) * 1000:,}".replace(",", " ")
    town = d.seat[1].split(" ", 1)[1]
    name = d.legal if form in d.legal.split() else f"{d.legal}, {form}"
    return (
        f"{name} au capital de {capital} euros - Siège social : {d.seat[0]},"
        f" {d.seat[1]} - RCS {town} {spaced(d.siren, 3)} - TVA intracom. {vat_fr(d.siren)}"
    )


def siret_line(d: Draft) -> str:
    """SIRET of a French craftsman or practice, in groups."""
    number = siret(d.siren, d.rng)
    return f"{spaced(number[:9], 3)} {number[9:]}"


def own_account(d: Draft) -> str:
    """The customer's French account with stars, as debit notices show it."""
    number = iban_fr(d.rng)
    return f"{number[:4]} **** **** **** **** ***{number[-4]} {number[-3:]}"


def span(d: Draft, months: int, back: int = 1) -> tuple[date, date]:
    """Whole months that end `back` months before the month of issue."""
    last = month_end(add_months(d.issued, -back))
    return add_months(last, 1 - months).replace(day=1), last


def brief(day: date, *, comma: bool = False) -> str:
    """5 Nov 2026, or Nov 5, 2026."""
    name = calendar.month_abbr[day.month]
    return f"{name} {day.day}, {day.year}" if comma else f"{day.day} {name} {day.year}"


def latin(day: date, lang: str) -> str:
    """5 de noviembre de 2026, 5 novembre 2026 (Spanish and Italian)."""
    name = MONTHS[lang].split()[day.month - 1]
    return f"{day.day} de {name} de {day.year}" if lang == "es" else f"{day.day} {name} {day.year}"


def euro_first(amount: Decimal) -> str:
    """€ 1.234,56, the Dutch and often the Italian way."""
    return f"€ {de(amount, '')}"
