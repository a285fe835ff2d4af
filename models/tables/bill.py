"""A bill, the mails that belong to it, and the judgement on every mail."""

from datetime import date, datetime
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.money import Money
from models.reading import Means
from models.tables.base import Base, Id, Whole, rules, share, words
from models.verdict import Category, Kind, State

_CURRENCY = "length(currency) = 3 AND currency = upper(currency)"


class Bill(Base):
    """One bill of one account. `identity` is what makes it the same bill when it comes again.

    amount_minor: what is due, in minor units of `currency`; both or neither. confidences: 0..1 by
    field name; evidence: source, quote, page and box by field name; because and suspicions:
    models.verdict.Because as {"sentence", "quote"}.
    """

    __tablename__ = "bill"
    __table_args__ = rules(
        sa.UniqueConstraint("account_id", "identity"),
        sa.CheckConstraint("(amount_minor IS NULL) = (currency IS NULL)", name="money_whole"),
        sa.CheckConstraint(_CURRENCY, name="currency"),
        share("confidence"),
        sa.Index(None, "state", "due_on"),
        sa.Index(None, "biller_key"),
    )

    id: Mapped[Id]
    account_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"))
    identity: Mapped[str]
    biller: Mapped[str | None]
    biller_key: Mapped[str]
    amount_minor: Mapped[int | None] = mapped_column(Whole())
    currency: Mapped[str | None]
    due_on: Mapped[date | None]
    issued_on: Mapped[date | None]
    number: Mapped[str | None]
    customer_number: Mapped[str | None]
    period_first: Mapped[date | None]
    period_last: Mapped[date | None]
    iban: Mapped[str | None]
    reference: Mapped[str | None]
    means: Mapped[Means | None] = mapped_column(words(Means, "means"))
    kind: Mapped[Kind] = mapped_column(words(Kind, "kind"))
    category: Mapped[Category] = mapped_column(words(Category, "category"))
    folder: Mapped[str]
    state: Mapped[State] = mapped_column(words(State, "state"))
    confidence: Mapped[float]
    confidences: Mapped[dict[str, float]] = mapped_column(default=dict)
    evidence: Mapped[dict[str, object]] = mapped_column(default=dict)
    because: Mapped[list[dict[str, str]]] = mapped_column(default=list)
    suspicions: Mapped[list[dict[str, str]]] = mapped_column(default=list)
    warnings: Mapped[list[str]] = mapped_column(default=list)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]

    @property
    def amount(self) -> Money | None:
        """What is due, or None when no amount was found."""
        if self.amount_minor is None or self.currency is None:
            return None
        return Money(self.amount_minor, self.currency)

    @amount.setter
    def amount(self, value: Money | None) -> None:
        self.amount_minor = value.minor if value else None
        self.currency = value.currency if value else None


class BillMessage(Base):
    """The timeline of a bill: a mail that belongs to it, and as what. A mail is in one bill at most.

    verdict: JSON of models.codec.VERDICT.
    """

    __tablename__ = "bill_message"
    __table_args__ = rules(sa.UniqueConstraint("message_id"), sa.Index(None, "bill_id"))

    id: Mapped[Id]
    bill_id: Mapped[int] = mapped_column(sa.ForeignKey("bill.id"))
    message_id: Mapped[int] = mapped_column(sa.ForeignKey("message.id"))
    role: Mapped[Kind] = mapped_column(words(Kind, "role"))
    verdict: Mapped[str]
    created_at: Mapped[datetime]


class Outcome(StrEnum):
    """Whether a judgement still waits for the person."""

    REVIEW = "review"
    CLOSED = "closed"


class Judgement(Base):
    """What was decided on a message, bill or not. verdict: JSON of models.codec.VERDICT."""

    __tablename__ = "judgement"
    __table_args__ = rules(
        sa.UniqueConstraint("message_id"), share("confidence"), sa.Index(None, "state")
    )

    id: Mapped[Id]
    message_id: Mapped[int] = mapped_column(sa.ForeignKey("message.id"))
    verdict: Mapped[str]
    kind: Mapped[Kind] = mapped_column(words(Kind, "kind"))
    state: Mapped[Outcome] = mapped_column(words(Outcome, "state"))
    confidence: Mapped[float]
    created_at: Mapped[datetime]


class Correction(Base):
    """What the person taught: a field of a biller's bills was `was` and is `now`."""

    __tablename__ = "correction"
    __table_args__ = rules(
        sa.Index(None, "biller_key", "field"), sa.Index(None, "sender_domain", "field")
    )

    id: Mapped[Id]
    account_id: Mapped[int | None] = mapped_column(sa.ForeignKey("account.id"))
    bill_id: Mapped[int | None] = mapped_column(sa.ForeignKey("bill.id"))
    biller_key: Mapped[str]
    sender_domain: Mapped[str]
    field: Mapped[str]
    was: Mapped[str | None]
    now: Mapped[str | None]
    created_at: Mapped[datetime]
