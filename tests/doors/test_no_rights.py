"""What the person's own account may not read or write: one sentence that says what, and how to allow it.

Run by root, these commands run without the rights that let root pass every lock.
"""

import errno
import os
import subprocess
from pathlib import Path

import pytest

from models.errors.files import WHY_UNWRITTEN
from tests.doors.conftest import COMMAND
from tests.doors.forked import Said

_PLAIN = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] if os.geteuid() == 0 else []
BILL = Path(__file__).parents[2] / "samples" / "bills" / "fr-craftsman-1.pdf"


def facteur(home: Path, *words: str) -> Said:
    environment = {**os.environ, "FACTEUR_HOME": str(home), "LANG": "C.UTF-8", "COLUMNS": "400"}
    environment["XDG_CONFIG_HOME"] = str(home.parent / "config")
    done = subprocess.run(
        [*_PLAIN, *COMMAND, *words], capture_output=True, env=environment, check=False, timeout=120
    )
    return Said(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture
def home(tmp_path: Path) -> Path:
    assert facteur(tmp_path / "home", "init").code == 0
    return tmp_path / "home"


def test_a_database_that_may_only_be_read_is_no_damaged_one(home: Path) -> None:
    database = home / "facteur.db"
    database.chmod(0o400)
    assert facteur(home, "list").code == 0
    said = facteur(home, "scan", str(BILL))
    assert (said.code, said.err.count("\n")) == (1, 1)
    assert f"You may not read and write {database}" in said.err
    assert f"`chmod -R u+rwX {home}`" in said.err
    examined = facteur(home, "doctor")
    assert (examined.code, f"`chmod -R u+rwX {home}`" in examined.out) == (1, True)
    subprocess.run(["chmod", "-R", "u+rwX", str(home)], check=True)
    assert facteur(home, "scan", str(BILL)).code == 0


def test_a_data_folder_that_may_only_be_read_is_read(home: Path, tmp_path: Path) -> None:
    assert facteur(home, "scan", str(BILL)).code == 0
    before = {path: path.stat().st_mtime_ns for path in home.rglob("*")}
    subprocess.run(["chmod", "-R", "u-w", str(home)], check=True)
    try:
        for words in (("list",), ("show", "1"), ("journal", "verify"), ("journal", "list")):
            said = facteur(home, *words, "--json")
            assert (said.code, bool(said.rows), said.err) == (0, True, ""), words
        assert facteur(home, "backup", str(tmp_path / "out.zip")).code == 0
        examined = facteur(home, "doctor", "--json")
        bad = [row["check"] for row in examined.rows if not row["ok"]]
        assert (examined.code, bad) == (1, ["Database"])
        for refused in (["scan", str(BILL)], ["fix", "1", "--confirm"], ["sync"]):
            said = facteur(home, *refused)
            assert (said.code, said.err.count("\n")) == (1, 1), refused
            assert "it may not be written" in said.err
        assert {path: path.stat().st_mtime_ns for path in home.rglob("*")} == before
    finally:
        subprocess.run(["chmod", "-R", "u+w", str(home)], check=True)


def test_originals_that_are_locked_are_named(home: Path) -> None:
    (home / "originals").mkdir(exist_ok=True)
    (home / "originals").chmod(0o500)
    said = facteur(home, "scan", str(BILL))
    assert (said.code, f"`chmod -R u+rwX {home}`" in said.out) == (1, True)
    (home / "originals").chmod(0o700)


def test_a_data_folder_of_somebody_else_is_refused_by_init_too(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir(mode=0o000)
    said = facteur(tmp_path / "home", "init")
    assert (said.code, "choose another with FACTEUR_HOME" in said.err) == (1, True)


def test_a_file_in_a_locked_folder_is_not_read_nor_written(home: Path, tmp_path: Path) -> None:
    assert facteur(home, "scan", str(BILL)).code == 0
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o000)
    said = facteur(home, "scan", str(locked / "bill.pdf"), "--lang", "fr")
    assert (said.code, "bill.pdf ne peut être lu" in said.out) == (1, True), said.err
    pay = ("pay", "1", "--rail", "sepa-sheet", "--yes", "--lang", "fr")
    said = facteur(home, *pay, "--out", str(locked / "sheet"))
    assert (said.code, "ne peut pas être écrit" in said.err) == (1, True), said.err


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOENT])
def test_why_a_file_cannot_be_written_is_marked_for_every_language(number: int) -> None:
    assert os.strerror(number) in WHY_UNWRITTEN


def test_settings_that_may_not_be_read_are_a_file_to_open(home: Path) -> None:
    (home / "facteur.toml").chmod(0o000)
    said = facteur(home, "list")
    assert (said.code, "facteur.toml cannot be read: check" in said.err) == (1, True)
