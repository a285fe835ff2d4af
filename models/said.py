"""A sentence with its details, still in no language: stages say it, doors translate it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_currency, format_decimal, format_percent

from models.money import Money
from models.words import Lang, translate

_LOCALES: dict[Lang, str] = {"en": "en_GB", "fr": "fr"}
_NARROW = "\u202f"


@dataclass(frozen=True, slots=True)
class Country:
    """An ISO 3166 code, told by the country's name."""

    code: str

    def __str__(self) -> str:
        return self.code


@dataclass(frozen=True, slots=True)
class Listed:
    """Marked words, told one after the other."""

    words: tuple[str, ...]

    def __str__(self) -> str:
        return ", ".join(self.words)


Detail = str | date | Money | Country | Listed


@dataclass(frozen=True, slots=True)
class Said:
    """An English sentence marked for translation and what fills its {blanks}."""

    sentence: str
    details: tuple[tuple[str, Detail], ...] = ()

    def told(self, lang: Lang) -> str:
        """The sentence in `lang`, with its days, amounts and countries as that language writes them."""
        return translate(
            self.sentence, lang, **{name: _told(detail, lang) for name, detail in self.details}
        )

    def plain(self) -> dict[str, str]:
        """The details as a Problem takes them: days in ISO 8601, amounts with a point."""
        return {name: _plain(detail) for name, detail in self.details}


def said(sentence: str, **details: Detail | int) -> Said:
    """`sentence` with `details`."""
    held = ((name, str(one) if isinstance(one, int) else one) for name, one in details.items())
    return Said(sentence, tuple(held))


def day_in(lang: Lang, day: date) -> str:
    """A day in words: "3 December 2026", "3 décembre 2026", "1er décembre 2026"."""
    told = str(format_date(day, format="long", locale=_LOCALES[lang]))
    return told.replace("1 ", "1er ", 1) if lang == "fr" and day.day == 1 else told


def short_day_in(lang: Lang, day: date) -> str:
    """A day as a table has it: "2026-12-03", in French "03/12/2026"."""
    return day.strftime("%d/%m/%Y") if lang == "fr" else day.isoformat()


def amount_in(lang: Lang, amount: Money) -> str:
    """An amount with the language's decimal sign, all its decimals, no sign for thousands."""
    return number_in(lang, amount.decimal)


def number_in(lang: Lang, value: Decimal) -> str:
    """A number with the language's decimal sign, all its decimals, no sign for thousands."""
    places = "." + "0" * max(-int(value.as_tuple().exponent), 0)
    return str(format_decimal(value, format="0" + places.rstrip("."), locale=lang))


def percent_in(lang: Lang, share: Decimal) -> str:
    """A share (0.055) as the language writes it: "5.5%", in French "5,5 %" with a no-break blank."""
    return str(format_percent(share, locale=lang, decimal_quantization=False))


def money_in(lang: Lang, amount: Money) -> str:
    """An amount as prose has it: "€1,028.07", "1 028,07 €", with no-break blanks."""
    shown = str(format_currency(amount.decimal, amount.currency, locale=_LOCALES[lang]))
    return shown.replace(_NARROW, "\xa0")


def _told(detail: Detail, lang: Lang) -> str:
    match detail:
        case Money():
            return f"{amount_in(lang, detail)} {detail.currency}"
        case Country(code):
            return str(Locale(lang).territories.get(code, code))
        case Listed(words):
            return ", ".join(translate(one, lang) for one in words)
        case date():
            return day_in(lang, detail)
        case str():
            return detail


def _plain(detail: Detail) -> str:
    return f"{detail} {detail.currency}" if isinstance(detail, Money) else str(detail)
