"""The durable workflows: a message's road and an account's visit. Thin: flow does the work.

A step runs at least once, so what it calls must be idempotent. An expected failure is a returned
value: after a crash DBOS gives back JSON, and an exception would come back as another class.
Names of workflows and steps are stored with running jobs: a renamed one is a lost job.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from dbos import DBOS, SetEnqueueOptions, SetWorkflowID

from jobs.queues import READ
from jobs.running import counted

DONE = "done"
QUARANTINED = "quarantined"
RETRY = "retry:"
"""What a step returns, the last one with the code of the problem behind it."""
BILL_ROAD = "bill_road"
SYNC_ACCOUNT = "sync_account"
WAITS = (60, 300, 900, 3600, 4 * 3600, 24 * 3600)
"""Seconds before the next try of a road; the last one again and again, so that nothing is lost."""
RECOVERIES = 50
"""Crashes after which DBOS alone stops trying. Not fewer: a document that kills its worker takes the
jobs beside it down too, and those are innocent. flow's own count sets the culprit aside long before."""

log = logging.getLogger("facteur.jobs")


@dataclass(frozen=True, slots=True)
class Road:
    """What the workflows call. Each takes a row's id, may be repeated at any point, and returns
    DONE, QUARANTINED or RETRY + code. `visit` takes an account's id, the others a message's.
    """

    read: Callable[[int], str]
    decide: Callable[[int], str]
    file_mail: Callable[[int], str]
    visit: Callable[[int], str]


_registered: list[Road] = []


def register(road: Road) -> None:
    """Makes `road` the one that this process's workflows call."""
    _registered[:] = [road]


def _road() -> Road:
    if not _registered:
        raise RuntimeError("jobs.road.register was not called before the worker started")
    return _registered[0]


def workflow_id(message_id: int) -> str:
    """The key of a message's road: a second enqueue under it changes nothing."""
    return f"road-{message_id}"


def message_of(workflow: str) -> int:
    """The message whose road `workflow` is, whatever was put behind the key ("road-12-1700.2")."""
    return int(workflow.split("-")[1].partition(".")[0])


def _told(step: Callable[[int], str], row_id: int) -> str:
    try:
        return step(row_id)
    except Exception as failure:  # whatever a fault is, the mail must stay on the road
        log.exception("step failed on row %d", row_id)
        return f"{RETRY}{type(failure).__name__}"


@DBOS.step(name="read")
def _read(message_id: int) -> str:
    return _told(_road().read, message_id)


@DBOS.step(name="decide")
def _decide(message_id: int) -> str:
    return _told(_road().decide, message_id)


@DBOS.step(name="file_mail")
def _file_mail(message_id: int) -> str:
    return _told(_road().file_mail, message_id)


@DBOS.step(name="visit")
def _visit(account_id: int) -> str:
    return _told(_road().visit, account_id)


@DBOS.workflow(name=BILL_ROAD, max_recovery_attempts=RECOVERIES)
def bill_road(message_id: int, attempt: int = 1) -> str:
    """Takes a message from received to filed; on RETRY the same road starts again later."""
    with counted():
        for step in (_read, _decide, _file_mail):
            outcome = step(message_id)
            if outcome.startswith(RETRY):
                _again(message_id, attempt)
            if outcome != DONE:
                return outcome
    return DONE


def _again(message_id: int, attempt: int) -> None:
    """A delayed job rather than a sleep: it holds no thread while it waits."""
    wait = WAITS[min(attempt, len(WAITS)) - 1]
    first = (DBOS.workflow_id or workflow_id(message_id)).partition(".")[0]
    with SetWorkflowID(f"{first}.{attempt + 1}"), SetEnqueueOptions(delay_seconds=wait):
        DBOS.enqueue_workflow(READ, bill_road, message_id, attempt + 1)


@DBOS.workflow(name=SYNC_ACCOUNT, max_recovery_attempts=RECOVERIES)
def sync_account(account_id: int) -> str:
    """Visits the account's server once; what fails waits for the next visit."""
    with counted():
        return _visit(account_id)
