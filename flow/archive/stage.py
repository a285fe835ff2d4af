"""An archive as a database of its own, in a folder for the while: only what stands there is taken in.

The tables are made as the archive's revision had them, filled, and brought to this version by the same
migrations as a house that was never away. SQLite checks types, rules and links meanwhile.
"""

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path

from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from flow.archive.apart import Source
from flow.archive.cells import Stored, stored
from flow.archive.contents import ColumnKind
from models.database import home_url, open_engine, reading
from models.errors.books import ArchiveUnfit
from models.errors.problem import Problem
from models.errors.store import JournalBroken
from models.journal import verify
from models.migrate import upgrade
from models.words import mark

PREFIX = ".taking-in-"
"""Of the folder of an attempt."""
_AT_ONCE = 500
ROW = mark("a row of {name} cannot be: {cause}")
_LINK = mark("a row of {name} points to one that is not there")
_JOURNAL = mark("its journal was changed")
_MEMORY = 2**26
"""Bytes that one value may have, as SQLite counts."""


@contextmanager
def staged(archive: Source, beside: Path) -> Iterator[Engine]:
    """A checked database of this version with all rows, in a folder below `beside` that goes away.

    Raises ArchiveUnfit for rows that cannot be, links that lead nowhere, a journal that was changed.
    """
    with tempfile.TemporaryDirectory(dir=beside, prefix=PREFIX) as folder:
        url = home_url(Path(folder))
        upgrade(url, archive.manifest.revision)
        _fill(Path(folder) / "facteur.db", archive)
        try:
            upgrade(url)
        except Problem as cause:
            raise ArchiveUnfit(why=str(cause)) from cause
        engine = open_engine(url)
        try:
            _check_journal(engine, archive)
            yield engine
        finally:
            engine.dispose()


def _fill(path: Path, archive: Source) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _MEMORY)
        connection.execute("PRAGMA synchronous=OFF")  # a copy for the while: nothing to save
        connection.execute("BEGIN")
        for name in archive.manifest.tables:
            _fill_table(connection, archive, name)
        connection.execute("COMMIT")
        broken = connection.execute("PRAGMA foreign_key_check").fetchone()
        if broken is not None:
            raise ArchiveUnfit(why=_LINK, name=str(broken[0]))
        _number(connection, archive.manifest.sequences)


def _fill_table(connection: sqlite3.Connection, archive: Source, name: str) -> None:
    told = archive.manifest.tables[name].columns
    known = {row[1] for row in connection.execute("SELECT * FROM pragma_table_info(?)", (name,))}
    foreign = name.startswith("sqlite_") or name == "alembic_version"
    if foreign or not told or not set(told) <= known:
        raise ArchiveUnfit(why=ROW, name=name, cause="?")
    columns = ", ".join(f'"{column}"' for column in told)
    holes = ", ".join("?" * len(told))
    command = f'INSERT INTO "{name}" ({columns}) VALUES ({holes})'  # noqa: S608 - names of our tables
    rows = iter(archive.rows(name))
    while some := [_cells(row, told, name) for row in islice(rows, _AT_ONCE)]:
        try:
            connection.executemany(command, some)
        except (sqlite3.Error, OverflowError, UnicodeEncodeError) as cause:
            raise ArchiveUnfit(why=ROW, name=name, cause=str(cause)[:80]) from cause


def _cells(row: dict[str, object], told: dict[str, ColumnKind], name: str) -> list[Stored]:
    if row.keys() != told.keys():
        raise ArchiveUnfit(why=ROW, name=name, cause="?")
    try:
        return [stored(kind, row[column]) for column, kind in told.items()]
    except (ValueError, TypeError, OverflowError) as cause:
        raise ArchiveUnfit(why=ROW, name=name, cause=str(cause)[:80]) from cause


def _number(connection: sqlite3.Connection, sequences: dict[str, int]) -> None:
    """Numbers that were given once are not given again."""
    for name, last in sequences.items():
        connection.execute(
            "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", (last, name)
        )
        if not connection.execute("SELECT changes()").fetchone()[0]:
            connection.execute("INSERT INTO sqlite_sequence VALUES (?, ?)", (name, last))


def _check_journal(engine: Engine, archive: Source) -> None:
    """The chain holds, and it is as long as the contents say: a tail that was cut off is seen."""
    with Session(reading(engine)) as session:
        try:
            count = verify(session)
        except JournalBroken as cause:
            raise ArchiveUnfit(why=_JOURNAL) from cause
    if count != archive.manifest.journal_lines:
        raise ArchiveUnfit(why=_JOURNAL)
