"""What a lasting worker does beside the road: it asks the provider what was paid, and sends reminders."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from flow.collect.check import check_all, waiting
from flow.reminding.remind import has_reminders, remind_in_time
from flow.wiring import Wiring
from jobs.chores import ASK_PROVIDER, SEND_REMINDERS, Chore
from jobs.outbox import Outbox
from jobs.road import DONE, RETRY


def chores(wiring: Wiring) -> list[Callable[[Outbox], object]]:
    """The chores for `Worker.run_forever`; this process can do their jobs from now on."""
    ASK_PROVIDER.register(partial(_ask, wiring))
    SEND_REMINDERS.register(partial(_remind, wiring))
    return [
        partial(_put, ASK_PROVIDER, partial(waiting, wiring)),
        partial(_put, SEND_REMINDERS, lambda: has_reminders(wiring, datetime.now(UTC))),
    ]


def _put(chore: Chore, is_needed: Callable[[], object], outbox: Outbox) -> None:
    if is_needed():
        outbox.run(chore)


def _ask(wiring: Wiring) -> str:
    problems = check_all(wiring, datetime.now(UTC)).problems
    return f"{RETRY}{next(iter(problems.values())).code}" if problems else DONE


def _remind(wiring: Wiring) -> str:
    remind_in_time(wiring, datetime.now(UTC))
    return DONE
