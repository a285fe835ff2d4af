"""Why somebody is not reminded, so that a door can say what to do about it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from flow.reminding.left_out import REASONS, why_untold
from flow.reminding.messages import owed_by
from flow.reminding.people import Someone, everybody, outlets_of, someone
from flow.sending.outlets import mail_out
from flow.wiring import Wiring
from models.database import reading
from models.errors.problem import Problem
from models.errors.reminding import MailOutMissing, NoAddress, NotToRemind, ToldToday
from models.errors.values import NotFound
from models.tables import MOST_ID, Bill
from models.words import mark, translate


def people_named(wiring: Wiring, names: Sequence[str]) -> list[Someone]:
    """Those people, or with no names everybody. Raises NobodyCalled."""
    with Session(reading(wiring.engine)) as session:
        people = everybody(session, wiring.settings.lang)
    return [someone(people, name) for name in names] if names else people


def unreached(wiring: Wiring, now: datetime) -> list[tuple[Someone, int]]:
    """Who wishes to be reminded, has something waiting, and is reached by nothing; with how many bills."""
    today = now.astimezone().date()
    with Session(reading(wiring.engine)) as session:
        found = [
            (who, len(owed_by(session, who, today, wiring.settings.sure)))
            for who in everybody(session, wiring.settings.lang)
            if who.wishes.wanted and not outlets_of(session, who)
        ]
    return [(who, count) for who, count in found if count]


def why_not(wiring: Wiring, who: Someone, bill_id: int, now: datetime) -> Problem:
    """Why a reminder of the bill that was asked for does not go to them."""
    today = now.astimezone().date()
    with Session(reading(wiring.engine)) as session:
        bill = session.get(Bill, bill_id) if 0 < bill_id <= MOST_ID else None
        if bill is None:
            return NotFound(what="bill", id=bill_id)
        owed = owed_by(session, who, today, wiring.settings.sure)
        reached, can_send = bool(outlets_of(session, who)), mail_out(session) is not None
        why = why_untold(session, who, bill, today, wiring.settings.sure)
    name = who.name or translate(mark("you"), wiring.settings.lang)
    if all(one.due.bill != bill_id for one in owed):
        return NotToRemind(name=name, id=bill_id, reason=why, why=REASONS[why])
    if reached:
        return ToldToday(name=name, id=bill_id)
    return NoAddress(name=name) if can_send else MailOutMissing()
