"""What of the tables goes into an archive, and what never does."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy import Column, Table

from models.tables import Base
from models.tables.base import Moment, Whole


class Purpose(StrEnum):
    """EXPORT may be given to others: no secret in it. BACKUP brings the house back as it was."""

    EXPORT = "export"
    BACKUP = "backup"


OF_THE_MOMENT = (
    "lease",  # who works on an account this minute
    "heartbeat",  # which workers live this minute
)
"""Tables that say nothing once the process is over: in no archive."""
SECRET_TABLES = (
    "secret_code",  # what an authenticator app counts from
    "recovery_code",  # hashes of codes that stand for it
)
"""Tables of secrets alone: never exported."""
SECRET_COLUMNS = (
    ("account", "secret"),  # the password of the mailbox, encrypted
    ("outlet", "secret"),  # the password or address of a channel, encrypted
    ("collector", "key"),  # of the payee's account at a provider, encrypted
    ("collector", "webhook_secret"),  # by which the provider's notices are known, encrypted
    ("member", "link_sha256"),  # of a private link: whoever has that link keeps acting through it
    ("calendar_feed", "secret_sha256"),  # of a calendar's secret address
)
"""Columns that are never exported: no value, or no bytes where one must be."""


class ColumnKind(StrEnum):
    """How a column's values are written in JSON; WHOLE is money's minor units, as text."""

    TEXT = "text"
    INT = "int"
    WHOLE = "whole"
    BOOL = "bool"
    REAL = "real"
    MOMENT = "moment"
    DAY = "day"
    JSON = "json"
    BYTES = "bytes"


_KINDS: tuple[tuple[type, ColumnKind], ...] = (
    (Moment, ColumnKind.MOMENT),
    (Whole, ColumnKind.WHOLE),
    (sa.JSON, ColumnKind.JSON),
    (sa.Boolean, ColumnKind.BOOL),
    (sa.Date, ColumnKind.DAY),
    (sa.Float, ColumnKind.REAL),
    (sa.Integer, ColumnKind.INT),
    (sa.LargeBinary, ColumnKind.BYTES),
    (sa.String, ColumnKind.TEXT),  # sa.Text and sa.Enum are kinds of it
)


def kind_of(column: Column[object]) -> ColumnKind:
    """Raises TypeError for a type that no rule covers, so that a new one is decided upon."""
    for kind, name in _KINDS:
        if isinstance(column.type, kind):
            return name
    raise TypeError(f"no rule writes {column} of type {column.type!r}")


def tables_of(purpose: Purpose) -> Sequence[Table]:
    """The tables of an archive, each after those that it points to."""
    left = set(OF_THE_MOMENT)
    if purpose is Purpose.EXPORT:
        left |= set(SECRET_TABLES)
    return [table for table in Base.metadata.sorted_tables if table.name not in left]


def columns_of(table: Table, purpose: Purpose) -> Iterable[Column[object]]:
    """The columns of an archive's table; `blanked` ones hold nothing."""
    return [
        column for column in table.columns if not column.nullable or not blanked(column, purpose)
    ]


def blanked(column: Column[object], purpose: Purpose) -> bool:
    """Whether the column's values stay here."""
    secret = (column.table.name, column.name) in SECRET_COLUMNS
    return secret and purpose is Purpose.EXPORT
