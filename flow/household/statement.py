"""One person's month as rows that a file can hold."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.household.brought import of_person
from flow.household.rights import Actor, members_of
from flow.household.taken import taken_id
from models.errors.values import NotFound
from models.reading import Period
from models.tables import Bill, Household, Settlement, TakenIn
from pay.people import Person
from pay.recap import Recap, Row, RowKind, month_of, recaps


@dataclass(frozen=True, slots=True)
class Line:
    """A row with its words: whose bill, or who is at the other end of a settlement."""

    row: Row
    what: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """What one person had and gave in a month, by currency, each with its lines."""

    household: str
    person: str
    period: Period
    parts: tuple[tuple[Recap, tuple[Line, ...]], ...]

    @property
    def file_stem(self) -> str:
        """A file's name that any system takes: "2026-10-bob"."""
        plain = "".join(sign if sign.isalnum() else "-" for sign in self.person.casefold())
        return f"{self.period.first:%Y-%m}-{plain.strip('-') or 'member'}"


def statement_of(session: Session, actor: Actor, member_id: int, period: Period) -> Statement:
    """The statement of a member: everybody in the household may see it, as they see its bills.

    Raises NotFound for somebody of another household, as if they were not there.
    """
    members = members_of(session, actor)
    if member_id not in members:
        raise NotFound(what="member", id=member_id)
    days, person = (period.first, period.last), Person(member_id)
    forward, postings = of_person(session, actor.household_id, person, days)
    found = recaps(postings, person, period, forward)
    names = {Person(number): member.name for number, member in members.items()}
    bills, references = _words(session, found)
    parts = tuple((recap, tuple(_lines(recap.rows, names, bills, references))) for recap in found)
    house = session.get_one(Household, actor.household_id)
    return Statement(house.name, members[member_id].name, period, parts)


def _words(session: Session, found: Iterable[Recap]) -> tuple[dict[int, str], dict[int, str]]:
    """Billers by bill and references by settlement."""
    rows = [row for recap in found for row in recap.rows]
    numbers = [row.number for row in rows if row.kind is RowKind.BILL]
    others = [row.number for row in rows if row.kind is not RowKind.BILL]
    bills = session.execute(select(Bill.id, Bill.biller, Bill.number).where(Bill.id.in_(numbers)))
    rows_taken = {number: taken_id(number) for number in numbers if taken_id(number)}
    taken = select(TakenIn.id, TakenIn.description).where(TakenIn.id.in_(rows_taken.values()))
    described = {number: words for number, words in session.execute(taken)}
    moved = session.execute(
        select(Settlement.id, Settlement.reference).where(Settlement.id.in_(others))
    )
    return (
        {number: " ".join(filter(None, (biller, printed))) for number, biller, printed in bills}
        | {number: described[row] for number, row in rows_taken.items() if row},
        {number: reference for number, reference in moved},
    )


def _lines(
    rows: Iterable[Row],
    names: Mapping[Person, str],
    bills: Mapping[int, str],
    moved: Mapping[int, str],
) -> Iterable[Line]:
    for row in rows:
        if row.other is None:
            yield Line(row, bills.get(row.number, ""))
        else:
            yield Line(row, names[row.other], moved.get(row.number, ""))


def month_named(text: str) -> Period | None:
    """The month that "2026-10" names; None when it names none."""
    try:
        first = date.fromisoformat(f"{text}-01")
    except ValueError:
        return None
    return month_of(first.year, first.month)
