"""Signing in: each failure has its own name, and the secret shows nowhere."""

import logging
from dataclasses import replace

import pytest

from inbox.connect import AccessToken, Login, Password, open_session
from models.errors.mailbox import (
    CertificateUntrusted,
    ConnectionRefused,
    EncryptionMissing,
    HostUnknown,
    LoginRefused,
    LoginThrottled,
    PlainRefused,
    ServerGone,
    ServerMisbehaved,
    TokenExpired,
)
from models.errors.problem import Problem, Reasoned
from models.security import WHY_UNTRUSTED, Security
from tests.dovecot import Dovecot, free_port
from tests.fake_imap import fake_imap


def _fails(login: Login) -> Problem:
    with pytest.raises(Problem) as met, open_session(login):
        pass
    return met.value


@pytest.mark.parametrize("security", list(Security))
def test_every_kind_of_connection_reaches_the_mailbox(dovecot: Dovecot, security: Security) -> None:
    with open_session(dovecot.login(security=security, ca_pem=dovecot.ca_pem)) as session:
        assert session.open("INBOX").readonly
        assert session.supports("UIDPLUS")


def test_names_and_passwords_beyond_ascii_sign_in(dovecot: Dovecot) -> None:
    with open_session(dovecot.login("élodie")) as session:
        assert session.is_alive()


@pytest.mark.parametrize("user", ['ali ce"\\', "alice\r\nx LOGOUT"])
def test_names_with_blanks_quotes_and_line_ends_are_no_commands(
    dovecot: Dovecot, user: str
) -> None:
    with open_session(dovecot.login(user)) as session:
        assert session.is_alive()


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_a_certificate_that_nobody_vouches_for_is_refused(
    dovecot: Dovecot, security: Security
) -> None:
    problem = _fails(dovecot.login(security=security))
    assert isinstance(problem, CertificateUntrusted)
    assert "self-signed" in str(problem)


def test_the_certificate_of_another_host_is_refused(dovecot: Dovecot) -> None:
    login = dovecot.login(security=Security.TLS, ca_pem=dovecot.ca_pem, host="127.0.0.2")
    server_listens_on_one_address = (CertificateUntrusted, ConnectionRefused)
    assert isinstance(_fails(login), server_listens_on_one_address)


def test_tls_to_a_port_without_tls_says_so(dovecot: Dovecot) -> None:
    login = dovecot.login(security=Security.TLS, port=dovecot.port, ca_pem=dovecot.ca_pem)
    assert f"speaks no TLS at port {dovecot.port}" in str(_fails(login))


def test_an_authority_file_without_certificate_says_so(dovecot: Dovecot) -> None:
    login = dovecot.login(security=Security.TLS, ca_pem="not a certificate")
    assert "--ca file" in str(_fails(login))


def test_a_stripped_starttls_ends_before_the_password() -> None:
    with fake_imap() as server:
        problem = _fails(server.login(security=Security.STARTTLS))
        assert isinstance(problem, EncryptionMissing)
        assert not any(b"LOGIN" in line for line in server.heard)


def test_a_password_never_goes_in_clear_beyond_this_machine() -> None:
    login = Login("a@example.org", "192.0.2.1", 143, Security.PLAIN, "a", Password("hush"))
    assert isinstance(_fails(login), PlainRefused)


def test_a_wrong_password_is_refused_and_an_expired_token_expired(dovecot: Dovecot) -> None:
    assert isinstance(_fails(dovecot.login(secret=Password("wrong"))), LoginRefused)
    with fake_imap((b"AUTHENTICATE", b"TAG NO [AUTHENTICATIONFAILED] no\r\n")) as server:
        assert isinstance(_fails(server.login(secret=AccessToken("old"))), TokenExpired)


def test_an_unknown_host_and_a_closed_port_have_their_own_names(dovecot: Dovecot) -> None:
    unknown = replace(dovecot.login(security=Security.TLS), host="no-such-host.invalid")
    assert isinstance(_fails(unknown), HostUnknown)
    assert isinstance(_fails(replace(dovecot.login(), port=free_port())), ConnectionRefused)


_ANSWERS: list[tuple[bytes, type[Problem]]] = [
    (b"TAG NO [AUTHENTICATIONFAILED] Invalid credentials, try again\r\n", LoginRefused),
    (b"TAG NO Login failed.\r\n", LoginRefused),
    (b"TAG NO [ALERT] Application-specific password required\r\n", LoginRefused),
    (b"TAG NO [UNAVAILABLE] Temporary authentication failure.\r\n", LoginThrottled),
    (b"TAG NO [LIMIT] LOGIN Rate limit hit\r\n", LoginThrottled),
    (b"TAG NO [ALERT] Too many simultaneous connections. (Failure)\r\n", LoginThrottled),
    (b"* BYE Too many connections\r\n", LoginThrottled),
    (b"TAG BAD what is LOGIN?\r\n", ServerMisbehaved),
    (b"\x00\xff garbage\r\n", ServerGone),
    (b"TAG OK\r\n", ServerGone),
    (b"", ServerGone),
]


@pytest.mark.parametrize(
    ("answer", "kind"), _ANSWERS, ids=[a.decode("latin-1") for a, _ in _ANSWERS]
)
def test_only_a_no_of_the_server_counts_as_a_wrong_password(
    answer: bytes, kind: type[Problem]
) -> None:
    with fake_imap((b"LOGIN", answer)) as server:
        assert type(_fails(server.login())) is kind


def test_hanging_up_during_the_login_is_the_servers_fault() -> None:
    with fake_imap((b"LOGIN", None)) as server:
        assert type(_fails(server.login())) is ServerGone


@pytest.mark.parametrize(
    ("greeting", "kind"),
    [
        (b"* BYE [UNAVAILABLE] too many connections from your address\r\n", LoginThrottled),
        (b"SSH-2.0-OpenSSH_9.2\r\n", ServerMisbehaved),
    ],
)
def test_a_greeting_that_is_none(greeting: bytes, kind: type[Problem]) -> None:
    with fake_imap(greeting=greeting) as server:
        assert type(_fails(server.login())) is kind


def test_secrets_show_in_no_log_and_no_exception(
    dovecot: Dovecot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    wrong = dovecot.login(secret=Password("tell-nobody-é"))
    problem: BaseException | None = _fails(wrong)
    with open_session(dovecot.login()) as session:
        session.open("INBOX")
    shown = repr(wrong) + caplog.text
    while problem is not None:
        shown += repr(problem) + str(problem)
        problem = problem.__cause__ or problem.__context__
    assert "tell-nobody" not in shown
    assert "secret-d" not in shown


def test_why_a_certificate_is_not_trusted_is_marked_for_every_language(dovecot: Dovecot) -> None:
    problem = _fails(dovecot.login(security=Security.TLS))
    assert isinstance(problem, Reasoned)
    assert problem.details["why"] in WHY_UNTRUSTED
