"""The talk with a biller about a bill, and the dispute that holds the bill."""

from datetime import datetime
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.tables.base import Base, Id, rules, words


class About(StrEnum):
    """What a letter is about: one ready letter each."""

    QUESTION = "question"
    AMOUNT = "wrong-amount"
    READING = "reading"
    DOUBLE_DEBIT = "double-debit"
    CANCEL = "cancel"
    MEDIATOR = "mediator"


class Party(StrEnum):
    """With whom: the two are talked with apart."""

    BILLER = "biller"
    MEDIATOR = "mediator"


class MissiveState(StrEnum):
    """DRAFT: may change still. POSTED: given to be sent; its dispatch says what became of it."""

    DRAFT = "draft"
    POSTED = "posted"
    RECEIVED = "received"


class Missive(Base):
    """One letter of ours or one answer, of the talk about `bill_id`.

    about: None for an answer. address: whom a letter goes to, "" while nobody is known; whom an answer
    came from. own: the address of ours that a letter left from. key: of its notice and its dispatch,
    None for an answer. message_id: of an answer, as in its header, with angle brackets. answers_id: the
    letter of ours that it answers; received_id: the mail that it came as. at: when it was given to be
    sent, or came. A bill has one draft at most.
    """

    __tablename__ = "missive"
    __table_args__ = rules(
        sa.UniqueConstraint("key"),
        sa.UniqueConstraint("received_id"),
        sa.CheckConstraint("(state = 'received') = (received_id IS NOT NULL)", name="came_as_mail"),
        sa.CheckConstraint("(state = 'received') = (key IS NULL)", name="has_key"),
        sa.CheckConstraint("(state = 'received') = (about IS NULL)", name="is_about"),
        sa.Index(None, "bill_id"),
        sa.Index(
            "uq_missive_draft",
            "bill_id",
            unique=True,
            sqlite_where=sa.text("state = 'draft'"),
            postgresql_where=sa.text("state = 'draft'"),
        ),
    )

    id: Mapped[Id]
    bill_id: Mapped[int] = mapped_column(sa.ForeignKey("bill.id"))
    party: Mapped[Party] = mapped_column(words(Party, "party"))
    about: Mapped[About | None] = mapped_column(words(About, "about"))
    address: Mapped[str]
    own: Mapped[str] = mapped_column(default="")
    subject: Mapped[str]
    text: Mapped[str]
    key: Mapped[str | None]
    message_id: Mapped[str] = mapped_column(default="")
    answers_id: Mapped[int | None] = mapped_column(sa.ForeignKey("missive.id"))
    received_id: Mapped[int | None] = mapped_column(sa.ForeignKey("message.id"))
    state: Mapped[MissiveState] = mapped_column(words(MissiveState, "state"))
    created_at: Mapped[datetime]
    at: Mapped[datetime | None]


class Dispute(Base):
    """The person does not accept the bill as it is; open until `ended_at`, one at a time."""

    __tablename__ = "dispute"
    __table_args__ = rules(
        sa.CheckConstraint("length(reason) > 0", name="has_reason"),
        sa.Index(
            "uq_dispute_open",
            "bill_id",
            unique=True,
            sqlite_where=sa.text("ended_at IS NULL"),
            postgresql_where=sa.text("ended_at IS NULL"),
        ),
        sa.Index(None, "bill_id"),
    )

    id: Mapped[Id]
    bill_id: Mapped[int] = mapped_column(sa.ForeignKey("bill.id"))
    reason: Mapped[str]
    begun_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
