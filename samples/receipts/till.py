"""What the parts of a receipt share: shop, sale, words, paper, and how money is printed."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from random import Random

from samples.receipts.books import Words
from samples.receipts.lands import Land, day, digits
from samples.receipts.names import Shop
from samples.receipts.roll import Roll
from samples.receipts.sale import Sale

GAPS = (" ", " ", "  ", "   ", " - ", " | ", ", ", " / ")


@dataclass
class Till:
    """One receipt being printed. `mark`: where the currency stands (none, before, after,
    label) or "star", an asterisk before every sum."""

    land: Land
    words: Words
    shop: Shop
    trade: str
    sale: Sale
    issued: date
    time: str
    date_form: str
    mark: str
    sign: str
    roll: Roll
    rng: Random
    number: str | None = None
    kind: str = "receipt"
    due: date | None = None
    traps: set[str] = field(default_factory=set)
    names: list[str] = field(default_factory=list)

    def bare(self, amount: Decimal) -> str:
        """The number alone, or now and then with a zero in front left out."""
        return self.land.money(amount)

    def money(self, amount: Decimal) -> str:
        """An amount of the totals: with the currency when this till prints it there."""
        text = self.land.money(abs(amount))
        minus = "-" if amount < 0 else ""
        if self.mark == "before" and self.sign:
            gap = " " if self.sign.isalpha() and len(self.sign) == 3 else ""
            return f"{minus}{self.sign}{gap}{text}"
        if self.mark == "star":
            return f"{minus}*{text}"
        if self.mark == "after" and self.sign:
            return f"{minus}{text} {self.sign}".rstrip()
        return minus + text

    def said(self, key: str) -> str:
        """A label with rate and currency filled in."""
        text = self.words[key].replace("~", self.sale.rate)
        if "$" in text and self.land.marks.split("|")[0] != "$":
            text = text.replace("$", self.sign).replace("()", "").strip()
        if self.mark == "label" and key in {"total", "rounded", "cash", "change"} and self.sign:
            text = f"{text} {self.sign}"
        return text

    def day(self, value: date | None = None) -> str:
        """The issue date, or another, in the form of this till."""
        return day(value or self.issued, self.date_form, self.land.lang)

    def moment(self) -> str:
        """Date and time as one string; sometimes glued."""
        gap = self.rng.choice(GAPS)
        if self.rng.random() < 0.03:
            self.traps.add("time_glued")
            gap = ""
        return f"{self.day()}{gap}{self.time}"

    def digits(self, pattern: str) -> str:
        """The pattern with each # replaced by a digit."""
        return digits(pattern, self.rng)
