"""Caps that somebody asked for."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.tables.base import Base, Id, Whole, rules


class CapRequest(Base):
    """New caps, whole, in minor units; NULL is no cap. pay.policy.caps tells when they hold."""

    __tablename__ = "cap_request"
    __table_args__ = rules(
        sa.CheckConstraint("transfer_minor >= 0 AND month_minor >= 0", name="minor"),
        sa.CheckConstraint("length(currency) = 3 AND currency = upper(currency)", name="currency"),
    )

    id: Mapped[Id]
    transfer_minor: Mapped[int | None] = mapped_column(Whole())
    month_minor: Mapped[int | None] = mapped_column(Whole())
    currency: Mapped[str]
    asked_by: Mapped[str]
    asked_at: Mapped[datetime]
