"""Opening the database: SQLite in the data folder, or PostgreSQL, behind one engine.

Every transaction on SQLite begins with BEGIN IMMEDIATE: with the driver's own beginnings, four threads
of a hundred read-then-write each counted 100 of 400. Pages that only read use `reading(engine)`, which
does not wait for writers. On SQLite no DBOS call belongs inside an open transaction, save the outbox's.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from models.errors.files import DiskFull
from models.errors.problem import Problem
from models.errors.settings import SettingInvalid
from models.errors.store import StoreDamaged, StoreForbidden, StoreLocked, StoreUnreachable
from models.words import mark

FILE_NAME = "facteur.db"
_ADDRESS = mark("write postgresql://user@host:5432/name, or leave it out for a file of its own")
PATIENCE = 30.0
"""Seconds to wait for another writer before StoreLocked."""


def home_url(home: Path) -> str:
    """The address of the database that lies in the data folder `home`."""
    return sa.URL.create("sqlite", database=str(home / FILE_NAME)).render_as_string()


def parsed(url: str) -> sa.URL:
    """`url` with our driver named: psycopg 3 for any way to write PostgreSQL.

    Raises SettingInvalid, which does not repeat the address: there may be a password in it.
    """
    try:
        address = sa.make_url(url)
    except (sa.exc.ArgumentError, ValueError) as cause:
        raise SettingInvalid(name="database_url", value="…", why=_ADDRESS) from cause
    if address.drivername in {"postgres", "postgresql", "postgresql+psycopg"}:
        return address.set(drivername="postgresql+psycopg")
    if address.drivername not in {"sqlite", "sqlite+pysqlite"}:
        raise SettingInvalid(name="database_url", value="…", why=_ADDRESS)
    return address


def open_engine(
    url: str, *, for_dbos: bool = False, foreign_keys: bool = True, patience: float = PATIENCE
) -> Engine:
    """An engine on `url`; `for_dbos` leaves the beginning of transactions to the driver.

    foreign_keys=False is for migrations only: with them on, rebuilding a parent table deletes its
    children without a word. patience is in seconds.
    """
    address = parsed(url)
    if address.get_backend_name() != "sqlite":
        # Prepared plans break under a running worker when a migration changes a table.
        options = {"connect_timeout": 10, "prepare_threshold": None}
        return sa.create_engine(
            address, pool_pre_ping=True, hide_parameters=True, connect_args=options
        )
    engine = sa.create_engine(address, hide_parameters=True)
    _set_up_sqlite(engine, for_dbos=for_dbos, foreign_keys=foreign_keys, patience=patience)
    return engine


def reading(engine: Engine) -> Engine:
    """The same engine for sessions that never write: no waiting for writers, and writes are refused."""
    return engine.execution_options(read_only=True, postgresql_readonly=True)


def _set_up_sqlite(engine: Engine, *, for_dbos: bool, foreign_keys: bool, patience: float) -> None:
    pragmas = (
        f"busy_timeout={int(patience * 1000)}",
        "journal_mode=WAL",
        "synchronous=FULL",
        f"foreign_keys={'ON' if foreign_keys else 'OFF'}",
    )

    @event.listens_for(engine, "connect")
    def _open(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
        connection.isolation_level = "IMMEDIATE" if for_dbos else None
        cursor = connection.cursor()
        for pragma in pragmas:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    if for_dbos:
        return

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        read_only = bool(connection.get_execution_options().get("read_only"))
        connection.exec_driver_sql(f"PRAGMA query_only={'ON' if read_only else 'OFF'}")
        connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")


@contextmanager
def told_apart(place: str) -> Iterator[None]:
    """Turns the database's own failures into Problems: StoreLocked, DiskFull, StoreDamaged,
    StoreUnreachable. `place` is the database's address; programming errors pass unchanged.
    """
    try:
        yield
    except sa.exc.DBAPIError as cause:
        problem = _problem(cause.orig, place)
        if problem is None:
            raise
        raise problem from cause
    except (sqlite3.Error, psycopg.Error) as cause:
        problem = _problem(cause, place)
        if problem is None:
            raise
        raise problem from cause


def _problem(cause: BaseException | None, place: str) -> Problem | None:
    if isinstance(cause, sqlite3.Error):
        return _sqlite_problem(cause, place)
    if isinstance(cause, psycopg.Error):
        return _postgresql_problem(cause)
    return None


_DAMAGED = {
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_PERM,
}


def _sqlite_problem(cause: sqlite3.Error, place: str) -> Problem | None:
    code = getattr(cause, "sqlite_errorcode", 0) & 0xFF  # the low byte of an extended code
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return StoreLocked()
    if code == sqlite3.SQLITE_FULL:
        return DiskFull()
    if code in _DAMAGED:
        database = parsed(place).database
        if barred := not_ours(Path(database)) if database else None:
            return StoreForbidden(path=str(barred), folder=str(barred.parent))
        return StoreDamaged(path=parsed(place).database or place, why=str(cause))
    return None


def not_ours(database: Path) -> Path | None:
    """The SQLite file, or one of the two that SQLite keeps beside it, that we may not read and write.

    SQLite gives those two the rights of the first, so that they keep them when its own are mended.
    """
    beside = [database.with_name(database.name + ending) for ending in ("", "-wal", "-shm")]
    return next(
        (one for one in beside if os.path.lexists(one) and not os.access(one, os.R_OK | os.W_OK)),
        None,
    )


_LOCKED = {"55P03", "40P01", "40001"}
"""lock_not_available, deadlock_detected, serialization_failure (PostgreSQL appendix A)."""
_AWAY = ("08", "28", "3D", "57P", "53")
"""Connection, authorization, no such database, operator intervention, out of resources."""


def _postgresql_problem(cause: psycopg.Error) -> Problem | None:
    state = cause.sqlstate or ""
    if state in _LOCKED:
        return StoreLocked()
    if state == "53100":
        return DiskFull()
    if state.startswith(_AWAY) or (not state and isinstance(cause, psycopg.OperationalError)):
        return StoreUnreachable(why=(str(cause).strip().splitlines() or ["?"])[0][:200])
    return None
