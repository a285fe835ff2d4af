"""Imported bank statements, their entries, and how a bank's columns are to be read.

All of it is private to the member who brought the file.
"""

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.iban import Iban
from models.money import Money
from models.reading import Means
from models.statement import Entry
from models.tables.base import Base, Id, Whole, rules, words

_CURRENCY = "length(currency) = 3 AND currency = upper(currency)"
_NOBODYS = sa.text("member_id IS NULL")


def _once(table: str, column: str) -> sa.Index:
    """Unique among what is nobody's: two NULLs are two values to a UNIQUE constraint."""
    name = f"uq_{table}_{column}_alone"
    return sa.Index(name, column, unique=True, sqlite_where=_NOBODYS, postgresql_where=_NOBODYS)


class BankFile(Base):
    """A file that a person brought from their bank, once, however often they import it.

    digest: SHA-256, under which models.originals keeps the bytes; name: what the person called it.
    member_id: who brought it; None while no household is here, when one person alone works.
    """

    __tablename__ = "bank_file"
    __table_args__ = rules(sa.UniqueConstraint("member_id", "digest"), _once("bank_file", "digest"))

    id: Mapped[Id]
    member_id: Mapped[int | None] = mapped_column(sa.ForeignKey("member.id"))
    digest: Mapped[str]
    name: Mapped[str]
    created_at: Mapped[datetime]


class BankStatement(Base):
    """What one file says of one bank account; `place` counts the file's statements from 0.

    bank_account: the IBAN, else the bank's own number, "" when nothing says it. gap_minor: closing
    less opening less entries, None when the file does not give both balances. first_on, last_on: the
    days it tells of. left: movements that are no evidence, counted only.
    """

    __tablename__ = "bank_statement"
    __table_args__ = rules(
        sa.UniqueConstraint("file_id", "place"), sa.CheckConstraint(_CURRENCY, name="currency")
    )

    id: Mapped[Id]
    file_id: Mapped[int] = mapped_column(sa.ForeignKey("bank_file.id"))
    place: Mapped[int]
    reader: Mapped[str]
    bank_account: Mapped[str]
    currency: Mapped[str]
    entries: Mapped[int]
    pending: Mapped[int]
    left_out: Mapped[int]
    gap_minor: Mapped[int | None] = mapped_column(Whole())
    first_on: Mapped[date | None]
    last_on: Mapped[date | None]


class BankEntry(Base):
    """One booked movement, once for each who brings it, whatever files tell it.

    Fields as models.statement.Entry; member_id: as of its file.
    """

    __tablename__ = "bank_entry"
    __table_args__ = rules(
        sa.UniqueConstraint("member_id", "key"),
        _once("bank_entry", "key"),
        sa.CheckConstraint(_CURRENCY, name="currency"),
        sa.Index(None, "bank_account", "booked_on"),
    )

    id: Mapped[Id]
    member_id: Mapped[int | None] = mapped_column(sa.ForeignKey("member.id"))
    key: Mapped[str]
    statement_id: Mapped[int] = mapped_column(sa.ForeignKey("bank_statement.id"))
    """The first statement that told it."""
    bank_account: Mapped[str]
    booked_on: Mapped[date]
    value_on: Mapped[date | None]
    amount_minor: Mapped[int] = mapped_column(Whole())
    currency: Mapped[str]
    counterparty: Mapped[str]
    counterparty_iban: Mapped[str | None]
    creditor_id: Mapped[str]
    mandate: Mapped[str]
    end_to_end: Mapped[str]
    reference: Mapped[str]
    text: Mapped[str]
    bank_id: Mapped[str]
    means: Mapped[Means | None] = mapped_column(words(Means, "means"))
    returned: Mapped[str]

    @classmethod
    def of(cls, entry: Entry, statement_id: int, member_id: int | None) -> "BankEntry":
        """The row that keeps `entry`, not stored."""
        row = cls(member_id=member_id, statement_id=statement_id)
        row.become(entry, statement_id)
        return row

    def become(self, entry: Entry, statement_id: int) -> None:
        """Keeps `entry` from now on: another file said more of the same movement. A key that it brings
        is of the statement that tells it.
        """
        if entry.key != self.key:
            self.key, self.statement_id = entry.key, statement_id
        iban = entry.counterparty_iban
        self.bank_account, self.booked_on, self.value_on = (
            entry.account,
            entry.booked_on,
            entry.value_on,
        )
        self.amount_minor, self.currency = entry.amount.minor, entry.amount.currency
        self.counterparty, self.counterparty_iban = entry.counterparty, iban.text if iban else None
        self.creditor_id, self.mandate = entry.creditor_id, entry.mandate
        self.end_to_end, self.reference, self.text = entry.end_to_end, entry.reference, entry.text
        self.bank_id, self.means, self.returned = entry.bank_id, entry.means, entry.returned

    @property
    def entry(self) -> Entry:
        """The value that the row keeps."""
        iban = self.counterparty_iban
        return Entry(
            self.key, self.bank_account, self.booked_on, self.amount, value_on=self.value_on,
            counterparty=self.counterparty, counterparty_iban=Iban(iban) if iban else None,
            creditor_id=self.creditor_id, mandate=self.mandate, end_to_end=self.end_to_end,
            reference=self.reference, text=self.text, bank_id=self.bank_id, means=self.means,
            returned=self.returned,
        )  # fmt: skip

    @property
    def amount(self) -> Money:
        """Signed as on the account."""
        return Money(self.amount_minor, self.currency)


class ColumnAnswer(Base):
    """Which column of a bank's CSV is which, as the person answered; found by the header.

    mapping: JSON of pay.evidence.columns.MAPPING.
    """

    __tablename__ = "column_answer"
    __table_args__ = rules(sa.UniqueConstraint("fingerprint"))

    id: Mapped[Id]
    fingerprint: Mapped[str]
    mapping: Mapped[str]
    created_at: Mapped[datetime]
