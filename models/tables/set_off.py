"""A credit note set off against a bill, and the instalments of a bill."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.money import Money
from models.tables.base import Base, Id, Whole, rules

_CURRENCY = "length(currency) = 3 AND currency = upper(currency)"
_STANDS = sa.text("ended_at IS NULL")


class SetOff(Base):
    """So much of a credit note (`credit_id`, a bill of that kind) pays a bill of the same payee.

    amount_minor: above zero. It stands until `ended_at`; one credit note stands once against a bill.
    """

    __tablename__ = "set_off"
    __table_args__ = rules(
        sa.CheckConstraint("amount_minor > 0", name="amount"),
        sa.CheckConstraint("bill_id <> credit_id", name="apart"),
        sa.CheckConstraint(_CURRENCY, name="currency"),
        sa.Index(
            "uq_set_off_stands", "credit_id", "bill_id", unique=True,
            sqlite_where=_STANDS, postgresql_where=_STANDS,
        ),
        sa.Index(None, "bill_id"),
    )  # fmt: skip

    id: Mapped[Id]
    credit_id: Mapped[int] = mapped_column(sa.ForeignKey("bill.id"))
    bill_id: Mapped[int] = mapped_column(sa.ForeignKey("bill.id"))
    amount_minor: Mapped[int] = mapped_column(Whole())
    currency: Mapped[str]
    made_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class Instalment(Base):
    """One of the dated amounts in which a bill is paid: read on a schedule, or planned by the person.

    number: from 1 among those of a bill that stand. due_on: the day by which it must have arrived.
    """

    __tablename__ = "instalment"
    __table_args__ = rules(
        sa.CheckConstraint("amount_minor > 0", name="amount"),
        sa.CheckConstraint("number > 0", name="number"),
        sa.CheckConstraint(_CURRENCY, name="currency"),
        sa.Index(
            "uq_instalment_stands", "bill_id", "number", unique=True,
            sqlite_where=_STANDS, postgresql_where=_STANDS,
        ),
    )  # fmt: skip

    id: Mapped[Id]
    bill_id: Mapped[int] = mapped_column(sa.ForeignKey("bill.id"))
    number: Mapped[int]
    due_on: Mapped[date]
    amount_minor: Mapped[int] = mapped_column(Whole())
    currency: Mapped[str]
    planned: Mapped[bool] = mapped_column(default=False)
    made_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]

    @property
    def amount(self) -> Money:
        """What is to be paid, above zero."""
        return Money(self.amount_minor, self.currency)
