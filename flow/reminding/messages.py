"""What would be sent now: for each person and each way of reaching them one message, nothing twice."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from flow.reminding.own_bills import Owed, Window, own_bills
from flow.reminding.people import Someone, outlets_of
from flow.reminding.shares import own_shares
from models.tables import Digest, Dispatch, DispatchState, Occasion, Outlet
from notify.due import Due
from notify.notice import key_of

REMINDER = "reminder"
DIGEST = "digest"
ASKED = "asked"
REMINDERS = (REMINDER, DIGEST, ASKED)
FAR = timedelta(days=60)
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
    found = [
        *own_bills(session, who, sure, Window(today, today - FAR)),
        *own_shares(session, who, today),
    ]
    return [one for one in found if one.due.is_to_do or who.wishes.debits]


def planned_for(session: Session, who: Someone, now: datetime, sure: float) -> list[Planned]:
    """The messages that are due to them now: the digest on its day, else what its day has come for."""
    view = _View(session, who, now)
    outlets = outlets_of(session, who) if who.wishes.wanted else []
    owed = owed_by(session, who, view.today, sure) if outlets else []
    period = _period(who, view.today)
    found = []
    for outlet in outlets:
        whole = _whole(view, outlet, owed, period)
        due_now = [] if whole else _due_now(view, outlet, owed)
        found.append(whole or _planned(view, outlet, REMINDER, due_now))
    return [one for one in found if one.told]


def asked_for(
    session: Session, who: Someone, bill_id: int | None, now: datetime, sure: float
) -> list[Planned]:
    """Messages that the person asks for now: of one bill, or with None of everything that waits.

    Of one bill unless a message of today tells them of it; everything once a day.
    """
    view = _View(session, who, now)
    owed = owed_by(session, who, view.today, sure)
    outlets = outlets_of(session, who)
    if bill_id is None:
        period = f"everything asked for by {who.key}, {view.today}"
        whole = [_whole(view, outlet, owed, period) for outlet in outlets]
        return [one for one in whole if one is not None]
    return [
        _planned(view, outlet, ASKED, [Told(one.due, f"{ASKED}-{view.today}")])
        for outlet in outlets
        for one in owed
        if one.due.bill == bill_id and not _told_today(view, outlet, bill_id)
    ]


@dataclass(frozen=True, slots=True)
class _View:
    """One person as they stand at a moment."""

    session: Session
    who: Someone
    now: datetime

    @property
    def today(self) -> date:
        """By the machine's own clock."""
        return self.now.astimezone().date()


def _whole(view: _View, outlet: Outlet, owed: Sequence[Owed], period: str) -> Planned | None:
    """Everything that waits, with the occasions that have come; None when it was sent or is nothing."""
    if not period or _was_sent(view.session, outlet, period):
        return None
    occasions = {one.due.bill: one.occasion for one in _due_now(view, outlet, owed)}
    told = [Told(one.due, occasions.get(one.due.bill, "")) for one in _near(owed, view.today)]
    return _planned(view, outlet, DIGEST, told, period) if told else None


def _planned(
    view: _View, outlet: Outlet, purpose: str, told: Sequence[Told], period: str = ""
) -> Planned:
    """The key is of the day and the address: what was called off is told anew the next day in other
    words, and what one address refused at another.
    """
    parts = sorted(f"{one.due.bill} {one.occasion} {one.due.due_on}" for one in told)
    day = view.today.isoformat()
    where = (view.who.key, view.who.address, outlet.id)
    key = key_of(purpose, *where, day, *([period] if period else parts))
    about = f"bill {told[0].due.bill}" if len(told) == 1 and not period else period
    return Planned(
        view.who, outlet.id, outlet.name, outlet.channel, outlet.amounts, purpose, tuple(told), key,
        about,
    )  # fmt: skip


def _due_now(view: _View, outlet: Outlet, owed: Sequence[Owed]) -> list[Told]:
    """The bills whose occasion has come and was not told yet, and of which nothing was told today."""
    found = []
    for one in owed:
        name = view.who.wishes.plan.occasion(one.due.due_on, view.today)
        if name is None or (not one.due.is_to_do and name.startswith("late")):
            continue
        met = _occasions(view, outlet, one.due.bill).where(
            Occasion.name == name, Occasion.due_on == one.due.due_on
        )
        if view.session.scalar(met) is None and not _told_today(view, outlet, one.due.bill):
            found.append(Told(one.due, name))
    return found


def _told_today(view: _View, outlet: Outlet, bill_id: int) -> bool:
    """Whether a message of today tells them of the bill."""
    midnight = view.now.astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
    query = _occasions(view, outlet, bill_id).where(Occasion.created_at >= midnight)
    return view.session.scalar(query) is not None


def _occasions(view: _View, outlet: Outlet, bill_id: int) -> Select[int]:
    return (
        select(Occasion.id)
        .where(
            Occasion.bill_id == bill_id,
            Occasion.person == view.who.key,
            Occasion.outlet_id == outlet.id,
        )
        .limit(1)
    )


def _near(owed: Sequence[Owed], today: date) -> list[Owed]:
    return [
        one
        for one in owed
        if one.due.due_on is None or today - FAR <= one.due.due_on <= today + FAR
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
