"""Finds the class of a problem by its name or its code, in whichever file it stands."""

from pkgutil import resolve_name
from types import ModuleType

from models.errors.problem import Problem

_FILES: tuple[ModuleType, ...] = tuple(
    resolve_name(f"models.errors.{room}")
    for room in (
        "books", "collect", "files", "household", "mailbox", "orders", "problem", "providers",
        "reading", "reminding", "sending", "settings", "shares", "statements", "store", "talks",
        "values",
    )
)  # fmt: skip


def called(name: str) -> type[Problem] | None:
    """The class of that name ("LoginRefused"), or None."""
    found = (getattr(file, name, None) for file in _FILES)
    return next((one for one in found if isinstance(one, type) and issubclass(one, Problem)), None)


def named(code: str) -> type[Problem] | None:
    """The class whose problems have `code` ("login_refused"), or None."""
    return called("".join(part.capitalize() for part in code.split("_")))


def revived(code: str, **details: str | int) -> Problem:
    """The problem that was stored under `code`, its blanks filled from `details`."""
    return (named(code) or Problem)(**details)
