"""What a lasting worker does beside the road: it asks the provider what became of the pages to pay at."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from flow.collect.check import check_all, waiting
from flow.wiring import Wiring
from jobs.collecting import register
from jobs.outbox import Outbox
from jobs.road import DONE, RETRY


def asking(wiring: Wiring) -> Callable[[Outbox], object]:
    """The chore for `Worker.run_forever`; this process can do the job from now on."""
    register(partial(_ask, wiring))
    return partial(_put, wiring)


def _ask(wiring: Wiring) -> str:
    problems = check_all(wiring, datetime.now(UTC)).problems
    return f"{RETRY}{next(iter(problems.values())).code}" if problems else DONE


def _put(wiring: Wiring, outbox: Outbox) -> None:
    if waiting(wiring):
        outbox.ask_provider()
