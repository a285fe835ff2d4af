"""Fetching: whatever the server does, each message ends as found, gone or unreadable."""

from collections.abc import Iterable

import pytest

from inbox import fetch
from inbox.connect import Session, open_session
from inbox.fetch import fetch_bodies, fetch_headers
from inbox.gather import Gathered
from inbox.uids import uids_between
from models.errors.mailbox import LoginThrottled, ServerGone
from tests.dovecot import Dovecot
from tests.fake_imap import fake_imap
from tests.mails import mail, mails

_SOME = [(uid, 10) for uid in range(1, 5)]


def _all(session: Session, sizes: list[tuple[int, int]]) -> Gathered[bytes]:
    session.open("INBOX")
    return _joined(fetch_bodies(session, sizes))


def _joined(batches: Iterable[Gathered[bytes]]) -> Gathered[bytes]:
    whole: Gathered[bytes] = Gathered()
    for batch in batches:
        whole.found |= batch.found
        whole.gone |= batch.gone
        whole.unreadable |= batch.unreadable
    return whole


def _body(uid: int, what: bytes = b"BODY[] {2}\r\nhi") -> bytes:
    return b"* %d FETCH (UID %d %s)\r\n" % (uid, uid, what)


def _answers(*given: bytes) -> bytes:
    return b"".join(given) + b"TAG OK done\r\n"


def _one_by_one(*others: tuple[bytes, bytes | None]) -> list[tuple[bytes, bytes | None]]:
    """Every message can be had alone, except what `others` says."""
    alone = [(b"UID FETCH %d (" % uid, _answers(_body(uid))) for uid in range(1, 5)]
    return [*others, *alone]


def test_headers_and_bodies_come_as_they_were_sent(dovecot: Dovecot) -> None:
    sent = mails(7, size=3000)
    dovecot.deliver(*sent, user="plain")
    with open_session(dovecot.login("plain")) as session:
        session.open("INBOX")
        found = next(fetch_headers(session, uids_between(session, 1, 7))).found
        assert [sent[uid - 1].startswith(header.raw) for uid, header in found.items()] == [True] * 7
        got = _joined(fetch_bodies(session, [(h.uid, h.size) for h in found.values()]))
    assert [got.found[uid] for uid in range(1, 8)] == sent
    with dovecot.client("plain") as client:
        client.select_folder("INBOX", readonly=True)
        assert client.search(["SEEN"]) == []


def test_batches_hold_at_most_100_messages_and_16_megabytes() -> None:
    small = list(fetch._batches([(uid, 10) for uid in range(250)]))
    large = list(fetch._batches([(uid, 9 * 2**20) for uid in range(3)]))
    assert [len(batch) for batch in small] == [100, 100, 50]
    assert [len(batch) for batch in large] == [1, 1, 1]


def test_a_large_message_comes_in_pieces(dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "LARGE", 2000)
    monkeypatch.setattr(fetch, "PIECE", 1000)
    sent = [mail("large", size=size) for size in (2500, 3000 - 211, 9000)]
    dovecot.deliver(*sent, user="large")
    with open_session(dovecot.login("large")) as session:
        got = _all(session, [(uid, len(raw)) for uid, raw in enumerate(sent, 1)])
        assert [got.found[uid] for uid in (1, 2, 3)] == sent
        monkeypatch.setattr(fetch, "MAX_MESSAGE", 5000)
        assert _all(session, [(3, len(sent[2]))]).unreadable == {3: "too_large"}
        assert _all(session, [(3, 2001)]).unreadable == {3: "no_data"}, "its size was a lie"


def test_a_vanished_uid_is_not_an_error(dovecot: Dovecot) -> None:
    dovecot.deliver(*mails(6), user="vanish")
    with open_session(dovecot.login("vanish")) as session:
        session.open("INBOX")
        with dovecot.client("vanish") as other:
            other.select_folder("INBOX")
            other.delete_messages([2, 5])
            other.uid_expunge([2, 5])
        got = _joined(fetch_bodies(session, [(uid, 300) for uid in range(1, 7)]))
    assert set(got.found) == {1, 3, 4, 6}
    assert got.gone == {2, 5}
    assert not got.unreadable


@pytest.mark.parametrize("nothing", [b"", b"BODY[] NIL", b'BODY[] ""', b"FLAGS ()"])
def test_ok_without_data_is_unreadable_alone(nothing: bytes) -> None:
    bad = _body(3, nothing) if nothing else b""
    whole = _answers(_body(1), _body(2), bad, _body(4))
    script = ((b"UID FETCH 1,2,3,4", whole), (b"UID FETCH 3 ", _answers(bad)))
    with fake_imap(*script) as server, open_session(server.login()) as session:
        got = _all(session, _SOME)
    assert got.found == {1: b"hi", 2: b"hi", 4: b"hi"}
    assert got.unreadable == {3: "no_data"}


_TROUBLE: dict[str, tuple[bytes | None, str]] = {
    "partial data, then NO": (_body(1) + b"TAG NO cannot\r\n", "refused"),
    "BAD": (b"TAG BAD cannot\r\n", "refused"),
    "a keyword the lexer trips on": (
        _answers(_body(3, b"FLAGS ($a[b) BODY[] {2}\r\nhi")),
        "refused",
    ),
    "garbage": (b"\x00\x01\x02\r\n", "connection_lost"),
    "hanging up": (None, "connection_lost"),
    "a short literal, then silence": (b"* 3 FETCH (UID 3 BODY[] {99}\r\nshort", "connection_lost"),
    "a literal of 9 GB": (b"* 3 FETCH (UID 3 BODY[] {9999999999}\r\n", "connection_lost"),
    "an endless line": (b"* 3 FETCH " + b"x" * 1_100_000, "refused"),
    "OK without a word": (b"TAG OK\r\n", "connection_lost"),
}


@pytest.mark.parametrize("name", _TROUBLE)
def test_one_message_in_trouble_does_not_take_the_others_along(name: str) -> None:
    answer, why = _TROUBLE[name]
    groups = [
        (begin, answer) for begin in (b"UID FETCH 1,2,3,4", b"UID FETCH 3,4", b"UID FETCH 3 ")
    ]
    script = _one_by_one((b"UID FETCH 1,2 ", _answers(_body(1), _body(2))), *groups)
    with fake_imap(*script) as server, open_session(server.login()) as session:
        got = _all(session, _SOME)
    assert got.found == {1: b"hi", 2: b"hi", 4: b"hi"}
    assert got.unreadable == {3: why}


def test_an_answer_without_uid_never_gives_a_message_the_body_of_another() -> None:
    answer = b"* 3 FETCH (BODY[] {2}\r\nhi)\r\nTAG OK done\r\n"
    with fake_imap((b"UID FETCH", answer)) as server, open_session(server.login()) as session:
        assert _all(session, [(3, 10)]).unreadable == {3: "no_data"}


def test_a_server_that_is_gone_for_good_is_not_asked_for_ever() -> None:
    with fake_imap((b"UID FETCH", None)) as server, open_session(server.login()) as session:
        session.open("INBOX")
        with pytest.raises(ServerGone):
            _joined(fetch_bodies(session, [(uid, 10) for uid in range(1, 101)]))
        fetches = [line for line in server.heard if line.startswith(b"UID FETCH")]
    assert len(fetches) < 20


def test_a_server_that_asks_to_wait_sets_nothing_aside() -> None:
    busy = (b"UID FETCH", b"TAG NO [UNAVAILABLE] Account exceeded bandwidth limits\r\n")
    with (
        fake_imap(busy) as server,
        open_session(server.login()) as session,
        pytest.raises(LoginThrottled),
    ):
        _all(session, _SOME)


def test_a_header_with_an_impossible_date_is_a_header() -> None:
    answer = _answers(_body(1, b'RFC822.SIZE 9 INTERNALDATE "no date" BODY[HEADER] {4}\r\na: b'))
    with fake_imap((b"UID FETCH", answer)) as server, open_session(server.login()) as session:
        session.open("INBOX")
        header = next(fetch_headers(session, [1])).found[1]
    assert header.received_at is None
    assert header.raw == b"a: b"
