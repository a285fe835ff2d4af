"""Money collected through a provider: whose account, each page to pay at, and what was given back."""

from datetime import date, datetime
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.money import Money
from models.tables.base import Base, Id, Whole, rules, words

_CURRENCY = "length(currency) = 3 AND currency = upper(currency)"
_KINDS = "kind IN ('business', 'landlord', 'association', 'public_body')"


class Collector(Base):
    """The payee of one household, and its own account at a provider.

    member_id: who receives in the household's accounts. name: the payee's legal name. kind: of
    pay.rails.stripe.account.HolderKind; None while none is declared, which only test keys allow.
    key and webhook_secret are encrypted by models.secrets; key_end: its last four signs, to know it
    by. live: whether the key moves real money. polled_at: until when events were asked for.
    """

    __tablename__ = "collector"
    __table_args__ = rules(
        sa.UniqueConstraint("household_id"),
        sa.CheckConstraint(f"kind IS NULL OR {_KINDS}", name="kind"),
        sa.CheckConstraint("NOT live OR kind IS NOT NULL", name="declared"),
    )

    id: Mapped[Id]
    household_id: Mapped[int] = mapped_column(sa.ForeignKey("household.id"))
    member_id: Mapped[int] = mapped_column(sa.ForeignKey("member.id"))
    name: Mapped[str]
    kind: Mapped[str | None]
    key: Mapped[bytes]
    key_end: Mapped[str]
    webhook_secret: Mapped[bytes | None]
    return_page: Mapped[str]
    live: Mapped[bool]
    polled_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]


class CollectionState(StrEnum):
    """Where one page stands, as the provider last said.

    UNKNOWN: the intent is written, no answer is known. OPEN: the payer may pay. SETTLING: the debit is
    under way. PAID. DISPUTED: the payer's bank wants it back. RETURNED: all of it went back. ENDED:
    unpaid, and it will stay so.
    """

    UNKNOWN = "unknown"
    OPEN = "open"
    SETTLING = "settling"
    PAID = "paid"
    DISPUTED = "disputed"
    RETURNED = "returned"
    ENDED = "ended"


class Collection(Base):
    """One page over one amount, written down before the provider is called.

    member_id: who pays. about: what for ("bill:3:member:2"); open_slot: 1 while that may still be paid
    here, so that there is one page at a time. settlement_id: the settlement it pays; own_settlement: made
    for it. key: the order's key and idempotency key. attempted_at, provider_id: pay.rail.Attempt.
    link: where to pay, "" when that is over. refusal: the provider's word. charge: its id of the
    payment. counted_minor: what stands in the household's accounts; returned_minor: what went back.
    version: one more with each answer, so that an older answer never replaces a newer one. problem:
    code of what went wrong at the last look.
    """

    __tablename__ = "collection"
    __table_args__ = rules(
        sa.UniqueConstraint("key"),
        sa.UniqueConstraint("collector_id", "about", "open_slot"),
        sa.CheckConstraint(_CURRENCY, name="currency"),
        sa.CheckConstraint(
            "amount_minor > 0 AND counted_minor BETWEEN 0 AND amount_minor", name="amounts"
        ),
        sa.CheckConstraint("live OR counted_minor = 0", name="test_counts_nothing"),
        sa.Index(None, "collector_id", "state"),
    )

    id: Mapped[Id]
    collector_id: Mapped[int] = mapped_column(sa.ForeignKey("collector.id"))
    member_id: Mapped[int] = mapped_column(sa.ForeignKey("member.id"))
    bill_id: Mapped[int | None] = mapped_column(sa.ForeignKey("bill.id"))
    settlement_id: Mapped[int | None] = mapped_column(sa.ForeignKey("settlement.id"))
    own_settlement: Mapped[bool]
    about: Mapped[str]
    open_slot: Mapped[int | None]
    key: Mapped[str]
    payee: Mapped[str]
    amount_minor: Mapped[int] = mapped_column(Whole())
    currency: Mapped[str]
    live: Mapped[bool]
    state: Mapped[CollectionState] = mapped_column(words(CollectionState, "state"))
    refusal: Mapped[str | None]
    provider_id: Mapped[str]
    link: Mapped[str]
    charge: Mapped[str]
    paid_on: Mapped[date | None]
    counted_minor: Mapped[int] = mapped_column(Whole(), default=0)
    returned_minor: Mapped[int] = mapped_column(Whole(), default=0)
    version: Mapped[int] = mapped_column(default=0)
    problem: Mapped[str | None]
    attempted_at: Mapped[datetime]
    looked_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]

    @property
    def amount(self) -> Money:
        """What the page asks for."""
        return Money(self.amount_minor, self.currency)

    @property
    def counted(self) -> Money:
        """What of it stands in the household's accounts."""
        return Money(self.counted_minor, self.currency)

    @property
    def returned(self) -> Money:
        """What of it went back to the payer."""
        return Money(self.returned_minor, self.currency)


class GiveBackState(StrEnum):
    """UNKNOWN: the intent is written, no answer is known. PENDING: under way."""

    UNKNOWN = "unknown"
    PENDING = "pending"
    DONE = "done"
    REFUSED = "refused"


class GivenBack(Base):
    """Part or all of a collection, back to who paid it; written down before the provider is called.

    key: the idempotency key. proof: the provider's id of the refund, "" until one is known.
    """

    __tablename__ = "given_back"
    __table_args__ = rules(
        sa.UniqueConstraint("key"),
        sa.UniqueConstraint("collection_id", "open_slot"),
        sa.CheckConstraint("amount_minor > 0", name="amount"),
    )

    id: Mapped[Id]
    collection_id: Mapped[int] = mapped_column(sa.ForeignKey("collection.id"))
    open_slot: Mapped[int | None]
    key: Mapped[str]
    amount_minor: Mapped[int] = mapped_column(Whole())
    state: Mapped[GiveBackState] = mapped_column(words(GiveBackState, "state"))
    refusal: Mapped[str | None]
    proof: Mapped[str]
    attempted_at: Mapped[datetime]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]


class HeardNotice(Base):
    """A provider's notification that was heard; `notice` is the provider's id, once for each event."""

    __tablename__ = "heard_notice"
    __table_args__ = rules(
        sa.UniqueConstraint("collector_id", "notice"), sa.Index(None, "heard_at")
    )

    id: Mapped[Id]
    collector_id: Mapped[int] = mapped_column(sa.ForeignKey("collector.id"))
    notice: Mapped[str]
    heard_at: Mapped[datetime]
