"""What the person taught, and the numbers by which a biller is known again."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.tables.base import Base, Id, rules


class Teaching(Base):
    """One lesson on one field of one biller. lesson: JSON of extract.memory.lesson.Lesson.

    account_id: None for a lesson of a file that came through no account: it helps them all. domain: of
    the sender of the bill that was corrected, "" when it names no biller. dropped_at: when a later
    correction replaced or contradicted it; kept, so that what was believed can be told.
    """

    __tablename__ = "teaching"
    __table_args__ = rules(
        sa.Index(None, "account_id", "dropped_at", "domain"), sa.Index(None, "bill_id")
    )

    id: Mapped[Id]
    account_id: Mapped[int | None] = mapped_column(sa.ForeignKey("account.id"))
    bill_id: Mapped[int | None] = mapped_column(sa.ForeignKey("bill.id"))
    domain: Mapped[str]
    field: Mapped[str]
    lesson: Mapped[str]
    created_at: Mapped[datetime]
    dropped_at: Mapped[datetime | None]


class Identifier(Base):
    """A number that a message prints and that names its biller, with its kind ("account:FR76…")."""

    __tablename__ = "identifier"
    __table_args__ = rules(sa.UniqueConstraint("message_id", "value"), sa.Index(None, "value"))

    id: Mapped[Id]
    message_id: Mapped[int] = mapped_column(sa.ForeignKey("message.id"))
    value: Mapped[str]
