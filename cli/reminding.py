"""Sending reminders by itself, for the verbs that run a worker."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from flow.reminding.remind import has_reminders, remind_all
from flow.wiring import Wiring
from jobs.outbox import Outbox
from jobs.reminding import register
from jobs.road import DONE


def reminding(wiring: Wiring) -> Callable[[Outbox], object]:
    """The chore for `Worker.run_forever`; this process can do the job from now on."""
    register(partial(_remind, wiring))
    return partial(_put, wiring)


def _remind(wiring: Wiring) -> str:
    remind_all(wiring, datetime.now(UTC))
    return DONE


def _put(wiring: Wiring, outbox: Outbox) -> None:
    if has_reminders(wiring, datetime.now(UTC)):
        outbox.send_reminders()
