"""Each message with its occasions in one transaction, then sent: an occasion comes once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from flow.checkpoints import passed
from flow.money_lock import alone_with_money
from flow.reminding.messages import asked_for, planned_for
from flow.reminding.people import Someone, everybody
from flow.reminding.planned import RAISED, Planned
from flow.reminding.raises import raises_for
from flow.reminding.untold import tell_anew
from flow.reminding.worded import DOOR, worded
from flow.sending.carry import Carried, carry, waiting
from flow.sending.prepare import Errand, prepare
from flow.wiring import Wiring
from models.database import reading
from models.errors.problem import Problem
from models.errors.reminding import MessageDiffers
from models.tables import Dispatch, DispatchState, Occasion

FROM_HOUR = 8
"""By the clock of the machine: nobody is woken by a bill. A raise of caps counts after a day, so that is
told at any hour."""
Plans = Callable[[Session, Someone], list[Planned]]


@dataclass(frozen=True, slots=True)
class Reminded:
    """One message and what became of it; carried: None when it was prepared but its sending raised."""

    planned: Planned
    carried: Carried | None
    problem: Problem | None = None


def due_messages(wiring: Wiring, now: datetime) -> list[Planned]:
    """What `remind_all` would send now; nothing is written."""
    return [*_plans(wiring, _raised(now)), *_plans(wiring, _due(wiring, now))]


def asked_messages(
    wiring: Wiring, bill_id: int | None, names: Sequence[str], now: datetime
) -> list[Planned]:
    """What `remind_asked` would send now; nothing is written."""
    return _plans(wiring, _asked(wiring, bill_id, names, now))


def remind_all(wiring: Wiring, now: datetime) -> list[Reminded]:
    """Sends every reminder and digest that is due, what of today is still waiting, and raises of caps.

    May be repeated at any moment and by several processes: an occasion comes once.
    """
    send_waiting(wiring, now)
    return [*tell_raises(wiring, now), *_sent(wiring, _due(wiring, now), now)]


def tell_raises(wiring: Wiring, now: datetime) -> list[Reminded]:
    """Sends what is to be told of raises of caps. Alone with money while it is written: a cut is before
    it, or finds the message and calls it off.
    """
    return _sent(wiring, _raised(now), now, alone=True)


def send_waiting(wiring: Wiring, now: datetime, purpose: str = "") -> list[Carried]:
    """Tries again what of today nobody took yet, and what became of it; see `carry`. purpose: of such
    messages alone.
    """
    _renew(wiring, now)
    tried = [_carried(wiring, number, now) for number in waiting(wiring, now, purpose)]
    return [one for one in tried if isinstance(one, Carried)]


def has_reminders(wiring: Wiring, now: datetime) -> bool:
    """Whether `remind_in_time` has something to do."""
    if is_night(now):
        return bool(waiting(wiring, now, RAISED)) or bool(_plans(wiring, _raised(now)))
    return bool(waiting(wiring, now)) or bool(due_messages(wiring, now))


def remind_in_time(wiring: Wiring, now: datetime) -> list[Reminded]:
    """As `remind_all` at an hour at which reminders leave; at night raises of caps alone."""
    if not is_night(now):
        return remind_all(wiring, now)
    send_waiting(wiring, now, RAISED)
    return tell_raises(wiring, now)


def is_night(now: datetime) -> bool:
    """Whether it is too early for reminders."""
    return now.astimezone().hour < FROM_HOUR


def remind_asked(
    wiring: Wiring, bill_id: int | None, names: Sequence[str], now: datetime
) -> list[Reminded]:
    """Sends what the person asks for now to those keys of people, or with none to everybody but them."""
    return _sent(wiring, _asked(wiring, bill_id, names, now), now)


def _due(wiring: Wiring, now: datetime) -> Plans:
    return lambda session, who: planned_for(session, who, now, wiring.settings.sure)


def _raised(now: datetime) -> Plans:
    return lambda session, who: raises_for(session, who, now)


def _asked(wiring: Wiring, bill_id: int | None, names: Sequence[str], now: datetime) -> Plans:
    def plans(session: Session, who: Someone) -> list[Planned]:
        meant = who.key in names if names else not who.is_here
        return asked_for(session, who, bill_id, now, wiring.settings.sure) if meant else []

    return plans


def _plans(wiring: Wiring, plans: Plans) -> list[Planned]:
    with Session(reading(wiring.engine)) as session:
        people = everybody(session, wiring.settings.lang)
        return [one for who in people for one in plans(session, who)]


def _sent(wiring: Wiring, plans: Plans, now: datetime, *, alone: bool = False) -> list[Reminded]:
    """Person by person: written down together, then sent one after the other."""
    with Session(reading(wiring.engine)) as session:
        keys = [who.key for who in everybody(session, wiring.settings.lang)]
    done = []
    for key in keys:
        for planned, number in _written(wiring, plans, key, now, alone=alone):
            passed("reminder_prepared")
            found = _carried(wiring, number, now)
            problem = found if isinstance(found, Problem) else found.problem
            carried = found if isinstance(found, Carried) else None
            done.append(Reminded(planned, carried, problem))
    return done


def _carried(wiring: Wiring, number: int, now: datetime) -> Carried | Problem:
    """One that another process sends right now is left to it."""
    try:
        return carry(wiring, number, now, DOOR)
    except Problem as problem:
        return problem


def _written(
    wiring: Wiring, plans: Plans, key: str, now: datetime, *, alone: bool
) -> list[tuple[Planned, int]]:
    """The messages to one person with their occasions, committed; [] when another process has them."""
    try:
        with Session(wiring.engine) as session, session.begin():
            if alone:
                alone_with_money(session)
            people = everybody(session, wiring.settings.lang)
            who = next((one for one in people if one.key == key), None)
            if who is None:
                return []
            return [
                (planned, _write(wiring, session, planned, now)) for planned in plans(session, who)
            ]
    except (IntegrityError, MessageDiffers):
        return []


def _write(wiring: Wiring, session: Session, planned: Planned, now: datetime) -> int:
    notice = worded(wiring, session, planned, now)
    errand = Errand(planned.purpose, planned.about, planned.outlet_id, "facteur", DOOR)
    number = prepare(session, notice, errand, now).id
    today = now.astimezone().date()
    session.add_all(
        Occasion(
            bill_id=one.due.bill, person=planned.who.key, outlet_id=planned.outlet_id,
            name=one.occasion, due_on=one.due.due_on or today, dispatch_id=number, created_at=now,
        )
        for one in planned.told
        if one.occasion
    )  # fmt: skip
    session.flush()
    return number


def _renew(wiring: Wiring, now: datetime) -> None:
    """What waits since an earlier day says "due tomorrow" of another morrow: it is told anew. A raise of
    caps names its moment.
    """
    midnight = now.astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
    waits = (Dispatch.state == DispatchState.WAITING) & (Dispatch.purpose != RAISED)
    old = waits & (Dispatch.created_at < midnight)
    with Session(wiring.engine) as session, session.begin():
        tell_anew(session, old, now, DOOR)
