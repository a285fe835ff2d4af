"""The door of those who come by a link: one transaction as that member."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy.orm import Session

from flow.household.share_links import Opened, opened
from flow.wiring import Wiring
from models.database import reading, told_apart
from pay.bank_days import today as bank_day

__all__ = ["acting_by", "bank_day", "looking_by"]


@contextmanager
def acting_by(wiring: Wiring, token: str, now: datetime) -> Iterator[tuple[Session, Opened]]:
    """One transaction as the member whose link `token` is. Raises LinkClosed, and the database's own."""
    with (
        told_apart(wiring.settings.url),
        Session(wiring.engine) as session,
        session.begin(),
    ):
        yield session, opened(session, token, wiring.secrets, bank_day(now))


@contextmanager
def looking_by(wiring: Wiring, token: str, now: datetime) -> Iterator[tuple[Session, Opened]]:
    """As `acting_by`, without writing."""
    with told_apart(wiring.settings.url), Session(reading(wiring.engine)) as session:
        yield session, opened(session, token, wiring.secrets, bank_day(now))
