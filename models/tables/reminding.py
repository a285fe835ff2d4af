"""When a person wants to be reminded, and the calendars that were given out."""

from datetime import datetime
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.tables.base import Base, Id, rules, words


class Digest(StrEnum):
    """How often everything that is open is told at once; WEEKLY: once a calendar week, from Monday on."""

    NONE = "none"
    DAILY = "daily"
    WEEKLY = "weekly"


class ReminderPlan(Base):
    """One person's wishes; who has none has the usual ones.

    person: "owner" or "member 3". days: before the due date, as text ("7,3,0"); "" for none. debits:
    whether bills that are debited by themselves are announced. address: where mail reaches them, "" for
    the address of their own mailbox. lang: "" for the house's.
    """

    __tablename__ = "reminder_plan"
    __table_args__ = rules(sa.UniqueConstraint("person"))

    id: Mapped[Id]
    person: Mapped[str]
    member_id: Mapped[int | None] = mapped_column(sa.ForeignKey("member.id"))
    wanted: Mapped[bool] = mapped_column(default=True)
    days: Mapped[str]
    digest: Mapped[Digest] = mapped_column(words(Digest, "digest"), default=Digest.NONE)
    debits: Mapped[bool] = mapped_column(default=False)
    address: Mapped[str] = mapped_column(default="")
    lang: Mapped[str] = mapped_column(default="")
    updated_at: Mapped[datetime]


class CalendarFeed(Base):
    """A calendar with a secret address, of which only the hash is kept.

    house: a number (UUID) that never changes, from which the events are numbered. person: as above.
    """

    __tablename__ = "calendar_feed"
    __table_args__ = rules(sa.UniqueConstraint("person"), sa.UniqueConstraint("secret_sha256"))

    id: Mapped[Id]
    person: Mapped[str]
    member_id: Mapped[int | None] = mapped_column(sa.ForeignKey("member.id"))
    house: Mapped[str]
    secret_sha256: Mapped[str | None]
    amounts: Mapped[bool] = mapped_column(default=False)
    lang: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime]
    renewed_at: Mapped[datetime | None]
