"""The journal: one line for every change, each holding the hash of the one before."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from models.tables.base import Base, Id, rules


class JournalLine(Base):
    """Written by models.journal.append only; triggers refuse UPDATE and DELETE.

    detail: canonical JSON text; hash: SHA-256 in hexadecimal over the line and `previous_hash`.
    """

    __tablename__ = "journal"
    __table_args__ = rules(sa.UniqueConstraint("previous_hash"), sa.Index(None, "on_what"))

    id: Mapped[Id]
    at: Mapped[datetime]
    who: Mapped[str]
    what: Mapped[str]
    on_what: Mapped[str]
    where_from: Mapped[str]
    detail: Mapped[str]
    previous_hash: Mapped[str]
    hash: Mapped[str]
