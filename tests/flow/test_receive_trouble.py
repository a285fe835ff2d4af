"""Receiving in trouble: refused passwords, full disks, lost leases."""

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session

from flow import checkpoints
from flow.lease import holding
from inbox.login import Password
from models.errors.mailbox import LoginRefused, LoginThrottled, MailboxBusy, ServerGone
from models.tables import Account, Lease
from tests.dovecot import Dovecot
from tests.fake_imap import fake_imap
from tests.flow.house import house
from tests.mails import mail, mails


def test_three_refusals_stop_the_account_before_the_provider_locks_it(tmp_path: Path) -> None:
    refusal = (b"LOGIN", b"TAG NO [AUTHENTICATIONFAILED] no\r\n")
    with fake_imap(refusal) as server, house(tmp_path, server.login()) as home:
        for _ in range(5):
            with pytest.raises(LoginRefused):
                home.receive()
        assert sum(b"LOGIN" in line for line in server.heard) == 3
        account = home.account()
        assert (account.failures, account.failed_code) == (3, "login_refused")


def test_a_server_that_asks_to_wait_is_left_alone(tmp_path: Path) -> None:
    busy = (b"LOGIN", b"TAG NO [UNAVAILABLE] later\r\n")
    with fake_imap(busy) as server, house(tmp_path, server.login()) as home:
        for _ in range(3):
            with pytest.raises(LoginThrottled):
                home.receive()
        assert sum(b"LOGIN" in line for line in server.heard) == 1
        wait = home.account().wait_until
        assert wait is not None
        assert timedelta(seconds=40) < wait - datetime.now(UTC) < timedelta(seconds=80)


def test_a_lost_network_is_not_counted_and_a_good_login_forgets(
    dovecot: Dovecot, tmp_path: Path
) -> None:
    with house(tmp_path, dovecot.login("forget")) as home:
        with home.session() as session, session.begin():
            session.execute(update(Account).values(port=1))
        for _ in range(4):
            with pytest.raises(Exception, match="Nothing answers"):
                home.receive()
        assert home.account().failures == 0
        with home.session() as session, session.begin():
            wrong = home.wiring.secrets.encrypt("wrong")
            session.execute(update(Account).values(port=dovecot.port, secret=wrong))
        with pytest.raises(LoginRefused):
            home.receive()
        with home.session() as session, session.begin():
            right = home.wiring.secrets.encrypt(dovecot.login().secret.value)
            session.execute(update(Account).values(secret=right))
        home.receive()
        assert (home.account().failures, home.account().failed_code) == (0, None)


def test_an_error_before_the_commit_leaves_nothing_of_the_batch(
    dovecot: Dovecot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dovecot.deliver(*mails(3), user="rollback")

    def fail(point: str) -> None:
        if point == "before-commit" and home.jobs:
            raise RuntimeError

    with house(tmp_path, dovecot.login("rollback")) as home:
        monkeypatch.setattr(checkpoints, "listeners", [fail])
        with pytest.raises(RuntimeError):
            home.receive()
        assert home.messages() == []
        monkeypatch.undo()
        home.jobs.clear()
        assert home.receive().new == 3


def test_a_poller_that_lost_its_lease_cannot_commit(
    dovecot: Dovecot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dovecot.deliver(*mails(3), user="sleeper")
    with house(tmp_path, dovecot.login("sleeper")) as home:

        def stolen(point: str) -> None:
            if point == "fetched":
                with Session(home.wiring.engine) as session, session.begin():
                    session.execute(update(Lease).values(holder="another machine 1 2 3"))

        monkeypatch.setattr(checkpoints, "listeners", [stolen])
        with pytest.raises(MailboxBusy):
            home.receive()
        assert home.messages() == []
        monkeypatch.undo()
        with pytest.raises(MailboxBusy):
            home.receive()
        with home.session() as session, session.begin():
            session.execute(update(Lease).values(until=datetime.now(UTC) - timedelta(seconds=1)))
        assert home.receive().new == 3


def test_the_lease_of_a_process_that_died_here_is_free_at_once(
    dovecot: Dovecot, tmp_path: Path
) -> None:
    with house(tmp_path, dovecot.login("died")) as home:
        taken = (
            "import os, signal, sys\n"
            "from models.database import open_engine\n"
            "from flow.lease import holding\n"
            "with holding(open_engine(sys.argv[1]), int(sys.argv[2])):\n"
            "    os.kill(os.getpid(), signal.SIGKILL)\n"
        )
        url = home.wiring.settings.url
        command = [sys.executable, "-c", taken, url, str(home.account_id)]
        died = subprocess.run(command, check=False, cwd=Path(__file__).parents[2], env=os.environ)
        assert died.returncode == -9
        with home.session() as session:
            assert session.get_one(Lease, home.account_id).holder is not None
        with holding(home.wiring.engine, home.account_id):
            pass


def test_a_server_that_gives_out_other_uids_in_the_middle_is_left(tmp_path: Path) -> None:
    status = (b"STATUS", b"* STATUS INBOX (UIDVALIDITY 8 UIDNEXT 3 MESSAGES 2)\r\nTAG OK .\r\n")
    listed = (b"LIST", b'* LIST () "/" INBOX\r\nTAG OK .\r\n')
    with fake_imap(status, listed) as server, house(tmp_path, server.login()) as home:
        with pytest.raises(ServerGone):
            home.receive()
        assert home.messages() == []


def test_a_mail_without_message_id_is_stored_once(dovecot: Dovecot, tmp_path: Path) -> None:
    sent = [mail("no id", message_id=""), mail("same", message_id="<x@y>")]
    sent += [mail("other", message_id="<x@y>"), sent[0]]
    dovecot.deliver(*sent, user="noid")
    with house(tmp_path, dovecot.login("noid", secret=Password("secret-d'Alice"))) as home:
        assert home.receive().new == 3
        assert home.stored()["INBOX"] == sent


def test_equal_headers_without_message_id_may_be_two_mails(
    dovecot: Dovecot, tmp_path: Path
) -> None:
    first = mail("scan", message_id="").replace(b"Date: Mon, 02 Nov 2026 09:00:00 +0100\r\n", b"")
    second = first.replace(b"scan 00000001", b"scan 00000009")
    assert len(second) == len(first)
    assert second != first
    dovecot.deliver(first, user="scans")
    with house(tmp_path, dovecot.login("scans")) as home:
        assert home.receive().new == 1
        dovecot.deliver(second, user="scans")
        assert home.receive().new == 1
        dovecot.forget_uids("scans")
        assert home.receive().new == 0
        assert home.stored()["INBOX"] == [first, second]
