"""Accounts of payees that the person confirmed."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.tables.base import Base, Id, rules


class PayeeAccount(Base):
    """The person asked the payee, by the contact of an older bill, and `account` is right.

    account: compact IBAN. contact_bill_id, contact_on: the bill the contact stands on, and its day;
    for a member, whom the person knows anyway, no bill and the day they were added.
    """

    __tablename__ = "payee_account"
    __table_args__ = rules(sa.UniqueConstraint("payee_key", "account"))

    id: Mapped[Id]
    payee_key: Mapped[str]
    account: Mapped[str]
    contact_bill_id: Mapped[int | None] = mapped_column(sa.ForeignKey("bill.id"))
    contact_on: Mapped[date]
    confirmed_by: Mapped[str]
    confirmed_at: Mapped[datetime]
