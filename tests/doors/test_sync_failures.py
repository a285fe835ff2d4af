"""A sync that cannot reach a mailbox says which and why, and does the others."""

from tests.doors.conftest import Facteur
from tests.doors.test_own_day import mails
from tests.dovecot import Dovecot, running
from tests.dovecot_conf import PASSWORD

ADDRESSES = ("alice@example.org", "bob@example.org")


def connect(facteur: Facteur, address: str, server: Dovecot, user: str, *words: str) -> None:
    said = facteur(
        "connect", address, "--host", "127.0.0.1", "--port", str(server.port), "--user", user, "--plain",
        "--password-stdin", *words, stdin=PASSWORD + "\n",
    )  # fmt: skip
    assert said.code == 0, said.err


def test_every_mailbox_that_fails_is_named(facteur: Facteur, user: str) -> None:
    with running() as server:
        for address in ADDRESSES:
            connect(facteur, address, server, user)
    for words in (("sync",), ("sync", "--dry-run")):
        said = facteur(*words)
        assert said.code == 1
        assert said.out == ""
        lines = said.err.splitlines()
        assert [line.partition(": ")[0] for line in lines] == list(ADDRESSES)
        assert all("Nothing answers" in line for line in lines)


def test_a_mailbox_that_fails_does_not_stop_the_others(
    facteur: Facteur, dovecot: Dovecot, user: str
) -> None:
    dovecot.deliver(*mails()[:3], user=user)
    connect(facteur, ADDRESSES[0], dovecot, user)
    with running() as server:
        connect(facteur, ADDRESSES[1], server, user)
    looked = facteur("sync", "--dry-run", "--json")
    assert (looked.code, looked.rows[0]["seen"]) == (1, 3)
    synced = facteur("sync")
    assert synced.code == 1
    assert "3 messages seen" in synced.out
    assert [line.partition(": ")[0] for line in synced.err.splitlines()] == [ADDRESSES[1]]


def test_a_dry_run_says_that_nothing_will_be_filed(
    facteur: Facteur, dovecot: Dovecot, user: str
) -> None:
    dovecot.deliver(*mails()[:3], user=user)
    connect(facteur, ADDRESSES[0], dovecot, user, "--no-filing")
    looked = facteur("sync", "--dry-run")
    assert looked.code == 0
    assert "none of its mail will be filed" in looked.out
    assert facteur("sync", "--dry-run", "--json").rows[0]["would_file"] == []
