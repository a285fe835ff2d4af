"""Who lived in the household and who was away: kept by day, counted with by pay."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.household.rights import Actor, member_called, note
from models.errors.shares import DaysReversed
from models.errors.values import NotFound
from models.reading import Period
from models.tables import MOST_ID, Member, Presence, Stay
from pay.people import Guest, Person
from pay.shares import presence as pay_presence


@dataclass(frozen=True, slots=True)
class Days:
    """A row of the calendar; None is an open end."""

    id: int
    member_id: int
    kind: Stay
    first: date | None
    last: date | None


def set_days(
    session: Session, actor: Actor, name: str, kind: Stay, days: tuple[date | None, date | None]
) -> int:
    """A further stay or absence of a member; returns its number. One's own, or an approver's word.

    Raises RightMissing, MemberUnknown, DaysReversed.
    """
    member = member_called(session, actor, name)
    actor.answers_for(member.id)
    checked = pay_presence.Interval(Person(member.id), *days)
    row = Presence(
        member_id=member.id, kind=kind, first_on=checked.first, last_on=checked.last,
        created_at=datetime.now(UTC),
    )  # fmt: skip
    session.add(row)
    session.flush()
    _note(session, actor, "presence_set", row)
    return row.id


def move_out(session: Session, actor: Actor, name: str, last: date) -> None:
    """The member's last day here; what their calendar holds after it goes.

    Raises RightMissing, MemberUnknown, DaysReversed when they do not live here on any day until then.
    """
    member = member_called(session, actor, name)
    actor.answers_for(member.id)
    rows = session.scalars(
        select(Presence).where(Presence.member_id == member.id).order_by(Presence.id)
    ).all()
    stays = [row for row in rows if row.kind is Stay.STAY]
    if not any(row.first_on is None or row.first_on <= last for row in stays):
        first = min((row.first_on for row in stays if row.first_on), default=last)
        raise DaysReversed(first=first.isoformat(), last=last.isoformat())
    for row in rows:
        if row.first_on is not None and row.first_on > last:
            session.delete(row)
        elif row.kind is Stay.STAY and (row.last_on is None or row.last_on > last):
            row.last_on = last
    detail = {"member": member.id, "last": last.isoformat()}
    note(session, actor, "member_left", f"household {actor.household_id}", detail)


def forget_days(session: Session, actor: Actor, number: int) -> None:
    """Takes a row of the calendar away. Raises NotFound, RightMissing."""
    row = session.get(Presence, number) if 0 < number <= MOST_ID else None
    member = session.get(Member, row.member_id) if row else None
    if row is None or member is None or member.household_id != actor.household_id:
        raise NotFound(what="presence", id=number)
    actor.answers_for(member.id)
    session.delete(row)
    _note(session, actor, "presence_forgotten", row)


def days_of(session: Session, household_id: int) -> list[Days]:
    """The whole calendar, by member and then in the order of writing."""
    query = (
        select(Presence)
        .join(Member, Member.id == Presence.member_id)
        .where(Member.household_id == household_id)
        .order_by(Presence.member_id, Presence.id)
    )
    return [
        Days(row.id, row.member_id, row.kind, row.first_on, row.last_on)
        for row in session.scalars(query)
    ]


def calendar(session: Session, household_id: int) -> pay_presence.Presence:
    """The calendar as a split by days takes it."""
    rows = days_of(session, household_id)
    stays, away = (
        tuple(
            pay_presence.Interval(Person(row.member_id), row.first, row.last)
            for row in rows
            if row.kind is kind
        )
        for kind in (Stay.STAY, Stay.AWAY)
    )
    return pay_presence.Presence(stays, away)


def guests(session: Session, household_id: int) -> tuple[Guest, ...]:
    """Members whom another member carries."""
    query = (
        select(Member.id, Member.carried_by_id)
        .where(Member.household_id == household_id, Member.carried_by_id.is_not(None))
        .order_by(Member.id)
    )
    return tuple(
        Guest(Person(guest), Person(carrier))
        for guest, carrier in session.execute(query)
        if carrier is not None
    )


def living_here(session: Session, household_id: int, days: Period) -> frozenset[Person]:
    """Everybody who lived here on one of these days."""
    stretches = calendar(session, household_id).stretches(days)
    return frozenset(person for one in stretches for person in one.residents)


def _note(session: Session, actor: Actor, what: str, row: Presence) -> None:
    first, last = (day.isoformat() if day else None for day in (row.first_on, row.last_on))
    detail = {"member": row.member_id, "kind": row.kind.value, "first": first, "last": last}
    note(session, actor, what, f"household {actor.household_id}", detail)
