"""`facteur export`, `import` of what it wrote, `backup` and `restore`: what a person types and reads."""

import json
import zipfile
from pathlib import Path

import pytest

from jobs.engine import claim_slot
from tests.doors.answering import Answering
from tests.doors.conftest import Facteur
from tests.doors.inside import inside
from tests.doors.test_import import filled
from tests.flow.paid_bills import Asked

EXTERNAL = """\
Date,Description,Category,Cost,Currency,Alice M.,Bob

2026-10-01,"Courses, pain",Food,30.00,EUR,15.00,-15.00
2026-10-03,Bob a payé,Payment,5.00,EUR,-5.00,5.00

2026-11-01,Total balance, , ,EUR,10.00,-10.00
"""


@pytest.fixture
def home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Facteur:
    """Two bills, a household of Alice and Bob."""
    filled(tmp_path / "home", Asked(), Asked("31.50", "", biller='=Eaux; "du" | Vallon'))
    run = inside(tmp_path / "home", monkeypatch, capsys)
    for words in (["household", "new", "Flat", "--me", "Alice"], ["household", "add", "Bob"]):
        assert run(*words).code == 0
    return run


def test_books_are_printed_or_written_and_never_over_another_file(
    home: Facteur, tmp_path: Path
) -> None:
    printed = home("export", "--as", "beancount").out
    assert "^bill-1" in printed
    assert home("export", "--as", "beancount", "--out", "a.bean").code == 0
    assert (tmp_path / "a.bean").read_text() == printed
    again = home("export", "--as", "hledger", "--out", "a.bean")
    assert (again.code, "--force" in again.err) == (1, True)
    assert (tmp_path / "a.bean").read_text() == printed
    assert home("export", "--as", "hledger", "--out", "a.bean", "--force").code == 0
    assert "commodity 1000.00 EUR" in (tmp_path / "a.bean").read_text()
    told = home("export", "--as", "csv", "--out", "lists", "--json").rows
    assert told[0]["file"] == "lists/bills.csv"
    assert '"\'=Eaux; ""du"" | Vallon"' in (tmp_path / "lists" / "bills.csv").read_text()
    whole = json.loads(home("export", "--as", "json").out)
    assert [bill["amount"] for bill in whole["bills"]] == ["84.20", "31.50"]


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (["--as", "csv"], 2, "--out"),
        (["--as", "zip", "--out", "x.zip", "--since", "2026-01-01"], 2, "--since"),
        (["--as", "json", "--json"], 2, "--out FILE"),
        (["--as", "qif"], 2, "qif"),
        (["--as", "json", "--since", "soon"], 2, "soon"),
        (["--as", "json", "--of", "Nobody"], 1, "Nobody"),
        (["--as", "json", "--out", "/nonexistent/x"], 1, "There is no folder /nonexistent"),
    ],
)
def test_what_cannot_be_exported_is_a_sentence(
    home: Facteur, words: list[str], code: int, sentence: str
) -> None:
    said = home("export", *words)
    assert (said.code, said.out) == (code, "")
    assert sentence in said.err
    assert "Traceback" not in said.err


def test_shared_expenses_come_in_once_and_unknown_names_are_asked(
    home: Facteur, tmp_path: Path
) -> None:
    (tmp_path / "ext.csv").write_text(EXTERNAL)
    asked = home("import", "ext.csv")
    assert (asked.code, "Alice M." in asked.err, "--member" in asked.err) == (1, True, True)
    words = ("import", "ext.csv", "--member", "Alice M.=Alice", "--json")
    assert home(*words).rows == [{"file": "ext.csv", "form": "splitwise", "new": 2, "known": 0}]
    assert home(*words).rows[0]["known"] == 2
    assert "10.00" in home("settle").out
    assert home("export", "--as", "splitwise", "--out", "own.csv").code == 0
    assert home("import", "own.csv", "--json").rows[0]["new"] == 0
    assert home("import", "ext.csv", "--member", "Alice").code == 2


def test_a_zip_goes_into_an_empty_house_and_nowhere_else(
    home: Facteur,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    said = home("export", "--as", "zip", "--out", "all.zip")
    assert (said.code, "No password" in said.out) == (0, True)
    assert home("import", "all.zip").code == 1
    other = inside(tmp_path / "other", monkeypatch, capsys)
    assert other("import", "all.zip").code == 0
    assert [row["id"] for row in other("list", "--json").rows] == [1, 2]
    assert other("journal", "verify", "--json").rows[0]["ok"]
    again = other("import", "all.zip")
    assert (again.code, "--force" in again.err) == (1, True)


def test_a_backup_comes_back_with_its_key_under_a_passphrase(
    home: Facteur,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    key = (tmp_path / "config" / "facteur" / "keys").glob("*.key")
    text = next(key).read_text().strip()
    (tmp_path / "pass").write_text("a passphrase that is long\n")
    (tmp_path / "wrong").write_text("another passphrase, long\n")
    (tmp_path / "short").write_text("short\n")
    assert home("backup", "b.zip", "--passphrase-file", "short").code == 1
    assert home("backup", "b.zip", "--passphrase-file", "pass").code == 0
    assert home("backup", "b.zip").code == 1
    with zipfile.ZipFile(tmp_path / "b.zip") as zipped:
        assert not any(text.encode() in zipped.read(name) for name in zipped.namelist())
    other = inside(tmp_path / "other", monkeypatch, capsys)
    assert other("restore", "b.zip", "--passphrase-file", "wrong").code == 1
    assert not (tmp_path / "other" / "facteur.db").exists()
    assert other("restore", "b.zip", "--passphrase-file", "pass").code == 0
    keys = list((tmp_path / "config" / "facteur" / "keys").glob("*other.key"))
    assert keys[0].read_text().split() == [text]
    refused = other("restore", "b.zip")
    assert (refused.code, "--force" in refused.err) == (1, True)
    done = other("restore", "b.zip", "--force", "--json").rows[0]
    assert Path(str(done["kept"])).is_file()
    assert [row["id"] for row in other("list", "--json").rows] == [1, 2]


@pytest.mark.parametrize("words", [("backup",), ("export", "--as", "zip", "--out")])
def test_a_folder_that_is_not_there_as_of_a_stick_is_said_with_what_to_do(
    home: Facteur, tmp_path: Path, words: tuple[str, ...]
) -> None:
    (tmp_path / "stick").touch()
    for folder in (tmp_path / "media" / "stick", tmp_path / "stick"):
        said = home(*words, str(folder / "facteur.zip"))
        assert said.code == 1
        assert f"There is no folder {folder} to write facteur.zip in: plug in and mount" in said.err
    assert not (tmp_path / "media").exists()
    (tmp_path / "media" / "stick").mkdir(parents=True)
    assert home(*words, str(tmp_path / "media" / "stick" / "facteur.zip")).code == 0


def test_where_a_backup_may_be_written_is_known_before_its_passphrase_is_asked(
    home: Facteur, tmp_path: Path
) -> None:
    (tmp_path / "short").write_text("short\n")
    said = home("backup", str(tmp_path / "stick" / "b.zip"), "--passphrase-file", "short")
    assert (said.code, "There is no folder" in said.err) == (1, True)
    said = home("backup", str(tmp_path / ("b" * 300)), "--passphrase-file", "short")
    assert (said.code, "choose another place" in said.err) == (1, True)


def test_what_refuses_a_restore_is_said_before_its_passphrase_is_asked_for(
    home: Facteur, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pass").write_text("a passphrase that is long\n")
    assert home("backup", "plain.zip").code == 0
    assert home("backup", "sealed.zip", "--passphrase-file", "pass").code == 0
    person = Answering(monkeypatch, {"Passphrase": "another passphrase, long"})
    for file, told in (
        ("none.zip", "none.zip"),
        ("pass", "not made by Facteur"),
        ("plain.zip", "holds no key"),
        ("sealed.zip", "--force"),
    ):
        said = home("restore", file, "--with-key")
        assert (said.code, told in said.err, person.asked) == (1, True, []), said.err
    slot = claim_slot(tmp_path / "home" / "workers")
    assert "at work" in home("restore", "sealed.zip", "--with-key", "--force").err
    slot.release()
    assert person.asked == []
    assert home("restore", "sealed.zip", "--with-key", "--force").code == 1
    assert person.asked == ["Passphrase of the key"]
    assert [row["id"] for row in home("list", "--json").rows] == [1, 2]


def test_a_place_where_nothing_can_be_written_is_said_as_it_is(
    home: Facteur, tmp_path: Path
) -> None:
    nowhere = home("backup", "/proc/x.zip")
    assert (nowhere.code, "choose another place" in nowhere.err) == (1, True)
    assert "--out" not in nowhere.err
    for words in (("backup", str(tmp_path)), ("export", "--as", "zip", "--out", str(tmp_path))):
        for force in ((), ("--force",)):
            said = home(*words, *force)
            assert (said.code, "is a folder" in said.err, "--force" in said.err) == (1, True, False)


def test_own_books_as_json_are_called_what_they_are(home: Facteur) -> None:
    assert home("export", "--as", "json", "--out", "own.json").code == 0
    said = home("import", "own.json")
    assert (said.code, "Facteur’s own books" in said.err, "--as zip" in said.err) == (1, True, True)


def test_a_database_that_is_none_any_more_is_set_aside(home: Facteur, tmp_path: Path) -> None:
    assert home("backup", "b.zip").code == 0
    for path in (tmp_path / "home").glob("facteur.db*"):
        path.unlink()
    (tmp_path / "home" / "facteur.db").write_bytes(b"bit rot" * 1000)
    assert home("restore", "b.zip").code == 1
    assert home("restore", "b.zip", "--force").code == 0
    assert [row["id"] for row in home("list", "--json").rows] == [1, 2]
    assert list((tmp_path / "home").glob("facteur.db-damaged-*"))


def test_nothing_is_restored_under_a_worker(home: Facteur, tmp_path: Path) -> None:
    assert home("backup", "b.zip").code == 0
    slot = claim_slot(tmp_path / "home" / "workers")
    said = home("restore", "b.zip", "--force")
    assert (said.code, "at work" in said.err) == (1, True)
    slot.release()
    assert home("restore", "b.zip", "--force").code == 0
