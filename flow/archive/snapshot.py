"""All tables as they are at one moment, while others go on working."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from sqlalchemy import Table
from sqlalchemy.engine import Connection, Engine

from flow.archive.cells import told
from flow.archive.contents import Purpose, blanked, columns_of, kind_of
from models.database import reading
from models.tables import JournalLine

_AT_ONCE = 500


@contextmanager
def snapshot(engine: Engine) -> Iterator[Connection]:
    """A transaction that reads, and sees nothing of what others commit meanwhile."""
    still = reading(engine)
    if engine.dialect.name == "postgresql":
        still = still.execution_options(isolation_level="REPEATABLE READ")
    with still.connect() as connection, connection.begin():
        yield connection


def rows_of(connection: Connection, table: Table, purpose: Purpose) -> Iterable[dict[str, object]]:
    """The rows in order of their keys, as JSON holds them."""
    columns = list(columns_of(table, purpose))
    kinds = [(column.name, kind_of(column)) for column in columns]
    wanted = [
        sa.literal(b"").label(column.name) if blanked(column, purpose) else column
        for column in columns
    ]
    asked = sa.select(*wanted).select_from(table).order_by(*table.primary_key.columns)
    with connection.execute(asked.execution_options(yield_per=_AT_ONCE)) as result:
        for row in result:
            yield {name: told(kind, value) for (name, kind), value in zip(kinds, row, strict=True)}


def sequences_of(connection: Connection, tables: Iterable[Table]) -> dict[str, int]:
    """The last number that each numbered table gave, also to a row that is gone."""
    numbered = {table.name for table in tables if table.autoincrement_column is not None}
    if connection.dialect.name == "sqlite":
        known = connection.exec_driver_sql("SELECT name, seq FROM sqlite_sequence").all()
        return {name: int(last) for name, last in known if name in numbered and last}
    found = {}
    for name in sorted(numbered):
        sequence = sequence_of(connection, name)
        asked = sa.text(f"SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM {sequence}")  # noqa: S608 - the database's own name
        found[name] = int(connection.scalar(asked) or 0)
    return {name: last for name, last in found.items() if last}


def sequence_of(connection: Connection, table: str) -> str:
    """PostgreSQL's name of what numbers `table`."""
    return str(connection.scalar(sa.text("SELECT pg_get_serial_sequence(:t, 'id')"), {"t": table}))


def journal_end(connection: Connection) -> tuple[int, str]:
    """How many lines the journal has, and the hash of the last."""
    count = connection.scalar(sa.select(sa.func.count()).select_from(JournalLine)) or 0
    last = sa.select(JournalLine.hash).order_by(JournalLine.id.desc()).limit(1)
    return count, connection.scalar(last) or ""
