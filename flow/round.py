"""The postman's round: one visit to an account's server. What waits is filed, then what is new is fetched."""

from functools import partial
from typing import Protocol

from sqlalchemy.orm import Session

from flow.drawer import is_mailbox
from flow.filing import run_filings
from flow.lost import resume_lost
from flow.receive import receive_account
from flow.second_look import requeue_due
from flow.wiring import Wiring
from models.database import reading
from models.errors.problem import Problem
from models.tables import Message


class Outbox(Protocol):
    """Where jobs are put: what the round needs of it."""

    def enqueue(self, session: Session, message_id: int) -> None: ...

    def enqueue_again(self, session: Session, message_id: int) -> None: ...

    def on_road(self, *, later: bool = True) -> set[int]: ...


def pick_up(wiring: Wiring, account_id: int, outbox: Outbox, *, now: bool = False) -> None:
    """Puts back on the road what fell off it, and what was set aside until now.

    `now`: a person waits, so what was put off after a failure is tried at once; its later job then
    finds nothing to do.
    """
    resume_lost(wiring, account_id, partial(outbox.on_road, later=not now), outbox.enqueue_again)
    requeue_due(wiring, account_id, outbox.enqueue_again)


def make_round(wiring: Wiring, account_id: int, outbox: Outbox) -> str:
    """Returns "done", or "retry:" and the code of the problem; the next round tries again."""
    try:
        pick_up(wiring, account_id, outbox)
        with Session(reading(wiring.engine)) as session:
            if not is_mailbox(session, account_id):
                return "done"
        run_filings(wiring, account_id)
        receive_account(wiring, account_id, enqueue=outbox.enqueue)
    except Problem as problem:
        return f"retry:{problem.code}"
    return "done"


def account_of(wiring: Wiring, message_id: int) -> int:
    """The account that a message belongs to."""
    with Session(reading(wiring.engine)) as session:
        return session.get_one(Message, message_id).account_id
