"""The values of the memory: who a biller is known by, where its fields stand, what it is called."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

MOST_LESSONS = 500
MOST_BILLERS = 1_000
MOST_BYTES = 200_000
"""What one document is read with at most: lessons, known billers, bytes of both as JSON."""
MOST_ANCHORS = 4
"""Places of one value that a lesson keeps; those that are found on the next bill must agree."""

Taught = Literal[
    "biller",
    "amount",
    "due_on",
    "issued_on",
    "number",
    "customer_number",
    "payee_iban",
    "reference",
]
"""A Reading's fields that can be taught."""
FIELDS: tuple[Taught, ...] = get_args(Taught)


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a biller, or the sender of one document, is known by.

    accounts: compact IBANs; registers: SIREN digits of French companies, compact VAT numbers of
    others; creditors: SEPA creditor identifiers without the business code; domain: the sender's, ""
    for a private mailbox or a forwarded mail; labels: short hashes of the label-like cells, the
    fingerprint of the layout.
    """

    accounts: frozenset[str] = frozenset()
    registers: frozenset[str] = frozenset()
    creditors: frozenset[str] = frozenset()
    domain: str = ""
    labels: frozenset[str] = frozenset()

    @property
    def keys(self) -> frozenset[str]:
        """Every number that names one biller, each with its kind ("account:FR76…")."""
        kinds = (
            ("account", self.accounts),
            ("register", self.registers),
            ("creditor", self.creditors),
        )
        return frozenset(f"{kind}:{value}" for kind, values in kinds for value in values)


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a value stands, in words that the next bill repeats.

    The texts are squashed, without figures and dates: `before` and `after` in its own cell, `left`
    and `right` the next telling cells of its row, `steps` cells from `left` to the value, `above` the
    next telling cell over it, `rows_under` rows below that one. page counts from 1, last from the end
    (0 = the last page); x and y are shares of the page. shape: letters as A and figures as 9, runs of
    them as one ("A-9/9"), for codes. negated: the amount is due with the other sign than printed here
    ("you get back 12.00").
    """

    before: str = ""
    left: str = ""
    above: str = ""
    after: str = ""
    right: str = ""
    steps: int = 0
    rows_under: int = 0
    page: int = 1
    last: int = 0
    x: float = 0.0
    y: float = 0.0
    shape: str = ""
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Lesson:
    """One field of one biller, as the person corrected or confirmed it.

    biller: what the person calls it; wrong: the plain quote of what was read instead ("" when nothing
    was); absent: the bills of this biller have no such field where `wrong` was read; days: the anchors
    are those of a number of days, which are counted from the day of issue; month_first: how
    ambiguous dates are written, None when that was not told; currency: of an amount, as the person told
    or left it.
    """

    field: Taught
    identity: Identity
    biller: str = ""
    anchors: tuple[Anchor, ...] = ()
    wrong: str = ""
    absent: bool = False
    days: bool = False
    month_first: bool | None = None
    currency: str = ""


@dataclass(frozen=True, slots=True)
class KnownBiller:
    """A biller of earlier bills; read_as: the names that were read on them, squashed.

    sure: the person corrected or confirmed it, or two bills or more were settled under this name.
    """

    name: str
    identity: Identity
    read_as: frozenset[str] = frozenset()
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Memory:
    """All that may help with one document, the most recent first."""

    lessons: tuple[Lesson, ...] = ()
    billers: tuple[KnownBiller, ...] = ()


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sent the mail: display name, domain ("" when it names no biller), and whether it is proved."""

    name: str = ""
    domain: str = ""
    authentic: bool = False


NOBODY = Sender()
NOTHING = Memory()
"""No mail; nothing taught."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What the person said of one field: the value as JSON shows it, None for "there is none".

    quote: the proof of what was read before, "" when nothing was; currency: of an amount; issued: the
    day of issue, from which a due date that is not printed may be counted.
    """

    field: Taught
    value: str | None
    quote: str = ""
    currency: str = ""
    issued: date | None = None
