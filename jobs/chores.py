"""The durable chores of each round beside the mail. Thin: flow does the work, and no thing twice.

A chore holds nothing that is needed later: lost or run twice, the next round does the same.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field

from dbos import DBOS

from jobs.road import RETRY
from jobs.running import counted

SKIPPED = "skipped"
"""This process was not given what to call: the next round asks again."""
_RECOVERIES = 5

log = logging.getLogger("facteur.jobs")


@dataclass(slots=True)
class Chore:
    """One kind of such job: one at a time, whatever the number of workers.

    workflow: its name in the job engine, kept with waiting jobs. partition: its own in the mailboxes'
    queue. failure: what the log says when it ended with a fault.
    """

    workflow: str
    partition: str
    failure: str
    _work: list[Callable[[], str]] = field(default_factory=list)

    def register(self, work: Callable[[], str]) -> None:
        """Makes `work` what this process does for it; it may be repeated at any point."""
        self._work[:] = [work]

    def forget(self) -> None:
        """Leaves the chore to other processes."""
        self._work.clear()

    def run(self) -> str:
        """What `work` answers; SKIPPED where there is none, RETRY + the class of a fault."""
        if not self._work:
            return SKIPPED
        try:
            return self._work[0]()
        except Exception as fault:  # whatever it is, the next round tries again
            log.exception(self.failure)
            return f"{RETRY}{type(fault).__name__}"


def _durable(workflow: str, partition: str, failure: str) -> Chore:
    """A chore that the job engine knows by the name `workflow`."""
    chore = Chore(workflow, partition, failure)

    @DBOS.step(name=f"{workflow}_step")
    def step() -> str:
        return chore.run()

    def job() -> str:
        with counted():
            return step()

    job.__qualname__ = workflow
    DBOS.workflow(name=workflow, max_recovery_attempts=_RECOVERIES)(job)
    return chore


ASK_PROVIDER = _durable("ask_provider", "provider", "the provider was not asked")
"""What became of the pages to pay at."""
SEND_REMINDERS = _durable("send_reminders", "reminders", "no reminders were sent")
"""The reminders that are due."""
