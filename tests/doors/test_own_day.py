"""A user's own day, typed: init, connect, look, sync, list, show, fix, undo, on a real mailbox."""

from pathlib import Path

import pytest

from tests.doors.conftest import Facteur
from tests.dovecot import Dovecot, running
from tests.dovecot_conf import PASSWORD

DEMO = Path(__file__).parents[2] / "samples" / "demo"


def mails() -> list[bytes]:
    return [
        p.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
        for p in sorted(DEMO.glob("*.eml"))
    ]


def connected(facteur: Facteur, server: Dovecot, user: str, *words: str) -> None:
    said = facteur(
        "connect", "alice@example.org", "--host", "127.0.0.1", "--port", str(server.port), "--user", user,
        "--plain", "--password-stdin", "--json", *words, stdin=PASSWORD + "\n",
    )  # fmt: skip
    assert said.code == 0, said.err
    assert "INBOX" in said.rows[0]["folders"]  # type: ignore[operator]


def check_list(facteur: Facteur) -> None:
    """Every row has the promised keys; what is due first comes first."""
    rows = facteur("list", "--json").rows
    keys = {
        "id", "biller", "amount", "currency", "due_date", "kind", "category", "folder", "state", "confidence",
    }  # fmt: skip
    assert rows
    assert all(keys <= set(row) for row in rows)
    dues = [str(row["due_date"]) for row in rows if row["due_date"]]
    assert dues == sorted(dues)


def test_from_an_empty_folder_to_filed_bills(facteur: Facteur, dovecot: Dovecot, user: str) -> None:
    dovecot.deliver(*mails(), user=user)
    before = dovecot.contents(user)
    assert facteur("init").code == 0
    connected(facteur, dovecot, user)

    looked = facteur("sync", "--dry-run", "--json")
    assert looked.code == 0, looked.err
    assert looked.rows[0]["seen"] == len(mails())
    assert looked.rows[0]["filed"] == 0
    assert dovecot.contents(user) == before
    assert facteur("list", "--json").out == ""

    synced = facteur("sync", "--json")
    assert synced.code == 0, synced.err
    report = synced.rows[0]
    assert report["seen"] == report["new"] == len(mails())
    assert report["quarantined"] == 0
    after = dovecot.contents(user)
    filed = {name: raws for name, raws in after.items() if name.startswith("Factures/")}
    assert sum(map(len, filed.values())) == report["filed"] > 10  # type: ignore[operator]
    assert "Factures/Énergie" in filed
    assert sorted(r for raws in after.values() for r in raws) == sorted(before["INBOX"])

    check_list(facteur)
    again = facteur("sync", "--json").rows[0]
    assert (again["new"], again["bills"], again["filed"]) == (0, 0, 0)


def test_show_fix_and_undo(facteur: Facteur, dovecot: Dovecot, user: str) -> None:
    dovecot.deliver(*mails(), user=user)
    connected(facteur, dovecot, user)
    facteur("sync")
    rows = facteur("list", "--json").rows
    bill = next(
        row
        for row in rows
        if row["kind"] == "to_pay" and row["folder"] and row["state"] != "stopped"
    )
    number = str(bill["id"])

    shown = facteur("show", number, "--json").rows[0]
    assert shown["evidence"]
    assert shown["because"]
    assert "Pourquoi" in facteur("show", number, "--lang", "fr").out

    assert facteur("fix", number, "--kind", "receipt", "--category", "charity").code == 0
    fixed = facteur("show", number, "--json").rows[0]
    assert (fixed["kind"], fixed["state"], fixed["folder"]) == ("receipt", "paid", "Factures/Dons")
    facteur("sync")
    assert len(dovecot.contents(user)["Factures/Dons"]) == 1

    undone = facteur("undo", number)
    assert undone.code == 0, undone.err
    assert "Factures/Dons" not in dovecot.contents(user)
    assert facteur("undo", "99999").code == 1


def test_a_server_with_dots_gets_the_same_folders(facteur: Facteur, user: str) -> None:
    with running(separator=".") as server:
        server.deliver(*mails()[:6], user=user)
        connected(facteur, server, user)
        assert facteur("sync").code == 0
        names = [name for name in server.contents(user) if name.startswith("INBOX.Factures.")]
        assert names


def test_without_filing_the_mailbox_stays_as_it_is(
    facteur: Facteur, dovecot: Dovecot, user: str
) -> None:
    dovecot.deliver(*mails()[:4], user=user)
    before = dovecot.contents(user)
    connected(facteur, dovecot, user, "--no-filing")
    assert facteur("sync", "--json").rows[0]["filed"] == 0
    assert dovecot.contents(user) == before


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_empty_states_lead_somewhere(facteur: Facteur, lang: str) -> None:
    assert "facteur connect" in facteur("list", "--lang", lang).out
    assert "facteur connect" in facteur("sync", "--lang", lang).err
    assert facteur("sync").code == 1
    assert facteur("quarantine", "--lang", lang).code == 0
    assert facteur("undo", "--lang", lang).code == 1


def test_doctor_finds_a_changed_original(
    facteur: Facteur, dovecot: Dovecot, user: str, tmp_path: Path
) -> None:
    dovecot.deliver(*mails()[:2], user=user)
    connected(facteur, dovecot, user)
    facteur("sync")
    assert facteur("doctor").code == 0
    victim = next(p for p in (tmp_path / "home" / "originals").rglob("*") if p.is_file())
    victim.chmod(0o600)
    victim.write_bytes(b"changed")
    assert facteur("doctor").code == 1


def test_the_password_is_nowhere_in_the_clear(
    facteur: Facteur, dovecot: Dovecot, user: str, tmp_path: Path
) -> None:
    dovecot.deliver(*mails()[:2], user=user)
    connected(facteur, dovecot, user)
    facteur("sync")
    facteur("show", "1")
    for path in (tmp_path / "home").rglob("*"):
        assert not path.is_file() or PASSWORD.encode() not in path.read_bytes(), path
