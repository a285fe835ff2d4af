"""The answer to "must I act?"."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a document asks of the person. The values are the command line's contract."""

    TO_PAY = "to_pay"
    TO_BE_DEBITED = "to_be_debited"
    ON_PORTAL = "on_portal"
    SCHEDULE = "schedule"
    REMINDER = "reminder"
    CREDIT_NOTE = "credit_note"
    RECEIPT = "receipt"
    OTHER = "other"


def asks_alike(one: str, other: str) -> bool:
    """Whether both kinds ask the same of the person: a reminder asks for what its bill asked for."""
    asked = [Kind.TO_PAY if kind == Kind.REMINDER else kind for kind in (one, other)]
    return asked[0] == asked[1]


class Category(StrEnum):
    """What the bill is for; it picks the folder."""

    ENERGY = "energy"
    WATER = "water"
    TELECOM = "telecom"
    RENT = "rent"
    INSURANCE = "insurance"
    TAX = "tax"
    HEALTH = "health"
    EDUCATION = "education"
    SHOPPING = "shopping"
    TRANSPORT = "transport"
    BANK = "bank"
    SUBSCRIPTION = "subscription"
    CHARITY = "charity"
    OTHER = "other"


class State(StrEnum):
    """Where a bill stands. `stopped`: held by the fraud gate."""

    REVIEW = "review"
    OPEN = "open"
    STOPPED = "stopped"
    HANDED_OVER = "handed_over"
    PAID = "paid"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Because:
    """One reason in words: an English sentence marked for translation, its details, and the quote."""

    sentence: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """kind and category with a confidence 0..1 each, the folder, the reasons, strongest first.

    `suspicions` are reasons to hold the bill (fraud gate); any makes its state `stopped`.
    """

    kind: Kind
    category: Category
    folder: str
    confidence: float
    category_confidence: float
    because: tuple[Because, ...]
    suspicions: tuple[Because, ...] = ()
