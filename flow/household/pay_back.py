"""How a person pays back whoever advanced a bill: a settlement, its sheet, and where it stands."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy.orm import Session

from flow.hold import on_hold
from flow.household.back_sheet import BackSheet, sheet_of
from flow.household.balances import proposed
from flow.household.rights import Actor, members_of
from flow.household.settling import announce, settlements
from flow.household.splitting import Shown, seen_split
from models.errors import NotFound, RepaymentInvalid
from models.money import Money
from models.tables import Consent, Settlement, SettlementState
from models.words import Lang
from pay.debts import as_owed
from pay.people import Person
from pay.postings import shared_bill
from pay.shares.share import ShareState
from pay.transfers import Transfer


class Standing(StrEnum):
    """What a share asks of its person now.

    UNPAID: nobody advanced the bill, so there is nobody to pay back. HELD: the share, or the bill, is
    disputed. NOTHING: they advanced it themselves, or get money back. OWED: the ways follow.
    """

    UNPAID = "unpaid"
    HELD = "held"
    NOTHING = "nothing"
    OWED = "owed"


class BackStep(StrEnum):
    """EVEN: other bills or settlements make up for it. TO_ANNOUNCE: nothing was made yet."""

    EVEN = "even"
    TO_ANNOUNCE = "to_announce"
    ANNOUNCED = "announced"
    SENT = "sent"


@dataclass(frozen=True, slots=True)
class WayBack:
    """Money to one member who advanced the bill. settlement: its number, 0 where none is made."""

    receiver_id: int
    receiver: str
    amount: Money
    step: BackStep
    settlement: int = 0
    sent_on: date | None = None
    sheet: BackSheet | None = None


@dataclass(frozen=True, slots=True)
class PayBack:
    """What a share asks of its person, and the ways."""

    standing: Standing
    ways: tuple[WayBack, ...] = ()


def pay_back(session: Session, actor: Actor, bill_id: int, lang: Lang, now: datetime) -> PayBack:
    """How the actor pays back their share of a bill. Raises NotFound, NotSplit."""
    shown = seen_split(session, actor, bill_id)
    standing = _standing(session, actor, shown)
    if standing is not Standing.OWED:
        return PayBack(standing)
    names = {number: member.name for number, member in members_of(session, actor).items()}
    rows = [row for row in settlements(session, actor) if row.sender_id == actor.member_id]
    left = _left(session, actor)
    ways: list[WayBack] = []
    for owed in _debts(actor, shown):
        mine = [
            row for row in rows
            if row.receiver_id == owed.receiver and row.currency == owed.amount.currency
        ]  # fmt: skip
        ways += [_made(session, row, names[row.receiver_id], lang, now) for row in mine]
        more = _more(owed, left)
        step = BackStep.TO_ANNOUNCE if more else BackStep.EVEN
        waits = any(row.state is SettlementState.ANNOUNCED for row in mine)
        if (more and not waits) or not mine:
            ways.append(WayBack(owed.receiver, names[owed.receiver], more or owed.amount, step))
    return PayBack(standing, tuple(ways))


def announce_back(session: Session, actor: Actor, bill_id: int, receiver_id: int) -> Settlement:
    """Announces the money for the actor's share to one who advanced the bill: as much as is owed now.

    Raises NotFound, NotSplit, RightMissing, SettlementOpen, RepaymentInvalid when nothing is owed.
    """
    shown = seen_split(session, actor, bill_id)
    left = _left(session, actor)
    for owed in _debts(actor, shown):
        if owed.receiver != receiver_id:
            continue
        more = _more(owed, left)
        if more is None:
            raise RepaymentInvalid
        (row,) = announce(session, actor, [Transfer(actor.person, owed.receiver, more)])
        return row
    raise NotFound(what="member", id=receiver_id)


def own_settlement(session: Session, actor: Actor, number: int) -> Settlement:
    """An open settlement that the actor sends. Raises NotFound for any other."""
    for row in settlements(session, actor):
        if row.id == number and row.sender_id == actor.member_id:
            return row
    raise NotFound(what="settlement", id=number)


def _standing(session: Session, actor: Actor, shown: Shown) -> Standing:
    mine = next((row for row in shown.shares if row.share.person == actor.person), None)
    if mine is None:
        return Standing.NOTHING
    if mine.state == Consent.DISPUTED or on_hold(session, shown.bill_id):
        return Standing.HELD
    if not shown.paid:
        return Standing.UNPAID
    return Standing.OWED if _debts(actor, shown) else Standing.NOTHING


def _debts(actor: Actor, shown: Shown) -> list[Transfer]:
    """What this one bill makes the actor owe, by receiver; disputed shares are left out."""
    if not shown.paid:
        return []
    disputed = [row.share.person for row in shown.shares if row.state == Consent.DISPUTED]
    made = shown.made.with_state(ShareState.PROPOSED)
    if disputed:
        made = made.with_state(ShareState.DISPUTED, *disputed)
    posting = shared_bill(shown.bill_id, date.min, made, shown.paid)
    return [one for one in as_owed([posting]) if one.sender == actor.person]


_Left = dict[tuple[Person, str], Money]


def _left(session: Session, actor: Actor) -> _Left:
    """What the actor owes each one in all, beyond what is announced or sent, by person and currency."""
    moves = proposed(session, actor, direct=True)
    return {
        (one.receiver, one.amount.currency): one.amount
        for one in moves
        if one.sender == actor.person
    }


def _more(owed: Transfer, left: _Left) -> Money | None:
    """What is still to be announced of one debt; None when other bills make up for it."""
    whole = left.get((owed.receiver, owed.amount.currency))
    return min(owed.amount, whole) if whole else None


def _made(session: Session, row: Settlement, name: str, lang: Lang, now: datetime) -> WayBack:
    announced = row.state is SettlementState.ANNOUNCED
    return WayBack(
        receiver_id=row.receiver_id,
        receiver=name,
        amount=row.amount,
        step=BackStep.ANNOUNCED if announced else BackStep.SENT,
        settlement=row.id,
        sent_on=row.sent_on,
        sheet=sheet_of(session, row, lang, now) if announced else None,
    )
