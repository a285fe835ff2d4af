"""Receiving: each mail once, whatever the server and other programs do."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from flow.lease import holding
from flow.receive import peek_account
from models.errors.mailbox import FolderMissing, MailboxBusy
from models.tables import Mailbox, Message, Quarantine
from tests.dovecot import Dovecot
from tests.fake_imap import fake_imap
from tests.flow.house import House, add_account, house
from tests.mails import mail, mails


def test_every_mail_is_stored_once_and_put_on_the_road(dovecot: Dovecot, tmp_path: Path) -> None:
    sent = mails(12, size=2000)
    dovecot.deliver(*sent, user="first")
    with house(tmp_path, dovecot.login("first")) as home:
        first = home.receive()
        assert (first.seen, first.new, first.quarantined) == (12, 12, 0)
        assert sorted(home.jobs) == home.messages()
        assert home.receive().seen == 0
        dovecot.deliver(mail("late"), user="first")
        assert home.receive().new == 1
        assert home.stored() == {"INBOX": [*sent, mail("late")]}
    with dovecot.client("first") as client:
        client.select_folder("INBOX", readonly=True)
        assert client.search(["SEEN"]) == []


def test_the_newest_comes_first_and_a_row_tells_sender_and_subject(
    dovecot: Dovecot, tmp_path: Path
) -> None:
    accents = mail("plain").replace(b"Subject: plain", "Subject: échéance".encode())
    dovecot.deliver(mail("older"), accents, user="newest")
    with house(tmp_path, dovecot.login("newest")) as home:
        home.receive()
        with home.session() as session:
            first = session.get_one(Message, 1)
        assert first.subject == "échéance"
        assert (first.sender_name, first.sender_address) == ("Charlie", "charlie@example.org")
        assert first.sent_at == datetime(2026, 11, 2, 8, 0, tzinfo=UTC)


def test_known_mail_in_another_folder_is_only_a_new_place(dovecot: Dovecot, tmp_path: Path) -> None:
    sent = mails(5)
    dovecot.deliver(*sent, user="folders2")
    with house(tmp_path, dovecot.login("folders2")) as home:
        home.receive()
        with dovecot.client("folders2") as other:
            other.select_folder("INBOX")
            other.copy([1, 2], "Archive")
            other.move([3], "Archive")
        again = home.receive("Archive")
        assert (again.seen, again.new) == (3, 0)
        assert home.stored()["Archive"] == sent[:3]
        with pytest.raises(FolderMissing):
            home.receive("Nulle part")


def test_two_accounts_keep_their_own_copy(dovecot: Dovecot, tmp_path: Path) -> None:
    for user in ("alice2", "bob2"):
        dovecot.deliver(mail("shared"), user=user)
    with house(tmp_path, dovecot.login("alice2")) as alice:
        bob = House(alice.wiring, add_account(alice.wiring, dovecot.login("bob2")))
        assert alice.receive().new == bob.receive().new == 1
        assert alice.messages() != bob.messages()


def test_a_new_uidvalidity_downloads_headers_only_and_doubles_nothing(
    dovecot: Dovecot, tmp_path: Path
) -> None:
    sent = mails(30)
    dovecot.deliver(*sent, user="validity")
    with house(tmp_path, dovecot.login("validity")) as home:
        home.receive()
        dovecot.forget_uids("validity")
        dovecot.deliver(mail("after"), user="validity")
        again = home.receive()
        assert (again.seen, again.new) == (31, 1)
        assert len(home.messages()) == 31


def test_a_first_sync_looks_back_as_far_as_the_settings_say(
    dovecot: Dovecot, tmp_path: Path
) -> None:
    with dovecot.client("window") as client:
        client.append("INBOX", mail("old"), msg_time=datetime.now(UTC) - timedelta(days=100))
        client.append("INBOX", mail("recent"), msg_time=datetime.now(UTC) - timedelta(days=20))
    with house(tmp_path, dovecot.login("window")) as home:
        home.wiring = replace(home.wiring, settings=replace(home.wiring.settings, months=2))
        assert home.receive().new == 1
        assert home.stored() == {"INBOX": [mail("recent")]}
        assert home.receive().seen == 0


def test_a_dry_run_shows_what_is_new_and_writes_nothing(dovecot: Dovecot, tmp_path: Path) -> None:
    sent = mails(3)
    dovecot.deliver(*sent, user="peek")
    with house(tmp_path, dovecot.login("peek")) as home:
        shown = list(peek_account(home.wiring, home.account_id))
        assert [raw for _, raw in shown] == sent[::-1]
        assert [ref.uid for ref, _ in shown] == [3, 2, 1]
        with home.session() as session:
            assert session.query(Mailbox).count() == 0
        assert not list((tmp_path / "originals").glob("*"))
        home.receive()
        dovecot.deliver(mail("late"), user="peek")
        assert [raw for _, raw in peek_account(home.wiring, home.account_id)] == [mail("late")]


def test_two_pollers_at_once_are_one_too_many(dovecot: Dovecot, tmp_path: Path) -> None:
    with house(tmp_path, dovecot.login("busy")) as home:
        with holding(home.wiring.engine, home.account_id), pytest.raises(MailboxBusy):
            home.receive()
        home.receive()


def test_what_the_server_cannot_give_is_set_aside_and_tried_again(tmp_path: Path) -> None:
    header = b"".join(
        b"* %d FETCH (UID %d RFC822.SIZE 9 BODY[HEADER] {4}\r\n%d: b)\r\n" % (u, u, u)
        for u in (1, 2)
    )
    search = (b"UID SEARCH", b"* SEARCH 1 2\r\nTAG OK .\r\n")
    status = (b"STATUS", b"* STATUS INBOX (UIDVALIDITY 7 UIDNEXT 3 MESSAGES 2)\r\nTAG OK .\r\n")
    listed = (b"LIST", b'* LIST () "/" INBOX\r\nTAG OK .\r\n')
    good = b"* 2 FETCH (UID 2 BODY[] {2}\r\nhi)\r\nTAG OK .\r\n"
    bodies = (b"UID FETCH 2,1 (BODY.PEEK[])", good), (b"UID FETCH 1 (BODY", b"TAG OK .\r\n")
    usual = search, status, listed, (b"UID FETCH 2,1 (RFC", header + b"TAG OK .\r\n")
    with fake_imap(*bodies, *usual) as server, house(tmp_path, server.login()) as home:
        first = home.receive()
        assert (first.new, first.quarantined) == (1, 1)
        assert home.receive().seen == 0, "not before its time"
        with home.session() as session, session.begin():
            row = session.query(Quarantine).one()
            assert (row.uid, row.code, row.attempts) == (1, "no_data", 1)
            assert row.next_try is not None
            assert timedelta(minutes=59) < row.next_try - datetime.now(UTC) < timedelta(minutes=61)
            row.next_try = datetime.now(UTC)
        mended = b"* 1 FETCH (UID 1 BODY[] {3}\r\nlow)\r\nTAG OK .\r\n"
        server.script[:0] = [
            (b"UID FETCH 1 (RFC", header + b"TAG OK .\r\n"),
            (b"UID FETCH 1 (BODY", mended),
        ]
        assert home.receive().new == 1
        assert home.stored() == {"INBOX": [b"low", b"hi"]}
        with home.session() as session:
            assert session.query(Quarantine).one().released_at is not None
