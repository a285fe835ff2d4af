"""Mail goes through a real server, once, and what became of it is told apart."""

import socket
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from traceback import format_exception

import pytest

from models.errors.mailbox import (
    CertificateUntrusted,
    ConnectionRefused,
    EncryptionMissing,
    HostUnknown,
    LoginRefused,
    LoginThrottled,
    PlainRefused,
    SignInNotOffered,
    TokenExpired,
)
from models.errors.problem import Problem
from models.errors.sending import ChannelRefused, MailDeferred, MailRefused
from models.security import Security
from notify.channels.smtp.channel import Smtp
from notify.notice import Delivery, Fate, Notice
from notify.post_office import Credentials, PostOffice
from tests.dovecot import free_port
from tests.notify.notices import ALICE, notice
from tests.notify.post import PASSWORD, Box, post, says, scripted

SMTP = Smtp()
HELLO = "250 script"
OK = "250 OK"
GO = "354 go"

pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Box, PostOffice]]:
    with post(tmp_path_factory.mktemp("plain"), Security.PLAIN, auth=False) as made:
        yield made


def sent(office: PostOffice, *notices: Notice) -> list[Delivery]:
    return list(SMTP.send(notices or (notice(),), ALICE, office))


@pytest.mark.parametrize("security", Security)
def test_one_connection_carries_several_mails_signed_in_once(
    security: Security, tmp_path: Path
) -> None:
    with post(tmp_path, security) as (box, office):
        done = sent(office, *map(notice, range(3)))
    assert [one.fate for one in done] == [Fate.ACCEPTED] * 3
    assert box.tries == ["PLAIN"]
    assert box.lines == (2 if security is Security.STARTTLS else 1)
    mail = message_from_bytes(box.sources()[0], policy=default)
    assert mail["Subject"] == "2 factures à régler"
    assert mail["From"] == "Alice Martin <alice@example.org>"
    assert mail["Message-ID"] == done[0].message_id == f"<{notice(0).key}@example.org>"
    body = mail.get_body(("plain",))
    assert body is not None
    assert (
        body.get_content().replace("\r\n", "\n") == "Bonjour Bob,\n\nEaux du Vallon : 28,07 €.\n.\n"
    )


def test_login_is_taken_where_plain_is_not_offered(tmp_path: Path) -> None:
    with post(tmp_path, Security.TLS, mechanisms=("PLAIN",)) as (box, office):
        assert [one.fate for one in sent(office)] == [Fate.ACCEPTED]
    assert box.tries == ["LOGIN"]


def test_where_no_way_to_sign_in_is_offered_no_password_is_called_wrong(tmp_path: Path) -> None:
    with post(tmp_path, Security.STARTTLS) as (box, office):
        bare = replace(office, security=Security.PLAIN)
        with pytest.raises(SignInNotOffered, match="--starttls"):
            sent(bare)
    assert box.tries == []


def test_login_sends_the_name_only_when_asked_for_it() -> None:
    heard: list[bytes] = []

    def play(connection: socket.socket) -> None:
        lines = connection.makefile("rb")
        connection.sendall(b"220 script\r\n")
        for answer in (
            b"250-script\r\n250 AUTH LOGIN",
            b"334 VXNlcg==",
            b"334 UGFzcw==",
            b"535 no",
        ):
            heard.append(lines.readline())
            connection.sendall(answer + b"\r\n")
        lines.close()

    with scripted(play) as office, pytest.raises(LoginRefused):
        sent(replace(office, credentials=Credentials("alice", "é")))
    assert heard[1:] == [b"AUTH LOGIN\r\n", b"YWxpY2U=\r\n", b"w6k=\r\n"]


def test_a_wrong_password_is_tried_once_and_shown_nowhere(tmp_path: Path) -> None:
    wrong = Credentials("alice", "wrong-hörse")
    assert "wrong" not in repr(replace(PLAIN_OFFICE, credentials=wrong))
    with post(tmp_path, Security.STARTTLS) as (box, office):
        with pytest.raises(LoginRefused) as refused:
            sent(replace(office, credentials=wrong), notice(1), notice(2))
        assert len(box.tries) == 1
    assert "hörse" not in "".join(format_exception(refused.value))
    assert b64encode(b"\0alice").decode()[:6] not in "".join(format_exception(refused.value))


PLAIN_OFFICE = PostOffice("127.0.0.1", 25, Security.PLAIN)


def test_a_refused_recipient_is_for_good_a_full_one_is_tried_later_others_are_served(
    plain: tuple[Box, PostOffice],
) -> None:
    box, office = plain
    box.mails.clear()
    office = replace(office, credentials=None)
    addresses = ("nobody@example.org", "full@example.org", "no address", "bob@example.org")
    done = sent(office, *(notice(n, to=to) for n, to in enumerate(addresses)))
    assert [one.fate for one in done] == [Fate.REFUSED, Fate.LATER, Fate.REFUSED, Fate.ACCEPTED]
    kinds = [type(one.problem) for one in done]
    assert kinds == [MailRefused, MailDeferred, ChannelRefused, type(None)]
    assert [one.rcpt_tos for one in box.mails] == [["bob@example.org"]]


def test_the_servers_words_are_shown_as_one_plain_line_without_our_secret(tmp_path: Path) -> None:
    with post(tmp_path, Security.TLS) as (_, office):
        (done,) = sent(office, notice(to="nobody@example.org"))
    told = str(done.problem)
    assert "5.1.1 <nobody@example.org> no such user" in told
    assert told.isprintable()
    assert "\x1b" not in told
    assert PASSWORD not in told


def test_a_mail_refused_after_its_end_is_refused_and_the_line_goes_on(
    plain: tuple[Box, PostOffice],
) -> None:
    _, office = plain
    done = sent(office, notice(1, title="X-Spam"), notice(2))
    assert [one.fate for one in done] == [Fate.REFUSED, Fate.ACCEPTED]


def test_each_mail_leaves_when_its_turn_is_asked_for(plain: tuple[Box, PostOffice]) -> None:
    box, office = plain
    box.mails.clear()
    deliveries = SMTP.send([notice(1), notice(2)], ALICE, office)
    assert box.mails == []
    assert next(deliveries).fate is Fate.ACCEPTED
    assert len(box.mails) == 1
    deliveries.close()  # type: ignore[attr-defined]
    assert len(box.mails) == 1


def test_a_line_closed_between_two_mails_is_opened_again() -> None:
    first = says(HELLO, OK, OK, GO, OK, until_end=4)
    second = says(HELLO, OK, OK, GO, OK, "221 bye", until_end=4)
    with scripted(first, second) as office:
        assert [one.fate for one in sent(office, notice(1), notice(2))] == [Fate.ACCEPTED] * 2


def test_421_before_the_message_opens_the_line_again() -> None:
    first = says(HELLO, OK, OK, GO, OK, "421 4.7.0 too many", until_end=4)
    second = says(HELLO, OK, OK, GO, OK, "221 bye", until_end=4)
    with scripted(first, second) as office:
        assert [one.fate for one in sent(office, notice(1), notice(2))] == [Fate.ACCEPTED] * 2


@pytest.mark.parametrize("answer", ["", "what?", "-1"])
def test_silence_after_the_last_dot_leaves_it_open(answer: str) -> None:
    with scripted(says(HELLO, OK, OK, GO, answer, until_end=4)) as office:
        (done,) = sent(office)
    assert done.fate is Fate.UNKNOWN
    assert done.message_id == f"<{notice().key}@example.org>"


@pytest.mark.parametrize("answer", ["451 4.3.0 later", "250 OK", "what?"])
def test_a_server_that_wants_no_message_did_not_take_it(answer: str) -> None:
    play = says(HELLO, OK, OK, answer, OK, OK, OK, GO, OK, "221 bye", until_end=8)
    with scripted(play) as office:
        done = sent(office, notice(1), notice(2))
    assert [one.fate for one in done] == [Fate.LATER, Fate.ACCEPTED]


def test_a_server_that_dies_at_the_envelope_took_nothing() -> None:
    with scripted(says(HELLO, OK)) as office:
        assert [one.fate for one in sent(office)] == [Fate.LATER]


@pytest.mark.parametrize(
    ("answers", "problem"),
    [
        (("421 4.7.0 busy",), MailDeferred),
        (("454 4.7.0 temporary failure",), LoginThrottled),
        (("535 5.7.8 bad",), LoginRefused),
        (("534 5.7.9 app password needed",), LoginRefused),
        (("504 5.5.4 what?",), MailRefused),
        (("",), ConnectionRefused),
    ],
)
def test_why_a_sign_in_fails_is_told_apart(
    answers: tuple[str, ...], problem: type[Problem]
) -> None:
    hello = "250-script\r\n250 AUTH PLAIN"
    if problem is MailDeferred:
        hello, answers = "421 busy", ("421 busy",)
    with scripted(says(hello, *answers)) as office:
        wanting = replace(office, credentials=Credentials("alice", "s3cret"))
        with pytest.raises(problem) as met:
            sent(wanting)
    assert "s3cret" not in repr(met.value)
    assert met.value.__cause__ is None or "s3cret" not in repr(met.value.__cause__)


def test_a_token_that_is_refused_has_expired() -> None:
    error = "334 eyJzdGF0dXMiOiI0MDEifQ=="
    with scripted(says("250-script\r\n250 AUTH XOAUTH2", error, "535 5.7.8 bad")) as office:
        token = Credentials("alice", "ya29.token", is_token=True)
        with pytest.raises(TokenExpired):
            sent(replace(office, credentials=token))


def test_a_password_never_goes_in_clear() -> None:
    with pytest.raises(PlainRefused):
        sent(replace(PLAIN_OFFICE, host="mail.example.org"))


def test_a_server_without_starttls_is_left() -> None:
    with scripted(says(HELLO)) as office, pytest.raises(EncryptionMissing, match="no STARTTLS at"):
        sent(replace(office, security=Security.STARTTLS))


@pytest.mark.parametrize("answer", ["454 4.7.0 no TLS today", "250 OK"])
def test_no_password_goes_to_a_server_that_offers_tls_and_refuses_it(answer: str) -> None:
    heard: list[bytes] = []

    def play(connection: socket.socket) -> None:
        says("250-script\r\n250-STARTTLS\r\n250 AUTH PLAIN", answer)(connection)
        heard.append(connection.recv(1000))

    with scripted(play) as office:
        wanting = replace(
            office, security=Security.STARTTLS, credentials=Credentials("alice", "s3cret")
        )
        with pytest.raises(MailDeferred):
            sent(wanting)
    assert heard == [b""]


def test_an_unknown_authority_is_not_trusted(tmp_path: Path) -> None:
    for security in (Security.TLS, Security.STARTTLS):
        with post(tmp_path, security) as (box, office):
            with pytest.raises(CertificateUntrusted):
                sent(replace(office, ca_pem=None))
            assert box.mails == []


def test_tls_on_a_port_that_does_not_speak_it_says_so(plain: tuple[Box, PostOffice]) -> None:
    with pytest.raises(EncryptionMissing, match=r"no TLS at.*587"):
        sent(replace(plain[1], security=Security.TLS))


def test_nobody_there_and_no_such_host() -> None:
    with pytest.raises(ConnectionRefused):
        sent(replace(PLAIN_OFFICE, port=free_port()))
    with pytest.raises(HostUnknown):
        sent(replace(PLAIN_OFFICE, host="a..b", security=Security.TLS))


def test_without_a_server_it_says_what_is_missing() -> None:
    with pytest.raises(ChannelRefused):
        list(SMTP.send([notice()], ALICE))


def test_the_name_of_this_machine_is_not_told(plain: tuple[Box, PostOffice]) -> None:
    box, office = plain
    sent(office)
    assert socket.gethostname().encode() not in box.sources()[-1]
