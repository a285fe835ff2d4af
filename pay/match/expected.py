"""What a statement should show: a bill, an order, a share or a refund, as matching needs it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from models.iban import Iban
from models.money import Money
from models.reading import Means

BEFORE_DUE = timedelta(days=45)
AFTER_DUE = timedelta(days=60)
BEFORE_ISSUE = timedelta(days=3)
"""Bills are dated after they are sent, now and then; nobody pays a bill long before it exists."""
ALONE = timedelta(days=35)
"""How long a bill without any day is looked for around the day it came in."""


@dataclass(frozen=True, slots=True)
class Expected:
    """One movement that should come, signed as on the account: a bill of 84.20 is -84.20.

    key: what the caller calls it. first, last: the days in which it may be booked, both included.
    due_on: the day it is meant for, the middle of the narrower windows; due_known: False when it is
    only the day the bill was issued or came in. known_from: since when it can be paid at all, before
    `first` where it was written long before it is due: then the payee's name still suggests it.
    reference: what must be written on the payment; number: of the bill; end_to_end: of our order.
    """

    key: str
    amount: Money
    due_on: date
    first: date
    last: date
    payee: str = ""
    payee_iban: Iban | None = None
    reference: str = ""
    number: str = ""
    end_to_end: str = ""
    creditor_id: str = ""
    mandate: str = ""
    means: Means | None = None
    due_known: bool = True
    known_from: date | None = None

    @property
    def earliest(self) -> date:
        """The first day on which anything may speak for it."""
        return min(self.first, self.known_from) if self.known_from else self.first


def to_be_seen(
    key: str, amount: Money, *, due_on: date | None, issued_on: date | None, today: date
) -> Expected:
    """A bill or order (positive amount: to pay; negative: a credit note) with its usual window.

    Other fields are added with `dataclasses.replace`. today stands in for days that are unknown.
    """
    middle = due_on or issued_on or today
    first = middle - (BEFORE_DUE if due_on else ALONE)
    known_from = issued_on - BEFORE_ISSUE if issued_on else None
    if known_from is not None:
        first = max(first, known_from)
    last = middle + AFTER_DUE
    base = Expected(key, -amount, middle, min(first, last), last)
    return replace(base, due_known=due_on is not None, known_from=known_from)


@dataclass(frozen=True, slots=True)
class Confirmed:
    """The person's word: this entry is for these bills (one tap on a suggestion)."""

    entry: str
    expected: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unmatched:
    """The person's word: this entry is not for this bill, whatever the evidence; never again so."""

    entry: str
    expected: str


Decision = Confirmed | Unmatched
Level = Literal["end_to_end", "reference", "iban", "creditor", "name", "amount", "person"]
Kind = Literal["whole", "part", "over", "again", "sum", "refund"]
"""again: by its id it pays a bill that another entry has paid."""


@dataclass(frozen=True, slots=True)
class Portion:
    """How much of an entry is for one bill, signed as on the account."""

    expected: str
    amount: Money


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that proves its portions; `level` is the evidence, "person" when it was told."""

    entry: str
    portions: tuple[Portion, ...]
    level: Level
    kind: Kind = "whole"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What one tap could confirm. strength: 0..1, to sort by; it is not a probability."""

    entry: str
    portions: tuple[Portion, ...]
    level: Level
    kind: Kind
    strength: float


@dataclass(frozen=True, slots=True)
class Return:
    """An entry that undoes an earlier one: the bills it had paid are open again.

    original: the entry that came back, None when it is not among the entries.
    """

    entry: str
    original: str | None
    expected: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Matching:
    """What a pile of entries says of a pile of bills; every entry stands in exactly one part.

    matched: proven by evidence or by the person. suggested: best first, up to three for an entry.
    """

    matched: tuple[Match, ...] = ()
    suggested: tuple[Suggestion, ...] = ()
    returned: tuple[Return, ...] = ()
    unknown: tuple[str, ...] = ()
