"""Caps on payments: what holds and what waits."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.wiring import Wiring
from models.database import reading
from models.money import Money
from models.tables import CapRequest
from pay.policy.caps import (
    DELAY,
    MEMBER_CAPS,
    NO_CAPS,
    CapChange,
    Caps,
    Standing,
    standing_at,
)


class Withdrawn(NamedTuple):
    """A cap for one payment, or for one month, that waited and does not come any more."""

    cap: Money | None
    monthly: bool


@dataclass(frozen=True, slots=True)
class CapsTold:
    """The caps that hold now, and those that will hold when nothing else is asked for, each from its moment.

    members: what holds now for money to a member, in the currency of `now`. withdrawn: what waited
    and does not come any more, by what was just asked for.
    """

    now: Caps
    waits: tuple[CapChange, ...] = ()
    members: Caps = MEMBER_CAPS
    withdrawn: tuple[Withdrawn, ...] = ()

    @property
    def later(self) -> Caps:
        """Those that stay."""
        return self.waits[-1].caps if self.waits else self.now

    @property
    def later_at(self) -> datetime | None:
        """From when; None when they hold already."""
        return self.waits[-1].at + DELAY if self.waits else None


def caps_now(session: Session, now: datetime) -> Caps:
    """The caps that hold at `now`."""
    return caps_standing(session, now).held


def member_caps(session: Session, now: datetime, currency: str = "EUR") -> Caps:
    """The caps on money to a member: those of the product, in its currency, until others are asked for.

    They are never absent, only others: who wants more names how much.
    """
    return member_standing(session, now, currency).held


def caps_standing(session: Session, now: datetime) -> Standing:
    """The caps on every payment."""
    return standing_at(NO_CAPS, cap_changes(session), now)


def member_standing(session: Session, now: datetime, currency: str) -> Standing:
    """The caps on money to a member, for payments in a currency."""
    return standing_at(usual_caps(currency), member_changes(session, currency), now)


def member_changes(session: Session, currency: str) -> list[CapChange]:
    """As `cap_changes`, for money to a member: without a cap of their own those of the product."""
    return [replace(one, caps=or_usual(one.caps, currency)) for one in cap_changes(session)]


def or_usual(caps: Caps, currency: str) -> Caps:
    """Those of the product in a currency where no other was asked for, unless others are in another one."""
    usual = usual_caps(currency)
    if caps != NO_CAPS and currency_of(caps) != currency:
        return caps
    return Caps(caps.transfer or usual.transfer, caps.month or usual.month)


def usual_caps(currency: str) -> Caps:
    """Those of the product on money to a member, in its own currency alone."""
    return MEMBER_CAPS if currency == "EUR" else NO_CAPS


def caps_told(session: Session, now: datetime) -> CapsTold:
    """What holds, and what waits for its moment."""
    standing = caps_standing(session, now)
    members = member_caps(session, now, currency_of(standing.held))
    return CapsTold(standing.held, standing.waits, members)


def show_caps(wiring: Wiring, now: datetime) -> CapsTold:
    """As `caps_told`, for a door."""
    with Session(reading(wiring.engine)) as session:
        return caps_told(session, now)


def last_asked(session: Session) -> Caps:
    """The caps as they were last asked for, whether they hold or not."""
    changes = cap_changes(session)
    return changes[-1].caps if changes else NO_CAPS


def currency_of(caps: Caps) -> str:
    """The one that both are in; EUR for no caps."""
    cap = caps.transfer or caps.month
    return cap.currency if cap else "EUR"


def cap_changes(session: Session) -> list[CapChange]:
    """What was asked for, each at its moment, the earliest first."""
    rows = session.scalars(select(CapRequest).order_by(CapRequest.asked_at, CapRequest.id))
    return [
        CapChange(Caps(_money(r.transfer_minor, r), _money(r.month_minor, r)), r.asked_at)
        for r in rows
    ]


def _money(minor: int | None, row: CapRequest) -> Money | None:
    return None if minor is None else Money(minor, row.currency)
