"""The secret code of a person: what an authenticator app counts from, and the codes for a lost phone."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.tables.base import Base, Id, rules


class SecretCode(Base):
    """One person's TOTP secret (RFC 6238), encrypted by models.secrets.

    pending: a new secret whose first code was not typed yet; `secret` counts until then. last_step:
    the last step of 30 s whose code was taken. failures: wrong codes since the last right one.
    """

    __tablename__ = "secret_code"
    __table_args__ = rules(sa.UniqueConstraint("owner"))

    id: Mapped[Id]
    owner: Mapped[str]
    secret: Mapped[bytes | None]
    pending: Mapped[bytes | None]
    last_step: Mapped[int] = mapped_column(default=0)
    failures: Mapped[int] = mapped_column(default=0)
    locked_until: Mapped[datetime | None]
    made_at: Mapped[datetime]


class RecoveryCode(Base):
    """One code for a lost phone, good once. hash: SHA-256 in hex of `salt` and the code."""

    __tablename__ = "recovery_code"
    __table_args__ = rules(sa.Index(None, "secret_code_id"))

    id: Mapped[Id]
    secret_code_id: Mapped[int] = mapped_column(sa.ForeignKey("secret_code.id"))
    salt: Mapped[str]
    hash: Mapped[str]
    used_at: Mapped[datetime | None]
