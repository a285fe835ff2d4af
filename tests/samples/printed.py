"""How an expected value may stand printed on a page whose white space was removed."""

import calendar
import re
from datetime import date
from decimal import Decimal

from samples.formats import MONTHS


def squashed(text: str) -> str:
    """Text without any white space or discretionary hyphen, in lower case."""
    return re.sub(r"[\s\u00ad\u0002\ufffe]+", "", text).lower()


def amounts(value: str) -> list[str]:
    """Every way our layouts print the amount, without its sign and currency."""
    number = abs(Decimal(value))
    whole, cents = f"{number:.2f}".split(".")
    grouped = f"{int(whole):,}"
    forms = [f"{whole},{cents}", f"{whole}.{cents}", f"{grouped}.{cents}"]
    forms += [
        grouped.replace(",", mark) + end for mark, end in ((".", f",{cents}"), ("’", f".{cents}"))
    ]
    return [*forms, *([f"({whole}€)", f"{whole}euros"] if cents == "00" else [])]


def dates(value: str) -> list[str]:
    """Every way our layouts print the date."""
    day = date.fromisoformat(value)
    d, m, y = f"{day.day:02d}", f"{day.month:02d}", str(day.year)
    forms = [sep.join((d, m, year)) for sep in "/.-" for year in (y, y[2:])]
    forms += [f"{y}-{m}-{d}", f"{m}/{d}/{y}", f"{d}{calendar.month_abbr[day.month]}{y}"]
    for names in MONTHS.values():
        name = names.split()[day.month - 1]
        forms += [f"{day.day}{name}{y}", f"{day.day}.{name}{y}", f"{day.day}er{name}{y}"]
        forms += [f"{name}{day.day},{y}"]
    return [form.lower() for form in forms]


def stands(text: str, forms: list[str]) -> bool:
    """True when one of the forms is in the squashed text."""
    return any(form in text for form in forms)
