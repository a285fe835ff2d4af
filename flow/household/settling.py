"""What becomes of a settlement: sent, received or called off; every step is somebody's own word."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.household.rights import Actor, note
from flow.money_lock import alone_with_money
from flow.order_steps import BY_RECEIVER
from flow.settlement_order import arrived, called_off, said_sent
from models.errors.household import (
    RightMissing,
    SettlementStuck,
    SettlementUnknown,
    WordOfAnother,
)
from models.errors.values import NotFound
from models.journal import append
from models.tables import MOST_ID, Member, Role, Settlement, SettlementState
from models.words import mark

STATE_WORDS = {
    SettlementState.ANNOUNCED: mark("announced"),
    SettlementState.SENT: mark("sent"),
    SettlementState.RECEIVED: mark("received"),
    SettlementState.WITHDRAWN: mark("withdrawn"),
}
OPEN_STATES = (SettlementState.ANNOUNCED, SettlementState.SENT)
"""Of which something is still to come."""


def sent(session: Session, actor: Actor, number: int, on: date) -> Settlement:
    """The sender says that the money is on its way.

    Raises NotFound, WordOfAnother, RightMissing, SettlementStuck.
    """
    return moved(session, actor, number, SettlementState.SENT, on)


def received(session: Session, actor: Actor, number: int, on: date) -> Settlement:
    """The receiver says that the money is there: only now does it count. Raises as `sent`."""
    return moved(session, actor, number, SettlementState.RECEIVED, on)


def withdraw(session: Session, actor: Actor, number: int) -> Settlement:
    """The sender, or an approver before it was sent, calls it off. Raises as `sent`."""
    return moved(session, actor, number, SettlementState.WITHDRAWN, datetime.now(UTC).date())


def seen(session: Session, key: str, on: date, proof: str) -> Settlement:
    """A statement shows the money of the settlement with this key; the same again changes nothing.

    proof names what shows it. Raises NotFound, SettlementStuck for a withdrawn one.
    """
    alone_with_money(session)
    row = session.scalar(select(Settlement).where(Settlement.key == key).with_for_update())
    if row is None:
        raise NotFound(what="settlement", id=0)
    if row.state is SettlementState.RECEIVED:
        return row
    if row.state not in OPEN_STATES:
        raise SettlementStuck(id=row.id, why=STATE_WORDS[row.state])
    _write(row, SettlementState.RECEIVED, on, proof)
    session.flush()
    detail = {"on": on.isoformat(), "proof": proof}
    append(
        session,
        "facteur",
        "settlement_received",
        f"settlement {row.id}",
        where="evidence",
        detail=detail,
    )
    _follow_order(session, row)
    return row


def settlements(session: Session, actor: Actor, *, ended: bool = False) -> Sequence[Settlement]:
    """The household's settlements, the oldest first: those still open, or with `ended` all."""
    query = select(Settlement).where(Settlement.household_id == actor.household_id)
    if not ended:
        query = query.where(Settlement.state.in_(OPEN_STATES))
    return session.scalars(query.order_by(Settlement.id)).all()


def waiting_for(session: Session, actor: Actor, to: SettlementState) -> Sequence[Settlement]:
    """The settlements of which the actor may say that they are `to`, the oldest first."""
    return [
        row
        for row in settlements(session, actor)
        if row.state in _FROM[to] and _may(session, actor, row, to)
    ]


_FROM = {
    SettlementState.SENT: (SettlementState.ANNOUNCED,),
    SettlementState.RECEIVED: OPEN_STATES,
    SettlementState.WITHDRAWN: OPEN_STATES,
}
"""Which states each may follow."""
_WHO: dict[SettlementState, Callable[[Settlement], int]] = {
    SettlementState.SENT: lambda row: row.sender_id,
    SettlementState.RECEIVED: lambda row: row.receiver_id,
    SettlementState.WITHDRAWN: lambda row: row.sender_id,
}
"""Whose word it takes."""


def moved(session: Session, actor: Actor, number: int, to: SettlementState, on: date) -> Settlement:
    """The word that a settlement is SENT, RECEIVED or WITHDRAWN. Raises as `sent`."""
    alone_with_money(session)
    known = 0 < number <= MOST_ID
    row = session.get(Settlement, number, with_for_update=True) if known else None
    if row is None or row.household_id != actor.household_id:
        raise SettlementUnknown(id=number)
    _must_say(session, actor, row, to)
    if row.state not in _FROM[to]:
        raise SettlementStuck(id=row.id, why=STATE_WORDS[row.state])
    _write(row, to, on, BY_RECEIVER)
    session.flush()
    note(session, actor, f"settlement_{to.value}", f"settlement {row.id}", {"on": on.isoformat()})
    _follow_order(session, row)
    return row


def _must_say(session: Session, actor: Actor, row: Settlement, to: SettlementState) -> None:
    """Whose word it takes. Raises WordOfAnother, RightMissing."""
    own = _WHO[to](row)
    if to is SettlementState.WITHDRAWN and row.state is SettlementState.ANNOUNCED:
        actor.answers_for(own)
        return
    if own != actor.member_id:
        raise WordOfAnother(id=row.id, name=actor.name, whose=session.get_one(Member, own).name)
    actor.must(Role.MEMBER)


def _may(session: Session, actor: Actor, row: Settlement, to: SettlementState) -> bool:
    try:
        _must_say(session, actor, row, to)
    except (RightMissing, WordOfAnother):
        return False
    return True


def _follow_order(session: Session, row: Settlement) -> None:
    """The order of a settlement goes with what was said of it."""
    if row.state is SettlementState.SENT:
        said_sent(session, row, datetime.now(UTC))
    elif row.state is SettlementState.WITHDRAWN:
        called_off(session, row)
    elif row.state is SettlementState.RECEIVED:
        arrived(session, row, datetime.now(UTC))


def _write(row: Settlement, to: SettlementState, on: date, proof: str) -> None:
    row.state, row.updated_at = to, datetime.now(UTC)
    if to is SettlementState.SENT:
        row.sent_on = on
    if to is SettlementState.RECEIVED:
        row.received_on, row.proof = on, proof
