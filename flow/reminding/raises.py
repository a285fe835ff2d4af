"""A raise of caps as the person at this machine is told of it: once through each channel, while it stands."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.caps import cap_changes, currency_of, last_asked, member_changes, usual_caps
from flow.reminding.people import OWNER, Someone, outlets_of
from flow.reminding.planned import RAISED, Planned
from flow.sending.outlets import MAIL
from flow.sending.prepare import call_off
from models.money import Money
from models.tables import CapRequest, Dispatch, DispatchState, Outlet
from notify.notice import key_of
from notify.raised import Cap, CapsRaised, Higher
from pay.policy.caps import NO_CAPS, Caps, in_one_currency, is_raise, least
from pay.policy.raises import Raise, raises_at

_Found = tuple[int, CapsRaised]
"""The number of the request, and what it raises."""
_ON_BILLS = {Cap.MEMBER_PAYMENT: Cap.PAYMENT, Cap.MEMBER_MONTH: Cap.MONTH}


def raises_for(session: Session, who: Someone, now: datetime) -> list[Planned]:
    """The messages on raises that wait, or hold lately, and were not told to the person at this machine.

    Whatever they wish of reminders: a stranger who asks for more could wish them away. [] for others.
    """
    found = caps_raised(session, now) if who.is_here else []
    outlets = outlets_of(session, who) if found else []
    planned = [_planned(who, outlet, one) for outlet in outlets for one in found]
    return [one for one in planned if not _was_told(session, one)]


def caps_raised(session: Session, now: datetime) -> list[_Found]:
    """Each raise with the number of its request, on bills and on money to a member told together."""
    last = last_asked(session)
    unit = currency_of(last)
    bills = raises_at(NO_CAPS, cap_changes(session), now)
    members = raises_at(usual_caps(unit), member_changes(session, unit), now)
    found = []
    for at in sorted({one.at for one in (*bills, *members)}):
        asked = select(CapRequest.id).where(CapRequest.asked_at == at).order_by(CapRequest.id)
        number = session.scalars(asked.limit(1)).one()
        on_bills, on_members = ([one for one in all_ if one.at == at] for all_ in (bills, members))
        found.append((number, _raised(on_bills, on_members, last)))
    return found


def call_off_changed(session: Session, now: datetime, door: str) -> None:
    """Messages that have not left, on raises that were withdrawn or made smaller, are never sent."""
    standing = caps_raised(session, now)
    query = select(Dispatch).where(
        Dispatch.purpose == RAISED, Dispatch.state == DispatchState.WAITING
    )
    for row in session.scalars(query).all():
        if row.key not in {_key(row.recipient, row.outlet_id, one) for one in standing}:
            call_off(session, row.id, now, door, who="facteur")


def _planned(who: Someone, outlet: Outlet, found: _Found) -> Planned:
    recipient = who.address if outlet.channel == MAIL else ""
    return Planned(
        who, outlet.id, outlet.name, outlet.channel, outlet.amounts, RAISED, (),
        _key(recipient, outlet.id, found), f"caps {found[0]}", found[1],
    )  # fmt: skip


def _key(recipient: str, outlet_id: int, found: _Found) -> str:
    """Without the day: what the person calls off, and what several workers write, is told once. With the
    caps: of a raise that was made smaller before the message left, the smaller one is told.
    """
    number, raised = found
    caps = (f"{one.what} {_plain(one.before)} {_plain(one.after)}" for one in raised.higher)
    return key_of(RAISED, OWNER, recipient, outlet_id, number, *caps)


def _plain(cap: Money | None) -> str:
    return f"{cap} {cap.currency}" if cap else ""


def _was_told(session: Session, planned: Planned) -> bool:
    """Whether a message tells of it, or told of more; one that was called off only if it is this one."""
    query = select(Dispatch.id).where(
        Dispatch.purpose == RAISED,
        Dispatch.about == planned.about,
        Dispatch.outlet_id == planned.outlet_id,
        (Dispatch.state != DispatchState.DROPPED) | (Dispatch.key == planned.key),
    )
    return session.scalar(query.limit(1)) is not None


def _raised(bills: Sequence[Raise], members: Sequence[Raise], last: Caps) -> CapsRaised:
    """Of one request. Caps on money to a member are told where they are others than those on bills."""
    one = (*bills, *members)[0]
    on_bills = [each for raised in bills for each in _higher(raised, Cap.PAYMENT, Cap.MONTH)]
    on_members = [
        each
        for raised in members
        for each in _higher(raised, Cap.MEMBER_PAYMENT, Cap.MEMBER_MONTH)
        if Higher(_ON_BILLS[each.what], each.before, each.after) not in on_bills
    ]
    return CapsRaised(
        (*on_bills, *on_members), one.at.astimezone(), one.counts_from.astimezone(),
        _take_back((*bills, *members), last),
    )  # fmt: skip


def _higher(raised: Raise, transfer: Cap, month: Cap) -> Iterator[Higher]:
    before, after = raised.before, raised.after
    if is_raise(before.transfer, after.transfer):
        yield Higher(transfer, before.transfer, after.transfer)
    if is_raise(before.month, after.month):
        yield Higher(month, before.month, after.month)


def _take_back(raises: Sequence[Raise], last: Caps) -> str:
    """The command that brings the caps of before back: a cut, for which no code is asked. In another
    currency than the caps last asked for both are named, since one currency is kept with both.
    """
    before = raises[0].before
    if not in_one_currency(before, *(one.before for one in raises), last):
        caps = (("transfer", before.transfer), ("month", before.month))
        words = [f"--{name} {cap if cap else 'none'}" for name, cap in caps]
        return f"facteur caps {' '.join(words)} --currency {currency_of(before)}"
    raised = [
        Caps(
            one.before.transfer if is_raise(one.before.transfer, one.after.transfer) else None,
            one.before.month if is_raise(one.before.month, one.after.month) else None,
        )
        for one in raises
    ]
    lowest = raised[0]
    for one in raised[1:]:
        lowest = least(lowest, one)
    words = [f"--transfer {lowest.transfer}"] if lowest.transfer else []
    words += [f"--month {lowest.month}"] if lowest.month else []
    if currency_of(lowest) != currency_of(last):
        words.append(f"--currency {currency_of(lowest)}")
    return f"facteur caps {' '.join(words)}"
