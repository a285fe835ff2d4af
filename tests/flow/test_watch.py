"""Listeners: what mends itself is waited for, what a person must mend is told once."""

import threading
import time
from pathlib import Path

import pytest

from flow import watch
from flow.sign_in import login_for
from flow.watch import Listeners
from flow.wiring import Wiring
from inbox.login import Login
from models.errors.mailbox import ServerGone
from models.errors.problem import Problem
from models.tables import Account
from tests.dovecot import Dovecot
from tests.flow.house import House, house


def wait_until(met: threading.Event) -> None:
    assert met.wait(20)


def keep_secret(home: House, secret: bytes) -> bytes | None:
    with home.session() as session, session.begin():
        account = session.get_one(Account, home.account_id)
        before, account.secret = account.secret, secret
    return before


def test_a_network_that_is_away_at_the_start_is_waited_for(
    dovecot: Dovecot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dovecot.deliver(b"Subject: x\r\n\r\nx\r\n", user="away")
    tries: list[int] = []

    def away_at_first(wiring: Wiring, account_id: int) -> Login:
        tries.append(account_id)
        if len(tries) < 3:
            raise ServerGone(host="login.example")
        return login_for(wiring, account_id)

    monkeypatch.setattr(watch, "login_for", away_at_first)
    monkeypatch.setattr(watch, "_FIRST_PAUSE", 0.05)
    stop, visited = threading.Event(), threading.Event()
    with house(tmp_path, dovecot.login("away")) as home:
        refused: list[str] = []
        listeners = Listeners(
            home.wiring, lambda _id: visited.set(), stop, lambda who, _why: refused.append(who)
        )
        assert listeners.look() == ["away@example.org"]
        wait_until(visited)
        stop.set()
        listeners.join(10)
        assert refused == []
        assert not listeners.all_failed()


def test_a_login_that_cannot_work_is_told_once_and_tried_again_after_connecting_anew(
    dovecot: Dovecot, tmp_path: Path
) -> None:
    dovecot.deliver(b"Subject: x\r\n\r\nx\r\n", user="anew")
    stop, visited = threading.Event(), threading.Event()
    with house(tmp_path, dovecot.login("anew")) as home:
        good = keep_secret(home, b"not encrypted by our key")
        refused: list[tuple[str, str]] = []

        def note(who: str, why: Problem) -> None:
            refused.append((who, why.code))

        listeners = Listeners(home.wiring, lambda _id: visited.set(), stop, note)
        listeners.look()
        until = time.monotonic() + 20
        while not listeners.all_failed():
            assert time.monotonic() < until
            time.sleep(0.05)
        assert listeners.look() == []
        assert refused == [("anew@example.org", "secret_unreadable")]
        assert good is not None
        keep_secret(home, good)
        assert listeners.look() == ["anew@example.org"]
        wait_until(visited)
        assert not listeners.all_failed()
        stop.set()
        listeners.join(10)
        assert len(refused) == 1
