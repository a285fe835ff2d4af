"""What would be sent now: for each person and each way of reaching them one message, nothing twice."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from flow.reminding.missed import missed_debits
from flow.reminding.own_bills import Owed, Window, own_bills
from flow.reminding.people import Someone, outlets_of
from flow.reminding.planned import ASKED, DIGEST, REMINDER, Planned, Told
from flow.reminding.shares import own_shares
from models.tables import Digest, Dispatch, DispatchState, Occasion, Outlet
from notify.due import Due
from notify.notice import key_of

FAR = timedelta(days=60)
"""A digest tells what is due within it, and what is late by less."""


NOT_DEBITED = "not-debited"
"""The occasion of a debit that did not come: once, whatever the days of reminders."""


def owed_by(session: Session, who: Someone, today: date, sure: float) -> list[Owed]:
    """Everything that waits for them; debits where they wish to hear of them, or where none came."""
    missed = missed_debits(session, who, sure, today)
    known = {(one.due.bill, one.due.due_on) for one in missed}
    found = [
        *own_bills(session, who, sure, Window(today, today - FAR)),
        *own_shares(session, who, today),
    ]
    wanted = [one for one in found if one.due.is_to_pay or who.wishes.debits]
    return [*(one for one in wanted if (one.due.bill, one.due.due_on) not in known), *missed]


def planned_for(session: Session, who: Someone, now: datetime, sure: float) -> list[Planned]:
    """The messages that are due to them now: the digest on its day, else what its day has come for.

    A debit that did not come is told once, in either.
    """
    view = _View(session, who, now)
    outlets = outlets_of(session, who) if who.wishes.wanted else []
    owed = owed_by(session, who, view.today, sure) if outlets else []
    period = _period(who, view.today)
    found = []
    for outlet in outlets:
        new = [one for one in owed if not (one.due.is_missed and _is_told(view, outlet, one.due))]
        whole = _whole(view, outlet, new, period)
        due_now = [] if whole else _due_now(view, outlet, new)
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
    occasions = {one.due: one.occasion for one in _due_now(view, outlet, owed)}
    told = [Told(one.due, occasions.get(one.due, "")) for one in _near(owed, view.today)]
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
        name = _occasion(view, one.due)
        new = name and not _is_told(view, outlet, one.due)
        if name and new and not _told_today(view, outlet, one.due.bill):
            found.append(Told(one.due, name))
    return found


def _occasion(view: _View, due: Due) -> str:
    """The one that has come, or ""; a debit that may still be seen is late for nobody."""
    if due.is_missed:
        return NOT_DEBITED
    name = view.who.wishes.plan.occasion(due.due_on, view.today) or ""
    return name if due.is_to_pay or not name.startswith("late") else ""


def _is_told(view: _View, outlet: Outlet, due: Due) -> bool:
    """Whether they were told of the bill on the occasion that has come."""
    query = _occasions(view, outlet, due.bill).where(
        Occasion.name == _occasion(view, due), Occasion.due_on == due.due_on
    )
    return view.session.scalar(query) is not None


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
