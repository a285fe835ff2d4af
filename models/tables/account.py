"""A mailbox account that was connected, its lease and its folders."""

from datetime import datetime
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.security import Security
from models.tables.base import Base, Id, rules, words


class Auth(StrEnum):
    """How the account signs in."""

    PASSWORD = "password"  # noqa: S105 - the name of the method
    OAUTH = "oauth"


class Account(Base):
    """One connected address. `secret` is encrypted by models.secrets, never in clear.

    A drawer stands for the mailbox of somebody who connected none: their scans go there. Its host is
    "", its address only a name.
    """

    __tablename__ = "account"
    __table_args__ = rules(
        sa.UniqueConstraint("address"),
        sa.CheckConstraint("port > 0 AND port < 65536", name="port"),
    )

    id: Mapped[Id]
    address: Mapped[str]
    host: Mapped[str]
    port: Mapped[int]
    security: Mapped[Security] = mapped_column(words(Security, "security"))
    user: Mapped[str]
    ca_pem: Mapped[str | None]
    """The authority to trust besides the system's, as PEM text."""
    auth: Mapped[Auth] = mapped_column(words(Auth, "auth"))
    secret: Mapped[bytes | None]
    delimiter: Mapped[str] = mapped_column(default="/")
    files_mail: Mapped[bool] = mapped_column(default=False)
    """True when the person allowed Facteur to move mail."""
    root_folder: Mapped[str] = mapped_column(default="Factures")
    folder_lang: Mapped[str] = mapped_column(default="fr")
    provider_id: Mapped[str | None]
    """The authserv-id of the account's own provider (RFC 8601 section 2.5), once learned."""
    gmail: Mapped[bool] = mapped_column(default=False)
    failures: Mapped[int] = mapped_column(default=0)
    failed_code: Mapped[str | None]
    wait_until: Mapped[datetime | None]
    created_at: Mapped[datetime]


class Lease(Base):
    """Who works on an account now: one holder until a moment, taken by a conditional UPDATE."""

    __tablename__ = "lease"
    __table_args__ = rules(numbered=False)

    account_id: Mapped[int] = mapped_column(
        sa.ForeignKey("account.id"), primary_key=True, autoincrement=False
    )
    holder: Mapped[str | None]
    until: Mapped[datetime | None]


class Mailbox(Base):
    """A folder of the account and how far it was read (RFC 3501 section 2.3.1.1).

    `last_uid`: every uid up to it is stored, quarantined or gone. `oldest_uid`: the backfill goes
    down from it; None when there is no backfill, 1 when it is done.
    """

    __tablename__ = "mailbox"
    __table_args__ = rules(sa.UniqueConstraint("account_id", "name"))

    id: Mapped[Id]
    account_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"))
    name: Mapped[str]
    uidvalidity: Mapped[int | None]
    last_uid: Mapped[int] = mapped_column(default=0)
    oldest_uid: Mapped[int | None]
    uidnext: Mapped[int | None]
    messages: Mapped[int | None]
    modseq: Mapped[int | None]
