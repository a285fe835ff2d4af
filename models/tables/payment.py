"""An order as it is kept, what it was approved as, and each time it was handed over."""

from datetime import date, datetime
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.money import Money
from models.order import Step
from models.tables.base import Base, Id, Whole, rules, words


class Payment(Base):
    """One order. `about` is what it pays, "bill-7" or "settlement-3"; one of the two ids names it too.

    open_slot: 1 until it is handed over, then NULL: no two orders of one bill are open at once.
    bill_print: SHA-256 of what the bill said when the order was drawn up. by_bill: the amount is all
    that is left of the bill, not a part that the person chose; name_given: the payee's name is the
    person’s word. payee_key: flow.bills.biller_key. reference: as written on the bill. refusal: why it
    was refused, in the bank's own word or ours.
    """

    __tablename__ = "payment"
    __table_args__ = rules(
        sa.UniqueConstraint("key"),
        sa.UniqueConstraint("about", "open_slot"),
        sa.CheckConstraint("amount_minor > 0", name="amount"),
        sa.CheckConstraint("length(currency) = 3 AND currency = upper(currency)", name="currency"),
        sa.CheckConstraint(
            "(open_slot IS NULL) = (step NOT IN ('draft', 'checked', 'approved'))", name="slot"
        ),
        sa.Index(None, "step", "leaves_on"),
        sa.Index(None, "payee_key"),
        sa.Index(None, "payee_account"),
    )

    id: Mapped[Id]
    key: Mapped[str]
    about: Mapped[str]
    bill_id: Mapped[int | None] = mapped_column(sa.ForeignKey("bill.id"))
    settlement_id: Mapped[int | None] = mapped_column(sa.ForeignKey("settlement.id"))
    open_slot: Mapped[int | None] = mapped_column(default=1)
    step: Mapped[Step] = mapped_column(words(Step, "step"), default=Step.DRAFT)
    amount_minor: Mapped[int] = mapped_column(Whole())
    currency: Mapped[str]
    payee_name: Mapped[str]
    payee_key: Mapped[str]
    payee_account: Mapped[str | None]
    reference: Mapped[str | None]
    number: Mapped[str | None]
    due_on: Mapped[date | None]
    leaves_on: Mapped[date]
    instant: Mapped[bool] = mapped_column(default=False)
    instalment_id: Mapped[int | None] = mapped_column(sa.ForeignKey("instalment.id"))
    """The instalment that it pays, when the bill has a schedule or a plan."""
    by_bill: Mapped[bool] = mapped_column(default=True)
    name_given: Mapped[bool] = mapped_column(default=False)
    bill_print: Mapped[str]
    rail: Mapped[str | None]
    proof: Mapped[str | None]
    """Digest under which models.originals keeps the file that the person attached."""
    proof_name: Mapped[str | None]
    refusal: Mapped[str | None]
    made_at: Mapped[datetime]
    handed_over_at: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]
    """When the person said that they sent the money: their word, no evidence."""
    seen_at: Mapped[datetime | None]

    @property
    def amount(self) -> Money:
        """What is to be paid, above zero."""
        return Money(self.amount_minor, self.currency)


class PaymentDocument(Base):
    """A document that the bill of an order stands on: the same one never pays twice."""

    __tablename__ = "payment_document"
    __table_args__ = rules(sa.UniqueConstraint("payment_id", "sha256"), sa.Index(None, "sha256"))

    id: Mapped[Id]
    payment_id: Mapped[int] = mapped_column(sa.ForeignKey("payment.id"))
    sha256: Mapped[str]


class Assent(Base):
    """An approval of an order, bound to `digest` (pay.digest); void from `void_at` on.

    answered: the rules that asked and were answered. sequence counts those of an order from 1.
    """

    __tablename__ = "assent"
    __table_args__ = rules(sa.UniqueConstraint("payment_id", "sequence"))

    id: Mapped[Id]
    payment_id: Mapped[int] = mapped_column(sa.ForeignKey("payment.id"))
    sequence: Mapped[int]
    digest: Mapped[str]
    given_by: Mapped[str]
    given_at: Mapped[datetime]
    with_secret: Mapped[bool]
    answered: Mapped[list[str]] = mapped_column(default=list)
    void_at: Mapped[datetime | None]


class AttemptState(StrEnum):
    """BEGUN is committed before anything is made, so that a crash leaves a trace."""

    BEGUN = "begun"
    MADE = "made"
    FAILED = "failed"


class Attempt(Base):
    """One time that an order was handed over by `rail` into `place`, a path or "".

    files: name and digest of each file made; problem: the code of why nothing was made.
    """

    __tablename__ = "attempt"
    __table_args__ = rules(sa.UniqueConstraint("payment_id", "sequence"))

    id: Mapped[Id]
    payment_id: Mapped[int] = mapped_column(sa.ForeignKey("payment.id"))
    sequence: Mapped[int]
    rail: Mapped[str]
    place: Mapped[str]
    state: Mapped[AttemptState] = mapped_column(words(AttemptState, "state"))
    files: Mapped[list[dict[str, str]]] = mapped_column(default=list)
    problem: Mapped[str | None]
    begun_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
