"""Passwords are nowhere in clear, and a wrong key says what to do."""

import stat
import threading
from pathlib import Path

import pytest
import sqlalchemy as sa
from cryptography.fernet import Fernet
from sqlalchemy.orm import Session

from models.database import open_engine
from models.errors.files import FileUnreadable
from models.errors.settings import SettingInvalid
from models.errors.store import SecretUnreadable
from models.secrets import Secrets, open_secrets
from models.tables import Account
from tests.models import rows

PASSWORD = "correct horse battery staple é"


def test_a_secret_comes_back_and_looks_different_each_time(tmp_path: Path) -> None:
    secrets = open_secrets(tmp_path / "key", {})
    first, second = secrets.encrypt(PASSWORD), secrets.encrypt(PASSWORD)
    assert first != second
    assert secrets.decrypt(first) == secrets.decrypt(second) == PASSWORD


def test_the_password_is_not_in_the_bytes_of_the_database(sqlite_url: str, tmp_path: Path) -> None:
    secrets = open_secrets(tmp_path / "key", {})
    engine = open_engine(sqlite_url)
    with Session(engine) as session, session.begin():
        rows.account(session).secret = secrets.encrypt(PASSWORD)
    home = Path(sa.make_url(sqlite_url).database or "").parent
    on_disk = b"".join(path.read_bytes() for path in home.iterdir())
    assert b"alice@example.org" in on_disk
    assert PASSWORD.encode() not in on_disk
    assert (tmp_path / "key").read_bytes().strip() not in on_disk
    with Session(engine) as session:
        assert secrets.decrypt(session.scalars(sa.select(Account.secret)).one() or b"") == PASSWORD
    engine.dispose()


def test_the_key_file_is_for_its_owner_and_stays_the_same(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "facteur.key"
    token = open_secrets(path, {}).encrypt(PASSWORD)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert open_secrets(path, {}).decrypt(token) == PASSWORD
    assert [p.name for p in path.parent.iterdir()] == ["facteur.key"]


def test_processes_that_start_together_get_one_key(tmp_path: Path) -> None:
    tokens: list[bytes] = []

    def start() -> None:
        tokens.append(open_secrets(tmp_path / "key", {}).encrypt(PASSWORD))

    threads = [threading.Thread(target=start) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    secrets = open_secrets(tmp_path / "key", {})
    assert {secrets.decrypt(token) for token in tokens} == {PASSWORD}
    assert len(tokens) == 8


def test_another_key_or_a_changed_token_is_told(tmp_path: Path) -> None:
    secrets = open_secrets(tmp_path / "key", {})
    token = secrets.encrypt(PASSWORD)
    other = open_secrets(tmp_path / "other", {})
    changed = token[:-10] + (b"A" if token[-10:-9] != b"A" else b"B") + token[-9:]
    for reader, bad in ((other, token), (secrets, changed), (secrets, b"")):
        with pytest.raises(SecretUnreadable) as caught:
            reader.decrypt(bad)
        assert PASSWORD not in str(caught.value)
        with pytest.raises(SecretUnreadable):
            reader.renewed(bad)


def test_the_environment_wins_over_the_file_and_makes_none(tmp_path: Path) -> None:
    key = Fernet.generate_key().decode()
    held = tmp_path / "held"
    held.write_text(f"{key}\n")
    path = tmp_path / "key"
    by_name = open_secrets(path, {"FACTEUR_KEY": key})
    by_file = open_secrets(path, {"FACTEUR_KEY_FILE": str(held)})
    assert by_file.decrypt(by_name.encrypt(PASSWORD)) == PASSWORD
    assert not path.exists()


def test_a_key_is_replaced_without_losing_a_secret() -> None:
    old, new = Fernet.generate_key().decode(), Fernet.generate_key().decode()
    token = Secrets(old).encrypt(PASSWORD)
    both = Secrets(f"{new},{old}")
    assert both.decrypt(token) == PASSWORD
    assert Secrets(new).decrypt(both.renewed(token)) == PASSWORD


@pytest.mark.parametrize("wrong", ["", "   ", "hunter2", "é" * 44, "A" * 43])
def test_what_is_no_key_is_refused_without_showing_it(tmp_path: Path, wrong: str) -> None:
    path = tmp_path / "key"
    path.write_text(wrong, encoding="utf-8")
    with pytest.raises((SettingInvalid, FileUnreadable)) as caught:
        open_secrets(path, {})
    assert not wrong.strip() or wrong not in str(caught.value)


def test_a_key_file_that_is_named_must_exist(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable, match="missing"):
        open_secrets(tmp_path / "key", {"FACTEUR_KEY_FILE": str(tmp_path / "missing")})


def test_printing_the_secrets_shows_no_key() -> None:
    key = Fernet.generate_key().decode()
    assert key not in repr(Secrets(key)) + str(vars(Secrets(key)))
