"""Taking every job away when the rows that they speak of are replaced, and seeing who still works."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from jobs.engine import SLOTS, take_slot
from jobs.rescue import SILENT_SECONDS
from models.database import reading
from models.tables import Heartbeat


def forget_jobs(connection: Connection) -> None:
    """Deletes all jobs in the caller's transaction; their inputs and outcomes go with them.

    The number of a message may be another message's afterwards, and its job must be a new one.
    """
    schema = "dbos" if connection.dialect.name == "postgresql" else None
    if sa.inspect(connection).has_table("workflow_status", schema=schema):
        table = sa.table("workflow_status", schema=schema)
        connection.execute(sa.delete(table))


def anybody_works(folder: Path, engine: Engine) -> bool:
    """Whether a worker lives: on this machine, whose locks `folder` holds, or on the same PostgreSQL."""
    return _holds_slot(folder) or (engine.dialect.name == "postgresql" and _beats(engine))


def _holds_slot(folder: Path) -> bool:
    for number in range(SLOTS):
        if (folder / f"{number}.lock").exists():
            slot = take_slot(folder, number)
            if slot is None:
                return True
            slot.release()
    return False


def _beats(engine: Engine) -> bool:
    limit = datetime.now(UTC) - timedelta(seconds=SILENT_SECONDS)
    with reading(engine).connect() as connection:
        return connection.scalar(sa.select(sa.func.count()).where(Heartbeat.seen_at > limit)) != 0
