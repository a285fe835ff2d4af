"""Instalments of a payment schedule: rows with one date and one amount."""

from collections import Counter
from datetime import date
from itertools import pairwise

from extract.amounts import amounts_in
from extract.dates import dates_in, is_month_first
from extract.looked import Looked
from extract.ranker.sureness import SURE
from extract.sheet import Cell, quoted
from models.money import Money
from models.reading import Found

_LEAST_ROWS = 2
_SURE, _OR_AT_ONCE = 0.9, 0.75
"""The latter where only the sum says so: the whole may be asked for at once, the parts be an offer."""
_TOLD = 0.5
"""The learned reader's confidence from which a paper with instalments is a schedule."""
_MOST_ROWS = 60
_SHORTEST_STEP, _LONGEST_STEP = 25, 95
"""Days between instalments: monthly to quarterly."""

Instalment = tuple[date, Money, Cell, str]


def instalments_of(looked: Looked, currency: str) -> tuple[Instalment, ...]:
    """The instalments in order of day; empty when fewer than two rows look like one."""
    if not currency:
        return ()
    month_first = is_month_first(looked.lines)
    rows: dict[date, Instalment] = {}
    for row in looked.sheet.rows:
        pairs = _pairs(row, currency, month_first=month_first)
        for day, money, cell, quote in pairs:
            rows.setdefault(day, (day, money, cell, quote))
    found = tuple(rows[day] for day in sorted(rows))[:_MOST_ROWS]
    return found if len(found) >= _LEAST_ROWS else ()


def _pairs(row: tuple[Cell, ...], currency: str, *, month_first: bool) -> list[Instalment]:
    """(date, amount) pairs of one row: a table may print two or three instalments side by side."""
    pairs: list[Instalment] = []
    day: date | None = None
    for cell in row:
        values = [(s.start, s.value, None) for s in dates_in(cell.text, month_first=month_first)]
        values += [(s.start, None, s.value) for s in amounts_in(cell.text)]  # type: ignore[misc]
        for _, when, amount in sorted(values, key=lambda v: v[0]):
            if when:
                day = when
            elif day and amount and amount > 0:
                quote = quoted(" ".join(c.text for c in row))
                pairs.append((day, Money.of(amount, currency), cell, quote))
                day = None
    return pairs


def is_schedule(
    looked: Looked,
    rows: tuple[Instalment, ...],
    issued: Found[date] | None,
    amount: Found[Money] | None,
    *,
    told: float,
) -> bool:
    """The document says so (`told`: how sure its words are a schedule's), or lists equal sums in equal steps
    after its day of issue and no other sum that is due at once: the amount is one of them, or all together.

    An amount that is sure and neither is no schedule's, unless its words are as sure.
    """
    if len(rows) < _LEAST_ROWS or "schedule" in looked.signs:
        return bool(rows)
    sums = {row[1].minor for row in rows} | {sum(row[1].minor for row in rows)}
    borne_out = amount is None or amount.value.minor in sums
    if told >= _TOLD and (borne_out or told >= SURE or (amount and amount.confidence < SURE)):
        return True
    days = [row[0] for row in rows]
    steps = [(two - one).days for one, two in pairwise(days)]
    same = Counter(row[1].minor for row in rows).most_common(1)[0][1]
    ahead = issued is not None and days[0] >= issued.value
    regular = min(steps) >= _SHORTEST_STEP and max(steps) <= _LONGEST_STEP
    return len(rows) > _LEAST_ROWS and borne_out and ahead and regular and same * 2 > len(rows)


def parts_of(
    rows: tuple[Instalment, ...], issued: Found[date] | None, amount: Found[Money] | None
) -> tuple[Instalment, ...]:
    """Where those after the day of issue add up to the amount they are all: a day of the bill's period
    beside the whole amount, one long ago beside a fee, or one price of the small print is no instalment.
    """
    if issued is None or amount is None:
        return rows
    ahead = tuple(r for r in rows if r[0] >= issued.value and r[1] != amount.value)
    excess = sum(r[1].minor for r in ahead) - amount.value.minor
    strays = [r for r in ahead if r[1].minor == excess]
    if excess and len(strays) == 1:
        return tuple(r for r in ahead if r not in strays)
    return rows if excess else ahead


def next_instalment(
    looked: Looked,
    rows: tuple[Instalment, ...],
    issued: Found[date] | None,
    amount: Found[Money] | None,
    *,
    told: float,
) -> tuple[Found[Money], Found[date]]:
    """Amount and day of the first instalment on or after the day of issue, and the sign of a schedule. Not
    sure where nothing but the sum of all, or a kind that is not sure, makes them the bill's.
    """
    named = told >= SURE or "schedule" in looked.signs
    offered = not named and amount is not None and amount.value not in {r[1] for r in rows}
    after = [row for row in rows if issued is None or row[0] >= issued.value] or list(rows)
    day, money, cell, quote = after[0]
    looked.signs.setdefault("schedule", rows[0][3])
    sure = _OR_AT_ONCE if offered else _SURE
    return looked.found(money, quote, sure, cell), looked.found(day, quote, sure, cell)
