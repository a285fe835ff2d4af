"""How much was written about a bill: by itself, so that to show a bill loads nothing that sends."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.tables import Missive, MissiveState


def counted(session: Session, bill_id: int) -> dict[str, int]:
    """How many letters were given to be sent, and how many answers came."""
    query = (
        select(Missive.state, func.count(func.distinct(Missive.id)))
        .where(Missive.bill_id == bill_id, Missive.state != MissiveState.DRAFT)
        .group_by(Missive.state)
    )
    found = {state: number for state, number in session.execute(query)}
    return {
        "letters": found.get(MissiveState.POSTED, 0),
        "answers": found.get(MissiveState.RECEIVED, 0),
    }
