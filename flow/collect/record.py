"""An answer of the provider, written down once: the newest wins, whoever brings it."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.checkpoints import passed
from flow.collect.booked import count, lapse, under_way
from flow.money_lock import alone_with_money
from flow.wiring import Wiring
from models.database import reading
from models.errors.problem import Problem
from models.errors.values import NotFound
from models.journal import append
from models.order import Order, Outcome, Payee, Pending, Refused, Settled, Unknown
from models.reference import CreditorReference
from models.tables import Collection, CollectionState, HeardNotice, Settlement
from pay.rail import Answer, Attempt

_PENDING = {
    "payer": CollectionState.OPEN,
    "settlement": CollectionState.SETTLING,
    "dispute": CollectionState.DISPUTED,
}
_WENT_BACK = frozenset({"refunded", "dispute_lost"})
_HOLDS_SLOT = frozenset({CollectionState.UNKNOWN, CollectionState.OPEN, CollectionState.SETTLING})


@dataclass(frozen=True, slots=True)
class Job:
    """What a call needs, and the version of the row that it was read from."""

    id: int
    order: Order
    attempt: Attempt
    version: int


def job_of(session: Session, row: Collection) -> Job:
    """The order of a collection, always the same; nothing of it changes once it is written."""
    settlement = session.get(Settlement, row.settlement_id) if row.settlement_id else None
    order = Order(
        key=row.key,
        bill=f"collection:{row.id}",
        amount=row.amount,
        payee=Payee(row.payee),
        reference=CreditorReference(settlement.reference) if settlement else None,
        on=row.created_at.date(),
        made_at=row.created_at,
    )
    return Job(row.id, order, Attempt(row.attempted_at, row.provider_id), row.version)


def job_at(wiring: Wiring, number: int) -> Job:
    """The same, by number. Raises NotFound."""
    with Session(reading(wiring.engine)) as session:
        row = session.get(Collection, number)
        if row is None:
            raise NotFound(what="collection", id=number)
        return job_of(session, row)


def record(wiring: Wiring, job: Job, answer: Answer, now: datetime, notice: str = "") -> bool:
    """Takes the answer in; False, with nothing changed, when another came in since the job was read.

    Two who ask at once may be answered in another order than they write: who writes second asks again.
    notice: the id of the notification that led here, kept with it.
    """
    with Session(wiring.engine) as session, session.begin():
        row = locked(session, job.id)
        if row.version != job.version:
            return False
        take_in(session, row, answer, now)
        if notice and not heard(session, row.collector_id, notice):
            kept = HeardNotice(collector_id=row.collector_id, notice=notice, heard_at=now)
            session.add(kept)
        passed("collect_recording")
    passed("collect_recorded")
    return True


def heard(session: Session, collector_id: int, notice: str) -> bool:
    """Whether this notification was heard before."""
    query = select(HeardNotice.id).where(
        HeardNotice.collector_id == collector_id, HeardNotice.notice == notice
    )
    return session.scalar(query) is not None


def record_problem(wiring: Wiring, number: int, problem: Problem, now: datetime) -> None:
    """The last look failed; what was known stays."""
    with Session(wiring.engine) as session, session.begin():
        row = locked(session, number)
        row.problem, row.looked_at = problem.code, now


def locked(session: Session, number: int) -> Collection:
    """The row, until the transaction ends; alone, for settlements and their orders follow it."""
    alone_with_money(session)
    query = select(Collection).where(Collection.id == number).with_for_update()
    return session.scalars(query).one()


def take_in(session: Session, row: Collection, answer: Answer, now: datetime) -> None:
    """The row as the answer says; what became of the money goes to the household's accounts."""
    before = (row.state, row.counted_minor, row.returned_minor)
    row.provider_id = answer.provider_id or row.provider_id
    row.version, row.looked_at, row.problem = row.version + 1, now, None
    row.updated_at = now
    if not isinstance(answer.outcome, Unknown):
        row.link = answer.link
        row.returned_minor = answer.returned.minor if answer.returned else 0
        _stands(session, row, answer.outcome)
    if before != (row.state, row.counted_minor, row.returned_minor):
        told(session, row, f"collection_{row.state.value}")
    session.flush()


def end(session: Session, row: Collection, refusal: str, now: datetime) -> None:
    """It was never sent, so nothing can come of it."""
    row.state, row.refusal, row.link, row.open_slot = CollectionState.ENDED, refusal, "", None
    row.version, row.updated_at = row.version + 1, now
    lapse(session, row)
    told(session, row, "collection_ended")


def told(session: Session, row: Collection, what: str, who: str = "facteur") -> None:
    """The line of the journal about a collection."""
    detail = {
        "key": row.key, "amount": str(row.amount), "counted": str(row.counted),
        "returned": str(row.returned), "currency": row.currency, "live": row.live,
        "refusal": row.refusal, "provider_id": row.provider_id,
    }  # fmt: skip
    append(session, who, what, f"collection {row.id}", where="stripe", detail=detail)


def _stands(session: Session, row: Collection, outcome: Outcome) -> None:
    row.state, row.refusal = _state(outcome)
    if row.state not in _HOLDS_SLOT:
        row.open_slot = None
    day = _day(outcome)
    if isinstance(outcome, Settled):
        row.charge, row.paid_on = outcome.proof, day
    if row.state is CollectionState.SETTLING:
        under_way(session, row, day)
    if row.live:
        kept = row.amount_minor - row.returned_minor if isinstance(outcome, Settled) else 0
        count(session, row, max(kept, 0), day)
    if row.state is CollectionState.ENDED:
        lapse(session, row)


def _state(outcome: Outcome) -> tuple[CollectionState, str | None]:
    match outcome:
        case Settled():
            return CollectionState.PAID, None
        case Pending(waits_for=what):
            return _PENDING[what], None
        case Refused(code=code):
            back = code in _WENT_BACK
            return (CollectionState.RETURNED if back else CollectionState.ENDED), code
        case Unknown():
            return CollectionState.UNKNOWN, None


def _day(outcome: Outcome) -> date:
    """The day of it, as the household's clock has it."""
    match outcome:
        case Settled(at=at) | Refused(at=at):
            return at.astimezone().date()
        case Pending(since=since) | Unknown(since=since):
            return since.astimezone().date()
