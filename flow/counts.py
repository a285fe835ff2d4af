"""What a sync did, counted from the rows that it wrote."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from flow.look_alikes import alike_ids
from flow.wiring import Wiring
from models.database import reading
from models.tables import (
    BillMessage,
    Filing,
    FilingState,
    Judgement,
    Message,
    Missive,
    MissiveState,
    Quarantine,
    Step,
)
from models.verdict import Kind


@dataclass(frozen=True, slots=True)
class Mark:
    """The last row of each table at a moment; what comes later is counted against it."""

    judgement: int
    quarantine: int
    missive: int


def mark_now(wiring: Wiring) -> Mark:
    """The last rows now."""
    with Session(reading(wiring.engine)) as session:
        return Mark(
            session.scalar(select(func.max(Judgement.id))) or 0,
            session.scalar(select(func.max(Quarantine.id))) or 0,
            session.scalar(select(func.max(Missive.id))) or 0,
        )


def bills_since(wiring: Wiring, before: Mark) -> int:
    """Mails judged since `before` that are bills of any kind."""
    query = select(func.count()).where(
        Judgement.id > before.judgement, Judgement.kind != Kind.OTHER
    )
    with Session(reading(wiring.engine)) as session:
        return session.scalar(query) or 0


def alike_since(wiring: Wiring, before: Mark) -> tuple[tuple[int, int], ...]:
    """Pairs of bills that may be one, of which one came or changed since `before`, lower number first."""
    query = (
        select(BillMessage.bill_id)
        .join(Judgement, Judgement.message_id == BillMessage.message_id)
        .where(Judgement.id > before.judgement)
    )
    with Session(reading(wiring.engine)) as session:
        new = set(session.scalars(query))
        alike = alike_ids(session) if new else {}
    pairs = {
        (min(one, other), max(one, other))
        for one, others in alike.items()
        for other in others
        if one in new or other in new
    }
    return tuple(sorted(pairs))


def quarantined_since(wiring: Wiring, before: Mark) -> int:
    """What was set aside since `before`."""
    query = select(func.count()).where(Quarantine.id > before.quarantine)
    with Session(reading(wiring.engine)) as session:
        return session.scalar(query) or 0


def answered_since(wiring: Wiring, before: Mark) -> tuple[int, ...]:
    """The bills about which billers answered since `before`, each once."""
    query = (
        select(Missive.bill_id)
        .where(Missive.id > before.missive, Missive.state == MissiveState.RECEIVED)
        .distinct()
        .order_by(Missive.bill_id)
    )
    with Session(reading(wiring.engine)) as session:
        return tuple(session.scalars(query))


def left_to_do(wiring: Wiring) -> tuple[int, int]:
    """(messages still on the road, filings still to be carried out)."""
    unfinished = (Step.RECEIVED, Step.READ, Step.DECIDED)
    waiting = (FilingState.PENDING, FilingState.INFLIGHT)
    with Session(reading(wiring.engine)) as session:
        return (
            session.scalar(select(func.count()).where(Message.step.in_(unfinished))) or 0,
            session.scalar(select(func.count()).where(Filing.state.in_(waiting))) or 0,
        )
