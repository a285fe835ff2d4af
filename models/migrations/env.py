"""Run by Alembic. models.migrate hands over an open transaction and commits it afterwards."""

from alembic import context
from sqlalchemy.engine import Connection

from models.migrations.filters import ours
from models.tables import Base


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
