"""One handing over of an order at a time: who comes second waits, and then sees what became of the first.

No transaction lasts as long as papers are made. The lock goes with the process that holds it, however
that one ends, so that an attempt which a crash left open is taken up again at once.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from flow.wiring import Wiring
from models.database import open_engine

_NAME = "handing-over"
_LOCK = 7_230_117
"""PostgreSQL's advisory locks of this kind (a number of ours), each with the order's number."""
_MOST = 2**31
"""PostgreSQL takes two numbers of four bytes; orders that share one wait for each other."""


@contextmanager
def alone_with_order(wiring: Wiring, payment_id: int) -> Iterator[None]:
    """While inside, no other process or thread hands this order over."""
    if wiring.engine.dialect.name == "postgresql":
        with _locked_there(wiring.engine, payment_id):
            yield
    else:
        with _locked_here(wiring.settings.home / _NAME):
            yield


@contextmanager
def _locked_there(engine: Engine, payment_id: int) -> Iterator[None]:
    """On a connection beside the pool: those that wait must not take the ones that the first needs."""
    apart = open_engine(engine.url.render_as_string(hide_password=False))
    numbers = {"kind": _LOCK, "order": payment_id % _MOST}
    try:
        with apart.connect() as connection:
            connection.execute(sa.text("SELECT pg_advisory_lock(:kind, :order)"), numbers)
            connection.commit()  # nothing is open while papers are made; the lock is the connection's
            yield
    finally:
        apart.dispose()


@contextmanager
def _locked_here(path: Path) -> Iterator[None]:
    with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        try:
            yield
        finally:
            fcntl.flock(file, fcntl.LOCK_UN)  # a child forked meanwhile has the file open too
