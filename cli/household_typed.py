"""What is typed after `facteur household ACTION`: words, days, numbers and meter readings."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from cli.entries import day_of
from cli.output import Out
from flow.wiring import Wiring
from models.errors.values import UsageWrong
from models.tables import Role
from models.words import mark

_MOST_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Told:
    """The words and options that were typed after the action."""

    words: tuple[str, ...]
    role: Role | None
    since: date | None
    until: date | None
    account: str | None
    iban: str | None
    carried_by: str | None
    on: date
    folder: Path | None
    wiring: Wiring

    def fitting(self, out: Out, form: str, *counts: int) -> tuple[str, ...]:
        """The words when there are as many as the form has. Raises UsageWrong, which shows it."""
        if len(self.words) not in counts:
            written = f"facteur household {form}"
            raise UsageWrong(why=out.words(mark("Write it as: {form}"), form=written))
        return self.words


def day_at(out: Out, days: list[str], place: int) -> date | None:
    """The day typed at that place, None where none is. Raises UsageWrong."""
    return day_of(out, days[place]) if place < len(days) else None


def number_of(out: Out, text: str) -> int:
    """A number as typed. Raises UsageWrong."""
    if not (text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS):
        words = mark(
            "“{text}” is no number; a name of several words stands in quotes: 'Bob Martin'."
        )
        raise UsageWrong(why=out.words(words, text=text[:40]))
    return int(text)


def meter_value(out: Out, text: str) -> Decimal:
    """What a meter shows, with up to 6 decimals after a point or a comma. Raises UsageWrong."""
    plain = text.replace(",", ".")
    whole, _, decimals = plain.partition(".")
    clear = plain.isascii() and (whole + decimals).isdecimal() and len(plain) <= _MOST_DIGITS
    if not whole or not clear:
        words = mark("“{text}” is no meter reading: write it as 1234.5.")
        raise UsageWrong(why=out.words(words, text=text[:40]))
    return Decimal(plain)
