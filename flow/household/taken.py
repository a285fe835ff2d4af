"""What was taken in from other books, as postings of the household's accounts."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.tables import TakenIn, TakenPart
from pay.people import Part, Person
from pay.postings import SharedBill

BELOW = -(10**12)
"""Postings of rows taken in are numbered down from here: no bill, and no sum of bills, is."""


def taken_postings(
    session: Session, household_id: int, last: date | None = None
) -> list[SharedBill]:
    """A posting for each row until `last`: who gave more than their share advanced it to the others."""
    query = (
        select(
            TakenIn.id, TakenIn.spent_on, TakenIn.currency, TakenPart.member_id, TakenPart.net_minor
        )
        .join(TakenPart, TakenPart.taken_in_id == TakenIn.id)
        .where(TakenIn.household_id == household_id)
        .order_by(TakenIn.id, TakenPart.member_id)
    )
    if last is not None:
        query = query.where(TakenIn.spent_on <= last)
    rows: dict[tuple[int, date, str], list[Part]] = {}
    for number, on, currency, member, minor in session.execute(query):
        rows.setdefault((number, on, currency), []).append(Part(Person(member), minor))
    return [
        SharedBill(
            BELOW - number, on, currency,
            tuple(part for part in parts if part.minor > 0),
            tuple(Part(part.person, -part.minor) for part in parts if part.minor < 0),
        )
        for (number, on, currency), parts in rows.items()
    ]  # fmt: skip


def taken_id(number: int) -> int | None:
    """The row of a posting's number, None for a bill's."""
    return BELOW - number if number < BELOW else None
