"""The set-up of DBOS, the engine of durable work, on the same database as the rows.

Nothing leaves the machine: no Conductor key, no telemetry. Facts and traps were measured with 3.4.0.
"""

import fcntl
import logging
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO
from uuid import uuid4

from dbos import DBOS, DBOSClient, DBOSConfig, DBOSPortableJSONSerializer
from sqlalchemy.engine import Engine

from models.database import open_engine, parsed

NAME = "facteur"
VERSION = "1"
"""Pinned: DBOS's default changes with the code, and work of before an update would wait for ever."""
SLOTS = 64
"""Workers on one machine, at most."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A worker's name, which nobody else has while `lock` is open, and which a restart gets again."""

    executor_id: str
    lock: TextIO

    def release(self) -> None:
        """Gives the name back."""
        self.lock.close()


def claim_slot(folder: Path) -> Slot:
    """The lowest free name of this machine. Two live workers of one name would run each other's work.

    The kernel frees the lock when the process dies, however it dies. Local file systems only.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for number in range(SLOTS):
        slot = take_slot(folder, number)
        if slot is not None:
            return slot
    raise RuntimeError(f"{SLOTS} workers run on this machine already")


def take_slot(folder: Path, number: int) -> Slot | None:
    """Slot `number` when no living process holds it."""
    name = f"{_machine(folder)}-{number}"
    lock = (folder / f"{number}.lock").open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        return None
    return Slot(name, lock)


def _machine(folder: Path) -> str:
    """The host's name and a random part kept in the folder: host names alone repeat."""
    path = folder / "machine"
    if not path.exists():
        fresh = folder / f"machine-{os.getpid()}-{uuid4().hex}"
        fresh.write_text(f"{socket.gethostname()}-{uuid4().hex[:8]}", encoding="ascii")
        with suppress(FileExistsError):
            path.hardlink_to(fresh)
        fresh.unlink()
    return path.read_text(encoding="ascii")


def is_sqlite(url: str) -> bool:
    """True when the database is a file of this machine."""
    return parsed(url).get_backend_name() == "sqlite"


def full(url: str) -> str:
    """`url` with the driver named and the password in it."""
    return parsed(url).render_as_string(hide_password=False)


def prepare(url: str) -> None:
    """Makes or updates the job engine's own tables. Safe at every start, from several processes."""
    _quiet()
    DBOS.migrate(full(url))


@contextmanager
def dbos_engine(url: str) -> Iterator[Engine | None]:
    """SQLite: an engine with our pragmas (DBOS's own has no WAL). PostgreSQL: None, it makes its own."""
    if not is_sqlite(url):
        yield None
        return
    engine = open_engine(url, for_dbos=True)
    try:
        yield engine
    finally:
        engine.dispose()


@contextmanager
def client(url: str) -> Iterator[DBOSClient]:
    """What puts jobs in the queues and looks at them, without running any. Needs `prepare` once."""
    with dbos_engine(url) as engine:
        opened = DBOSClient(
            system_database_url=full(url) if engine is None else None,
            system_database_engine=engine,
            serializer=DBOSPortableJSONSerializer(),
            application_name=NAME,
            # The default waits for ever, and a person in front of a door does not.
            retry_connection_errors=False,
        )
        try:
            yield opened
        finally:
            opened.destroy()


def configure(url: str, executor_id: str, engine: Engine | None) -> None:
    """Makes the process's one DBOS; `DBOS.launch()` starts it, `DBOS.destroy()` ends it."""
    config: DBOSConfig = {
        "name": NAME,
        "application_version": VERSION,
        "executor_id": executor_id,
        "system_database_url": full(url),
        "serializer": DBOSPortableJSONSerializer(),
        "log_level": "WARNING",
        # We use no notifications, so this thread only sleeps, and ending waits until it wakes up.
        "notification_listener_polling_interval_sec": 0.1,
    }
    if engine is not None:
        config["system_database_engine"] = engine
    DBOS(config=config)


def _quiet() -> None:
    """DBOS logs what it does at INFO, with a link to its web console."""
    logging.getLogger("dbos").setLevel(logging.WARNING)
