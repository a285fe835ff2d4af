"""How amounts and dates are written on bills in each language."""

import calendar
from datetime import date, timedelta
from decimal import Decimal

NBSP, NARROW = "\u00a0", "\u202f"

MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
}
WEEKDAYS = {
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
}


def grouped(amount: Decimal, thousands: str, point: str) -> str:
    """Two decimals, `thousands` between groups of three, a leading minus kept."""
    return f"{amount:,.2f}".replace(",", "\0").replace(".", point).replace("\0", thousands)


def fr(amount: Decimal, mark: str = "€", gap: str = NBSP, thousands: str = NBSP) -> str:
    """1 234,56 € ; `mark` may be "EUR", "Euros" or "" for the bare number."""
    return grouped(amount, thousands, ",") + (gap + mark if mark else "")


def en(amount: Decimal, mark: str = "£") -> str:
    """£1,234.56, the minus before the sign."""
    return ("-" if amount < 0 else "") + mark + grouped(abs(amount), ",", ".")


def de(amount: Decimal, mark: str = "€") -> str:
    """1.234,56 €."""
    return grouped(amount, ".", ",") + (" " + mark if mark else "")


def ch(amount: Decimal) -> str:
    """1'234.56, the Swiss way, without currency."""
    return grouped(amount, "’", ".")


def num(day: date, style: str = "d/m/Y") -> str:
    """A date in digits; style of d m y Y and the separators, e.g. "d.m.y"."""
    parts = {"d": f"{day.day:02d}", "m": f"{day.month:02d}", "Y": str(day.year)}
    parts["y"] = parts["Y"][2:]
    return "".join(parts.get(char, char) for char in style)


def month(day: date, lang: str) -> str:
    """The month's name."""
    return MONTHS[lang].split()[day.month - 1]


def long(day: date, lang: str, *, weekday: bool = False) -> str:
    """A date in words: 5 mars 2026, 1er mars 2026, 5 March 2026, 5. März 2026."""
    number = {"fr": "1er" if day.day == 1 else str(day.day), "de": f"{day.day}."}.get(
        lang, str(day.day)
    )
    prefix = WEEKDAYS[lang].split()[day.weekday()] + " " if weekday else ""
    return f"{prefix}{number} {month(day, lang)} {day.year}"


def us(day: date, *, short: bool = False) -> str:
    """March 5, 2026 or, when short, 03/05/2026."""
    if short:
        return num(day, "m/d/Y")
    return f"{month(day, 'en')} {day.day}, {day.year}"


def add_months(day: date, count: int) -> date:
    """The same day `count` months later, or the month's last day."""
    year, index = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, index + 1, min(day.day, calendar.monthrange(year, index + 1)[1]))


def month_end(day: date) -> date:
    """The last day of that month."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def month_start(day: date, later: int = 0) -> date:
    """The first day of the month `later` months on."""
    return add_months(day.replace(day=1), later)


def next_weekday(day: date) -> date:
    """The day itself, or the Monday after when it falls on a weekend."""
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)
