"""The journal: append-only lines, each holding the hash of the one before.

A changed or missing line in the middle breaks every hash after it. Lines cut off the end are not seen
by the chain alone; the triggers of migration 0002 refuse that.
"""

import hashlib
import json
from collections.abc import Mapping
from contextlib import closing
from datetime import UTC, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from models.errors.store import JournalBroken
from models.tables import JournalLine

_FIRST = "0" * 64
"""What the first line names as the hash before it."""
_LOCK = 7_230_115
"""PostgreSQL's advisory lock (a number of ours): one writer at a time until its transaction ends."""


def append(
    session: Session, who: str, what: str, on: str, *, where: str, detail: Mapping[str, object]
) -> JournalLine:
    """Writes one line in the caller's transaction and returns it.

    who: "person" or a part of Facteur; what: the verb; on: the thing ("bill 12"); where: the door
    ("cli", "worker"); detail: JSON-shaped values. Never put a secret or a whole mail in it.
    """
    if session.get_bind().dialect.name == "postgresql":
        session.execute(sa.text("SELECT pg_advisory_xact_lock(:n)"), {"n": _LOCK})
    last = session.scalar(sa.select(JournalLine.hash).order_by(JournalLine.id.desc()).limit(1))
    line = JournalLine(
        at=datetime.now(UTC),
        who=who,
        what=what,
        on_what=on,
        where_from=where,
        detail=_canonical(detail),
        previous_hash=last or _FIRST,
    )
    line.hash = _hash(line)
    session.add(line)
    session.flush()
    return line


def verify(session: Session) -> int:
    """The number of lines, all of them unchanged. Raises JournalBroken with the first bad line's id."""
    previous, count = _FIRST, 0
    asked = sa.select(JournalLine).order_by(JournalLine.id)
    options = {"yield_per": 500, "populate_existing": True}
    with closing(session.scalars(asked, execution_options=options)) as lines:
        for line in lines:
            if line.previous_hash != previous or line.hash != _hash(line):
                raise JournalBroken(line=line.id)
            previous, count = line.hash, count + 1
    return count


def _hash(line: JournalLine) -> str:
    said = {
        "at": line.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "who": line.who,
        "what": line.what,
        "on": line.on_what,
        "where": line.where_from,
        "detail": line.detail,
        "previous": line.previous_hash,
    }
    return hashlib.sha256(_canonical(said).encode()).hexdigest()


def _canonical(value: Mapping[str, object]) -> str:
    return json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )
