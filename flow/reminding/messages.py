"""What would be sent now: for each person and each way of reaching them one message, nothing twice."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.reminding.own_bills import Owed, own_bills
from flow.reminding.people import Someone, outlets_of
from flow.reminding.shares import own_shares
from models.tables import Digest, Dispatch, DispatchState, Occasion, Outlet
from notify.due import Due
from notify.notice import key_of

REMINDER = "reminder"
DIGEST = "digest"
ASKED = "asked"
_FAR = timedelta(days=60)
"""A digest tells what is due within it, and what is late by less."""


@dataclass(frozen=True, slots=True)
class Told:
    """One bill in a message; occasion: "before-3", "late-0", or "" where it is told along."""

    due: Due
    occasion: str


@dataclass(frozen=True, slots=True)
class Planned:
    """One message to one person through one outlet. purpose: REMINDER, DIGEST or ASKED.

    about: the bill or the digest's period, as the row of the message has it.
    """

    who: Someone
    outlet_id: int
    through: str
    channel: str
    amounts: bool
    purpose: str
    told: tuple[Told, ...]
    key: str
    about: str


def owed_by(session: Session, who: Someone, today: date, sure: float) -> list[Owed]:
    """Everything that waits for them; debits where they wish to hear of them."""
    found = [*own_bills(session, who, sure), *own_shares(session, who, today)]
    return [one for one in found if one.due.is_to_do or who.wishes.debits]


def planned_for(session: Session, who: Someone, now: datetime, sure: float) -> list[Planned]:
    """The messages that are due to them now: the digest on its day, else what its day has come for."""
    outlets = outlets_of(session, who) if who.wishes.wanted else []
    if not outlets:
        return []
    today = now.astimezone().date()
    owed = owed_by(session, who, today, sure)
    period = _period(who, today)
    found = []
    for outlet in outlets:
        rest = [one for one in owed if not _told_today(session, who, outlet, one.due.bill, now)]
        due_now = _due_now(session, who, outlet, rest, today)
        if period and not _was_sent(session, outlet, period):
            occasions = {one.due.bill: one.occasion for one in due_now}
            told = [Told(one.due, occasions.get(one.due.bill, "")) for one in _near(owed, today)]
            found.append(_planned(who, outlet, told, today, period))
        else:
            found.append(_planned(who, outlet, due_now, today))
    return [one for one in found if one.told]


def asked_for(
    session: Session, who: Someone, bill_id: int | None, now: datetime, sure: float
) -> list[Planned]:
    """Messages that the person asks for now: of one bill, or with None of everything that waits.

    Once a day for one bill and one person, whatever was told today already.
    """
    today = now.astimezone().date()
    owed = [one for one in owed_by(session, who, today, sure) if bill_id in {None, one.due.bill}]
    found = []
    for outlet in outlets_of(session, who):
        told = [
            Told(one.due, f"{ASKED}-{today}")
            for one in owed
            if not _told_today(session, who, outlet, one.due.bill, now)
        ]
        found.append(_planned(who, outlet, told, today))
    return [one for one in found if one.told]


def _planned(
    who: Someone, outlet: Outlet, told: Sequence[Told], today: date, period: str = ""
) -> Planned:
    """The key is of the day: what was called off is told anew the next day in other words."""
    asked = any(one.occasion.startswith(ASKED) for one in told)
    purpose = DIGEST if period else ASKED if asked else REMINDER
    parts = (
        [period]
        if period
        else sorted(f"{one.due.bill} {one.occasion} {one.due.due_on}" for one in told)
    )
    key = key_of(purpose, who.key, outlet.id, today.isoformat(), *parts)
    about = f"bill {told[0].due.bill}" if len(told) == 1 and not period else period
    return Planned(
        who, outlet.id, outlet.name, outlet.channel, outlet.amounts, purpose, tuple(told), key, about
    )  # fmt: skip


def _due_now(
    session: Session, who: Someone, outlet: Outlet, owed: Sequence[Owed], today: date
) -> list[Told]:
    """The bills whose occasion has come and was not told yet."""
    found = []
    for one in owed:
        name = who.wishes.plan.occasion(one.due.due_on, today)
        if name is None or (not one.due.is_to_do and name.startswith("late")):
            continue
        met = select(Occasion.id).where(
            Occasion.bill_id == one.due.bill, Occasion.person == who.key,
            Occasion.outlet_id == outlet.id, Occasion.name == name, Occasion.due_on == one.due.due_on,
        )  # fmt: skip
        if session.scalar(met) is None:
            found.append(Told(one.due, name))
    return found


def _told_today(
    session: Session, who: Someone, outlet: Outlet, bill_id: int, now: datetime
) -> bool:
    """Whether a message of today tells them of the bill."""
    midnight = now.astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
    query = select(Occasion.id).where(
        Occasion.bill_id == bill_id, Occasion.person == who.key,
        Occasion.outlet_id == outlet.id, Occasion.created_at >= midnight,
    )  # fmt: skip
    return session.scalar(query.limit(1)) is not None


def _near(owed: Sequence[Owed], today: date) -> list[Owed]:
    return [
        one
        for one in owed
        if one.due.due_on is None or today - _FAR <= one.due.due_on <= today + _FAR
    ]


def _period(who: Someone, today: date) -> str:
    """The day or the week of a digest; "" where none is wished. A week's comes on its first day here."""
    if who.wishes.digest is Digest.DAILY:
        return f"digest of {who.key}, {today}"
    if who.wishes.digest is Digest.WEEKLY:
        year, week, _ = today.isocalendar()
        return f"digest of {who.key}, {year}-W{week:02}"
    return ""


def _was_sent(session: Session, outlet: Outlet, period: str) -> bool:
    query = select(Dispatch.id).where(
        Dispatch.purpose == DIGEST, Dispatch.about == period, Dispatch.outlet_id == outlet.id,
        Dispatch.state != DispatchState.DROPPED,
    )  # fmt: skip
    return session.scalar(query.limit(1)) is not None
