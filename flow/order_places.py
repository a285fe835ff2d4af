"""Places at which papers of an order were made before: nothing else is written over there."""

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from flow.order_draft import order_of
from flow.placing import Place, must_be_free
from flow.wiring import Wiring
from models.database import reading
from models.errors.files import DiskFull, FileUnwritable
from models.tables import Attempt, AttemptState, Payment
from pay.rail import Handover, Rail

INTERRUPTED = "interrupted"
_MAY_BE_WRITTEN = frozenset({INTERRUPTED, DiskFull().code, FileUnwritable().code})
"""How an attempt failed that may have left papers of its order."""


def place_must_be_free(
    wiring: Wiring, payment_id: int, rail: Rail, handover: Handover, place: Place | None
) -> None:
    """Known before an approval: whether other files lie where the papers go. Raises PlaceTaken."""
    if place is None:
        return
    with Session(reading(wiring.engine)) as session:
        row = session.get_one(Payment, payment_id)
        if made_for(session, row, place):
            return
        order = order_of(row)
    must_be_free(rail.prepare([order], handover).files, place)


def made_for(session: Session, row: Payment, place: Place | None) -> bool:
    """What was refused before it wrote anything left no papers there: that place is somebody else's."""
    query = select(Attempt.id).where(
        Attempt.payment_id == row.id,
        Attempt.place == where_of(place),
        or_(Attempt.state != AttemptState.FAILED, Attempt.problem.in_(_MAY_BE_WRITTEN)),
    )
    return session.scalar(query.limit(1)) is not None


def where_of(place: Place | None) -> str:
    """The same words in another folder are another place."""
    return str(place.path.absolute()) if place else ""
