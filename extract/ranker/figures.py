"""The figures of a row told by what they are: a day before or after the issue, nothing, the amount due.

"Debited on 12 May" says paid on a bill of 20 May, and to be debited on one of 2 May; "0.00" beside a balance
says what no word says. What was issued and what is due are the keyword rules' answers, so that nothing
learned is needed here.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from extract.amounts import amounts_in
from extract.dates import dates_in, is_month_first
from extract.looked import Looked
from extract.rule_of_amount import amount_of
from extract.rule_of_dates import issued_of

LATER, SAME, BEFORE, DAY, ZERO, DUE, MINUS, SUM = FIGURES = tuple(chr(0xE000 + i) for i in range(8))
"""One sign of Unicode's private use for each: days after, on and before the day of issue, or of unknown
order; an amount of nothing, the amount due, one below zero, another.
"""


def marked(looked: Looked) -> tuple[str, ...]:
    """The rows with one of FIGURES in the place of each day and amount."""
    issued = issued_of(looked)
    amount = amount_of(looked)[0]
    asked = None if amount is None else abs(amount.value.decimal)
    day = None if issued is None else issued.value
    month_first = is_month_first(looked.lines)
    return tuple(
        _replaced(line, _spans(line, day, asked, month_first=month_first)) for line in looked.lines
    )


def _spans(
    line: str, issued: date | None, asked: Decimal | None, *, month_first: bool
) -> Iterator[tuple[int, int, str]]:
    for day in dates_in(line, month_first=month_first):
        yield day.start, day.end, _day(day.value, issued)
    for seen in amounts_in(line):
        yield seen.start, seen.end, _amount(seen.value, asked)


def _day(day: date, issued: date | None) -> str:
    if issued is None:
        return DAY
    return LATER if day > issued else SAME if day == issued else BEFORE


def _amount(value: Decimal, asked: Decimal | None) -> str:
    if not value:
        return ZERO
    return MINUS if value < 0 else DUE if value == asked else SUM


def _replaced(line: str, spans: Iterator[tuple[int, int, str]]) -> str:
    parts, at = [], 0
    for start, end, sign in sorted(spans):
        if start >= at:
            parts += [line[at:start], f" {sign} "]
            at = end
    return "".join([*parts, line[at:]])
