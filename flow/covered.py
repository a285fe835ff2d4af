"""Until when the statements tell of a day's movements: an export that is missing proves nothing."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.holders import Holder
from models.tables import BankFile, BankStatement

_HOLE = timedelta(days=10)
"""A file without balances begins with its first movement: so many days without any are no missing file."""
_LEFT = timedelta(days=62)
"""Of a bank account whose statements end longer before a day, none are brought any more."""


class _Span(NamedTuple):
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Covered:
    """The days that the statements of one holder tell of, by currency and bank account, without holes."""

    spans: dict[tuple[str, str], list[_Span]]

    def until(self, day: date, currency: str) -> date:
        """The last day up to which every account tells of all days since `day`, one account at least;
        the first of all dates when it is not so.

        The debit may be on each of the accounts that are told of at all around that day.
        """
        found = []
        for (unit, _), spans in self.spans.items():
            told_of = unit == currency and spans[0].first <= day <= spans[-1].last + _LEFT
            if told_of:
                whole = (one.last for one in spans if one.first <= day <= one.last)
                found.append(next(whole, date.min))
        return min(found, default=date.min)


def covered(session: Session, who: Holder) -> Covered | None:
    """By the statements that they brought; None before the first."""
    query = (
        select(BankStatement)
        .join(BankFile, BankFile.id == BankStatement.file_id)
        .where(BankFile.member_id == who.member_id, BankStatement.last_on.is_not(None))
    )
    told: defaultdict[tuple[str, str], list[_Span]] = defaultdict(list)
    for row in session.scalars(query):
        if row.last_on is not None:
            first = row.first_on or row.last_on
            told[row.currency, row.bank_account].append(_Span(first, row.last_on))
    for unit in {unit for unit, account in told if not account}:
        named = [key for key in told if key[0] == unit and key[1]]
        if len(named) == 1:  # a file that names no account is of the only one there is
            told[named[0]] += told.pop((unit, ""))
    return Covered({key: _joined(spans) for key, spans in told.items()}) if told else None


def _joined(spans: Sequence[_Span]) -> list[_Span]:
    found: list[_Span] = []
    for one in sorted(spans):
        if found and one.first <= found[-1].last + _HOLE:
            found[-1] = _Span(found[-1].first, max(found[-1].last, one.last))
        else:
            found.append(one)
    return found
