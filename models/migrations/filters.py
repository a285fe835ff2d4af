"""Which of the database's tables Alembic looks at."""

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
