"""What is sent: each message, written down before anything leaves, and what became of it."""

from datetime import date, datetime
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.tables.base import Base, Id, rules, words


class DispatchState(StrEnum):
    """Where a message stands.

    WAITING: prepared, or not taken now and to be tried again. SENDING is committed before the server
    is called. UNKNOWN: it may have gone; it is looked up, and sent again only on the person's word.
    DROPPED: called off before it left.
    """

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    DROPPED = "dropped"


class Dispatch(Base):
    """One message to one recipient.

    key: of notify.notice, from which the Message-ID is made, so that it is the same at every try.
    digest: SHA-256 of everything that is said and to whom. recipient: a mail address; "" for a service,
    whose URL is the outlet's. purpose: "reminder", "letter", "test" …; about: the thing ("bill 12").
    thread: Message-IDs that it answers. problem, details: why it was not taken, as models.errors has it.
    not_before: when it may be tried again.
    """

    __tablename__ = "dispatch"
    __table_args__ = rules(
        sa.UniqueConstraint("key"), sa.Index(None, "state"), sa.Index(None, "about")
    )

    id: Mapped[Id]
    key: Mapped[str]
    outlet_id: Mapped[int] = mapped_column(sa.ForeignKey("outlet.id"))
    purpose: Mapped[str]
    about: Mapped[str]
    recipient: Mapped[str]
    title: Mapped[str]
    text: Mapped[str]
    html: Mapped[str]
    reply_to: Mapped[str]
    thread: Mapped[list[str]] = mapped_column(default=list)
    by_machine: Mapped[bool]
    digest: Mapped[str]
    state: Mapped[DispatchState] = mapped_column(words(DispatchState, "state"))
    attempts: Mapped[int] = mapped_column(default=0)
    message_id: Mapped[str] = mapped_column(default="")
    problem: Mapped[str | None]
    details: Mapped[dict[str, object]] = mapped_column(default=dict)
    not_before: Mapped[datetime | None]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]


class Occasion(Base):
    """That a person was told of a bill on an occasion ("before-3"), by which message: once each.

    person: "owner" or "member 3". due_on: the due date it was told for; another one is told anew.
    """

    __tablename__ = "occasion"
    __table_args__ = rules(
        sa.UniqueConstraint("bill_id", "person", "outlet_id", "name", "due_on"),
        sa.Index(None, "dispatch_id"),
    )

    id: Mapped[Id]
    bill_id: Mapped[int] = mapped_column(sa.ForeignKey("bill.id"))
    person: Mapped[str]
    outlet_id: Mapped[int] = mapped_column(sa.ForeignKey("outlet.id"))
    name: Mapped[str]
    due_on: Mapped[date]
    dispatch_id: Mapped[int] = mapped_column(sa.ForeignKey("dispatch.id"))
    created_at: Mapped[datetime]
