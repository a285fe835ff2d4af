"""Shared expenses as programs in the manner of Splitwise tell them: who gave more than their share."""

from dataclasses import dataclass
from datetime import date

from models.errors.shares import SharesUneven
from models.money import Money
from models.payment_text import one_line
from pay.books.cells import csv_bytes

HEADER = ("Date", "Description", "Category", "Cost", "Currency")
PAYMENT = "Payment"
"""The category of money that went from one member to another."""


@dataclass(frozen=True, slots=True)
class Expense:
    """One expense or payment. nets: by member, minor units that they gave beyond their share, 0 left out.

    Raises SharesUneven unless the nets make zero.
    """

    on: date
    description: str
    category: str
    cost: Money
    nets: tuple[tuple[str, int], ...]

    def __post_init__(self) -> None:
        left = sum(minor for _, minor in self.nets)
        if left:
            currency = self.cost.currency
            made, whole = str(Money(left, currency)), str(Money(0, currency))
            raise SharesUneven(sum=made, whole=whole, currency=currency)

    @property
    def words(self) -> str:
        """The description as it is compared: on one line, in small letters."""
        return one_line(self.description, 200).casefold()


@dataclass(frozen=True, slots=True)
class SharedBook:
    """The expenses of a group, and its members in the order of the columns."""

    members: tuple[str, ...]
    expenses: tuple[Expense, ...]


def splitwise_csv(book: SharedBook, *, bom: bool = False) -> bytes:
    """A file as Splitwise exports it: a column for each member, what they gave beyond their share."""
    rows = [(*HEADER, *book.members)]
    for one in book.expenses:
        nets = dict(one.nets)
        parts = (str(Money(nets.get(name, 0), one.cost.currency)) for name in book.members)
        rows.append(
            (one.on.isoformat(), one.description, one.category, str(one.cost), one.cost.currency, *parts)
        )  # fmt: skip
    return csv_bytes(rows, bom=bom)
