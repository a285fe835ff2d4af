"""Children that read: what they answer, and how they end."""

import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from flow import sandbox as sandbox_module
from flow.sandbox import Child, Sandbox
from models.errors.files import EmptyFile, TooLarge
from models.errors.reading import ReaderDied, TimedOut

MAIL = b"From: a@b.test\r\nSubject: hello\r\n\r\nhello\r\n"


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    made = Sandbox(2, 10, 512)
    yield made
    made.close()


def test_a_mail_is_read_in_a_child(sandbox: Sandbox) -> None:
    answer = sandbox.ask("read", MAIL, name="1.eml")
    assert isinstance(answer["envelope"], dict)
    assert answer["envelope"]["subject"] == "hello"


def test_a_problem_in_the_child_is_the_same_problem_here(sandbox: Sandbox) -> None:
    with pytest.raises(EmptyFile):
        sandbox.ask("read", b" ", name="a.xml")


def test_more_than_the_limit_is_refused_before_a_child_sees_it(sandbox: Sandbox) -> None:
    with pytest.raises(TooLarge):
        sandbox.ask("read", bytes(121 * 2**20), name="big")


def test_a_child_that_dies_is_replaced() -> None:
    child = Child(512)
    child.ask({"task": "read", "name": "1.eml"}, MAIL, 10)
    os.kill(child._process.pid, signal.SIGSEGV)
    with pytest.raises(ReaderDied):
        child.ask({"task": "read", "name": "1.eml"}, MAIL, 10)
    child.close()
    pool = Sandbox(1, 10, 512)
    assert pool.ask("read", MAIL, name="1.eml")
    first = pool._idle.queue[0]
    assert first is not None
    os.kill(first._process.pid, signal.SIGKILL)
    with pytest.raises(ReaderDied):
        pool.ask("read", MAIL, name="1.eml")
    assert pool.ask("read", MAIL, name="1.eml")
    pool.close()


def test_a_child_that_hangs_is_killed_in_time() -> None:
    child = Child(512)
    child.ask({"task": "read", "name": "1.eml"}, MAIL, 10)
    os.kill(child._process.pid, signal.SIGSTOP)
    with pytest.raises(TimedOut):
        child.ask({"task": "read", "name": "1.eml"}, MAIL, 0.2)


def test_a_child_that_had_to_wait_for_others_still_answers() -> None:
    child = Child(512)
    child.ask({"task": "read", "name": "1.eml"}, MAIL, 10)
    os.kill(child._process.pid, signal.SIGSTOP)
    again = threading.Timer(2.5, os.kill, (child._process.pid, signal.SIGCONT))
    again.start()
    assert child.ask({"task": "read", "name": "1.eml"}, MAIL, 1.0)
    child.close()


def test_a_child_that_computes_for_ever_is_ended_by_its_own_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sandbox_module, "_MARGIN", 0.0)
    monkeypatch.setattr(sandbox_module, "_PATIENCE", 1000)
    child = Child(512, "tests.flow.endless")
    with pytest.raises(TimedOut):
        child.ask({}, MAIL, 0.5)


def test_many_threads_share_few_children(sandbox: Sandbox) -> None:
    def subject(number: int) -> str:
        raw = MAIL.replace(b"hello\r\n\r\n", str(number).encode() + b"\r\n\r\n")
        envelope = sandbox.ask("read", raw, name="x.eml")["envelope"]
        assert isinstance(envelope, dict)
        return str(envelope["subject"])

    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(subject, range(40))) == [str(n) for n in range(40)]
    assert threading.active_count() < 20


def test_a_file_of_our_name_in_the_current_folder_is_not_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sandbox: Sandbox
) -> None:
    (tmp_path / "flow.py").write_text("raise SystemExit(9)")
    monkeypatch.chdir(tmp_path)
    assert sandbox.ask("read", MAIL, name="1.eml")
