"""Expenses and payments of another program's books, taken in once."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.money import Money
from models.tables.base import Base, Id, Whole, rules


class TakenIn(Base):
    """One row of a file in the manner of Splitwise, known again by `key` in its household.

    digest: SHA-256 under which models.originals keeps the file. category: in the other program's word.
    cost_minor: of the whole expense; what each member gave and had is in TakenPart.
    """

    __tablename__ = "taken_in"
    __table_args__ = rules(
        sa.UniqueConstraint("household_id", "key"),
        sa.CheckConstraint("length(currency) = 3 AND currency = upper(currency)", name="currency"),
        sa.Index(None, "household_id", "spent_on"),
    )

    id: Mapped[Id]
    household_id: Mapped[int] = mapped_column(sa.ForeignKey("household.id"))
    key: Mapped[str]
    digest: Mapped[str]
    spent_on: Mapped[date]
    description: Mapped[str]
    category: Mapped[str]
    cost_minor: Mapped[int] = mapped_column(Whole())
    currency: Mapped[str]
    created_at: Mapped[datetime]

    @property
    def cost(self) -> Money:
        """Of the whole expense."""
        return Money(self.cost_minor, self.currency)


class TakenPart(Base):
    """What a member gave beyond their share, in minor units of the row's currency: negative owes."""

    __tablename__ = "taken_part"
    __table_args__ = rules(sa.UniqueConstraint("taken_in_id", "member_id"))

    id: Mapped[Id]
    taken_in_id: Mapped[int] = mapped_column(sa.ForeignKey("taken_in.id"))
    member_id: Mapped[int] = mapped_column(sa.ForeignKey("member.id"))
    net_minor: Mapped[int] = mapped_column(Whole())
