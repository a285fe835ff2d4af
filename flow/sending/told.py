"""What became of messages, for a person: those that wait, are not known, or were refused lately."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.sending.carry import carried
from flow.sending.prepare import call_off
from flow.wiring import Wiring
from models.database import reading
from models.errors.problem import Problem
from models.errors.reminding import DispatchUnknown
from models.tables import MOST_ID, Dispatch, DispatchState, Outlet

_LATELY = timedelta(days=30)
_MOST = 50


@dataclass(frozen=True, slots=True)
class DispatchRow:
    """One message. recipient: "" for a service; channel: the name of its outlet."""

    id: int
    state: DispatchState
    purpose: str
    about: str
    channel: str
    recipient: str
    title: str
    problem: Problem | None
    not_before: datetime | None
    at: datetime


def unsettled(wiring: Wiring, now: datetime) -> tuple[DispatchRow, ...]:
    """Messages that did not arrive for sure, the newest first, at most 50."""
    open_ones = Dispatch.state.in_(
        (DispatchState.WAITING, DispatchState.SENDING, DispatchState.UNKNOWN)
    )
    refused = (Dispatch.state == DispatchState.REFUSED) & (Dispatch.updated_at > now - _LATELY)
    query = (
        select(Dispatch, Outlet.name)
        .join(Outlet, Outlet.id == Dispatch.outlet_id)
        .where(open_ones | refused)
        .order_by(Dispatch.id.desc())
        .limit(_MOST)
    )
    with Session(reading(wiring.engine)) as session:
        return tuple(_row(row, name) for row, name in session.execute(query))


def known(wiring: Wiring, dispatch_id: int) -> int:
    """The number, when a message has it. Raises DispatchUnknown."""
    with Session(reading(wiring.engine)) as session:
        found = 0 < dispatch_id <= MOST_ID and session.get(Dispatch, dispatch_id) is not None
    if not found:
        raise DispatchUnknown(id=dispatch_id)
    return dispatch_id


def dropped(wiring: Wiring, dispatch_id: int, now: datetime, door: str = "cli") -> None:
    """Calls a message off, in a transaction of its own. Raises DispatchUnknown, DispatchStuck."""
    number = known(wiring, dispatch_id)
    with Session(wiring.engine) as session, session.begin():
        call_off(session, number, now, door)


def _row(row: Dispatch, channel: str) -> DispatchRow:
    return DispatchRow(
        row.id, row.state, row.purpose, row.about, channel, row.recipient, row.title,
        carried(row).problem, row.not_before, row.updated_at,
    )  # fmt: skip
