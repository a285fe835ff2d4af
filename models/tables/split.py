"""Bills that are split: the rule of a biller, the shares, who advanced the money, settlements."""

from datetime import date, datetime
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.money import Money
from models.tables.base import Base, Id, Whole, rules, words

_CURRENCY = "length(currency) = 3 AND currency = upper(currency)"


class StandingSplit(Base):
    """How the next bill of a biller is split that comes to `member_id`.

    rule: JSON of pay.shares.standing.STANDING. customer_number: of the contract, None when unknown.
    meter: the name of the meters that a split by meter reads; fixed_minor: the part of each bill that
    does not depend on use, in minor units of `fixed_currency`.
    """

    __tablename__ = "standing_split"
    __table_args__ = rules(sa.UniqueConstraint("member_id", "biller_key"))

    id: Mapped[Id]
    household_id: Mapped[int] = mapped_column(sa.ForeignKey("household.id"))
    member_id: Mapped[int] = mapped_column(sa.ForeignKey("member.id"))
    biller_key: Mapped[str]
    biller: Mapped[str]
    customer_number: Mapped[str | None]
    rule: Mapped[str]
    meter: Mapped[str | None]
    fixed_minor: Mapped[int | None] = mapped_column(Whole())
    fixed_currency: Mapped[str | None]
    updated_at: Mapped[datetime]


class BillSplit(Base):
    """One bill in one household: its amount when it was cut, and how.

    rule: JSON of STANDING; shares: JSON of pay.shares.share.SPLIT, whose states are those of the rows
    of `share`. period_first, period_last: as the person gave them. turn: whose turn the odd cent is.
    counted_on: the day it counts for, None while nothing was advanced. payer_id: who advanced all of
    it while no share is disputed; such bills can be added up in the database.
    """

    __tablename__ = "split"
    __table_args__ = rules(
        sa.UniqueConstraint("bill_id"),
        sa.CheckConstraint(_CURRENCY, name="currency"),
        sa.CheckConstraint("payer_id IS NULL OR counted_on IS NOT NULL", name="counted"),
        sa.Index(None, "household_id", "biller_key"),
        sa.Index(None, "household_id", "counted_on"),
        sa.Index(None, "household_id", "payer_id", "counted_on"),
    )

    id: Mapped[Id]
    household_id: Mapped[int] = mapped_column(sa.ForeignKey("household.id"))
    bill_id: Mapped[int] = mapped_column(sa.ForeignKey("bill.id"))
    biller_key: Mapped[str]
    amount_minor: Mapped[int] = mapped_column(Whole())
    currency: Mapped[str]
    rule: Mapped[str]
    shares: Mapped[str]
    meter: Mapped[str | None]
    fixed_minor: Mapped[int | None] = mapped_column(Whole())
    period_first: Mapped[date | None]
    period_last: Mapped[date | None]
    turn: Mapped[int]
    counted_on: Mapped[date | None]
    payer_id: Mapped[int | None] = mapped_column(sa.ForeignKey("member.id"))
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]

    @property
    def amount(self) -> Money:
        """What is split."""
        return Money(self.amount_minor, self.currency)


class Consent(StrEnum):
    """What the person says of their share; a disputed one waits."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    DISPUTED = "disputed"


class BillShare(Base):
    """What one member bears of one split, in minor units; `reason` of a dispute.

    payer_id and currency are the split's, repeated: twelve people's 5,000 bills are added up from an
    index alone (8 ms instead of 40).
    """

    __tablename__ = "share"
    __table_args__ = rules(
        sa.UniqueConstraint("split_id", "member_id"),
        sa.CheckConstraint("(state = 'disputed') = (reason IS NOT NULL)", name="reason"),
        sa.Index("ix_share_sums", "payer_id", "currency", "member_id", "amount_minor"),
    )

    id: Mapped[Id]
    split_id: Mapped[int] = mapped_column(sa.ForeignKey("split.id"))
    member_id: Mapped[int] = mapped_column(sa.ForeignKey("member.id"))
    amount_minor: Mapped[int] = mapped_column(Whole())
    currency: Mapped[str]
    payer_id: Mapped[int | None] = mapped_column(sa.ForeignKey("member.id"))
    state: Mapped[Consent] = mapped_column(words(Consent, "state"))
    reason: Mapped[str | None]
    changed_at: Mapped[datetime]


class Advance(Base):
    """Money that one member paid to the biller for all, in minor units of the split's currency.

    by_proof: written because the bill was seen paid, and changed when that changes; else somebody's word.
    """

    __tablename__ = "advance"
    __table_args__ = rules(sa.Index(None, "split_id"))

    id: Mapped[Id]
    split_id: Mapped[int] = mapped_column(sa.ForeignKey("split.id"))
    member_id: Mapped[int] = mapped_column(sa.ForeignKey("member.id"))
    amount_minor: Mapped[int] = mapped_column(Whole())
    paid_on: Mapped[date]
    by_proof: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]


class SettlementState(StrEnum):
    """ANNOUNCED is committed before money moves; SENT is the sender's word; RECEIVED is proof."""

    ANNOUNCED = "announced"
    SENT = "sent"
    RECEIVED = "received"
    WITHDRAWN = "withdrawn"


class Settlement(Base):
    """Money from one member to another, more than zero.

    bill_id: the bill whose share it pays back, None for one that settles what is owed in all. key: the
    order's key, and reference: RF of ISO 11649, both made before anything else. proof: what says that
    it was received ("receiver", a statement's entry).
    """

    __tablename__ = "settlement"
    __table_args__ = rules(
        sa.UniqueConstraint("key"),
        sa.UniqueConstraint("reference"),
        sa.CheckConstraint("sender_id <> receiver_id AND amount_minor > 0", name="between_two"),
        sa.CheckConstraint(_CURRENCY, name="currency"),
        sa.CheckConstraint("state <> 'received' OR received_on IS NOT NULL", name="received"),
        sa.Index(None, "household_id", "state"),
    )

    id: Mapped[Id]
    household_id: Mapped[int] = mapped_column(sa.ForeignKey("household.id"))
    sender_id: Mapped[int] = mapped_column(sa.ForeignKey("member.id"))
    receiver_id: Mapped[int] = mapped_column(sa.ForeignKey("member.id"))
    bill_id: Mapped[int | None] = mapped_column(sa.ForeignKey("bill.id"))
    amount_minor: Mapped[int] = mapped_column(Whole())
    currency: Mapped[str]
    key: Mapped[str]
    reference: Mapped[str]
    state: Mapped[SettlementState] = mapped_column(words(SettlementState, "state"))
    sent_on: Mapped[date | None]
    received_on: Mapped[date | None]
    proof: Mapped[str | None]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]

    @property
    def amount(self) -> Money:
        """What goes from the sender to the receiver."""
        return Money(self.amount_minor, self.currency)
