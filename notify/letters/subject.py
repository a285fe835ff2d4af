"""What a letter is about: the bill, the writer, and what they want."""

from dataclasses import dataclass
from datetime import date

from models.money import Money
from models.payment_text import one_line
from models.reading import Period
from models.said import day_in
from models.words import Lang, mark, translate
from notify.figures import money_in
from notify.prose import prose

_LONGEST = 80
_LONGEST_PLACE = 300
_LONGEST_WORDS = 5_000


@dataclass(frozen=True, slots=True)
class BillFacts:
    """What is known of the bill; "" or None where nothing is, and the letter then does not say it."""

    biller: str
    number: str = ""
    customer_number: str = ""
    issued_on: date | None = None
    due_on: date | None = None
    amount: Money | None = None
    period: Period | None = None

    def __post_init__(self) -> None:
        for name in ("biller", "number", "customer_number"):
            object.__setattr__(self, name, one_line(getattr(self, name), _LONGEST))


@dataclass(frozen=True, slots=True)
class Writer:
    """Who signs: a name and, where they want it told, a postal address in one line."""

    name: str
    place: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", one_line(self.name, _LONGEST))
        object.__setattr__(self, "place", one_line(self.place, _LONGEST_PLACE))


@dataclass(frozen=True, slots=True)
class Question:
    """A question in the person's own words."""

    words: str


@dataclass(frozen=True, slots=True)
class WrongAmount:
    """Another amount is right than was billed, and why, in the person's own words."""

    right: Money
    words: str


@dataclass(frozen=True, slots=True)
class WrongReading:
    """The meter says something else than the bill. `reading`: as the meter shows it, with its unit."""

    reading: str
    read_on: date


@dataclass(frozen=True, slots=True)
class DoubleDebit:
    """The same bill was debited on two days (which may be one)."""

    first: date
    second: date
    amount: Money


@dataclass(frozen=True, slots=True)
class Cancellation:
    """The end of the contract: on a day, or as soon as it allows."""

    on: date | None = None


@dataclass(frozen=True, slots=True)
class Mediation:
    """To the mediator, after a written complaint that was not settled. `words`: what it is about."""

    complained_on: date
    answered: bool
    words: str


Wish = Question | WrongAmount | WrongReading | DoubleDebit | Cancellation | Mediation


def named(bill: BillFacts, lang: Lang) -> str:
    """The bill in a few words: "bill F-2031 of 3 November 2026"."""
    day = day_in(lang, bill.issued_on) if bill.issued_on else ""
    if bill.number and day:
        return translate(mark("bill {number} of {day}"), lang, number=bill.number, day=day)
    if bill.number:
        return translate(mark("bill {number}"), lang, number=bill.number)
    return translate(mark("bill of {day}") if day else mark("my bill"), lang, day=day)


def known_lines(bill: BillFacts, lang: Lang) -> tuple[str, ...]:
    """What the biller needs to find the bill: one line for each fact that is known."""
    period = bill.period
    lines = (
        (mark("Customer number: {value}"), bill.customer_number),
        (mark("Bill number: {value}"), bill.number),
        (mark("Date of the bill: {value}"), bill.issued_on and day_in(lang, bill.issued_on)),
        (mark("Amount: {value}"), bill.amount and money_in(lang, bill.amount)),
        (mark("Due date: {value}"), bill.due_on and day_in(lang, bill.due_on)),
        (mark("Period: {value}"), period and _period(period, lang)),
    )
    return tuple(translate(line, lang, value=value) for line, value in lines if value)


def _period(period: Period, lang: Lang) -> str:
    first, last = day_in(lang, period.first), day_in(lang, period.last)
    return translate(mark("{first} to {last}"), lang, first=first, last=last)


def own_words(text: str) -> str:
    """The person's own words as they go into a letter."""
    return prose(text, _LONGEST_WORDS)
