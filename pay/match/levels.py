"""The evidence between one entry and one expected movement, from the strongest down.

Level 1 is our own id or a reference, level 2 the account or creditor, both with the exact amount;
only these act by themselves. A name, or the amount alone, suggests.
"""

from dataclasses import dataclass
from datetime import timedelta

from models.reading import Means
from models.statement import Entry
from pay.match.expected import Expected, Level
from pay.match.found import (
    SHORTEST_NUMBER,
    SHORTEST_REFERENCE,
    compact,
    contradicts,
    is_telling,
    names_another,
    same_code,
    stands_in,
)
from pay.match.names import ALIKE, likeness

NEAR = timedelta(days=20)
"""A monthly bill's neighbours are 28 days away."""
_CARD = timedelta(days=7)
_COUNTRY = 4
_BUSINESS = 7


@dataclass(frozen=True, slots=True)
class Evidence:
    """The best level at which an entry speaks for an expected movement, its amount apart.

    sure: nothing speaks against, so that the level acts by itself when the amount is exact and both
    sides are unique. near: within the narrow window. strength: to sort suggestions.
    """

    level: Level
    sure: bool
    near: bool
    strength: float


def evidence(entry: Entry, expected: Expected) -> Evidence | None:
    """What speaks for `entry` being `expected`, None when something excludes it or nothing speaks."""
    if not _possible(entry, expected):
        return None
    near = is_near(entry, expected)
    if entry.booked_on < expected.first:
        return _weak(entry, expected, near=near)
    if _own_id(entry, expected):
        return Evidence("end_to_end", not entry.returned, near, 1.0)
    level = _level(entry, expected)
    if level is None:
        return _weak(entry, expected, near=near)
    sure = not entry.returned and not _doubt(entry, expected, level)
    strength = {"reference": 0.95, "iban": 0.8, "creditor": 0.8}[level]
    return Evidence(level, sure, near, strength - (0 if sure else 0.3))


def _possible(entry: Entry, expected: Expected) -> bool:
    """Same currency, same direction, booked since it was there, within the window."""
    one, other = entry.amount, expected.amount
    same = one.currency == other.currency and (one.minor < 0) == (other.minor < 0)
    return same and expected.earliest <= entry.booked_on <= expected.last


def is_near(entry: Entry, expected: Expected) -> bool:
    """Within 20 days after the due day or 10 days before it.

    An earlier payment may have been for the month before, whose bill nobody has seen.
    """
    return -NEAR / 2 <= entry.booked_on - expected.due_on <= NEAR


def _is_early(entry: Entry, expected: Expected) -> bool:
    """After the bill was written and before it is due, however long: some pay at once."""
    since = expected.known_from
    return since is not None and since <= entry.booked_on < expected.due_on


def _own_id(entry: Entry, expected: Expected) -> bool:
    code = compact(expected.end_to_end)
    return len(code) >= SHORTEST_NUMBER and (
        compact(entry.end_to_end) == code or stands_in(code, entry.text)
    )


def _level(entry: Entry, expected: Expected) -> Level | None:
    if has_reference(entry, expected):
        return "reference"
    if expected.payee_iban is not None and entry.counterparty_iban == expected.payee_iban:
        return "iban"
    return "creditor" if same_creditor(entry.creditor_id, expected.creditor_id) else None


def has_reference(entry: Entry, expected: Expected) -> bool:
    """True when the entry bears the reference or the number of the expected movement."""
    reference = compact(expected.reference)
    if reference and same_code(entry.reference, reference):
        return True
    said = f"{entry.text} {entry.end_to_end}"
    by_reference = is_telling(reference, SHORTEST_REFERENCE) and stands_in(reference, said)
    return by_reference or bears_number(entry, expected)


def bears_number(entry: Entry, expected: Expected) -> bool:
    """True when the number of the bill stands in what the bank tells."""
    number = compact(expected.number)
    return is_telling(number, SHORTEST_NUMBER) and stands_in(
        number, f"{entry.text} {entry.end_to_end}"
    )


def same_creditor(one: str, other: str) -> bool:
    """The same SEPA creditor; its business code (signs 5 to 7) does not count (EPC AT-02)."""
    left, right = compact(one), compact(other)
    if min(len(left), len(right)) <= _BUSINESS:
        return False
    return left[:_COUNTRY] == right[:_COUNTRY] and left[_BUSINESS:] == right[_BUSINESS:]


def _doubt(entry: Entry, expected: Expected, level: Level) -> bool:
    """Something on the entry speaks against: then even good evidence only suggests."""
    iban, wanted = entry.counterparty_iban, expected.payee_iban
    other_account = iban is not None and wanted is not None and iban != wanted
    known = bool(entry.creditor_id and expected.creditor_id)
    if other_account or (known and not same_creditor(entry.creditor_id, expected.creditor_id)):
        return True
    both = bool(entry.mandate and expected.mandate)
    if level == "reference":
        return bool(expected.end_to_end) and names_another(
            compact(expected.end_to_end), f"{entry.text} {entry.end_to_end}"
        )
    return (both and not same_code(entry.mandate, expected.mandate)) or _other_bill(entry, expected)


def _other_bill(entry: Entry, expected: Expected) -> bool:
    """The payment names a bill, and it is another one."""
    codes = [compact(one) for one in (expected.reference, expected.number, expected.end_to_end)]
    said = f"{entry.text} {entry.end_to_end}"
    written = contradicts(expected.reference, entry.reference)
    return written or any(names_another(code, said) for code in codes if code)


def _weak(entry: Entry, expected: Expected, *, near: bool) -> Evidence | None:
    """A name, or the amount alone near the due day; both only with the exact amount."""
    if entry.amount != expected.amount or not (near or _is_early(entry, expected)):
        return None
    alike = likeness(expected.payee, f"{entry.counterparty} {entry.text}")
    if alike >= ALIKE:
        return Evidence(
            "name", sure=False, near=near, strength=(0.4 if near else 0.3) + alike / 1000
        )
    if not near:
        return None
    gap = abs(entry.booked_on - expected.due_on)
    window = _CARD if expected.means is Means.CARD else NEAR / 2
    return Evidence("amount", sure=False, near=near, strength=0.2) if gap <= window else None
