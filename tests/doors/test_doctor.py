"""`facteur doctor`: each check says what it found, and what is not in order ends with exit code 1."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from sqlalchemy.orm import Session

from flow.settings import load
from models.database import home_url, open_engine
from models.secrets import open_secrets
from tests.doors.conftest import Facteur
from tests.doors.forked import Said
from tests.doors.inside import inside
from tests.models import rows


def test_a_home_that_others_can_read_is_not_in_order(facteur: Facteur, tmp_path: Path) -> None:
    assert facteur("init").code == 0
    good = facteur("doctor", "--json")
    assert good.code == 0, good.err
    assert {row["ok"] for row in good.rows} == {True}
    (tmp_path / "home").chmod(0o755)
    bad = facteur("doctor", "--json")
    assert bad.code == 1
    assert [row["check"] for row in bad.rows if not row["ok"]] == ["Privacy"]
    assert "chmod 700" in str([row["detail"] for row in bad.rows if not row["ok"]])


def test_details_have_no_blank_left(facteur: Facteur) -> None:
    assert all("{" not in str(row["detail"]) for row in facteur("doctor", "--json").rows)


def with_a_secret(home: Path) -> None:
    """A mailbox with a password, under the key of this home."""
    engine = open_engine(home_url(home))
    with Session(engine) as session, session.begin():
        secrets = open_secrets(load({"FACTEUR_HOME": str(home)}).key_file, {})
        rows.account(session).secret = secrets.encrypt("correct horse")
    engine.dispose()


@pytest.fixture
def doctor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[[Path], Said]:
    def examined(home: Path, **extra: str) -> Said:
        return inside(home, monkeypatch, capsys)("doctor", "--json", **extra)

    assert inside(tmp_path / "home", monkeypatch, capsys)("init").code == 0
    with_a_secret(tmp_path / "home")
    return examined


def of_secrets(said: Said) -> dict[str, object]:
    return next(row for row in said.rows if row["check"] == "Secrets")


def test_a_copied_home_is_told_which_key_it_lacks_and_how_it_comes(
    doctor: Callable[..., Said], tmp_path: Path
) -> None:
    home, copy = tmp_path / "home", tmp_path / "a copy"
    assert of_secrets(doctor(home))["ok"]
    shutil.copytree(home, copy)
    told = of_secrets(doctor(copy))
    assert not told["ok"]
    assert "1 of 1 stored secrets do not open" in str(told["detail"])
    command = str(told["detail"]).rpartition(": ")[2]
    subprocess.run(["sh", "-c", command], check=True)
    assert of_secrets(doctor(copy))["ok"]
    assert of_secrets(doctor(home))["ok"]


def test_without_the_key_it_is_said_what_is_lost(
    doctor: Callable[..., Said], tmp_path: Path
) -> None:
    shutil.rmtree(tmp_path / "config" / "facteur" / "keys")
    told = of_secrets(doctor(tmp_path / "home"))
    assert not told["ok"]
    assert "connect the mailboxes and channels again" in str(told["detail"])
    other = Fernet.generate_key().decode()
    given = of_secrets(doctor(tmp_path / "home", FACTEUR_KEY=other))
    assert "FACTEUR_KEY" in str(given["detail"])
    assert other not in str(given["detail"])


def test_what_ways_and_channels_were_proven_against_is_said_in_french(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    facteur = inside(tmp_path / "home", monkeypatch, capsys)
    assert facteur("init").code == 0
    details = {str(row["check"]): str(row["detail"]) for row in facteur("doctor", "--json").rows}
    ways = details["Ways of paying, and what they were proven against"]
    assert "by-hand: nothing outside: it sends nothing" in ways
    french = facteur("doctor", "--json", "--lang", "fr").rows
    told = " ".join(str(row["detail"]) for row in french)
    assert "by-hand: rien d’extérieur : rien n’est envoyé" in told.replace("\xa0", " ")
    assert "un serveur à nous" in told
