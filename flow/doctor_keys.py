"""Whether the key opens what is stored; where it does not, the key that does, and how it gets here."""

import shlex
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.wiring import Wiring
from models.database import reading
from models.errors.problem import Problem
from models.errors.store import SecretUnreadable
from models.secrets import Secrets
from models.tables import Account, Outlet, SecretCode
from models.words import mark

_MOST_KEYS = 100
_MOST_BYTES = 10_000
_FITS = mark("{count} stored, the key fits")
_GIVEN = mark(
    "{bad} of {count} stored secrets do not open with the key in {name}: give the key that made them, or "
    "connect the mailboxes and channels again."
)
_FOUND = mark(
    "{bad} of {count} stored secrets do not open with the key of this folder. A copied folder comes without "
    "its key; the one that fits lies in {fits}. To use it here, too: {command}"
)
_LOST = mark(
    "{bad} of {count} stored secrets do not open with the key in {key}. If this folder was copied or "
    "restored, add the key of the folder it came from to that file; without it, connect the mailboxes and "
    "channels again and set up the secret code anew."
)

Told = tuple[bool, str, dict[str, str | int]]


def keys_fit(wiring: Wiring) -> Told:
    """In order or not, a sentence, and what fills its blanks."""
    with Session(reading(wiring.engine)) as session:
        columns = (Account.secret, SecretCode.secret, Outlet.secret)
        stored = [one for column in columns for one in session.scalars(select(column)) if one]
    shut = [one for one in stored if not _opens(wiring.secrets, one)]
    told: dict[str, str | int] = {"count": len(stored), "bad": len(shut)}
    if not shut:
        return True, _FITS, told
    place = wiring.secrets.place
    if place is None:
        return False, _GIVEN, {**told, "name": "FACTEUR_KEY"}
    fits = _fitting(place, shut)
    if fits is None:
        return False, _LOST, {**told, "key": str(place)}
    command = f"cat {shlex.quote(str(fits))} >> {shlex.quote(str(place))}"
    return False, _FOUND, {**told, "fits": str(fits), "command": command}


def _fitting(place: Path, shut: Sequence[bytes]) -> Path | None:
    """Another key of this person that opens what ours does not: of the folder that was copied."""
    for path in islice(sorted(place.parent.glob("*.key")), _MOST_KEYS):
        keys = _keys_in(path) if path != place else None
        if keys is not None and all(_opens(keys, one) for one in shut):
            return path
    return None


def _keys_in(path: Path) -> Secrets | None:
    try:
        with path.open(encoding="ascii") as file:
            return Secrets(file.read(_MOST_BYTES))
    except (OSError, UnicodeDecodeError, Problem):
        return None


def _opens(keys: Secrets, token: bytes) -> bool:
    try:
        keys.decrypt(token)
    except SecretUnreadable:
        return False
    return True
