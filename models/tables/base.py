"""One rule of types for SQLite STRICT and PostgreSQL, and the class every table inherits."""

from collections.abc import Mapping
from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated, Any, ClassVar

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.engine import Dialect
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import DeclarativeBase, mapped_column
from sqlalchemy.types import TypeDecorator

from models.errors.values import DateNaive

# SQLite STRICT knows INTEGER, REAL, TEXT, BLOB and ANY only (sqlite.org/stricttables.html); the
# migrations import this module too, so that they say the same.
for _kind, _name in (
    (sa.String, "TEXT"),
    (sa.Text, "TEXT"),
    (sa.Boolean, "INTEGER"),
    (sa.BigInteger, "INTEGER"),
    (sa.DateTime, "TEXT"),
    (sa.Date, "TEXT"),
    (sa.Float, "REAL"),
    (sa.JSON, "TEXT"),
    (sa.Enum, "TEXT"),
):
    compiles(_kind, "sqlite")(lambda _element, _compiler, _name=_name, **_kw: _name)


class Moment(TypeDecorator[datetime]):
    """An aware datetime in UTC. Raises DateNaive on the way in when it has no time zone."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise DateNaive
        value = value.astimezone(UTC)
        # SQLite's driver would drop the offset silently, so what we hand it is UTC already.
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Whole(TypeDecorator[int]):
    """A 64-bit integer that refuses floats: PostgreSQL would round them without a word."""

    impl = sa.BigInteger
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> int | None:  # noqa: ARG002
        if value is not None and (isinstance(value, bool) or not isinstance(value, int)):
            raise TypeError(f"minor units are whole numbers, not {type(value).__name__}")
        return value


JSON_TYPE = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
"""JSON text on SQLite, JSONB on PostgreSQL."""

Id = Annotated[int, mapped_column(primary_key=True, autoincrement=True)]
"""A row's number; never given twice, also after the row was deleted."""
MOST_ID = 2**63 - 1
"""The largest number that a column holds; asking for a larger one is an error of the driver."""


class Base(DeclarativeBase):
    """What every table inherits: names for constraints, strictness, types."""

    metadata = sa.MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[Mapping[Any, Any]] = {
        str: sa.Text(),
        int: sa.BigInteger(),
        bool: sa.Boolean(),
        float: sa.Float(),
        bytes: sa.LargeBinary(),
        datetime: Moment(),
        dict[str, object]: JSON_TYPE,
        dict[str, float]: JSON_TYPE,
        list[str]: JSON_TYPE,
        list[dict[str, str]]: JSON_TYPE,
    }


def rules(*constraints: sa.schema.SchemaItem, numbered: bool = True) -> tuple[Any, ...]:
    """`__table_args__`: the constraints, STRICT, and for `numbered` tables ids never used twice."""
    options = {"sqlite_strict": True}
    if numbered:
        options["sqlite_autoincrement"] = True
    return (*constraints, options)


def words(kind: type[StrEnum], name: str) -> sa.Enum:
    """The column type of an enum: its values as text, a CHECK called `name` against any other."""
    return sa.Enum(
        kind,
        name=name,
        native_enum=False,
        create_constraint=True,
        length=40,
        values_callable=lambda members: [member.value for member in members],
    )


def share(column: str) -> sa.CheckConstraint:
    """The CHECK that `column` lies in 0..1 (or is absent)."""
    return sa.CheckConstraint(f"{column} >= 0 AND {column} <= 1", name=f"{column}_share")
