"""The durable workflow that sends the reminders that are due. Thin: flow does the work, and each comes once.

It says nothing that is needed later: lost or run twice, the next one sends the same.
"""

import logging
from collections.abc import Callable

from dbos import DBOS

from jobs.collecting import SKIPPED
from jobs.road import RETRY

SEND_REMINDERS = "send_reminders"
PARTITION = "reminders"
"""Its partition in the mailboxes' queue: one at a time, whatever the number of workers."""
_RECOVERIES = 5

log = logging.getLogger("facteur.jobs")

_registered: list[Callable[[], str]] = []


def register(remind: Callable[[], str]) -> None:
    """Makes `remind` what this process's workflow calls; it may be repeated at any point."""
    _registered[:] = [remind]


@DBOS.step(name="send_reminders_step")
def _remind() -> str:
    if not _registered:
        return SKIPPED
    try:
        return _registered[0]()
    except Exception as failure:  # whatever a fault is, the next round tries again
        log.exception("no reminders were sent")
        return f"{RETRY}{type(failure).__name__}"


@DBOS.workflow(name=SEND_REMINDERS, max_recovery_attempts=_RECOVERIES)
def send_reminders() -> str:
    """Sends once what is due; what fails waits for the next round."""
    return _remind()
