"""The postman's round: one visit to an account's server. What waits is filed, then what is new is fetched."""

from collections.abc import Callable

from sqlalchemy.orm import Session

from flow.filing import run_filings
from flow.receive import receive_account
from flow.second_look import requeue_due
from flow.wiring import Wiring
from models.database import reading
from models.errors import Problem
from models.tables import Message

Enqueue = Callable[[Session, int], None]


def make_round(wiring: Wiring, account_id: int, enqueue: Enqueue, enqueue_again: Enqueue) -> str:
    """Returns "done", or "retry:" and the code of the problem; the next round tries again."""
    try:
        requeue_due(wiring, account_id, enqueue_again)
        run_filings(wiring, account_id)
        receive_account(wiring, account_id, enqueue=enqueue)
    except Problem as problem:
        return f"retry:{problem.code}"
    return "done"


def account_of(wiring: Wiring, message_id: int) -> int:
    """The account that a message belongs to."""
    with Session(reading(wiring.engine)) as session:
        return session.get_one(Message, message_id).account_id
