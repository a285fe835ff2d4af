"""The channels that a person set up: their own mail account, and services of theirs."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.security import Security
from models.tables.base import Base, Id, rules, words


class Outlet(Base):
    """One channel as it was set up and tried. A removed one keeps its row and loses its secret.

    channel: the name of a notify channel ("email", "apprise"). name: what the person calls it; of mail
    the sender's address. member_id: whom it reaches, None for the person at this machine; mail reaches
    anybody. host, port, security, user, ca_pem: the submission server of mail. secret: encrypted by
    models.secrets, the password or the service's URL; a mail account without one signs in as the mailbox
    `account_id` does. amounts: whether amounts may be told.
    """

    __tablename__ = "outlet"
    __table_args__ = rules(
        sa.Index(
            "uq_outlet_name",
            "name",
            unique=True,
            sqlite_where=sa.text("removed_at IS NULL"),
            postgresql_where=sa.text("removed_at IS NULL"),
        ),
        sa.CheckConstraint("port > 0 AND port < 65536", name="port"),
        sa.CheckConstraint("removed_at IS NULL OR secret IS NULL", name="forgotten"),
    )

    id: Mapped[Id]
    channel: Mapped[str]
    name: Mapped[str]
    member_id: Mapped[int | None] = mapped_column(sa.ForeignKey("member.id"))
    sender: Mapped[str] = mapped_column(default="")
    """The name that mail is sent under, beside its address."""
    host: Mapped[str | None]
    port: Mapped[int | None]
    security: Mapped[Security | None] = mapped_column(words(Security, "security"))
    user: Mapped[str | None]
    ca_pem: Mapped[str | None]
    account_id: Mapped[int | None] = mapped_column(sa.ForeignKey("account.id"))
    secret: Mapped[bytes | None]
    amounts: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]
