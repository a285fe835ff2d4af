"""Caps on payments: what holds, what waits, and asking for others."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.money_lock import alone_with_money
from flow.step_up import OWNER, spend_for
from flow.wiring import Wiring
from models.database import reading
from models.errors.orders import CapsOfTwoCurrencies, SecretNeeded
from models.journal import append
from models.money import Money
from models.tables import CapRequest
from pay.policy.caps import (
    DELAY,
    MEMBER_CAPS,
    NO_CAPS,
    CapChange,
    Caps,
    caps_in_force,
    is_raise,
)
from pay.policy.step_up import Act, step_up_for


@dataclass(frozen=True, slots=True)
class CapsTold:
    """The caps that hold now, those that will hold when nothing else is asked for, and from when.

    members: what holds now for money to a member, in the currency of `now`.
    """

    now: Caps
    later: Caps
    later_at: datetime | None
    members: Caps = MEMBER_CAPS


@dataclass(frozen=True, slots=True)
class Wanted:
    """Caps to ask for; None keeps the one that is, no_transfer and no_month take it away."""

    transfer: Money | None = None
    month: Money | None = None
    no_transfer: bool = False
    no_month: bool = False


def caps_now(session: Session, now: datetime) -> Caps:
    """The caps that hold at `now`."""
    return caps_in_force(NO_CAPS, _changes(session), now)


def member_caps(session: Session, now: datetime, currency: str = "EUR") -> Caps:
    """The caps on money to a member: those of the product, in its currency, until others are asked for.

    They are never absent, only others: who wants more names how much.
    """
    usual = _usual(currency)
    changes = [replace(one, caps=_or_usual(one.caps, usual)) for one in _changes(session)]
    return caps_in_force(usual, changes, now)


def _usual(currency: str) -> Caps:
    return MEMBER_CAPS if currency == "EUR" else NO_CAPS


def _or_usual(caps: Caps, usual: Caps) -> Caps:
    return Caps(caps.transfer or usual.transfer, caps.month or usual.month)


def caps_told(session: Session, now: datetime) -> CapsTold:
    """What holds, and what waits for its day."""
    changes = _changes(session)
    present, later = (caps_in_force(NO_CAPS, changes, at) for at in (now, now + DELAY))
    waits = changes[-1].at + DELAY if changes and later != present else None
    return CapsTold(present, later, waits, member_caps(session, now, _currency(present)))


def show_caps(wiring: Wiring, now: datetime) -> CapsTold:
    """As `caps_told`, for a door."""
    with Session(reading(wiring.engine)) as session:
        return caps_told(session, now)


def caps_currency(wiring: Wiring) -> str:
    """What a cap is in when no currency is named: that of the caps last asked for, else EUR."""
    with Session(reading(wiring.engine)) as session:
        return _currency(_asked(session, Wanted()))


def ask_caps(wiring: Wiring, wanted: Wanted, now: datetime, code: str = "") -> CapsTold:
    """Sets lower caps at once; asks for higher ones, which hold after 24 hours.

    Raises CapsOfTwoCurrencies, before a code is spent, CodeUnset for a raise while no code is set up,
    SecretNeeded without one, CodeWrong, CodeLocked.
    """
    raised = raises_cap(wiring, wanted, now)
    if raised:
        spend_for(wiring, Act.RAISE_CAP, code, now)
    with Session(wiring.engine) as session, session.begin():
        alone_with_money(session)
        if not raised and _is_raise(session, wanted, now):
            raise SecretNeeded(why=step_up_for(Act.RAISE_CAP).sentence)
        _keep(session, _asked(session, wanted), now)
        return caps_told(session, now)


def raises_cap(wiring: Wiring, wanted: Wanted, now: datetime) -> bool:
    """True when one of the caps that are wanted allows more than the one that holds, for bills or for
    money to a member. Raises CapsOfTwoCurrencies."""
    with Session(reading(wiring.engine)) as session:
        return _is_raise(session, wanted, now)


def _keep(session: Session, asked: Caps, now: datetime) -> None:
    row = CapRequest(
        transfer_minor=asked.transfer.minor if asked.transfer else None,
        month_minor=asked.month.minor if asked.month else None,
        currency=_currency(asked),
        asked_by=OWNER,
        asked_at=now,
    )
    session.add(row)
    session.flush()
    append(
        session, "person", "caps_asked", f"caps {row.id}", where="cli",
        detail={
            "transfer": str(asked.transfer) if asked.transfer else None,
            "month": str(asked.month) if asked.month else None,
            "currency": row.currency,
        },
    )  # fmt: skip


def _is_raise(session: Session, wanted: Wanted, now: datetime) -> bool:
    asked = _asked(session, wanted)
    unit = _currency(asked)
    pairs = (
        (caps_now(session, now), asked),
        (member_caps(session, now, unit), _or_usual(asked, _usual(unit))),
    )
    return any(
        is_raise(present.transfer, more.transfer) or is_raise(present.month, more.month)
        for present, more in pairs
    )


def _asked(session: Session, wanted: Wanted) -> Caps:
    """The caps as they were last asked for, with what is wanted now in their place.

    Raises CapsOfTwoCurrencies: one currency is kept with both, and a cap that was not spoken of never
    becomes the same figure in another.
    """
    changes = _changes(session)
    last = changes[-1].caps if changes else NO_CAPS
    transfer = None if wanted.no_transfer else wanted.transfer or last.transfer
    month = None if wanted.no_month else wanted.month or last.month
    if transfer and month and transfer.currency != month.currency:
        kept, new = (month, transfer) if wanted.transfer else (transfer, month)
        raise CapsOfTwoCurrencies(amount=str(kept), currency=kept.currency, wanted=new.currency)
    return Caps(transfer, month)


def _currency(caps: Caps) -> str:
    cap = caps.transfer or caps.month
    return cap.currency if cap else "EUR"


def _changes(session: Session) -> list[CapChange]:
    rows = session.scalars(select(CapRequest).order_by(CapRequest.asked_at, CapRequest.id))
    return [
        CapChange(Caps(_money(r.transfer_minor, r), _money(r.month_minor, r)), r.asked_at)
        for r in rows
    ]


def _money(minor: int | None, row: CapRequest) -> Money | None:
    return None if minor is None else Money(minor, row.currency)
