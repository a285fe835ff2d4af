"""Messages that nobody took are called off, and what they were to tell is told anew."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import Session

from flow.reminding.people import Someone
from flow.reminding.planned import BY_ITSELF
from flow.reminding.plans import Changed, set_wishes
from flow.sending.prepare import call_off
from flow.wiring import Wiring
from models.tables import Dispatch, DispatchState, Occasion


def tell_anew(
    session: Session, meant: ColumnElement[bool], now: datetime, door: str = "remind"
) -> None:
    """Calls those messages off, and forgets the occasions that they were to tell."""
    ours = Dispatch.purpose.in_(BY_ITSELF)
    for number in session.scalars(select(Dispatch.id).where(ours, meant)).all():
        session.execute(delete(Occasion).where(Occasion.dispatch_id == number))
        call_off(session, number, now, door, who="facteur")


def set_reminded(
    wiring: Wiring, people: Sequence[Someone], changed: Changed, now: datetime, door: str = "cli"
) -> None:
    """What these people wish. Who has another address is told there what was refused at, or waits
    for, the one before. Raises AddressUnusable, DaysUnclear.
    """
    with Session(wiring.engine) as session, session.begin():
        for who in people:
            member_id = None if who.is_here else who.member_id
            wishes = set_wishes(session, (who.key, member_id), changed, now, door)
            if changed.address is not None and who.address not in {"", wishes.address}:
                tell_anew(session, _stuck_at(who.address), now, door)


def _stuck_at(address: str) -> ColumnElement[bool]:
    stuck = Dispatch.state.in_((DispatchState.WAITING, DispatchState.REFUSED))
    return stuck & (Dispatch.recipient == address)
