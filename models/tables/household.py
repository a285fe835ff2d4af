"""People who share bills: the household, its members, who was there when, and the meters."""

from datetime import date, datetime
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.tables.base import Base, Id, rules, words


class Role(StrEnum):
    """What a member may do; each may also do what the ones before may.

    VIEWER sees. MEMBER splits their own bills, answers for their shares and settles. APPROVER decides
    for others: rules, their shares, transfers. OWNER says who belongs to the household.
    """

    VIEWER = "viewer"
    MEMBER = "member"
    APPROVER = "approver"
    OWNER = "owner"


class Household(Base):
    """A group of people who share bills."""

    __tablename__ = "household"
    __table_args__ = rules()

    id: Mapped[Id]
    name: Mapped[str]
    created_at: Mapped[datetime]


class Member(Base):
    """One person of one household, with an account of their own or without.

    name_key: the name without case, by which it is found. iban: where they want their money, compact.
    link_sha256: of the secret in their private link, in hexadecimal; the secret itself is not kept.
    carried_by_id: who pays for this guest. left_at: since when they belong to it no more; the row
    stays for what was shared until then, and they may come back.
    """

    __tablename__ = "member"
    __table_args__ = rules(
        sa.UniqueConstraint("household_id", "name_key"),
        sa.UniqueConstraint("link_sha256"),
        sa.CheckConstraint("carried_by_id IS NULL OR carried_by_id <> id", name="carried"),
    )

    id: Mapped[Id]
    household_id: Mapped[int] = mapped_column(sa.ForeignKey("household.id"))
    name: Mapped[str]
    name_key: Mapped[str]
    role: Mapped[Role] = mapped_column(words(Role, "role"))
    iban: Mapped[str | None]
    link_sha256: Mapped[str | None]
    carried_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("member.id"))
    left_at: Mapped[datetime | None]
    created_at: Mapped[datetime]


class MemberAccount(Base):
    """Whose mailbox an account is: only they bring its bills into the household."""

    __tablename__ = "member_account"
    __table_args__ = rules(
        sa.UniqueConstraint("member_id", "account_id"), sa.Index(None, "account_id")
    )

    id: Mapped[Id]
    member_id: Mapped[int] = mapped_column(sa.ForeignKey("member.id"))
    account_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"))


class Stay(StrEnum):
    """STAY: lives in the household (a guest's visit too). AWAY: is not there in between."""

    STAY = "stay"
    AWAY = "away"


class Presence(Base):
    """Days of one member, both included; None is an open end."""

    __tablename__ = "presence"
    __table_args__ = rules(
        sa.CheckConstraint(
            "first_on IS NULL OR last_on IS NULL OR first_on <= last_on", name="days"
        ),
        sa.Index(None, "member_id"),
    )

    id: Mapped[Id]
    member_id: Mapped[int] = mapped_column(sa.ForeignKey("member.id"))
    kind: Mapped[Stay] = mapped_column(words(Stay, "kind"))
    first_on: Mapped[date | None]
    last_on: Mapped[date | None]
    created_at: Mapped[datetime]


class MeterReading(Base):
    """What a meter showed on a day, as exact decimal text; member_id None: the biller's main meter."""

    __tablename__ = "meter_reading"
    __table_args__ = rules(sa.Index(None, "household_id", "meter", "read_on"))

    id: Mapped[Id]
    household_id: Mapped[int] = mapped_column(sa.ForeignKey("household.id"))
    meter: Mapped[str]
    member_id: Mapped[int | None] = mapped_column(sa.ForeignKey("member.id"))
    read_on: Mapped[date]
    value: Mapped[str]
    created_at: Mapped[datetime]
