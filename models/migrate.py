"""Bringing a database to this version's tables, after a copy, in one transaction.

To write the next revision, change models/tables and run `python -m models.migrate "What changes."`.
"""

import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.engine import Connection, Engine

from models.database import home_url, open_engine, parsed, reading, told_apart
from models.errors.store import StoreDamaged, StoreNewer

_LOCK = 7_230_114
"""PostgreSQL's advisory lock (a number of ours) that lets one process migrate at a time."""


def head() -> str:
    """The revision that this version of the program expects."""
    revision = ScriptDirectory.from_config(_config(None)).get_current_head()
    if revision is None:
        raise RuntimeError("the package holds no migrations")
    return revision


def current(engine: Engine) -> str | None:
    """The revision the database is at, None when it is new."""
    with reading(engine).connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def knows(revision: str) -> bool:
    """Whether this version of the program can bring a database of `revision` to its own."""
    script = ScriptDirectory.from_config(_config(None))
    return revision in {one.revision for one in script.walk_revisions()}


def upgrade(url: str, to: str | None = None) -> Path | None:
    """Brings the database at `url` to `head()`, or to the earlier revision `to` when it is new;
    returns the copy made before, if one was.

    Safe to call at every start and from several processes. Nothing is left half-way: a failure rolls
    everything back. Raises StoreLocked, DiskFull, StoreDamaged, StoreUnreachable.
    """
    with told_apart(url), _migrating(url) as engine:
        revision = current(engine)
        if revision == (to or head()):
            return None
        _refuse_newer(revision, url)
        copy = _copied(url, revision) if revision else None
        with engine.begin() as connection:
            _run(connection, url, to or "head")
        return copy


@contextmanager
def _migrating(url: str) -> Iterator[Engine]:
    address = parsed(url)
    if address.get_backend_name() == "sqlite" and address.database:
        path = Path(address.database)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
    engine = open_engine(url, foreign_keys=False)
    try:
        yield engine
    finally:
        engine.dispose()


def _run(connection: Connection, url: str, to: str) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(sa.text("SELECT pg_advisory_xact_lock(:n)"), {"n": _LOCK})
    command.upgrade(_config(connection), to)
    if connection.dialect.name == "sqlite":
        orphan = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
        if orphan is not None:
            why = f"{orphan[0]} {orphan[1]} points to no {orphan[2]}"
            raise StoreDamaged(path=parsed(url).database or url, why=why)


def _refuse_newer(revision: str | None, url: str) -> None:
    if revision is not None and not knows(revision):
        raise StoreNewer(path=parsed(url).render_as_string())


def _copied(url: str, revision: str) -> Path | None:
    """A whole copy of a SQLite file beside it (0600); PostgreSQL's owner makes their own dumps."""
    address = parsed(url)
    if address.get_backend_name() != "sqlite" or not address.database:
        return None
    source = Path(address.database)
    with tempfile.NamedTemporaryFile(
        dir=source.parent, prefix=f"{source.stem}-before-{revision}-", suffix=".db", delete=False
    ) as target:
        copy = Path(target.name)
    with closing(sqlite3.connect(source)) as connection:
        connection.execute("VACUUM INTO ?", (str(copy),))
    return copy


def _config(connection: Connection | None) -> Config:
    config = Config()
    config.set_main_option("script_location", "models:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def _revise(sentence: str) -> None:
    """Writes the next revision: the difference between the tables and the revisions so far."""
    with tempfile.TemporaryDirectory() as folder:
        url = home_url(Path(folder))
        if ScriptDirectory.from_config(_config(None)).get_current_head():
            upgrade(url)
        number = len(list(ScriptDirectory.from_config(_config(None)).walk_revisions())) + 1
        with _migrating(url) as engine, engine.begin() as connection:
            command.revision(
                _config(connection), sentence, autogenerate=True, rev_id=f"{number:04d}"
            )


if __name__ == "__main__":
    _revise(sys.argv[1])
