"""Was a bill debited as announced, at the right amount? A watch, not a match: it decides nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from models.money import Money
from models.statement import Entry
from pay.match.expected import Expected
from pay.match.found import same_code
from pay.match.levels import evidence, same_creditor
from pay.match.names import ALIKE, likeness
from pay.match.returned import originals

GRACE = timedelta(days=5)
"""A direct debit is booked on the announced day or the next bank day; holidays make four days."""
_EARLY = timedelta(days=3)
_LATE = timedelta(days=20)
_STRONG = ("end_to_end", "reference", "iban", "creditor")


@dataclass(frozen=True, slots=True)
class AsAnnounced:
    """Debited, to the cent."""

    entry: str
    on: date


@dataclass(frozen=True, slots=True)
class OtherAmount:
    """Debited at another amount; more: by how much the account lost too much (negative: too little)."""

    entry: str
    on: date
    more: Money


@dataclass(frozen=True, slots=True)
class NotYet:
    """Nothing to worry about before `until`."""

    until: date


@dataclass(frozen=True, slots=True)
class NotDebited:
    """Announced for `since`, not among the entries that reach beyond the days of grace."""

    since: date


@dataclass(frozen=True, slots=True)
class NotKnown:
    """The day has passed, but no statement covers it and the days of grace: one is to be imported."""

    since: date


@dataclass(frozen=True, slots=True)
class CameBack:
    """Debited and returned: the bill is open again."""

    entry: str
    on: date


Debit = AsAnnounced | OtherAmount | NotYet | NotDebited | NotKnown | CameBack


def debited(
    expected: Expected, entries: Sequence[Entry], *, today: date, told_until: date | None = None
) -> Debit:
    """What the account shows of a direct debit that was announced for `expected.due_on`.

    told_until: the last day that the statements cover; without it the last booked entry's day.
    """
    found = _candidates(expected, entries)
    back = originals(entries)
    returned = {one.key: key for key, one in back.items() if one is not None}
    standing = [entry for entry in found if entry.key not in returned]
    exact = [entry for entry in standing if entry.amount == expected.amount]
    if exact:
        return AsAnnounced(exact[0].key, exact[0].booked_on)
    if standing:
        entry = standing[0]
        return OtherAmount(entry.key, entry.booked_on, expected.amount - entry.amount)
    if found:
        key = returned[found[-1].key]
        return CameBack(key, next(one.booked_on for one in entries if one.key == key))
    return _nothing(expected, entries, today, told_until)


def _nothing(
    expected: Expected, entries: Sequence[Entry], today: date, told_until: date | None
) -> Debit:
    until = expected.due_on + GRACE
    if today <= until:
        return NotYet(until)
    told = told_until or max((entry.booked_on for entry in entries), default=None)
    return NotDebited(expected.due_on) if told and told > until else NotKnown(expected.due_on)


def _candidates(expected: Expected, entries: Sequence[Entry]) -> list[Entry]:
    """Debits of this payee around the announced day, the nearest first."""
    near = [
        entry
        for entry in entries
        if expected.due_on - _EARLY <= entry.booked_on <= expected.due_on + _LATE
        and entry.amount.currency == expected.amount.currency
        and (entry.amount.minor < 0) == (expected.amount.minor < 0)
        and not entry.returned
        and _of_payee(entry, expected)
    ]
    return sorted(near, key=lambda entry: (abs(entry.booked_on - expected.due_on), entry.key))


def _of_payee(entry: Entry, expected: Expected) -> bool:
    """The same creditor and mandate; a name only when neither tells a creditor."""
    if entry.creditor_id and expected.creditor_id:
        mandates = bool(entry.mandate and expected.mandate)
        other = mandates and not same_code(entry.mandate, expected.mandate)
        return same_creditor(entry.creditor_id, expected.creditor_id) and not other
    told = evidence(entry, expected)
    if told is not None and told.level in _STRONG:
        return True
    return likeness(expected.payee, f"{entry.counterparty} {entry.text}") >= ALIKE
