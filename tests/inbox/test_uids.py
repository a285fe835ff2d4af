"""Which uids a folder holds, asked for so that no answer is too long and none is misread."""

import re
from datetime import date

import pytest

from inbox import uids
from inbox.connect import open_session
from inbox.uids import status, uids_between
from tests.dovecot import Dovecot
from tests.fake_imap import fake_imap
from tests.mails import mails


def test_two_hundred_thousand_uids_are_asked_for_in_windows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(uids, "WINDOW", 3)
    lines = [
        (
            b"UID SEARCH %d:%d" % (a, a + 2),
            b"* SEARCH %d %d %d\r\nTAG OK .\r\n" % (a, a * 10**8, a * 10**8 + 1),
        )
        for a in (1, 4, 7)
    ]
    with fake_imap(*lines) as server, open_session(server.login()) as session:
        session.open("INBOX")
        found = uids_between(session, 2, 4_000_000_000)
        asked = [line for line in server.heard if line.startswith(b"UID SEARCH")]
    assert found == [4, 7, 100000000, 100000001, 400000000, 400000001, 700000000, 700000001]
    assert not any(re.search(rb"\*", line) for line in asked)


@pytest.mark.parametrize(
    "answer",
    [
        b"* SEARCH 1 2\r\n* SEARCH 3 99\r\n",
        b"* SEARCH 3 2 1 (MODSEQ 917)\r\n",
        b"* SEARCH 1 2 3 99999999999\r\n",
    ],
)
def test_searches_are_read_leniently_and_kept_within_what_was_asked(answer: bytes) -> None:
    with (
        fake_imap((b"UID SEARCH", answer + b"TAG OK .\r\n")) as server,
        open_session(server.login()) as session,
    ):
        session.open("INBOX")
        assert uids_between(session, 1, 9) == [1, 2, 3]


def test_a_folder_without_news_gives_no_uid_though_servers_answer_the_last(
    dovecot: Dovecot,
) -> None:
    dovecot.deliver(*mails(3), user="last")
    with open_session(dovecot.login("last")) as session:
        now = status(session, "INBOX")
        session.open("INBOX")
        assert (now.uidnext, now.messages) == (4, 3)
        assert uids_between(session, 4, 3) == []
        assert uids_between(session, 4, 100) == []


def test_the_window_of_the_first_sync_is_asked_with_english_months(dovecot: Dovecot) -> None:
    dovecot.deliver(*mails(2), user="since")
    with open_session(dovecot.login("since")) as session:
        session.open("INBOX")
        assert uids_between(session, 1, 9, since=date(2020, 8, 1)) == [1, 2]
        assert uids_between(session, 1, 9, since=date(2999, 12, 31)) == []
