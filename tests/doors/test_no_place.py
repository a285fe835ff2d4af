"""Where Facteur cannot write, or was told nonsense: one sentence and exit code 1, never a traceback."""

import os
import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.doors.conftest import COMMAND, Facteur
from tests.doors.forked import Said

BILL = next((Path(__file__).parents[2] / "samples").glob("bills/*.pdf"))


def one_sentence(said: Said) -> str:
    assert said.code == 1
    assert "Traceback" not in said.err
    assert "Logging error" not in said.err
    assert "unexpected" not in said.err
    assert said.err.count("\n") == 1
    return said.err


@pytest.mark.parametrize("place", ["file", "file/below", "/proc/nothing"])
def test_an_unusable_home_is_one_sentence_and_read_works_without(
    facteur: Facteur, tmp_path: Path, place: str
) -> None:
    (tmp_path / "file").touch()
    home = str(tmp_path / place)
    for verb in ("list", "init", "sync", "doctor"):
        assert "choose another with FACTEUR_HOME" in one_sentence(facteur(verb, FACTEUR_HOME=home))
    assert facteur("read", str(BILL), "--json", FACTEUR_HOME=home).rows[0]["amount"]


@pytest.mark.parametrize(
    "url", ["nonsense", "mysql://alice:geheim@h/x", "postgresql://alice:geheim@h:xx/f"]
)
def test_a_wrong_address_of_the_database_is_named_without_its_password(
    facteur: Facteur, url: str
) -> None:
    said = one_sentence(facteur("list", FACTEUR_DATABASE_URL=url))
    assert "database_url" in said
    assert "geheim" not in said


def test_an_output_that_is_full_is_one_sentence(tmp_path: Path) -> None:
    environment = {**os.environ, "FACTEUR_HOME": str(tmp_path / "home"), "LANG": "C.UTF-8"}
    for words in (("init",), ("--help",), ("read", str(BILL), "--json")):
        with Path("/dev/full").open("w") as full:
            done = subprocess.run(
                [*COMMAND, *words],
                stdout=full,
                stderr=subprocess.PIPE,
                env=environment,
                check=False,
            )
        assert "The disk is full" in one_sentence(Said(done.returncode, "", done.stderr.decode()))


@pytest.mark.parametrize("folder", ['a"b\\c', "Énergie à payer", "it's"])
def test_any_name_of_the_folder_is_written_so_that_it_is_read_again(
    facteur: Facteur, tmp_path: Path, folder: str
) -> None:
    assert facteur("init", "--root-folder", folder).code == 0
    written = (tmp_path / "home" / "facteur.toml").read_text(encoding="utf-8")
    assert tomllib.loads(written)["root_folder"] == folder
    assert facteur("list").code == 0


@pytest.mark.parametrize("folder", ["", " ", "a\nb", "a\x7fb"])
def test_a_name_that_is_none_is_refused_and_nothing_written(
    facteur: Facteur, tmp_path: Path, folder: str
) -> None:
    assert "root_folder" in one_sentence(facteur("init", "--root-folder", folder))
    assert not (tmp_path / "home" / "facteur.toml").exists()


def test_a_misspelt_variable_is_told_once_and_the_verb_goes_on(facteur: Facteur) -> None:
    said = facteur("list", FACTEUR_MONTHSS="3")
    assert said.code == 0
    assert said.err.count("FACTEUR_MONTHSS") == 1


def test_a_key_file_that_holds_none_is_named(facteur: Facteur, tmp_path: Path) -> None:
    junk = tmp_path / "junk"
    junk.write_text("junk")
    assert str(junk) in one_sentence(facteur("list", FACTEUR_KEY_FILE=str(junk)))


def test_what_is_written_is_for_its_owner_alone(facteur: Facteur, tmp_path: Path) -> None:
    assert facteur("init").code == 0
    files = list((tmp_path / "home").rglob("*"))
    assert tmp_path / "home" / "facteur.toml" in files
    assert not [file for file in files if file.stat().st_mode & 0o077]


def test_a_terminal_without_accents_loses_them_and_nothing_else(facteur: Facteur) -> None:
    said = facteur("list", "--lang", "fr", PYTHONIOENCODING="ascii")
    assert said.code == 0, said.err
    assert "facteur connect" in said.out
    row = facteur("read", str(BILL), "--json", PYTHONIOENCODING="ascii").rows[0]
    assert row == facteur("read", str(BILL), "--json").rows[0] | {"seconds": row["seconds"]}
