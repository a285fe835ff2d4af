"""Which entry of a bank statement proves which bill or settlement, and what the person said of it."""

from datetime import datetime
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.tables.base import Base, Id, Whole, rules, share, words


class MatchState(StrEnum):
    """Where a match stands. AUTOMATIC and CONFIRMED prove a payment; RETURNED did until it came back."""

    SUGGESTED = "suggested"
    AUTOMATIC = "automatic"
    CONFIRMED = "confirmed"
    UNDONE = "undone"
    RETURNED = "returned"


PROVES = (MatchState.AUTOMATIC, MatchState.CONFIRMED)


class Word(StrEnum):
    """What the person said of a match."""

    YES = "yes"
    NO = "no"


class BankMatch(Base):
    """An entry and what it pays: `pays` names its parts ("bill 3,bill 7", "settlement 2"), in order.

    An entry proves one match at most. level: of pay.match.expected.Level, the evidence; kind: of
    pay.match.expected.Kind; strength: 0..1, to sort suggestions. reasons: {"sentence", "quote"}.
    word, said_at: the person's decision, which outlives every matching anew. returned_by: the entry
    that took the payment back, with the bank's reason code.
    """

    __tablename__ = "bank_match"
    __table_args__ = rules(
        sa.UniqueConstraint("entry_id", "pays"),
        sa.CheckConstraint("(word IS NULL) = (said_at IS NULL)", name="said"),
        share("strength"),
        sa.Index(
            "uq_bank_match_proves",
            "entry_id",
            unique=True,
            sqlite_where=sa.text("state IN ('automatic', 'confirmed')"),
            postgresql_where=sa.text("state IN ('automatic', 'confirmed')"),
        ),
        sa.Index(None, "state"),
    )

    id: Mapped[Id]
    entry_id: Mapped[int] = mapped_column(sa.ForeignKey("bank_entry.id"))
    pays: Mapped[str]
    state: Mapped[MatchState] = mapped_column(words(MatchState, "state"))
    level: Mapped[str]
    kind: Mapped[str]
    strength: Mapped[float]
    reasons: Mapped[list[dict[str, str]]] = mapped_column(default=list)
    word: Mapped[Word | None] = mapped_column(words(Word, "word"))
    said_at: Mapped[datetime | None]
    returned_by: Mapped[int | None] = mapped_column(sa.ForeignKey("bank_entry.id"))
    return_reason: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]


class BankMatchPart(Base):
    """How much of a match is for one bill or settlement, signed as on the account.

    what: the thing that is paid ("bill 12"); bill_id or settlement_id: which it is or belongs to.
    """

    __tablename__ = "bank_match_part"
    __table_args__ = rules(
        sa.UniqueConstraint("match_id", "what"),
        sa.Index(None, "bill_id"),
        sa.Index(None, "settlement_id"),
    )

    id: Mapped[Id]
    match_id: Mapped[int] = mapped_column(sa.ForeignKey("bank_match.id"))
    what: Mapped[str]
    bill_id: Mapped[int | None] = mapped_column(sa.ForeignKey("bill.id"))
    settlement_id: Mapped[int | None] = mapped_column(sa.ForeignKey("settlement.id"))
    amount_minor: Mapped[int] = mapped_column(Whole())
