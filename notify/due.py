"""What a person is reminded of, and on which occasion: once each, also when a day was missed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.money import Money
from models.payment_text import one_line

_LONGEST_NAME = 80
_LONGEST_REFERENCE = 140


class Todo(StrEnum):
    """What the person has to do about one bill.

    PAY: transfer to the biller. PAY_BACK: give a member their share. PORTAL: pay on the biller's own
    site. DEBITED: nothing, it is debited by itself. NOT_DEBITED: look why it was not.
    """

    PAY = "pay"
    PAY_BACK = "pay_back"
    PORTAL = "portal"
    DEBITED = "debited"
    NOT_DEBITED = "not_debited"


@dataclass(frozen=True, slots=True)
class Due:
    """One bill as one person is reminded of it.

    mine: what this person has to pay, which is their share and not the whole of a shared bill.
    to: who gets it: the payee's legal name, or the member who paid. reference: to write on the
    payment, or "". whole: what is to be paid to the biller where the others give their shares back, so
    that `mine` is a part of it. link: where the person sees their share, or "". Names are kept as one
    line without hidden signs.
    """

    bill: int
    biller: str
    mine: Money
    due_on: date | None
    todo: Todo
    to: str = ""
    reference: str = ""
    shared: bool = False
    whole: Money | None = None
    link: str = ""

    def __post_init__(self) -> None:
        for name in ("biller", "to"):
            object.__setattr__(self, name, one_line(getattr(self, name), _LONGEST_NAME))
        object.__setattr__(self, "reference", one_line(self.reference, _LONGEST_REFERENCE))

    @property
    def is_to_pay(self) -> bool:
        """Whether the person must pay."""
        return self.todo not in {Todo.DEBITED, Todo.NOT_DEBITED}

    @property
    def is_missed(self) -> bool:
        """Whether a debit was announced and did not come."""
        return self.todo is Todo.NOT_DEBITED

    def is_late(self, today: date) -> bool:
        """Whether it should have been paid before `today`, by the person."""
        return self.is_to_pay and self.due_on is not None and self.due_on < today


@dataclass(frozen=True, slots=True)
class Plan:
    """When to remind: that many days before; then on the first day late and every `late_every` days,
    `most_late` times in all. A bill without a due date is told in digests only.
    """

    before: tuple[int, ...] = (7, 3, 0)
    late_every: int = 7
    most_late: int = 4

    def occasion(self, due_on: date | None, today: date) -> str | None:
        """The name of the reminder that is due today ("before-3", "late-1"), or None.

        It stays the same until the next one is due, so that one missed day skips none; a caller who
        makes the notice's key of it sends each once.
        """
        if due_on is None:
            return None
        left = (due_on - today).days
        if left >= 0:
            reached = [days for days in self.before if days >= left]
            return f"before-{min(reached)}" if reached else None
        number = (-left - 1) // max(self.late_every, 1)
        return f"late-{number}" if number < self.most_late else None
