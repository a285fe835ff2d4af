"""What happened, as the books of one person tell it: "" stands for that person, a name for another."""

from dataclasses import dataclass
from datetime import date

from models.money import Money

ME = ""
"""Whose books they are."""


@dataclass(frozen=True, slots=True)
class PaidPart:
    """Money that left `by` for a bill, on a day, from a bank account ("" when none is known).

    seen: a statement shows it, or a member of the household says that they gave it.
    """

    on: date
    amount: Money
    by: str = ME
    bank_account: str = ""
    seen: bool = True


@dataclass(frozen=True, slots=True)
class BookedBill:
    """A bill: what is owed for it, below zero when money comes back. shares: who bears it, their sum.

    category: of models.verdict. sure: nobody has to look at it any more.
    """

    id: int
    on: date
    biller: str
    category: str
    amount: Money
    shares: tuple[tuple[str, Money], ...]
    paid: tuple[PaidPart, ...] = ()
    number: str = ""
    sure: bool = True


@dataclass(frozen=True, slots=True)
class BookedSettlement:
    """Money from one member to another."""

    id: int
    on: date
    sender: str
    receiver: str
    amount: Money
    reference: str = ""


@dataclass(frozen=True, slots=True)
class BookedExpense:
    """A row of another program's books: who gave more than their share, by name; it sums to zero."""

    id: int
    on: date
    words: str
    nets: tuple[tuple[str, Money], ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """All of it."""

    title: str
    bills: tuple[BookedBill, ...] = ()
    settlements: tuple[BookedSettlement, ...] = ()
    expenses: tuple[BookedExpense, ...] = ()
