"""The talk for a door on the machine itself: each act one transaction."""

from datetime import datetime

from sqlalchemy.orm import Session

from flow.talks.dispute import dispute_bill, resolve_bill
from flow.talks.draft import readdress
from flow.talks.letters import Prepared, prepare_letter, standing_letter
from flow.talks.thread import Talk, talk_of
from flow.talks.wishes import Asked
from flow.wiring import Wiring
from models.database import reading


def talk(wiring: Wiring, bill_id: int) -> Talk:
    """The talk about a bill. Raises NotFound."""
    with Session(reading(wiring.engine)) as session:
        return talk_of(session, bill_id)


def letter(wiring: Wiring, bill_id: int, asked: Asked | None, to: str, now: datetime) -> Prepared:
    """The letter as asked for; without that the bill's draft, or else the letter before, to `to` when
    one is given. Raises as prepare_letter, readdress and standing_letter.
    """
    with Session(wiring.engine) as session, session.begin():
        if asked is not None:
            return prepare_letter(session, wiring.settings, bill_id, asked, now)
        if to:
            readdress(session, bill_id, to)
        return standing_letter(session, bill_id)


def dispute(wiring: Wiring, bill_id: int, reason: str, now: datetime) -> str:
    """The bill is held; returns the reason as it is kept. Raises NotFound, WordsMissing."""
    with Session(wiring.engine) as session, session.begin():
        return dispute_bill(session, bill_id, reason, now).reason


def resolve(wiring: Wiring, bill_id: int, now: datetime) -> None:
    """The dispute is lifted. Raises NotFound, NothingDisputed."""
    with Session(wiring.engine) as session, session.begin():
        resolve_bill(session, bill_id, now)
