"""The durable workflow that asks the provider what became of the pages to pay at. Thin: flow does the work.

It says nothing that is needed later: lost or run twice, the next one asks the same.
"""

import logging
from collections.abc import Callable

from dbos import DBOS

from jobs.road import RETRY

ASK_PROVIDER = "ask_provider"
PARTITION = "provider"
"""Its partition in the mailboxes' queue: one at a time, whatever the number of workers."""
SKIPPED = "skipped"
"""This process was not given what to call: the next round asks again."""
_RECOVERIES = 5

log = logging.getLogger("facteur.jobs")

_registered: list[Callable[[], str]] = []


def register(ask: Callable[[], str]) -> None:
    """Makes `ask` what this process's workflow calls; it may be repeated at any point."""
    _registered[:] = [ask]


@DBOS.step(name="ask_provider_step")
def _ask() -> str:
    if not _registered:
        return SKIPPED
    try:
        return _registered[0]()
    except Exception as failure:  # whatever a fault is, the next round asks again
        log.exception("the provider was not asked")
        return f"{RETRY}{type(failure).__name__}"


@DBOS.workflow(name=ASK_PROVIDER, max_recovery_attempts=_RECOVERIES)
def ask_provider() -> str:
    """Asks once for everything that is under way; what fails waits for the next round."""
    return _ask()
