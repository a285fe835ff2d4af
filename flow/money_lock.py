"""One writer of orders and caps at a time: caps and duplicates are sums over many rows."""

import sqlalchemy as sa
from sqlalchemy.orm import Session

_LOCK = 7_230_116
"""PostgreSQL's advisory lock (a number of ours), until the transaction ends; taken before the journal's."""


def alone_with_money(session: Session) -> None:
    """Waits until no other transaction writes orders. SQLite has one writer anyway (BEGIN IMMEDIATE)."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(sa.text("SELECT pg_advisory_xact_lock(:n)"), {"n": _LOCK})
