"""Reminders are sent by a job of their own: one at a time, and again in the next round."""

import threading
from pathlib import Path

from jobs import reminding
from jobs.collecting import SKIPPED
from jobs.outbox import Outbox
from jobs.road import DONE
from jobs.worker import Worker
from tests.jobs.steps import Steps, until


def test_each_round_sends_what_is_due_and_a_failure_waits_for_the_next(
    database_url: str, tmp_path: Path
) -> None:
    calls: list[int] = []

    def remind() -> str:
        calls.append(1)
        if len(calls) == 1:
            raise ValueError("what fails waits for the next round")
        return DONE

    reminding.register(remind)
    try:
        with Worker(database_url, tmp_path, Steps().road()) as worker:
            beside = {"every": 0.05, "beside": [Outbox.send_reminders]}
            thread = threading.Thread(target=worker.run_forever, kwargs=beside)
            thread.start()
            until(lambda: len(calls) >= 2)
            worker.halt()
            thread.join()
    finally:
        reminding._registered.clear()


def test_a_job_that_waits_is_not_put_in_again(sqlite_url: str, tmp_path: Path) -> None:
    worker = Worker(sqlite_url, tmp_path, Steps().road())
    worker.start(listen=False)
    try:
        assert worker.outbox.send_reminders()
        assert not worker.outbox.send_reminders()
    finally:
        worker.stop(0)


def test_a_process_that_cannot_send_leaves_it_to_the_next_round() -> None:
    assert reminding._registered == []
    assert reminding._remind() == SKIPPED
