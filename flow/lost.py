"""Messages whose job is gone though their road is not done: put back on it.

The engine gives up a job that was interrupted too often, and its rows may be pruned or restored from
an older copy; the message's own row knows how far it came.
"""

from collections.abc import Callable, Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.wiring import Wiring
from models.database import reading
from models.tables import Message, Step

_ON_THE_WAY = (Step.RECEIVED, Step.READ, Step.DECIDED)


def unfinished(wiring: Wiring, account_id: int) -> list[int]:
    """The account's messages that have not come to the end of the road."""
    query = select(Message.id).where(
        Message.account_id == account_id, Message.step.in_(_ON_THE_WAY)
    )
    with Session(reading(wiring.engine)) as session:
        return list(session.scalars(query.order_by(Message.id)))


def resume_lost(
    wiring: Wiring,
    account_id: int,
    on_road: Callable[[], Collection[int]],
    enqueue_again: Callable[[Session, int], None],
) -> int:
    """Puts unfinished messages without a job back on the road. Returns how many."""
    waiting = unfinished(wiring, account_id)
    if not waiting:
        return 0
    lost = sorted(set(waiting) - set(on_road()))
    with Session(wiring.engine) as session, session.begin():
        for message_id in lost:
            enqueue_again(session, message_id)
    return len(lost)
