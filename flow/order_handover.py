"""Handing an order over: the intent is committed, the papers are made, the outcome is committed.

A crash in between leaves the order approved and the attempt begun: the next call makes the same papers
of the same order, under the same key, and never another order.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from flow.checkpoints import passed
from flow.money_lock import alone_with_money
from flow.order_alone import alone_with_order
from flow.order_draft import order_of
from flow.order_out import begun_attempt
from flow.order_payable import facts_for, flags_for, handed_over_already, payable_of
from flow.order_places import INTERRUPTED, made_for, where_of
from flow.order_redraw import lacks_code
from flow.order_steps import must_stand, step_to, told
from flow.papers import Papers
from flow.placing import Place, placed
from flow.wiring import Wiring
from models.errors.orders import ApprovalVoid, OrderStopped
from models.errors.problem import Problem
from models.order import Order, Step
from models.tables import Attempt, AttemptState, Payment, PaymentDocument
from pay.policy.flag import Weight
from pay.rail import Artefact, Handover, Rail


@dataclass(frozen=True, slots=True)
class HandedOver:
    """What was made, and where the files are now."""

    order: Order
    artefact: Artefact
    paths: tuple[Path, ...]


def hand_over(
    wiring: Wiring,
    payment_id: int,
    rail: Rail,
    handover: Handover,
    place: Place | None,
    *,
    once: bool = False,
) -> HandedOver:
    """Makes the papers of an approved order; of one handed over by the same rail, makes them again, but
    for once: then another door was faster, and AlreadyHandedOver is raised. One waits for the other.

    Raises ApprovalVoid, OrderStopped, AlreadyHandedOver for another rail, RailRefused,
    HandoverDiffers, PlaceTaken, FileUnwritable, DiskFull.
    """
    with alone_with_order(wiring, payment_id):
        return _made(wiring, payment_id, (rail, once), handover, place)


def _made(
    wiring: Wiring, payment_id: int, way: tuple[Rail, bool], handover: Handover, place: Place | None
) -> HandedOver:
    rail, _ = way
    attempt_id, order, same_place = _begin(wiring, payment_id, way, handover, place)
    passed("order_begun")
    try:
        artefact = rail.prepare([order], handover)
        passed("order_made")
        paths = tuple(placed(artefact.files, place, same_place=same_place)) if place else ()
    except Problem as problem:
        _fail(wiring, attempt_id, problem)
        raise
    passed("order_placed")
    _end(wiring, attempt_id, artefact)
    passed("order_handed_over")
    return HandedOver(order, artefact, paths)


def _begin(
    wiring: Wiring,
    payment_id: int,
    way: tuple[Rail, bool],
    handover: Handover,
    place: Place | None,
) -> tuple[int, Order, bool]:
    """The intent: an attempt that is begun, committed before anything is made; its id, the order, and
    whether papers of this order were made for the same place before.
    """
    with Session(wiring.engine) as session, session.begin():
        alone_with_money(session)
        row = _payment(session, payment_id)
        rail, once = way
        _refuse_other(session, row, rail)
        if once and row.step is Step.HANDED_OVER:
            raise handed_over_already(row, rail.name)
        if row.step is not Step.HANDED_OVER:
            _must_hold(session, wiring, row, rail, handover.now)
        last = session.scalar(
            select(func.max(Attempt.sequence)).where(Attempt.payment_id == row.id)
        )
        same_place = made_for(session, row, place)
        attempt = Attempt(
            payment_id=row.id, sequence=1 + (last or 0), rail=rail.name, state=AttemptState.BEGUN,
            place=where_of(place), begun_at=datetime.now(UTC),
        )  # fmt: skip
        session.add(attempt)
        session.flush()
        told(session, row, "order_handing_over", rail=rail.name, attempt=attempt.sequence)
        passed("order_beginning")
        return attempt.id, order_of(row), same_place


def _refuse_other(session: Session, row: Payment, rail: Rail) -> None:
    """One order goes one way: two papers for it, at two places, would be paid twice."""
    begun = begun_attempt(session, row)
    way = row.rail or (begun.rail if begun else rail.name)
    over = row.sent_at is not None or row.step in {Step.SEEN, Step.REFUSED, Step.CANCELLED}
    if over or way != rail.name:
        raise handed_over_already(row, way)


def _must_hold(session: Session, wiring: Wiring, row: Payment, rail: Rail, now: datetime) -> None:
    """The approval is for this very order, and nothing has come up since that stops it."""
    payable = payable_of(session, row)
    must_stand(session, row, payable)
    documents = session.scalars(
        select(PaymentDocument.sha256).where(PaymentDocument.payment_id == row.id)
    )
    papers = Papers(documents=frozenset(documents))
    facts = facts_for(session, row, payable, papers, now, country=wiring.settings.country)
    if lacks_code(session, row, facts):
        raise ApprovalVoid
    for flag in flags_for(session, wiring.settings, facts, payable, rail.name):
        if flag.weight is Weight.STOP:
            raise OrderStopped(**{**flag.because.plain(), "why": flag.because.sentence})


def _end(wiring: Wiring, attempt_id: int, artefact: Artefact) -> None:
    """The outcome: the papers are made, so the order is handed over."""
    with Session(wiring.engine) as session, session.begin():
        alone_with_money(session)
        attempt = session.get_one(Attempt, attempt_id)
        row, now = _payment(session, attempt.payment_id), datetime.now(UTC)
        attempt.state, attempt.ended_at = AttemptState.MADE, now
        attempt.files = [{"name": one.name, "sha256": one.digest} for one in artefact.files]
        _settle_begun(session, row, now)
        if row.step is Step.APPROVED:
            step_to(row, Step.HANDED_OVER)
            row.rail, row.handed_over_at = artefact.rail, now
        told(session, row, "order_handed_over", rail=artefact.rail, files=attempt.files)
        passed("order_ending")


def _settle_begun(session: Session, row: Payment, now: datetime) -> None:
    """Attempts that a crash left open are over: this one made the same papers."""
    query = select(Attempt).where(Attempt.payment_id == row.id, Attempt.state == AttemptState.BEGUN)
    for one in session.scalars(query):
        one.state, one.problem, one.ended_at = AttemptState.FAILED, INTERRUPTED, now


def _fail(wiring: Wiring, attempt_id: int, problem: Problem) -> None:
    with Session(wiring.engine) as session, session.begin():
        alone_with_money(session)
        attempt = session.get_one(Attempt, attempt_id)
        attempt.state, attempt.problem = AttemptState.FAILED, problem.code
        attempt.ended_at = datetime.now(UTC)
        row = _payment(session, attempt.payment_id)
        told(session, row, "order_not_handed_over", code=problem.code)


def _payment(session: Session, payment_id: int) -> Payment:
    query = select(Payment).where(Payment.id == payment_id).with_for_update()
    return session.scalars(query).one()
