"""A SQLite file in a folder that may not be written is read whole, also what only its log holds yet."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa

from models.database import home_url
from models.unwritable import is_unwritable, open_unwritable


def written(database: Path) -> sqlite3.Connection:
    """A writer at work: its last row is in the log alone."""
    writer = sqlite3.connect(database, isolation_level=None)
    writer.execute("PRAGMA journal_mode=WAL")
    writer.execute("CREATE TABLE word (text)")
    writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    writer.execute("INSERT INTO word VALUES ('last')")
    return writer


def words(url: str) -> list[str]:
    engine = open_unwritable(url)
    try:
        with engine.connect() as connection:
            return list(connection.exec_driver_sql("SELECT text FROM word").scalars())
    finally:
        engine.dispose()


@pytest.mark.parametrize("folder", ["home", "a #1? folder%20é"])
def test_rows_are_read_while_somebody_writes_and_after(tmp_path: Path, folder: str) -> None:
    home = tmp_path / folder
    home.mkdir()
    with closing(written(home / "facteur.db")):
        assert words(home_url(home)) == ["last"]
    assert words(home_url(home)) == ["last"]
    assert [path.name for path in home.iterdir()] == ["facteur.db"]


def test_every_write_is_refused(tmp_path: Path) -> None:
    written(tmp_path / "facteur.db").close()
    engine = open_unwritable(home_url(tmp_path))
    with engine.connect() as connection, pytest.raises(sa.exc.OperationalError, match="readonly"):
        connection.exec_driver_sql("INSERT INTO word VALUES ('more')")
    engine.dispose()


def test_only_a_file_that_is_there_in_such_a_folder_is_one(tmp_path: Path) -> None:
    assert not is_unwritable(home_url(tmp_path))
    assert not is_unwritable("postgresql://alice@localhost/facteur")
    (tmp_path / "facteur.db").touch()
    assert not is_unwritable(home_url(tmp_path))
