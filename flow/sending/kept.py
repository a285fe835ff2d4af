"""Rows of channels that are set up: listed, written, forgotten."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.errors.reminding import ChannelTaken
from models.journal import append
from models.tables import Outlet


@dataclass(frozen=True, slots=True)
class OutletRow:
    """A channel that is set up, without its secret."""

    id: int
    channel: str
    name: str
    host: str | None
    port: int | None
    amounts: bool
    member_id: int | None


def live(session: Session) -> list[Outlet]:
    """Those that were not removed, in the order they were set up."""
    query = select(Outlet).where(Outlet.removed_at.is_(None)).order_by(Outlet.id)
    return list(session.scalars(query))


def must_be_free(session: Session, name: str) -> None:
    """Raises ChannelTaken when a channel is called so."""
    if any(row.name == name for row in live(session)):
        raise ChannelTaken(name=name)


def forget(session: Session, rows: list[Outlet], now: datetime) -> None:
    """Their secrets are gone, and nothing is sent through them any more."""
    for row in rows:
        row.removed_at, row.secret = now, None
    session.flush()


def kept(session: Session, row: Outlet, door: str) -> OutletRow:
    """Stores the row, with its journal line."""
    session.add(row)
    session.flush()
    detail = {"outlet": row.id, "channel": row.channel, "host": row.host, "amounts": row.amounts}
    append(session, "person", "channel_added", f"outlet {row.id}", where=door, detail=detail)
    return shown(row)


def shown(row: Outlet) -> OutletRow:
    """The row as a value."""
    return OutletRow(row.id, row.channel, row.name, row.host, row.port, row.amounts, row.member_id)
