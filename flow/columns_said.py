"""The person's answer to the question which column is which, laid over the question."""

from collections.abc import Mapping as Mapped
from dataclasses import dataclass, field, replace

from models.errors.statements import ColumnMissing, ColumnsKnown, ColumnsTooFew
from pay.evidence.columns import Mapping, Question, Role
from pay.evidence.figures import Days


@dataclass(frozen=True, slots=True)
class ColumnsSaid:
    """What the person says of a table: role by column (from 1), order of the days, flipped amounts."""

    roles: Mapped[int, Role] = field(default_factory=dict)
    days: Days | None = None
    flipped: bool = False

    @property
    def is_empty(self) -> bool:
        return self == ColumnsSaid()


def answered(question: Question, said: ColumnsSaid, currency: str) -> Mapping:
    """The mapping that the answer makes. Raises ColumnMissing, ColumnsTooFew.

    Without roles the guess's own stand: only the order of the days was asked.
    """
    count = len(question.columns)
    for number in said.roles:
        if not 1 <= number <= count:
            raise ColumnMissing(number=number, count=count)
    guess = question.guess
    roles = tuple(said.roles.get(at + 1, Role.IGNORED) for at in range(count))
    mapping = replace(
        guess,
        roles=roles if said.roles else guess.roles,
        days=said.days or guess.days,
        currency=currency or guess.currency,
        flipped=said.flipped,
    )
    if not mapping.is_enough:
        raise ColumnsTooFew
    return mapping


def refused_when_known(said: ColumnsSaid) -> None:
    """Raises ColumnsKnown when an answer was given that nobody asked for."""
    if not said.is_empty:
        raise ColumnsKnown
