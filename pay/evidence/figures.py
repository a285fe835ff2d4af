"""Days and amounts as banks write them in files; never guessed one by one, always for a whole file."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Literal

from models.errors.statements import StatementDamaged
from models.errors.values import AmountInvalid
from models.money import Money

Days = Literal["ymd", "dmy", "mdy"]
"""In which order the file writes year, month and day."""
DAY_ORDERS: tuple[Days, ...] = ("ymd", "dmy", "mdy")
Decimals = Literal[",", "."]

_NUMBERS = re.compile(r"(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})")
_SOLID = re.compile(r"\d{8}")
_NOISE = re.compile(r"[\s\u00a0\u202f'’]|€|[A-Z]{3}", re.IGNORECASE)
_PLAIN = re.compile(r"[+-]?(?:\d{1,15}(?:\.\d{0,9})?|\.\d{1,9})")
_MOST_CELL = 40


def day_of(text: str, order: Days = "ymd") -> date | None:
    """The day that `text` begins with, a time after it left out; None when it is no such day."""
    plain = text.strip()[:_MOST_CELL]
    if solid := _SOLID.match(plain):
        whole = solid[0]
        parts = (whole[:4], whole[4:6], whole[6:])
        if order != "ymd":
            parts = (whole[:2], whole[2:4], whole[4:])
    elif found := _NUMBERS.match(plain):
        parts = (found[1], found[2], found[3])
    else:
        return None
    return _date(parts, order)


def _date(parts: tuple[str, str, str], order: Days) -> date | None:
    year, month, day = parts if order == "ymd" else (parts[2], parts[1], parts[0])
    if order == "mdy":
        month, day = day, month
    short = len(year) == 2 and order != "ymd"  # noqa: PLR2004
    if not (short or len(year) == 4) or max(len(month), len(day)) > 2:  # noqa: PLR2004
        return None
    try:
        return date(int(year) + (2000 if short else 0), int(month), int(day))
    except ValueError:
        return None


def iso_day(text: str) -> date | None:
    """The day of an ISO 8601 date or moment ("2026-11-03", "2026-11-03T10:00:00+01:00")."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def decimal_of(text: str, decimals: Decimals) -> Decimal | None:
    """The number a cell holds ("-1 234,56 €", "12.50-", "(3,00)"), or None.

    Formulas ("=1+1", "@SUM") are no numbers: a statement is data.
    """
    plain = _NOISE.sub("", text[:_MOST_CELL]).replace("−", "-").replace("–", "-")
    if plain.startswith("(") and plain.endswith(")"):
        plain = f"-{plain[1:-1]}"
    if plain.endswith(("-", "+")) and not plain.startswith(("-", "+")):
        plain = plain[-1] + plain[:-1]
    group = "." if decimals == "," else ","
    whole, point, cents = plain.rpartition(decimals)
    if group in cents or (not point and not _grouped(plain, group)):
        return None
    number = f"{whole.replace(group, '')}.{cents}" if point else plain.replace(group, "")
    return Decimal(number) if _PLAIN.fullmatch(number) and number.strip("+-.") else None


def _grouped(text: str, group: str) -> bool:
    """Without decimals a group sign must stand before three digits: "1.234", not "12.5"."""
    return all(len(part) == 3 for part in text.split(group)[1:])  # noqa: PLR2004


def decimals_of(cells: list[str], otherwise: Decimals) -> Decimals:
    """Which sign this column uses for decimals: the last one, unless exactly three digits follow.

    `otherwise` when no cell tells.
    """
    for cell in cells:
        plain = _NOISE.sub("", cell[:_MOST_CELL]).rstrip("+-)")
        last = max(plain.rfind(","), plain.rfind("."))
        if last < 0:
            continue
        both = "," in plain and "." in plain
        if both or len(plain) - last - 1 != 3:  # noqa: PLR2004
            return "," if plain[last] == "," else "."
        if plain.count(plain[last]) > 1:
            return "." if plain[last] == "," else ","
    return otherwise


def money(text: str, currency: str) -> Money:
    """Money of a number with a point. Raises StatementDamaged, which names it."""
    try:
        number = Decimal(text if _PLAIN.fullmatch(text) else "nan")
        exact = Money.of(number, currency)
    except (InvalidOperation, AmountInvalid) as cause:
        raise StatementDamaged(what=f"{text[:40]} {currency[:10]}") from cause
    if exact.decimal != number:
        raise StatementDamaged(what=f"{text[:40]} {currency[:10]}")
    return exact
