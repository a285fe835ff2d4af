"""Rows of a checked database go into the house's own, in one transaction: all of them, or none."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

import sqlalchemy as sa
from sqlalchemy import Table
from sqlalchemy.engine import Connection, Engine

from flow.archive.contents import OF_THE_MOMENT
from flow.archive.snapshot import sequence_of, sequences_of
from flow.archive.stage import ROW
from models.database import reading
from models.errors.books import ArchiveUnfit
from models.tables import Base

_AT_ONCE = 500
Forget = Callable[[Connection], None]
"""Takes the job engine's own rows away, which speak of rows that are gone."""


def is_empty(connection: Connection) -> bool:
    """Whether no table holds anything of a person."""
    return not any(
        connection.execute(sa.select(sa.literal(1)).select_from(table).limit(1)).first()
        for table in _kept()
    )


def lock_all(connection: Connection) -> None:
    """Nobody else writes until the transaction ends, others may read; SQLite's are so anyway."""
    if connection.dialect.name == "postgresql":
        names = ", ".join(f'"{table.name}"' for table in Base.metadata.sorted_tables)
        connection.exec_driver_sql(f"LOCK TABLE {names} IN EXCLUSIVE MODE")


def pour(source: Engine, connection: Connection) -> int:
    """Copies every row of `source` with its number; returns how many. The tables are empty before."""
    copied = 0
    with reading(source).connect() as origin:
        for table in _kept():
            copied += _pour_table(origin, connection, table)
        _number(connection, sequences_of(origin, _kept()))
    return copied


def wipe(connection: Connection, forget: Forget) -> None:
    """Takes every row away, the journal's too: only after all of it was written down elsewhere."""
    forget(connection)
    with_triggers = _journal_freed(connection)
    for table in reversed(Base.metadata.sorted_tables):
        for column in _to_itself(table):
            connection.execute(table.update().values({column: None}))
        connection.execute(table.delete())
    with_triggers()


def _kept() -> list[Table]:
    return [table for table in Base.metadata.sorted_tables if table.name not in OF_THE_MOMENT]


def _pour_table(origin: Connection, target: Connection, table: Table) -> int:
    own, count = _to_itself(table), 0
    later: list[dict[str, object]] = []
    asked = sa.select(table).order_by(*table.primary_key.columns)
    with origin.execute(asked.execution_options(yield_per=_AT_ONCE)) as result:
        for some in _in_parts(dict(row._mapping) for row in result):  # noqa: SLF001 - its public name
            for row in some:
                if any(row[column] is not None for column in own):
                    later.append({"row_id": row["id"], **{column: row[column] for column in own}})
                    row.update(dict.fromkeys(own))
            _insert(target, table, some)
            count += len(some)
    for row in later:  # a row may point to one of its own table that came after it
        values = {column: row[column] for column in own}
        target.execute(table.update().where(table.c.id == row["row_id"]).values(values))
    return count


def _insert(target: Connection, table: Table, some: list[dict[str, object]]) -> None:
    try:
        target.execute(table.insert(), some)
    except sa.exc.DataError as cause:  # PostgreSQL keeps no U+0000 in a text, SQLite does
        raise ArchiveUnfit(why=ROW, name=table.name, cause=str(cause.orig)[:80]) from cause


def _to_itself(table: Table) -> list[str]:
    """Columns that point to a row of the same table."""
    return [
        column.name
        for column in table.columns
        if any(key.references(table) for key in column.foreign_keys)
    ]


def _in_parts(rows: Iterable[dict[str, object]]) -> Iterator[list[dict[str, object]]]:
    source = iter(rows)
    while some := list(islice(source, _AT_ONCE)):
        yield some


def _number(connection: Connection, sequences: dict[str, int]) -> None:
    """The next row gets a number above all that were ever given, there or here."""
    before = sequences_of(connection, _kept())
    for name, last in sequences.items():
        highest = max(last, before.get(name, 0))
        if connection.dialect.name == "postgresql":
            asked = sa.text("SELECT setval(CAST(:s AS regclass), :n)")
            connection.execute(asked, {"s": sequence_of(connection, name), "n": highest})
        else:
            said = {"n": highest, "t": name}
            connection.execute(sa.text("DELETE FROM sqlite_sequence WHERE name = :t"), {"t": name})
            connection.execute(sa.text("INSERT INTO sqlite_sequence VALUES (:t, :n)"), said)


def _journal_freed(connection: Connection) -> Callable[[], None]:
    """Lets journal lines be deleted until the returned function is called, in this transaction."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("ALTER TABLE journal DISABLE TRIGGER USER")
        return lambda: _run(connection, ["ALTER TABLE journal ENABLE TRIGGER USER"])
    asked = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'journal'"
    triggers = connection.exec_driver_sql(asked).all()
    _run(connection, [f'DROP TRIGGER "{name}"' for name, _ in triggers])
    return lambda: _run(connection, [str(text) for _, text in triggers])


def _run(connection: Connection, commands: list[str]) -> None:
    for command in commands:
        connection.exec_driver_sql(command)
