"""Asking for other caps: lower ones hold at once, higher ones after a day."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from flow.caps import (
    CapsTold,
    Withdrawn,
    caps_standing,
    caps_told,
    currency_of,
    last_asked,
    member_standing,
    or_usual,
)
from flow.money_lock import alone_with_money
from flow.reminding.raises import call_off_changed
from flow.step_up import OWNER, spend_for
from flow.wiring import Wiring
from models.database import reading
from models.errors.orders import CapsOfTwoCurrencies, SecretNeeded
from models.journal import append
from models.money import Money
from models.tables import CapRequest
from pay.policy.caps import Caps
from pay.policy.step_up import Act, step_up_for


@dataclass(frozen=True, slots=True)
class Wanted:
    """Caps to ask for; None keeps the one that is, no_transfer and no_month take it away."""

    transfer: Money | None = None
    month: Money | None = None
    no_transfer: bool = False
    no_month: bool = False


def caps_currency(wiring: Wiring) -> str:
    """What a cap is in when no currency is named: that of the caps last asked for, else EUR."""
    with Session(reading(wiring.engine)) as session:
        return currency_of(_asked(session, Wanted()))


def ask_caps(wiring: Wiring, wanted: Wanted, now: datetime, code: str = "") -> CapsTold:
    """Sets lower caps at once; asks for higher ones, which hold after 24 hours (see `standing_at`).

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
        before = caps_told(session, now)
        _keep(session, _asked(session, wanted), now)
        call_off_changed(session, now, "caps")
        told = caps_told(session, now)
        return replace(told, withdrawn=tuple(_withdrawn(before, told)))


def _withdrawn(before: CapsTold, told: CapsTold) -> Iterator[Withdrawn]:
    comes = [told.now, *(one.caps for one in told.waits)]
    last, held = before.later, before.now
    if last.transfer not in {held.transfer, *(one.transfer for one in comes)}:
        yield Withdrawn(last.transfer, monthly=False)
    if last.month not in {held.month, *(one.month for one in comes)}:
        yield Withdrawn(last.month, monthly=True)


def raises_cap(wiring: Wiring, wanted: Wanted, now: datetime) -> bool:
    """True when one of the caps that are wanted allows more than what holds and what waits already, for
    bills or for money to a member. Raises CapsOfTwoCurrencies."""
    with Session(reading(wiring.engine)) as session:
        return _is_raise(session, wanted, now)


def _keep(session: Session, asked: Caps, now: datetime) -> None:
    row = CapRequest(
        transfer_minor=asked.transfer.minor if asked.transfer else None,
        month_minor=asked.month.minor if asked.month else None,
        currency=currency_of(asked),
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
    unit = currency_of(asked)
    members = member_standing(session, now, unit)
    return caps_standing(session, now).raised_by(asked) or members.raised_by(or_usual(asked, unit))


def _asked(session: Session, wanted: Wanted) -> Caps:
    """The caps as they were last asked for, with what is wanted now in their place.

    Raises CapsOfTwoCurrencies: one currency is kept with both, and a cap that was not spoken of never
    becomes the same figure in another.
    """
    last = last_asked(session)
    transfer = None if wanted.no_transfer else wanted.transfer or last.transfer
    month = None if wanted.no_month else wanted.month or last.month
    if transfer and month and transfer.currency != month.currency:
        kept, new = (month, transfer) if wanted.transfer else (transfer, month)
        raise CapsOfTwoCurrencies(amount=str(kept), currency=kept.currency, wanted=new.currency)
    return Caps(transfer, month)
