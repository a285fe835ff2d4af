"""Asking the provider what became of the pages: for homes that no webhook reaches, and after lost ones."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from flow.collect.account import UNDER_WAY, open_rail
from flow.collect.give_back import look_at_refund
from flow.collect.look import look
from flow.collect.record import record_problem
from flow.wiring import Wiring
from models.database import reading
from models.errors.problem import Problem
from models.errors.providers import ProviderAway, ProviderKeyRefused
from models.tables import (
    Collection,
    CollectionState,
    Collector,
    GivenBack,
    HeardNotice,
)
from pay.rails.stripe.checkout import StripeCheckout
from pay.rails.stripe.notice import Notice, notices_since, whose

_OVERLAP = timedelta(hours=1)
"""Events are asked for again from this long before the last time: clocks differ, and lists lag."""
_EVENTS_KEPT = timedelta(days=28)
"""Stripe lists events of 30 days; after a longer pause everything that was paid is looked at itself."""
_MAY_CHANGE = timedelta(days=540)
"""How long after a payment its bank may still take it back."""
_NOTICES_KEPT = timedelta(days=40)
_PAID_ONCE = (CollectionState.PAID, CollectionState.DISPUTED, CollectionState.RETURNED)

log = logging.getLogger("facteur.collect")


@dataclass
class Checked:
    """How many pages were looked at, and what went wrong: by the collection's number, 0 for the rest."""

    looked: set[int] = field(default_factory=set)
    problems: dict[int, Problem] = field(default_factory=dict)


def waiting(wiring: Wiring) -> bool:
    """Whether there is anything to ask for: else nobody is called."""
    with Session(reading(wiring.engine)) as session:
        query = (
            select(Collection.id)
            .join(Collector, Collector.id == Collection.collector_id)
            .where(Collection.live == Collector.live)
        )
        return session.scalar(query.limit(1)) is not None


def check_all(wiring: Wiring, now: datetime) -> Checked:
    """Every household's pages. Problems are told, never raised: one payee's key is not the other's."""
    with Session(reading(wiring.engine)) as session:
        numbers = list(session.scalars(select(Collector.id).order_by(Collector.id)))
    whole = Checked()
    for number in numbers:
        one = check(wiring, number, now)
        whole.looked |= one.looked
        whole.problems |= one.problems
    return whole


def check(wiring: Wiring, collector_id: int, now: datetime) -> Checked:
    """The pages of one payee: those under way, those whose last look failed, those that an event tells of."""
    checked = Checked()
    with Session(reading(wiring.engine)) as session:
        collector = session.get_one(Collector, collector_id)
        if not _ever(session, collector):
            return checked
        try:
            rail = open_rail(wiring, collector)
        except Problem as problem:
            checked.problems[0] = problem
            return checked
    with rail:
        try:
            _ask(wiring, rail, collector, checked, now)
        except Problem as problem:
            log.info("collector %d: %s", collector_id, problem.code)
            checked.problems[0] = problem
    return checked


def _ask(
    wiring: Wiring, rail: StripeCheckout, collector: Collector, checked: Checked, now: datetime
) -> None:
    since = collector.polled_at or collector.created_at
    late = now - since > _EVENTS_KEPT
    with Session(reading(wiring.engine)) as session:
        pages = _pages(session, collector, _PAID_ONCE + UNDER_WAY if late else UNDER_WAY, now)
        refunds = _refunds(session, collector)
    for back_id, number in refunds:
        _each(wiring, checked, number, now, partial(look_at_refund, wiring, rail, back_id, now))
    _look_at(wiring, rail, checked, pages, now)
    notices = notices_since(rail, since - _OVERLAP)
    _look_at(wiring, rail, checked, _told_of(wiring, rail, collector, notices), now)
    _asked_until(wiring, collector.id, now)


def _look_at(
    wiring: Wiring, rail: StripeCheckout, checked: Checked, pages: Iterable[int], now: datetime
) -> None:
    for number in pages:
        if number not in checked.looked:
            _each(wiring, checked, number, now, partial(look, wiring, rail, number, now))


def _each(
    wiring: Wiring, checked: Checked, number: int, now: datetime, ask: Callable[[], None]
) -> None:
    """One page's trouble does not keep the others waiting. Raises ProviderAway, ProviderKeyRefused."""
    try:
        ask()
    except (ProviderAway, ProviderKeyRefused):
        raise
    except Problem as problem:
        checked.problems[number] = problem
        record_problem(wiring, number, problem, now)
    checked.looked.add(number)


def _told_of(
    wiring: Wiring, rail: StripeCheckout, collector: Collector, notices: Iterable[Notice]
) -> list[int]:
    """The pages that events tell of, each payment asked for once.

    Raises ProviderAway, ProviderKeyRefused, AnswerDiffers.
    """
    payments: dict[str, str] = {}
    keys = set()
    for notice in notices:
        if not notice.order_key and notice.payment not in payments:
            payments[notice.payment] = whose(rail, notice)
        keys.add(notice.order_key or payments[notice.payment])
    with Session(reading(wiring.engine)) as session:
        query = select(Collection.id, Collection.key).where(
            Collection.collector_id == collector.id,
            Collection.live == collector.live,
            Collection.key.in_(keys),
        )
        return [number for number, _ in session.execute(query)]


def _ever(session: Session, collector: Collector) -> bool:
    query = select(Collection.id).where(
        Collection.collector_id == collector.id, Collection.live == collector.live
    )
    return session.scalar(query.limit(1)) is not None


def _pages(
    session: Session, collector: Collector, states: Iterable[CollectionState], now: datetime
) -> list[int]:
    query = select(Collection.id).where(
        Collection.collector_id == collector.id,
        Collection.live == collector.live,
        Collection.state.in_(list(states)) | Collection.problem.is_not(None),
        Collection.created_at > now - _MAY_CHANGE,
    )
    return list(session.scalars(query.order_by(Collection.id)))


def _refunds(session: Session, collector: Collector) -> list[tuple[int, int]]:
    """Those under way, each with its collection."""
    query = (
        select(GivenBack.id, GivenBack.collection_id)
        .join(Collection, Collection.id == GivenBack.collection_id)
        .where(
            Collection.collector_id == collector.id,
            Collection.live == collector.live,
            GivenBack.open_slot == 1,
        )
    )
    return [(one, number) for one, number in session.execute(query.order_by(GivenBack.id))]


def _asked_until(wiring: Wiring, collector_id: int, now: datetime) -> None:
    with Session(wiring.engine) as session, session.begin():
        session.get_one(Collector, collector_id).polled_at = now
        old = HeardNotice.heard_at < now - _NOTICES_KEPT
        session.execute(delete(HeardNotice).where(HeardNotice.collector_id == collector_id, old))
