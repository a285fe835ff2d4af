"""A mail that was received and where it lies on the server, or a file that a person brought."""

from datetime import datetime
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.tables.base import Base, Id, rules, words


class Step(StrEnum):
    """How far a message came on the road."""

    RECEIVED = "received"
    READ = "read"
    DECIDED = "decided"
    DONE = "done"
    QUARANTINED = "quarantined"


class Message(Base):
    """One mail of an account, once, however many folders hold it; or one scan, which lies in none.

    sha256: of the raw bytes; original: the digest under which models.originals keeps them;
    header_sha256: of the raw header block, to know a moved mail without its body; "" for a scan.
    A scan of several files (the pages of one bill) has their digests in `original`, in order, a space
    between them; its sha256 is of that text, its subject their names.
    """

    __tablename__ = "message"
    __table_args__ = rules(
        sa.UniqueConstraint("account_id", "sha256"),
        sa.Index(None, "account_id", "header_sha256"),
        sa.Index(None, "account_id", "message_id"),
        sa.Index(None, "step"),
    )

    id: Mapped[Id]
    account_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"))
    sha256: Mapped[str]
    header_sha256: Mapped[str]
    size: Mapped[int]
    message_id: Mapped[str]
    gm_msgid: Mapped[str | None]
    """X-GM-MSGID in decimal: 64 bits without a sign, which no integer column holds."""
    original: Mapped[str]
    received_at: Mapped[datetime | None]
    """INTERNALDATE, UTC."""
    subject: Mapped[str]
    sender_name: Mapped[str]
    sender_address: Mapped[str]
    sent_at: Mapped[datetime | None]
    step: Mapped[Step] = mapped_column(words(Step, "step"), default=Step.RECEIVED)
    attempts: Mapped[int] = mapped_column(default=0)
    problem: Mapped[str | None]
    """The code of the last Problem, while there is one."""

    @property
    def is_scan(self) -> bool:
        """True for a file that a person brought: no server of ours vouches for it."""
        return not self.header_sha256

    @property
    def digests(self) -> tuple[str, ...]:
        """The digests of its files, in order; a mail has one."""
        return tuple(self.original.split())


class Location(Base):
    """Where a message lies: the only address that IMAP keeps stable."""

    __tablename__ = "location"
    __table_args__ = rules(
        sa.UniqueConstraint("mailbox_id", "uidvalidity", "uid"),
        sa.Index(None, "message_id"),
    )

    id: Mapped[Id]
    mailbox_id: Mapped[int] = mapped_column(sa.ForeignKey("mailbox.id"))
    uidvalidity: Mapped[int]
    uid: Mapped[int]
    message_id: Mapped[int] = mapped_column(sa.ForeignKey("message.id"))


class Extracted(Base):
    """What the readers found in a message, kept so that deciding again reads nothing again.

    extraction: JSON of models.codec.EXTRACTION; mail: JSON of the headers and the body that judging
    needs.
    """

    __tablename__ = "extracted"
    __table_args__ = rules(sa.UniqueConstraint("message_id"))

    id: Mapped[Id]
    message_id: Mapped[int] = mapped_column(sa.ForeignKey("message.id"))
    extraction: Mapped[str]
    mail: Mapped[str]
    created_at: Mapped[datetime]
