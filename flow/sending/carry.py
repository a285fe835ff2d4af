"""One message carried: SENDING committed, the server called with no transaction open, the outcome.

After a kill in between, SENDING is older than any call lasts: then it is UNKNOWN, looked up in the
mailboxes that are read, and sent again only on the person's word, under the same Message-ID.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from flow.checkpoints import passed
from flow.sending.outlets import Way, call, way_of
from flow.sending.prepare import Errand, notice_of, prepare, write
from flow.wiring import Wiring
from models.database import reading
from models.errors.every import revived
from models.errors.problem import Problem
from models.errors.reminding import DispatchBusy
from models.tables import Dispatch, DispatchState, Message, Outlet
from notify.notice import Delivery, Fate, Notice

STALE = timedelta(minutes=15)
"""Longer than any call: 15 s to connect and 120 s an answer, a handful of answers a message."""
WAITS = (60, 300, 1800, 7200, 21600)
"""Seconds before the next try; the last one again and again until `GIVE_UP`."""
GIVE_UP = timedelta(days=2)
"""After which a message that nobody takes is refused: "due tomorrow" is wrong by then."""
_FATES = {
    Fate.ACCEPTED: DispatchState.SENT,
    Fate.REFUSED: DispatchState.REFUSED,
    Fate.LATER: DispatchState.WAITING,
    Fate.UNKNOWN: DispatchState.UNKNOWN,
}


@dataclass(frozen=True, slots=True)
class Carried:
    """Where a message stands now. problem: why it was not taken, None when it was or was not tried."""

    id: int
    state: DispatchState
    message_id: str
    recipient: str
    problem: Problem | None


def send(wiring: Wiring, notice: Notice, errand: Errand, now: datetime) -> Carried:
    """`prepare` and `carry`. Raises as they do."""
    with Session(wiring.engine) as session, session.begin():
        number = prepare(session, notice, errand, now).id
    passed("message_prepared")
    return carry(wiring, number, now, errand.door)


def carry(
    wiring: Wiring, dispatch_id: int, now: datetime, door: str = "cli", *, again: bool = False
) -> Carried:
    """Sends a message that waits; for one that left already it only says so.

    again: the person's word to send one whose fate is unknown or that was refused once more, or not to
    wait until `not_before`. A refusal is an answer, not an error. Raises DispatchBusy while another
    process sends it.
    """
    with Session(wiring.engine) as session, session.begin():
        row = session.get_one(Dispatch, dispatch_id, with_for_update=True)
        if not _begins(session, row, now, again=again):
            return carried(row)
        notice, way = _job(session, wiring, row, now)
        row.state, row.updated_at, row.attempts = DispatchState.SENDING, now, row.attempts + 1
        began = row.attempts
    passed("message_sending")
    delivery = way if isinstance(way, Problem) else _call(wiring, way, notice)
    passed("message_called")
    with Session(wiring.engine) as session, session.begin():
        row = session.get_one(Dispatch, dispatch_id, with_for_update=True)
        if row.state is DispatchState.SENDING and row.attempts == began:
            _settle(session, row, delivery, now, door)
        return carried(row)


def waiting(wiring: Wiring, now: datetime, purpose: str = "") -> list[int]:
    """The messages that `carry` has something to do for: to be tried now, left by a process that died,
    or of unknown fate and found in a mailbox. purpose: among such messages alone.
    """
    ready = (Dispatch.state == DispatchState.WAITING) & or_(
        Dispatch.not_before.is_(None), Dispatch.not_before <= now
    )
    left = (Dispatch.state == DispatchState.SENDING) & (Dispatch.updated_at < now - STALE)
    came = select(Message.id).where(Message.message_id == Dispatch.message_id)
    found = (Dispatch.state == DispatchState.UNKNOWN) & (Dispatch.message_id != "") & came.exists()
    query = select(Dispatch.id).where(ready | left | found).order_by(Dispatch.id)
    if purpose:
        query = query.where(Dispatch.purpose == purpose)
    with Session(reading(wiring.engine)) as session:
        return list(session.scalars(query))


def carried(row: Dispatch) -> Carried:
    """The row as a value."""
    problem = None
    if row.problem is not None:
        details = {
            name: value for name, value in row.details.items() if isinstance(value, str | int)
        }
        problem = revived(row.problem, **details)
    return Carried(row.id, row.state, row.message_id, row.recipient, problem)


def _begins(session: Session, row: Dispatch, now: datetime, *, again: bool) -> bool:
    """Whether the server is called now. Raises DispatchBusy."""
    if row.state is DispatchState.SENDING:
        if row.updated_at > now - STALE:
            raise DispatchBusy(id=row.id)
        row.state, row.updated_at = DispatchState.UNKNOWN, now
        write(session, row, "unknown", "facteur", "sending", why="the process ended")
    if row.state is DispatchState.UNKNOWN:
        if _arrived(session, row):
            row.state, row.updated_at = DispatchState.SENT, now
            row.problem, row.details = None, {}
            write(session, row, "sent", "facteur", "sending", proof="it lies in the mailbox")
        return again and row.state is DispatchState.UNKNOWN
    if row.state is DispatchState.REFUSED:
        return again
    if row.state is not DispatchState.WAITING:
        return False
    return again or row.not_before is None or row.not_before <= now


def _arrived(session: Session, row: Dispatch) -> bool:
    """Whether a mailbox that is read holds a mail with the Message-ID that ours has."""
    if not row.message_id:
        return False
    found = select(Message.id).where(Message.message_id == row.message_id).limit(1)
    return session.scalar(found) is not None


def _job(
    session: Session, wiring: Wiring, row: Dispatch, now: datetime
) -> tuple[Notice, Way | Problem]:
    """What is sent through what; or why it cannot be, which the row then keeps."""
    try:
        way = way_of(session, wiring.secrets, session.get_one(Outlet, row.outlet_id), now)
    except Problem as problem:
        return notice_of(row), problem
    return notice_of(row, way.to), way


def _call(wiring: Wiring, way: Way, notice: Notice) -> Delivery | Problem:
    """One message; a Problem instead when the server could not be talked to: then nothing left."""
    try:
        return call(wiring, way, notice)
    except Problem as problem:
        return problem


def _settle(
    session: Session, row: Dispatch, delivery: Delivery | Problem, now: datetime, door: str
) -> None:
    problem = delivery if isinstance(delivery, Problem) else delivery.problem
    state = DispatchState.WAITING
    if isinstance(delivery, Delivery):
        state = _FATES[delivery.fate]
    row.not_before = None
    if state is DispatchState.WAITING:
        row.not_before = now + timedelta(seconds=WAITS[min(row.attempts, len(WAITS)) - 1])
        if row.not_before > row.created_at + GIVE_UP:
            state, row.not_before = DispatchState.REFUSED, None
    row.state, row.updated_at = state, now
    row.problem = problem.code if problem else None
    row.details = dict(problem.details) if problem else {}
    what = "put_off" if state is DispatchState.WAITING else state.value
    why = {"problem": row.problem} if row.problem else {}
    write(session, row, what, "facteur", door, **why)
