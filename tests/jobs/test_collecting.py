"""The provider is asked by a job of its own: one at a time, and again in the next round."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jobs import collecting
from jobs.outbox import Outbox
from jobs.road import DONE
from jobs.worker import Worker
from tests.jobs.steps import Steps, until


@contextmanager
def running(worker: Worker) -> Iterator[None]:
    """The worker works, and puts the job in every 50 ms."""

    def put(outbox: Outbox) -> object:
        return outbox.ask_provider()

    thread = threading.Thread(target=worker.run_forever, kwargs={"every": 0.05, "beside": [put]})
    thread.start()
    try:
        yield
    finally:
        worker.halt()
        thread.join()


def test_the_provider_is_asked_in_every_round_and_never_twice_at_once(
    database_url: str, tmp_path: Path
) -> None:
    at_once, most, calls = 0, 0, 0
    lock = threading.Lock()

    def ask() -> str:
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

    collecting.register(ask)
    try:
        with Worker(database_url, tmp_path, Steps().road()) as worker, running(worker):
            until(lambda: calls >= 2)
    finally:
        collecting._registered.clear()
    assert most == 1


def test_a_job_that_waits_is_not_put_in_again(sqlite_url: str, tmp_path: Path) -> None:
    worker = Worker(sqlite_url, tmp_path, Steps().road())
    worker.start(listen=False)
    try:
        assert worker.outbox.ask_provider()
        assert not worker.outbox.ask_provider()
    finally:
        worker.stop(0)


def test_a_process_that_cannot_ask_leaves_it_to_the_next_round() -> None:
    assert collecting._registered == []
    assert collecting._ask() == collecting.SKIPPED
