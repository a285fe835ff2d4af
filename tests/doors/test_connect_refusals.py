"""Each way of not getting in has its own sentence, says what to do, and keeps nothing."""

from pathlib import Path

import pytest

from tests.doors.conftest import Facteur
from tests.doors.forked import Said
from tests.dovecot import Dovecot
from tests.dovecot_conf import PASSWORD


def attempt(facteur: Facteur, *words: str, password: str = PASSWORD) -> Said:
    user = "alice"
    said = facteur(
        "connect",
        "alice@example.org",
        "--user",
        user,
        "--password-stdin",
        *words,
        stdin=password,
    )
    assert "Traceback" not in said.err
    assert password not in said.err
    assert facteur("sync").code == 1
    return said


def test_a_wrong_password(facteur: Facteur, dovecot: Dovecot, user: str) -> None:
    said = attempt(
        facteur, "--host", "127.0.0.1", "--port", str(dovecot.port), "--plain", password="wrong-one"
    )
    assert said.code == 1
    assert "refused the password" in said.err


def test_plain_is_refused_before_a_password_is_asked_for(facteur: Facteur) -> None:
    said = facteur("connect", "alice@example.org", "--host", "mail.example.org", "--plain")
    assert (said.code, "in clear" in said.err) == (1, True)


def test_an_unknown_host(facteur: Facteur) -> None:
    said = attempt(facteur, "--host", "no-such-host.invalid")
    assert said.code == 1
    assert "No server is called" in said.err


def test_nobody_at_home(facteur: Facteur) -> None:
    said = attempt(facteur, "--host", "127.0.0.1", "--port", "1")
    assert said.code == 1
    assert "Nothing answers" in said.err


def test_a_certificate_that_nobody_vouches_for(
    facteur: Facteur, dovecot: Dovecot, user: str, tmp_path: Path
) -> None:
    said = attempt(facteur, "--host", "127.0.0.1", "--port", str(dovecot.tls_port), "--tls")
    assert said.code == 1
    assert "certificate" in said.err
    ca = tmp_path / "ca.pem"
    ca.write_text(dovecot.ca_pem)
    trusted = facteur(
        "connect", "alice@example.org", "--user", user, "--password-stdin", "--host", "127.0.0.1",
        "--port", str(dovecot.tls_port), "--tls", "--ca", str(ca), stdin=PASSWORD,
    )  # fmt: skip
    assert trusted.code == 0, trusted.err
    assert facteur("sync").code == 0


def test_starttls_with_the_authority_named(
    facteur: Facteur, dovecot: Dovecot, user: str, tmp_path: Path
) -> None:
    ca = tmp_path / "ca.pem"
    ca.write_text(dovecot.ca_pem)
    said = facteur(
        "connect", "alice@example.org", "--user", user, "--password-stdin", "--host", "127.0.0.1",
        "--port", str(dovecot.port), "--starttls", "--ca", str(ca), stdin=PASSWORD,
    )  # fmt: skip
    assert said.code == 0, said.err


def test_plain_is_refused_beyond_this_machine(facteur: Facteur) -> None:
    said = attempt(facteur, "--host", "imap.example.org", "--plain")
    assert said.code == 1
    assert "--plain would send the password in clear" in said.err


@pytest.mark.parametrize(
    "words",
    [
        ("connect", "alice@example.org"),
        ("connect", "alice", "--password-stdin"),
        ("connect", "alice@example.org", "--tls", "--plain", "--password-stdin"),
        ("connect", "alice@example.org", "--port", "0", "--password-stdin"),
        ("connect",),
        ("fix", "1"),
        ("fix", "x", "--kind", "to_pay"),
        ("fix", "1", "--kind", "nonsense"),
        ("fix", "1", "--due", "soon"),
        ("list", "--state", "lost"),
        ("nonsense",),
        ("read",),
    ],
)
def test_wrong_words_are_usage(facteur: Facteur, words: tuple[str, ...]) -> None:
    said = facteur(*words, stdin=PASSWORD)
    assert said.code == 2
    assert said.err
    assert "Traceback" not in said.err


def test_a_file_that_is_no_certificate(facteur: Facteur, tmp_path: Path) -> None:
    junk = tmp_path / "junk.pem"
    junk.write_bytes(b"\x30\x82 no PEM")
    said = attempt(facteur, "--host", "127.0.0.1", "--tls", "--ca", str(junk))
    assert said.code == 1
    assert f"{junk} holds no certificate" in said.err
