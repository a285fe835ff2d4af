"""A day that is typed for a bill: one that a bill can bear."""

from datetime import date

from cli.entries import day_of
from cli.output import Out
from extract.dates import YEARS
from models.errors.values import UsageWrong
from models.words import mark


def bill_day_of(out: Out, text: str | None) -> date | None:
    """A day of the years of which days are read on paper. Raises UsageWrong."""
    day = day_of(out, text)
    if day is not None and day.year not in YEARS:
        words = mark("{day} is no day of a bill: its year is from {first} to {last}.")
        why = out.words(words, day=day.isoformat(), first=YEARS[0], last=YEARS[-1])
        raise UsageWrong(why=why)
    return day
