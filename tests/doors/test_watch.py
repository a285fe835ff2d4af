"""`watch` and `worker` as long-running programs: mail is read and filed as it comes; SIGTERM ends them."""

import json
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from tests.doors.conftest import COMMAND, Facteur
from tests.doors.test_own_day import connected, mails
from tests.dovecot import Dovecot
from tests.dovecot_conf import PASSWORD


@contextmanager
def program(verb: str, tmp_path: Path, **extra: str) -> Iterator[subprocess.Popen[str]]:
    """The verb running, once it said that it is ready; asked to stop at the end, and it must."""
    environment = {
        **os.environ, "FACTEUR_HOME": str(tmp_path / "home"), "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "LANG": "C.UTF-8", **extra,
    }  # fmt: skip
    process = subprocess.Popen(
        [*COMMAND, verb, "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    )
    try:
        assert process.stdout is not None
        assert json.loads(process.stdout.readline())["state"] == "started"
        yield process
    except BaseException:
        process.kill()
        process.communicate()
        raise
    process.send_signal(signal.SIGTERM)
    _, errors = process.communicate(timeout=40)
    assert process.returncode == 0, errors
    assert errors == ""


def row(process: subprocess.Popen[str]) -> dict[str, object]:
    """The next line that it prints."""
    assert process.stdout is not None
    said: dict[str, object] = json.loads(process.stdout.readline())
    return said


def news(process: subprocess.Popen[str]) -> dict[str, object]:
    """The next line, which tells what was read."""
    said = row(process)
    assert said.pop("state") == "read"
    return said


def filed(dovecot: Dovecot, user: str) -> int:
    return sum(
        len(raws) for name, raws in dovecot.contents(user).items() if name.startswith("Factures")
    )


def wait_for_filed(dovecot: Dovecot, user: str, count: int) -> None:
    until = time.monotonic() + 60
    while filed(dovecot, user) < count:
        assert time.monotonic() < until, dovecot.contents(user).keys()
        time.sleep(0.3)


@pytest.mark.slow
def test_watch_files_what_was_there_and_what_comes(
    facteur: Facteur, dovecot: Dovecot, user: str, tmp_path: Path
) -> None:
    first, second = mails()[:3], mails()[3:5]
    dovecot.deliver(*first, user=user)
    connected(facteur, dovecot, user)
    with program("watch", tmp_path) as process:
        wait_for_filed(dovecot, user, len(first))
        assert news(process) == {"new": 3, "bills": 3, "quarantined": 0}
        dovecot.deliver(*second, user=user)
        wait_for_filed(dovecot, user, len(first) + len(second))
        assert news(process) == {"new": 2, "bills": 2, "quarantined": 0}
    assert len(facteur("list", "--json").rows) >= len(first)


@pytest.mark.slow
def test_a_mailbox_connected_while_watch_runs_is_watched(
    facteur: Facteur, dovecot: Dovecot, user: str, tmp_path: Path
) -> None:
    connected(facteur, dovecot, user)
    other = f"{user}b"
    dovecot.deliver(mails()[0], user=other)
    with program("watch", tmp_path) as process:
        said = facteur(
            "connect", "bob@example.org", "--host", "127.0.0.1", "--port", str(dovecot.port), "--user",
            other, "--plain", "--password-stdin", stdin=PASSWORD + "\n",
        )  # fmt: skip
        assert said.code == 0, said.err
        assert row(process) == {"watching": ["bob@example.org"], "state": "added"}
        wait_for_filed(dovecot, other, 1)
        assert news(process)["new"] == 1


@pytest.mark.slow
def test_watch_says_why_when_no_mailbox_can_be_watched(
    facteur: Facteur, dovecot: Dovecot, user: str, tmp_path: Path
) -> None:
    connected(facteur, dovecot, user)
    for key in (tmp_path / "config").rglob("*.key"):
        key.write_bytes(Fernet.generate_key())
    said = facteur("watch")
    assert said.code == 1
    assert said.err.startswith("alice@example.org: A stored secret does not open with the key")
    assert len(said.err.splitlines()) == 1


@pytest.mark.slow
def test_two_workers_share_one_postgresql_database(
    facteur: Facteur, dovecot: Dovecot, user: str, tmp_path: Path, postgresql_url: str
) -> None:
    secret = tmp_path / "url"
    secret.write_text(postgresql_url)
    where = {"FACTEUR_DATABASE_URL_FILE": str(secret)}
    dovecot.deliver(*mails(), user=user)
    said = facteur(
        "connect", "alice@example.org", "--host", "127.0.0.1", "--port", str(dovecot.port), "--user", user,
        "--plain", "--password-stdin", stdin="secret-d'Alice\n", **where,
    )  # fmt: skip
    assert said.code == 0, said.err
    with program("worker", tmp_path, **where), program("worker", tmp_path, **where):
        report = facteur("sync", "--json", **where)
        assert report.code == 0, report.err
        assert report.rows[0]["new"] == len(mails())
        wait_for_filed(dovecot, user, 10)
    numbers = [row["id"] for row in facteur("list", "--json", **where).rows]
    assert len(numbers) == len(set(numbers)) > 10
