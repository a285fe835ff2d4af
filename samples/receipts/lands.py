"""What a country puts on its receipts: money, dates, taxes, places, register numbers."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from random import Random

from samples.formats import grouped

DMY = (
    "%d/%m/%Y|%d/%m/%Y|%d-%m-%Y|%d/%m/%y|%d-%m-%y|%Y-%m-%d|%d.%m.%Y|%d %b %Y|%d-%b-%Y|"
    "%d %b %y|%A %d %b %Y"
)
MDY = (
    "%m/%d/%Y|%m/%d/%Y|%m/%d/%y|%m-%d-%Y|%b %d, %Y|%b %d %Y|%#m/%#d/%Y|%#m/%#d/%y|"
    "%Y-%m-%d|%d-%b-%Y|%A, %b %d, %Y|%#m-%#d-%Y"
)
DOTS = "%d.%m.%Y|%d.%m.%Y|%d.%m.%y|%d.%m.%Y|%Y-%m-%d|%d/%m/%Y"
SLASHES = "%d/%m/%Y|%d/%m/%Y|%d/%m/%y|%d-%m-%Y|%d.%m.%Y|%d-%m-%y|%d %b %Y|%A %d %b %Y"


@dataclass(frozen=True)
class Land:
    """One country's habits. `step`: cash is rounded to it, zero when never.

    rates: the tax rates in percent; added: taxes come on top of the shelf prices.
    """

    code: str
    lang: str
    tongue: str
    currency: str
    marks: str
    digits: str
    dates: str
    rates: str
    added: bool = False
    step: str = "0"
    scale: int = 1

    def money(self, amount: Decimal) -> str:
        """The bare number; a minus stays in front."""
        return grouped(amount, self.digits[0].replace("_", ""), self.digits[1])


LANDS = {
    "MY": Land("MY", "en", "asia", "MYR", "RM|RM|RM|MYR|", ",.", DMY, "6|6|0|10", step="0.05"),
    "SG": Land("SG", "en", "asia", "SGD", "$|S$|SGD|", ",.", DMY, "7|9|0", step="0.05"),
    "PH": Land(
        "PH",
        "en",
        "english",
        "PHP",
        "P|PHP|Php|",
        ",.",
        "%m/%d/%Y|%m-%d-%Y|%b %d, %Y|%d %b %Y",
        "12",
        scale=30,
    ),
    "US": Land(
        "US",
        "en",
        "english",
        "USD",
        "$|$|$||US$|$ ",
        ",.",
        MDY,
        "8.25|6|7|4.75|8.875|9.5",
        added=True,
    ),
    "CA": Land(
        "CA",
        "en",
        "english",
        "CAD",
        "$|$|CAD|",
        ",.",
        "%Y-%m-%d|%m/%d/%Y|%d/%m/%Y|%b %d, %Y|%Y/%m/%d|%d-%b-%Y",
        "5|13|15",
        added=True,
        step="0.05",
    ),
    "CAF": Land(
        "CAF",
        "fr",
        "fr",
        "CAD",
        "$|$|",
        "_,",
        "%Y-%m-%d|%Y-%m-%d|%d/%m/%Y|%Y/%m/%d|%d-%m-%Y",
        "14.975",
        added=True,
        step="0.05",
    ),
    "GB": Land("GB", "en", "english", "GBP", "£|£|£|GBP|", ",.", DMY, "20|20|0"),
    "IE": Land("IE", "en", "english", "EUR", "€|€|EUR|", ",.", DMY, "13.5|23|9", step="0.05"),
    "AU": Land("AU", "en", "english", "AUD", "$|$|AUD|", ",.", DMY, "10", step="0.05"),
    "NZ": Land("NZ", "en", "english", "NZD", "$|$|", ",.", DMY, "15", step="0.10"),
    "ZA": Land(
        "ZA",
        "en",
        "english",
        "ZAR",
        "R|R|ZAR|",
        ",.",
        DMY + "|%Y/%m/%d",
        "15|14",
        step="0.10",
        scale=12,
    ),
    "AE": Land("AE", "en", "english", "AED", "AED|AED|Dhs.|", ",.", DMY, "5", step="0.25", scale=4),
    "IN": Land(
        "IN", "en", "in", "INR", "Rs.|Rs|INR|Rs. |", ",.", DMY, "5|18|12", step="1", scale=60
    ),
    "FR": Land("FR", "fr", "fr", "EUR", "€|EUR|", " ,", SLASHES, "20|10|5,5"),
    "BE": Land("BE", "fr", "fr", "EUR", "€|EUR|", " ,", SLASHES, "21|12|6", step="0.05"),
    "DE": Land("DE", "de", "de", "EUR", "€|EUR|", ".,", DOTS, "19|7"),
    "AT": Land("AT", "de", "de", "EUR", "€|EUR|", ".,", DOTS, "20|10"),
    "ES": Land("ES", "es", "es", "EUR", "€|EUR|", ".,", SLASHES, "10|21|4"),
    "IT": Land("IT", "it", "it", "EUR", "€|EUR|", ".,", SLASHES, "10|22|4", step="0.05"),
    "NL": Land("NL", "nl", "nl", "EUR", "€|EUR|", ".,", SLASHES, "21|9", step="0.05"),
    "CHF": Land("CHF", "fr", "fr", "CHF", "CHF|Fr.|CHF|", "'.", DOTS, "7.7|8.1|2.6", step="0.05"),
    "CHD": Land("CHD", "de", "de", "CHF", "CHF|Fr.|CHF|", "'.", DOTS, "7.7|8.1|2.6", step="0.05"),
}
WEIGHTS = {
    "MY": 20, "SG": 3, "PH": 1, "US": 18, "CA": 3, "CAF": 3, "GB": 7, "IE": 2, "AU": 3, "NZ": 1,
    "ZA": 1, "AE": 2, "IN": 3, "FR": 13, "BE": 2, "DE": 7, "AT": 1, "ES": 3, "IT": 3, "NL": 3,
    "CHF": 1, "CHD": 1,
}  # fmt: skip
MONTHS = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "fr": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    "de": "Jan. Feb. März Apr. Mai Juni Juli Aug. Sep. Okt. Nov. Dez.",
    "es": "ene feb mar abr may jun jul ago sep oct nov dic",
    "it": "gen feb mar apr mag giu lug ago set ott nov dic",
    "nl": "jan feb mrt apr mei jun jul aug sep okt nov dec",
}
DAYS = {
    "en": "Mon Tue Wed Thu Fri Sat Sun",
    "fr": "Lun Mar Mer Jeu Ven Sam Dim",
    "de": "Mo Di Mi Do Fr Sa So",
    "es": "lun mar mié jue vie sáb dom",
    "it": "lun mar mer gio ven sab dom",
    "nl": "ma di wo do vr za zo",
}


def digits(pattern: str, rng: Random) -> str:
    """The pattern with each # replaced by a digit."""
    return "".join(str(rng.randrange(1, 10)) if c == "#" else c for c in pattern)


def day(value: date, form: str, lang: str) -> str:
    """The date after `form`: %d %m %y %Y %b (short month) %A (weekday), %#d without the zero."""
    parts = {
        "%#d": str(value.day),
        "%#m": str(value.month),
        "%d": f"{value.day:02d}",
        "%m": f"{value.month:02d}",
        "%Y": str(value.year),
        "%y": f"{value.year % 100:02d}",
        "%b": MONTHS[lang].split()[value.month - 1],
        "%A": DAYS[lang].split()[value.weekday()],
    }
    for mark, text in parts.items():
        form = form.replace(mark, text)
    return form


def clock(rng: Random, country: str) -> str:
    """A time of day as tills print it."""
    hour, minute, second = rng.randrange(7, 23), rng.randrange(60), rng.randrange(60)
    half = "AM" if hour < 12 else "PM"
    twelve = (hour - 1) % 12 + 1
    forms = [f"{hour:02d}:{minute:02d}", f"{hour:02d}:{minute:02d}:{second:02d}"]
    if country in {"MY", "SG", "PH", "US", "CA", "GB", "IE", "AU", "NZ", "ZA", "AE", "IN"}:
        forms += [f"{twelve}:{minute:02d} {half}", f"{twelve:02d}:{minute:02d}{half}"]
        forms += [f"{twelve}:{minute:02d}:{second:02d} {half}"]
    if country in {"FR", "CAF"}:
        forms += [f"{hour:02d}h{minute:02d}", f"{hour}H{minute:02d}"]
    return rng.choice(forms)
