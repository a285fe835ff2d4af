"""Run by Alembic. models.migrate hands over an open transaction and commits it afterwards."""

from alembic import context
from sqlalchemy.engine import Connection
from sqlalchemy.schema import SchemaItem

from models.tables import Base


def ours(
    _item: SchemaItem,
    name: str | None,
    kind: str,
    reflected: bool,  # noqa: FBT001 - Alembic calls it so
    twin: SchemaItem | None,
) -> bool:
    """False for a table of the job engine or the full-text index, which live in the same file."""
    foreign = kind == "table" and reflected and twin is None
    return not foreign or name in Base.metadata.tables


def run(connection: Connection) -> None:
    """Brings `connection`'s database to the asked revision, or compares it with the tables."""
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        include_object=ours,
        render_as_batch=connection.dialect.name == "sqlite",
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()


run(context.config.attributes["connection"])
