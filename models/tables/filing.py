"""The outbox of moves, and what was set aside."""

from datetime import datetime
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.tables.base import Base, Id, rules, words


class Mode(StrEnum):
    """How a mail gets to its folder."""

    MOVE = "move"
    LABEL = "label"
    COPY = "copy"


class FilingState(StrEnum):
    """INFLIGHT is committed before the server is asked, so that a crash leaves a trace."""

    PENDING = "pending"
    INFLIGHT = "inflight"
    DONE = "done"
    FAILED = "failed"
    UNDONE = "undone"


class Filing(Base):
    """One move of one message; `sequence` counts the moves of that message from 1.

    mailbox_id, uidvalidity, uid: where the message lay; target_*: where COPYUID says it is now.
    """

    __tablename__ = "filing"
    __table_args__ = rules(
        sa.UniqueConstraint("message_id", "sequence"), sa.Index(None, "account_id", "state")
    )

    id: Mapped[Id]
    message_id: Mapped[int] = mapped_column(sa.ForeignKey("message.id"))
    sequence: Mapped[int]
    account_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"))
    mailbox_id: Mapped[int] = mapped_column(sa.ForeignKey("mailbox.id"))
    uidvalidity: Mapped[int]
    uid: Mapped[int]
    target: Mapped[str]
    mode: Mapped[Mode] = mapped_column(words(Mode, "mode"))
    state: Mapped[FilingState] = mapped_column(
        words(FilingState, "state"), default=FilingState.PENDING
    )
    attempts: Mapped[int] = mapped_column(default=0)
    target_uidvalidity: Mapped[int | None]
    target_uid: Mapped[int | None]
    problem: Mapped[str | None]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]


class Quarantine(Base):
    """What could not be fetched (mailbox and uid) or read (message), kept and tried again.

    A place or a message has one row, taken up again when it fails again. next_try None: for good.
    """

    __tablename__ = "quarantine"
    __table_args__ = rules(
        sa.UniqueConstraint("mailbox_id", "uidvalidity", "uid"),
        sa.UniqueConstraint("message_id"),
        sa.CheckConstraint("message_id IS NOT NULL OR uid IS NOT NULL", name="something"),
        sa.Index(None, "account_id", "next_try"),
    )

    id: Mapped[Id]
    account_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"))
    mailbox_id: Mapped[int | None] = mapped_column(sa.ForeignKey("mailbox.id"))
    uidvalidity: Mapped[int | None]
    uid: Mapped[int | None]
    message_id: Mapped[int | None] = mapped_column(sa.ForeignKey("message.id"))
    code: Mapped[str]
    detail: Mapped[str]
    attempts: Mapped[int] = mapped_column(default=1)
    next_try: Mapped[datetime | None]
    created_at: Mapped[datetime]
    released_at: Mapped[datetime | None]
