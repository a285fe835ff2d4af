"""What the meters showed, day by day, and what they counted during a bill's period."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.household.members import usable
from flow.household.rights import Actor, member_called, name_key, note
from models.errors.shares import PeriodMissing, ReadingsMissing
from models.money import Money
from models.reading import Period
from models.tables import MeterReading, Role
from pay.people import Person
from pay.shares.meters import Counted, Readings, RoomMeter
from pay.shares.quantity import checked

MAIN = ""
"""The name in place of a member's for the main meter, which the biller reads."""


def write_reading(
    session: Session, actor: Actor, meter: str, name: str, *, on: date, value: Decimal
) -> None:
    """What a meter shows on a day, of a member or of all (MAIN); a second word for that day replaces it.

    meter: what it counts ("water"). One's own, or an approver's word. Raises RightMissing,
    MemberUnknown, NameUnusable, PartInvalid.
    """
    member = member_called(session, actor, name) if name != MAIN else None
    actor.must(Role.MEMBER)
    if member is not None:
        actor.answers_for(member.id)
    kept = f"{checked(value):f}"
    called = name_key(usable(meter))
    number = member.id if member else None
    query = select(MeterReading).where(
        MeterReading.household_id == actor.household_id,
        MeterReading.meter == called,
        MeterReading.member_id == number,
        MeterReading.read_on == on,
    )
    row = session.scalar(query) or MeterReading(
        household_id=actor.household_id, meter=called, member_id=number, read_on=on,
        created_at=datetime.now(UTC),
    )  # fmt: skip
    was, row.value = row.value, kept
    session.add(row)
    session.flush()
    detail = {"meter": called, "member": number, "on": on.isoformat(), "was": was, "now": kept}
    note(session, actor, "meter_read", f"household {actor.household_id}", detail)


def readings_for(
    session: Session, household_id: int, meter: str, period: Period | None, fixed: Money | None
) -> Readings:
    """What each meter of that name counted from the first day of `period` to the last.

    From the reading nearest to the first day to the one nearest to the day after the last day; a
    meter that has not two is left out. Raises PeriodMissing, ReadingsMissing, MeterReversed,
    MainMeterTooLow.
    """
    if period is None:
        raise PeriodMissing()
    rows = session.scalars(
        select(MeterReading)
        .where(MeterReading.household_id == household_id, MeterReading.meter == name_key(meter))
        .order_by(MeterReading.read_on, MeterReading.id)
    ).all()
    by_member: dict[int | None, list[MeterReading]] = {}
    for row in rows:
        by_member.setdefault(row.member_id, []).append(row)
    counted = {
        number: found
        for number, own in by_member.items()
        if (found := _counted(own, period)) is not None
    }
    rooms = tuple(
        RoomMeter(Person(number), one) for number, one in counted.items() if number is not None
    )
    if not rooms:
        raise ReadingsMissing()
    return Readings(rooms, counted.get(None), fixed)


def _counted(rows: Sequence[MeterReading], period: Period) -> Counted | None:
    """Between the two readings that fit the period best; None when there are not two."""
    start = _nearest(rows, period.first)
    end = _nearest(rows, period.last + timedelta(days=1))
    if start.read_on >= end.read_on:
        return None
    return Counted(Decimal(start.value), Decimal(end.value))


def _nearest(rows: Sequence[MeterReading], day: date) -> MeterReading:
    return min(rows, key=lambda row: (abs(row.read_on - day), row.read_on))
