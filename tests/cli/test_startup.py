"""What a command loads: nothing that it does not need, so that it answers at once."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

BILL = next((Path(__file__).parents[2] / "samples").glob("bills/*.pdf"))
DATABASE = {"sqlalchemy", "alembic", "psycopg", "dbos"}
MAILBOX = {"imapclient", "mailparser", "httpx"}
READERS = {"numpy", "sklearn", "scipy", "lxml", "pypdfium2", "pikepdf", "PIL"}
HEAVY = DATABASE | MAILBOX | READERS | {"cryptography"}
"""What takes long to load. Not pydantic: typer itself loads it to check a value."""
PROBE = """
import atexit, sys
atexit.register(lambda: print("loaded:", *sys.modules, file=sys.stderr))
from cli.main import main
main()
"""
"""Runs the command, then names every module that is loaded."""


def heavy_loaded(home: Path, program: str, *words: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-P", "-c", program, *words], capture_output=True, text=True, timeout=60,
        check=False, env={**os.environ, "FACTEUR_HOME": str(home)},
    )  # fmt: skip
    before, _, names = done.stderr.rpartition("loaded:")
    assert "Traceback" not in before
    assert "models.words" in names.split()
    return HEAVY & {name.partition(".")[0] for name in names.split()}


@pytest.mark.parametrize(
    "words", [("--version",), ("--help",), ("--lang", "fr", "--help"), (), ("nonsense",), ("--no",)]
)
def test_no_verb_is_loaded_unless_it_is_called(tmp_path: Path, words: tuple[str, ...]) -> None:
    assert heavy_loaded(tmp_path, PROBE, *words) == set()


def test_reading_files_loads_readers_in_the_children_alone(tmp_path: Path) -> None:
    assert heavy_loaded(tmp_path, PROBE, "read", str(BILL)) == set()


def test_a_child_that_reads_knows_no_database() -> None:
    loaded = "import flow.child, sys; print('loaded:', *sys.modules, file=sys.stderr)"
    heavy = heavy_loaded(Path("unused"), loaded)
    assert "pypdfium2" in heavy
    assert not heavy & DATABASE


def test_listing_bills_loads_the_database_and_neither_mailbox_nor_readers(tmp_path: Path) -> None:
    heavy = heavy_loaded(tmp_path, PROBE, "list")
    assert {"sqlalchemy", "cryptography"} <= heavy
    assert not heavy & (MAILBOX | READERS | {"dbos"})
