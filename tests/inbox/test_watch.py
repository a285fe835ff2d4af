"""Waiting for news: told at once, polled underneath, and quiet when nobody is there."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from inbox.login import Password
from inbox.watch import Watch
from models.errors.mailbox import LoginRefused
from tests.dovecot import Dovecot
from tests.fake_imap import fake_imap
from tests.mails import mail

_STATUS = b"* STATUS INBOX (UIDVALIDITY 7 UIDNEXT 3 MESSAGES 2)\r\nTAG OK .\r\n"


@contextmanager
def _running(watch: Watch) -> Iterator[list[str]]:
    """The news that a watch tells, while the block runs; it must end by itself when stopped."""
    told: list[str] = []
    thread = threading.Thread(target=_note, args=(watch, told))
    thread.start()
    try:
        yield told
    finally:
        watch.stop.set()
        thread.join(10)
        assert not thread.is_alive()


def _note(watch: Watch, told: list[str]) -> None:
    for folder in watch.news():
        told.append(folder)  # noqa: PERF402 - the test looks while it grows


def _soon(true: Callable[[], bool], seconds: float = 8.0) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.02)
    return False


def test_new_mail_is_told_by_idle_long_before_the_poll(dovecot: Dovecot) -> None:
    with _running(Watch(dovecot.login("idle"), ["INBOX"], poll_every=300)) as told:
        assert _soon(lambda: told == ["INBOX"])
        for count in (2, 3):
            time.sleep(0.3)
            dovecot.deliver(mail("news"), user="idle")
            assert _soon(lambda count=count: len(told) == count)  # type: ignore[misc]


def test_other_folders_and_servers_without_idle_are_polled(dovecot: Dovecot) -> None:
    with _running(Watch(dovecot.login("poll"), ["INBOX", "Archive"], poll_every=0.2)) as told:
        assert _soon(lambda: told == ["INBOX", "Archive"])
        dovecot.deliver(mail("news"), user="poll", folder="Archive")
        assert _soon(lambda: told == ["INBOX", "Archive", "Archive"])
    without = (b"CAPABILITY", b"* CAPABILITY IMAP4rev1\r\nTAG OK .\r\n"), (b"STATUS", _STATUS)
    with fake_imap(*without) as server:
        with _running(Watch(server.login(), ["INBOX"], poll_every=0.05)) as told:
            assert _soon(lambda: sum(b"STATUS" in line for line in server.heard) > 3)
        assert told == ["INBOX"]
        assert not any(b"IDLE" in line for line in server.heard)


@pytest.mark.parametrize(
    "end", [b"+ idling\r\n* BYE bye\r\n", b"+ idling\r\n", None, b"\x00garbage\r\n"]
)
def test_a_connection_that_dies_while_idle_is_opened_again_without_a_busy_loop(
    end: bytes | None,
) -> None:
    with fake_imap((b"IDLE", end), (b"STATUS", _STATUS), (b"DONE", None)) as server:
        watch = Watch(server.login(), ["INBOX"], poll_every=0.1, first_pause=0.2)
        began = time.process_time()
        with _running(watch):
            assert _soon(lambda: sum(b"LOGIN" in line for line in server.heard) >= 3)
            time.sleep(1)
        assert time.process_time() - began < 1.0
        assert sum(b"LOGIN" in line for line in server.heard) < 30


def test_kicked_by_the_server_it_comes_back_and_hears_on(dovecot: Dovecot) -> None:
    watch = Watch(dovecot.login("kicked"), ["INBOX"], first_pause=0.1)
    with _running(watch) as told:
        assert _soon(lambda: told == ["INBOX"])
        time.sleep(0.3)
        dovecot.kick("kicked")
        dovecot.deliver(mail("news"), user="kicked")
        assert _soon(lambda: len(told) == 2)


def test_a_refused_password_ends_the_watch(dovecot: Dovecot) -> None:
    watch = Watch(dovecot.login(secret=Password("wrong")), ["INBOX"])
    with pytest.raises(LoginRefused):
        next(watch.news())


def test_a_watch_that_was_stopped_tells_nothing(dovecot: Dovecot) -> None:
    watch = Watch(dovecot.login("stopped"), ["INBOX"])
    watch.stop.set()
    assert list(watch.news()) == []
