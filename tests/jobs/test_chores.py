"""What comes with each round is a job of its own: one at a time, and again in the next round."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from jobs.chores import ASK_PROVIDER, SEND_REMINDERS, SKIPPED, Chore
from jobs.outbox import Outbox
from jobs.road import DONE
from jobs.worker import Worker
from tests.jobs.steps import Steps, until

CHORES = (ASK_PROVIDER, SEND_REMINDERS)
each_chore = pytest.mark.parametrize("chore", CHORES, ids=lambda chore: chore.workflow)


@contextmanager
def running(worker: Worker, chore: Chore) -> Iterator[None]:
    """The worker works, and puts the job in every 50 ms."""
    beside = {"every": 0.05, "beside": [partial(Outbox.run, chore=chore)]}
    thread = threading.Thread(target=worker.run_forever, kwargs=beside)
    thread.start()
    try:
        yield
    finally:
        worker.halt()
        thread.join()
        chore.forget()


@each_chore
def test_it_is_run_in_every_round_never_twice_at_once_and_again_after_a_failure(
    chore: Chore, database_url: str, tmp_path: Path
) -> None:
    at_once, most, calls = 0, 0, 0
    lock = threading.Lock()

    def work() -> str:
        nonlocal at_once, most, calls
        with lock:
            at_once, calls = at_once + 1, calls + 1
            most = max(most, at_once)
        threading.Event().wait(0.05)
        with lock:
            at_once -= 1
        if calls == 1:
            raise ValueError("what fails waits for the next round")
        return DONE

    chore.register(work)
    with Worker(database_url, tmp_path, Steps().road()) as worker, running(worker, chore):
        until(lambda: calls >= 2)
    assert most == 1


def test_a_job_that_waits_is_not_put_in_again_and_keeps_no_other_from_waiting(
    sqlite_url: str, tmp_path: Path
) -> None:
    worker = Worker(sqlite_url, tmp_path, Steps().road())
    worker.start(listen=False)
    try:
        assert [worker.outbox.run(chore) for chore in CHORES] == [True, True]
        assert [worker.outbox.run(chore) for chore in CHORES] == [False, False]
    finally:
        worker.stop(0)


@each_chore
def test_a_process_that_cannot_do_it_leaves_it_to_the_next_round(chore: Chore) -> None:
    assert chore.run() == SKIPPED
