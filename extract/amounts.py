"""Amounts in a line of text, in the notations of French, German, English and Swiss bills."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

_SIGNS = {
    "€": "EUR",
    "euro": "EUR",
    "euros": "EUR",
    "$": "USD",
    "us$": "USD",
    "ca$": "CAD",
    "c$": "CAD",
    "$us": "USD",
    "$ca": "CAD",
    "£gb": "GBP",
    "£": "GBP",
    "¥": "JPY",
    "fr.": "CHF",
    "sfr.": "CHF",
    "sfr": "CHF",
    "zł": "PLN",
    "rm": "MYR",
    "s$": "SGD",
    "a$": "AUD",
    "au$": "AUD",
    "nz$": "NZD",
    "hk$": "HKD",
    "mx$": "MXN",
    "r$": "BRL",
    "₹": "INR",
    "rs.": "INR",
    "rs": "INR",
    "₱": "PHP",
    "₺": "TRY",
    "₪": "ILS",
    "฿": "THB",
    "₫": "VND",
    "₩": "KRW",
    "rp": "IDR",
}
_CODES = (
    "EUR USD GBP CHF CAD AUD SEK NOK DKK PLN CZK HUF RON BGN JPY CNY INR SGD ILS MXN BRL ZAR "
    "MAD TND XOF XPF MYR NZD HKD THB PHP IDR KRW TRY AED SAR TWD VND ISK RSD UAH"
)
_CURRENCY = (
    r"(?:US\$|CA\$|AU\$|NZ\$|HK\$|MX\$|[CSAR]\$|\$US|\$CA|£GB|RM(?=\s?\d)|Rs\.?(?=\s?\d)|Rp(?=\s?\d)|[€$£¥₹₱₺₪฿₫₩]|(?:"
    + "|".join(_CODES.split())
    + r"|[Ee]uros?|EUROS?|(?<![-–/.])S?Fr\.|SFr|zł)"
    r"(?![^\W\d_]))"
)
_GROUPED = r"\d{1,3}(?:[ .,'’\u00a0\u2007\u2009\u202f]\d{3}){1,4}(?!\d)"
_AMOUNT = re.compile(
    rf"(?<![^\W_])(?<![^\W_]/)(?<!\d[.,/'’])(?<!\d-\d\d-)(?P<sign>[-−–]\s?|\+)?(?:(?P<before>{_CURRENCY})\s?)?"
    r"(?P<inner>[-−–])?"
    rf"(?:(?P<euros>\d{{1,6}})\s?€(?P<cents>\d\d)|"
    rf"(?P<whole>{_GROUPED}|\d{{1,10}})(?P<part>[.,]\d{{1,2}}(?!\d)|[.,](?:--?|[–—])|))"
    rf"(?![.,/'’]?\d)"
    rf"(?P<trail>[-−](?=\s*$|\s?[€$£\d]|\s\s|\s?[A-Z]{{3}}\b))?(?(before)|(?:\s?(?P<after>{_CURRENCY})(?!\d))?)"
    r"(?P<late>[-−](?=\s*$|\s\s|\s\d))?(?P<credit>\s?CR\b)?(?P<tail>\s?[%‰/°]|\s?[^\W\d_]+[²³23]?)?"
)
_UNITS = frozenset(
    [
        "kwh",
        "mwh",
        "kw",
        "kva",
        "wh",
        "kg",
        "g",
        "mg",
        "t",
        "l",
        "ml",
        "cl",
        "m",
        "m2",
        "m3",
        "m²",
        "m³",
        "cm",
        "mm",
        "km",
        "h",
        "min",
        "mn",
        "s",
        "j",
        "go",
        "mo",
        "gb",
        "mb",
        "gib",
        "ko",
        "tb",
        "ct",
        "cts",
        "c",
        "%",
        "‰",
        "/",
        "°",
        "x",
        "stk",
        "st",
        "pcs",
        "mois",
        "jours",
        "tage",
        "days",
        "hours",
    ]
)


@dataclass(frozen=True, slots=True)
class AmountSeen:
    """An amount and where it stands in the text; currency "" when none is beside it."""

    value: Decimal
    currency: str
    start: int
    end: int
    text: str


@lru_cache(maxsize=4096)
def amounts_in(text: str) -> tuple[AmountSeen, ...]:
    """Every amount: with one or two decimals, or with a currency beside it.

    Left out: dates, percentages, prices a unit ("€/kWh"), quantities with a unit, numbers with three
    or more decimals. Linear in the length of the text.
    """
    return tuple(_seen(text))


def _seen(text: str) -> Iterator[AmountSeen]:
    at = 0
    while match := _AMOUNT.search(text, at):
        end = match.start("tail") if match["tail"] else match.end()
        at = max(end, match.start() + 1)
        seen = _amount(match, end)
        if seen:
            yield seen


def _amount(match: re.Match[str], end: int) -> AmountSeen | None:
    currency = currency_of(match["before"] or match["after"] or ("€" if match["euros"] else ""))
    tail = (match["tail"] or "").strip().lower()
    if tail in _UNITS and not (currency and tail in {"c", "x", "h", "s", "t", "m", "g"}):
        return None
    value = _value(match, has_currency=bool(currency))
    if value is None:
        return None
    minus = _is_minus(match)
    return AmountSeen(
        -value if minus else value,
        currency,
        match.start(),
        end,
        match.string[match.start() : end].strip(),
    )


def _value(match: re.Match[str], *, has_currency: bool) -> Decimal | None:
    if match["euros"]:
        return Decimal(f"{match['euros']}.{match['cents']}")
    whole, part = match["whole"], match["part"]
    digits = re.sub(r"\D", "", whole)
    decimals = re.sub(r"\D", "", part)
    if not part and not has_currency:
        return None
    if len(decimals) == 1 and not has_currency:
        return None
    if whole.startswith("0") and len(digits) > 1:
        return None
    return Decimal(f"{digits}.{decimals or 0}")


def _is_minus(match: re.Match[str]) -> bool:
    if match["trail"] or match["late"] or match["credit"] or match["inner"]:
        return True
    if match.start() == 1 and match.string[0] == "(" and match.string[match.end() :] == ")":
        return True  # accountants' brackets, when nothing else stands in them
    sign = match["sign"]
    if not sign or sign == "+":
        return False
    before = match.string[: match.start()].rstrip()
    return not before or (not sign.endswith(" ") and not before[-1].isdigit())


def currency_of(sign: str) -> str:
    """The ISO 4217 code of a sign, word or code; "" when it is none."""
    if not sign:
        return ""
    return _SIGNS.get(sign.lower(), sign.upper() if sign.upper() in _CODES.split() else "")


_ANY_CURRENCY = re.compile(
    rf"(?<![^\W_]){_CURRENCY}|\b(?:US )?[Dd]ollars?\b|\bUSD\b|[Ss]chweizer Franken|francs suisses"
)


def currencies_in(text: str) -> tuple[str, ...]:
    """The currencies that a text names, with or without an amount, in order."""
    found: list[str] = []
    for match in _ANY_CURRENCY.finditer(text):
        word = match.group().lower()
        code = (
            "USD" if "dollar" in word else "CHF" if "fran" in word else currency_of(match.group())
        )
        if code:
            found.append(code)
    return tuple(found)
