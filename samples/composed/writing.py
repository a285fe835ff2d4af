"""How one bill writes its amounts and dates: a style is drawn once and then kept."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from random import Random

MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre"
    " diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre"
    " dicembre",
}
SHORT = {
    "fr": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "de": "Jan. Feb. März Apr. Mai Juni Juli Aug. Sep. Okt. Nov. Dez.",
    "nl": "jan feb mrt apr mei jun jul aug sep okt nov dec",
    "es": "ene feb mar abr may jun jul ago sep oct nov dic",
    "it": "gen feb mar apr mag giu lug ago set ott nov dic",
}
WEEKDAYS = {
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
}
# Styles of dates in figures and in words. j: day, d: day in two figures, n and m: month likewise,
# Y and y: year, B: month's name, b: its short name, U: the same in capitals, W: weekday,
# o: English ordinal of the day, _: a space.
FIGURES = {
    "FR": "d/m/Y d/m/Y d/m/y d.m.Y d-m-Y Y-m-d d.m.y d_/_m_/_Y",
    "BE": "d/m/Y d/m/Y d-m-Y d.m.Y d/m/y",
    "CH": "d.m.Y d.m.Y d.m.y j.n.Y Y-m-d",
    "GB": "d/m/Y d/m/Y d/m/y d-m-Y d.m.Y Y-m-d d-b-Y d-U-Y dUy",
    "IE": "d/m/Y d/m/Y d-m-Y d-b-Y",
    "US": "m/d/Y m/d/Y m/d/y m-d-Y Y-m-d n/j/Y d-U-Y U_d,_Y",
    "DE": "d.m.Y d.m.Y d.m.Y d.m.y j.n.Y Y-m-d d/m/Y d._m._Y",
    "AT": "d.m.Y d.m.Y j.n.Y d.m.y",
    "ES": "d/m/Y d/m/Y d-m-Y d.m.Y d/m/y Y-m-d d/U/Y",
    "IT": "d/m/Y d/m/Y d-m-Y d.m.Y d/m/y Y-m-d",
    "NL": "d-m-Y d-m-Y j-n-Y d/m/Y d.m.Y j-n-y d-m-y",
}
WORDS = {
    "fr": ("j B Y", "j B Y", "W j B Y", "j b Y"),
    "en": ("j B Y", "j b Y", "o B Y", "W j B Y", "d b y"),
    "US": ("B j, Y", "B j, Y", "B o, Y", "b j, Y", "b j Y"),
    "de": ("j. B Y", "j. B Y", "W, j. B Y", "j. b Y"),
    "nl": ("j B Y", "j B Y", "W j B Y", "j b Y"),
    "es": ("j de B de Y", "j de B de Y", "j B Y", "d b Y", "W, j de B de Y"),
    "it": ("j B Y", "j B Y", "W j B Y", "d b Y"),
}
# Styles of amounts: thousands mark, decimal mark, and where the currency stands.
SEPARATORS = {
    "FR": ("\u00a0,", "\u00a0,", " ,", ",", ",", ".,", "\u202f,", "."),
    "BE": (".,", ".,", ",", " ,", "\u00a0,"),
    "CH": ("'.", "’.", ".", " .", "'."),
    "GB": (",.", ",.", ",.", "."),
    "IE": (",.", ",.", "."),
    "US": (",.", ",.", ",.", "."),
    "DE": (".,", ".,", ".,", ",", " ,"),
    "AT": (".,", ".,", ",", " ,"),
    "ES": (".,", ".,", ".,", ",", " ,"),
    "IT": (".,", ".,", ".,", ",", "'."),
    "NL": (".,", ".,", ".,", ",", " ,"),
}
MARKS = {
    "FR": "n_€ n_€ n_€ n€ n_EUR n_euros n_Euros EUR_n €_n n_€uros",
    "BE": "n_€ n_EUR €_n EUR_n n_euros n€",
    "CH": "CHF_n CHF_n n_CHF Fr._n SFr._n CHFn",
    "GB": "£n £n £n £_n GBP_n n_GBP",
    "IE": "€n €n €_n EUR_n n_EUR",
    "US": "$n $n $n $_n USD_n n_USD US$n $n_USD",
    "DE": "n_€ n_€ n_€ n_EUR EUR_n €_n n€ n_Euro",
    "AT": "€_n €_n EUR_n n_€ n_EUR",
    "ES": "n_€ n_€ n€ n_euros n_EUR n_Euros EUR_n",
    "IT": "€_n €_n n_€ Euro_n EUR_n €n n_euro",
    "NL": "€_n €_n €n EUR_n n_EUR €_n n_euro",
}
CURRENCY = {"GB": "GBP", "US": "USD", "CH": "CHF"}


def currency(country: str) -> str:
    """The ISO code of the country's money."""
    return CURRENCY.get(country, "EUR")


def _ordinal(day: int) -> str:
    ends = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
    return f"{day}{ends.get(day, 'th')}"


def _day_alone(lang: str, day: int) -> str:
    return {"fr": "1er", "it": "1°"}.get(lang, "1") if day == 1 else str(day)


@dataclass(frozen=True)
class Writing:
    """The habits of one bill. `words` and `figures` are date styles, `marks` amount patterns."""

    lang: str
    country: str
    figures: str
    words: str
    separators: str
    mark: str
    prose_mark: str
    minus: str
    whole: str

    def dated(self, day: date, style: str) -> str:
        """The day in a style of FIGURES or WORDS."""
        worded = "B" in style
        parts = {
            "j": _day_alone(self.lang, day.day) if worded else str(day.day),
            "d": f"{day.day:02d}",
            "n": str(day.month),
            "m": f"{day.month:02d}",
            "Y": str(day.year),
            "y": f"{day.year % 100:02d}",
            "B": MONTHS[self.lang].split()[day.month - 1],
            "b": SHORT[self.lang].split()[day.month - 1],
            "U": SHORT[self.lang].split()[day.month - 1].upper(),
            "W": WEEKDAYS[self.lang].split()[day.weekday()],
            "o": _ordinal(day.day),
        }
        words = style.replace("_", " ").split(" ")
        return " ".join(w if w == "de" else "".join(parts.get(c, c) for c in w) for w in words)

    def day(self, day: date) -> str:
        """The date as in tables and beside labels."""
        return self.dated(day, self.figures)

    def day_words(self, day: date) -> str:
        """The date as in sentences."""
        return self.dated(day, self.words)

    def month(self, day: date) -> str:
        """Month and year in words."""
        return f"{MONTHS[self.lang].split()[day.month - 1]} {day.year}"

    def bare(self, amount: Decimal, places: int = 2) -> str:
        """The number without currency, minus as this bill writes it."""
        thousands, point = self.separators[:-1], self.separators[-1]
        text = f"{abs(amount):,.{places}f}".replace(".", "\0").replace(",", thousands)
        text = text.replace("\0", point)
        if amount >= 0:
            return text
        return {"after": f"{text}-", "bracket": f"({text})"}.get(self.minus, f"{self.minus}{text}")

    def cash(self, amount: Decimal) -> str:
        """The amount with its currency, as in totals."""
        return self._marked(amount, self.mark)

    def prose(self, amount: Decimal) -> str:
        """The amount as in sentences, often in another style than the totals."""
        return self._marked(amount, self.prose_mark)

    def percent(self, rate: Decimal) -> str:
        """A rate without needless zeros."""
        return f"{rate.normalize():f}".replace(".", self.separators[-1])

    def _marked(self, amount: Decimal, mark: str) -> str:
        number = self.bare(abs(amount))
        if self.whole and amount == amount.to_integral_value():
            number = self.bare(abs(amount), 0) + self.whole.strip()
        text = mark.replace("n", number, 1) if not mark.startswith("n") else number + mark[1:]
        text = text.replace("_", "\u00a0" if self.separators[0] == "\u00a0" else " ")
        if amount >= 0:
            return text
        return {"after": f"{text}-", "bracket": f"({text})"}.get(self.minus, f"{self.minus}{text}")


def writing(lang: str, country: str, rng: Random, *, narrow: bool, whole: bool) -> Writing:
    """Draw the habits of one bill; `narrow` when the face has the narrow no-break space."""
    separators = rng.choice([s for s in SEPARATORS[country] if narrow or "\u202f" not in s])
    marks = MARKS[country].split()
    mark = rng.choice(marks)
    styles = WORDS.get(country, WORDS[lang])
    ends = {"CH": (".–", ".-", ".--", " "), "NL": (",-", ",--", " ")}.get(country, (" ",))
    return Writing(
        lang,
        country,
        rng.choice(FIGURES[country].split()) if rng.random() < 0.8 else rng.choice(styles),
        rng.choice(styles) if rng.random() < 0.7 else rng.choice(FIGURES[country].split()),
        separators,
        mark,
        rng.choice([m for m in marks if len(m) < 8]) if rng.random() < 0.4 else mark,
        rng.choice(("-", "-", "-", "- ", "–", "after", "bracket")),
        rng.choice(ends) if whole else "",
    )
