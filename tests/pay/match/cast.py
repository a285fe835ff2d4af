"""A household's bills and entries, as few words as a test needs."""

from dataclasses import replace
from datetime import date

from models.iban import Iban
from models.money import Money
from models.statement import Entry
from pay.match.expected import Expected, to_be_seen

OWN = "FR7630006000011234567890189"
LANDLORD = Iban("FR1420041010050500013M02606")
OTHER = Iban("DE89370400440532013000")
CREDITOR = "FR72ZZZ123456"
TODAY = date(2026, 3, 1)


def euros(text: str) -> Money:
    return Money.of(text, "EUR")


def day(month: int, number: int) -> date:
    return date(2026, month, number)


def bill(
    key: str, amount: str, due: date | None, issued: date | None = None, **more: object
) -> Expected:
    """A bill to pay, with whatever else of it is known."""
    base = to_be_seen(key, euros(amount), due_on=due, issued_on=issued, today=TODAY)
    return replace(base, **more)  # type: ignore[arg-type]


def entry(key: str, amount: str, on: date, **more: object) -> Entry:
    """An entry, signed as on the account."""
    return replace(Entry(key, OWN, on, euros(amount)), **more)  # type: ignore[arg-type]
