"""`facteur channel`: from an empty list to a mail account that sends, and what went wrong on the way."""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.security import Security
from tests.doors.answering import Answering
from tests.doors.conftest import Facteur
from tests.doors.inside import inside
from tests.notify.hooks import hooks
from tests.notify.post import PASSWORD, Box, post


@pytest.fixture
def facteur(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Facteur:  # fmt: skip
    return inside(tmp_path / "home", monkeypatch, capsys)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[Box, tuple[str, ...]]]:
    """A mail server, and the options that name it."""
    with post(tmp_path, Security.STARTTLS) as (box, office):
        ca = tmp_path / "cert.pem"
        where = ("--host", office.host, "--port", str(office.port), "--starttls", "--ca", str(ca))
        yield box, (*where, "--user", "alice", "--password-stdin")


def typed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))


def test_from_nothing_to_a_mail_account_that_sends(
    facteur: Facteur, server: tuple[Box, tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    box, options = server
    assert "`facteur channel add mail`" in facteur("channel").out
    typed(monkeypatch, "wrong\n")
    refused = facteur("channel", "add", "mail", "alice@example.org", *options)
    assert (refused.code, "refused the password" in refused.err) == (1, True)
    typed(monkeypatch, f"{PASSWORD}\n")
    added = facteur("channel", "add", "mail", "alice@example.org", *options, "--json")
    assert added.code == 0, added.err
    assert added.rows[0]["channel"] == "alice@example.org"
    assert "aiosmtpd" in str(added.rows[0]["proven_against"])
    assert "alice@example.org" in facteur("channel").out
    assert facteur("channel", "test", "alice@example.org").code == 0
    assert [mail.rcpt_tos for mail in box.mails] == [["alice@example.org"]]
    doctor = {row["check"]: row["detail"] for row in facteur("doctor", "--json").rows}
    assert "alice@example.org" in str(doctor["Channels, and what they were proven against"])
    assert facteur("channel", "remove", "alice@example.org").code == 0
    assert [row for row in facteur("channel", "--json").rows if "channel" in row] == []


def test_a_service_is_added_by_a_url_from_standard_input(
    facteur: Facteur, monkeypatch: pytest.MonkeyPatch
) -> None:
    with hooks() as web:
        typed(monkeypatch, f"json://127.0.0.1:{web.port}/secret-topic\n")
        said = facteur("channel", "add", "service", "--name", "phone", "--url-stdin")
    assert said.code == 0, said.err
    assert "They tell no amounts there" in said.out
    listed = facteur("channel")
    assert "phone" in listed.out
    assert "secret-topic" not in said.out + said.err + listed.out


def test_a_service_of_another_member_reaches_that_member(
    facteur: Facteur, monkeypatch: pytest.MonkeyPatch
) -> None:
    facteur("household", "new", "Flat", "--me", "Alice")
    facteur("household", "add", "Bob")
    with hooks() as web:
        typed(monkeypatch, f"json://127.0.0.1:{web.port}/bob\n")
        said = facteur("channel", "add", "service", "--to", "bob", "--url-stdin")
    assert (said.code, "will reach Bob there" in said.out) == (0, True), said.err
    assert facteur("channel", "add", "service", "--to", "Zoe", "--url-stdin").code == 1


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("add",), 2, "facteur channel add mail"),
        (("add", "pigeon"), 2, "facteur channel add service"),
        (("add", "mail"), 2, "Say your address"),
        (("add", "mail", "alice@example.org"), 2, "--password-stdin"),
        (("add", "mail", "alice", "--no-login"), 1, "is not a mail address"),
        (("add", "mail", "a@example.org", "--tls", "--plain"), 2, "Choose one of"),
        (
            ("add", "mail", "a@example.org", "--host", "mail.example.org", "--plain", "--no-login"),
            1,
            "in clear",
        ),
        (("add", "service"), 2, "--url-stdin"),
        (("test",), 2, "facteur channel test NAME"),
        (("test", "phone"), 1, "No channel is called “phone”"),
        (("again", "7"), 1, "No message has the number 7"),
        (("drop", "seven"), 2, "is no id"),
        (("fly",), 2, "add, test, remove, again, drop"),
    ],
)
def test_what_cannot_be_is_one_sentence_that_leads_on(
    facteur: Facteur, words: tuple[str, ...], code: int, told: str
) -> None:
    said = facteur("channel", *words)
    assert (said.code, told in said.err) == (code, True), said.err


def test_what_is_refused_is_said_before_a_password_or_a_url_is_asked_for(
    facteur: Facteur, monkeypatch: pytest.MonkeyPatch
) -> None:
    with hooks() as web:
        typed(monkeypatch, f"json://127.0.0.1:{web.port}/topic\n")
        facteur("channel", "add", "service", "--name", "a@example.org", "--url-stdin")
    person = Answering(monkeypatch, {})
    for words, told in (
        (("service", "--name", "a@example.org"), "a@example.org"),
        (("mail", "a@example.org"), "a@example.org"),
        (("mail", "alice"), "is not a mail address"),
        (("mail", "b@example.org", "--host", "mail.example.org", "--plain"), "in clear"),
    ):
        said = facteur("channel", "add", *words)
        assert (said.code, told in said.err, person.asked) == (1, True, []), said.err
