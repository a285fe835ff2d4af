"""A SQLite file in a folder that may not be written, as on a write-protected disk: it can still be read."""

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from models.database import parsed

_PATIENCE = 5.0


def is_unwritable(url: str) -> bool:
    """True for a SQLite file that is there, in a folder where we may make no file beside it."""
    path = _file(url)
    if path is None or not os.access(path, os.R_OK):
        return False
    return not os.access(path.parent, os.W_OK | os.X_OK)


def open_unwritable(url: str) -> Engine:
    """An engine that reads such a file and writes nothing; every write is refused by SQLite.

    While somebody else has it open, their log beside it is read too. Without one the file is whole, and
    SQLite is told that it does not change: else it would want to make that log itself.
    """
    path = _file(url)
    if path is None:
        raise ValueError("no file of SQLite's")
    log_there = os.path.lexists(path.with_name(path.name + "-wal"))
    way = "mode=ro" if log_there else "mode=ro&immutable=1"
    address = f"file:{quote(str(path.absolute()))}?{way}"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(address, uri=True, timeout=_PATIENCE, check_same_thread=False)

    engine = sa.create_engine(parsed(url), creator=connect, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def _open(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
        connection.isolation_level = None

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    return engine


def _file(url: str) -> Path | None:
    address = parsed(url)
    named = address.get_backend_name() == "sqlite" and address.database
    return Path(named) if named else None
