"""One value of a row as JSON, and from JSON as SQLite stores it."""

import base64
import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from enum import Enum
from typing import TypeVar

from flow.archive.contents import ColumnKind

Stored = str | int | float | bytes | None
"""What SQLite keeps in a cell."""
_MOMENT = "%Y-%m-%d %H:%M:%S.%f"
"""As SQLAlchemy writes a datetime on SQLite."""


def told(kind: ColumnKind, value: object) -> object:
    """A value that SQLAlchemy gave, as JSON holds it; money as text, bytes as base 64."""
    if value is None or kind in _AS_THEY_ARE:
        return value.value if isinstance(value, Enum) else value
    if kind is ColumnKind.BYTES:
        return base64.b64encode(_of(bytes, value)).decode("ascii")
    if kind is ColumnKind.MOMENT:
        return _of(datetime, value).astimezone(UTC).isoformat(timespec="microseconds")
    return _of(date, value).isoformat() if kind is ColumnKind.DAY else str(value)


_AS_THEY_ARE = frozenset(
    {ColumnKind.TEXT, ColumnKind.INT, ColumnKind.BOOL, ColumnKind.REAL, ColumnKind.JSON}
)


def stored(kind: ColumnKind, value: object) -> Stored:
    """What `told` gave, as SQLite stores it. Raises ValueError or TypeError when it cannot be."""
    return None if value is None else _STORED[kind](value)


T = TypeVar("T")


def _of(kind: type[T], value: object) -> T:
    # True is an int to Python, and none to a table.
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise TypeError(f"{kind.__name__} expected, not {type(value).__name__}")
    return value


def _bytes(value: object) -> Stored:
    return base64.b64decode(_of(str, value), validate=True)


def _moment(value: object) -> Stored:
    moment = datetime.fromisoformat(_of(str, value))
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone")
    return moment.astimezone(UTC).strftime(_MOMENT)


_STORED: dict[ColumnKind, Callable[[object], Stored]] = {
    ColumnKind.TEXT: lambda value: _of(str, value),
    ColumnKind.INT: lambda value: _of(int, value),
    ColumnKind.WHOLE: lambda value: int(_of(str, value)),
    ColumnKind.BOOL: lambda value: int(_of(bool, value)),
    ColumnKind.REAL: lambda value: float(
        _of(int, value) if type(value) is int else _of(float, value)
    ),
    ColumnKind.MOMENT: _moment,
    ColumnKind.DAY: lambda value: date.fromisoformat(_of(str, value)).isoformat(),
    ColumnKind.JSON: lambda value: json.dumps(value, ensure_ascii=False),
    ColumnKind.BYTES: _bytes,
}
