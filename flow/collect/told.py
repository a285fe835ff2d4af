"""Who collects, and every collection, for a list or a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.collect.account import collector_of
from flow.household.rights import Actor, members_of
from models.money import Money
from models.tables import Collection, CollectionState, Collector, Role


@dataclass(frozen=True, slots=True)
class CollectorTold:
    """Who collects. key: its mode and last signs ("test …1Mea"), never the key itself."""

    name: str
    member: str
    kind: str | None
    live: bool
    key: str
    webhook: bool
    return_page: str


@dataclass(frozen=True, slots=True)
class CollectionTold:
    """One page. link: where the payer pays, while that is possible. counted: what stands in the accounts."""

    id: int
    payer: str
    bill_id: int | None
    amount: Money
    state: CollectionState
    live: bool
    link: str
    refusal: str | None
    paid_on: date | None
    returned: Money
    counted: Money
    settlement_id: int | None
    problem: str | None


def collector_told(session: Session, actor: Actor) -> CollectorTold:
    """Who collects for the actor's household. Raises CollectorMissing."""
    row = collector_of(session, actor.household_id)
    names = members_of(session, actor)
    return CollectorTold(
        row.name, names[row.member_id].name, row.kind, row.live, _key(row),
        row.webhook_secret is not None, row.return_page,
    )  # fmt: skip


def collections_told(session: Session, actor: Actor) -> Sequence[CollectionTold]:
    """Every collection that the actor may see, the newest first: an approver all, others their own.

    Raises CollectorMissing.
    """
    collector = collector_of(session, actor.household_id)
    query = select(Collection).where(Collection.collector_id == collector.id)
    if not actor.may(Role.APPROVER) and actor.member_id != collector.member_id:
        query = query.where(Collection.member_id == actor.member_id)
    names = members_of(session, actor)
    rows = session.scalars(query.order_by(Collection.id.desc()))
    return [_told(row, names[row.member_id].name) for row in rows]


def collection_told(session: Session, actor: Actor, number: int) -> CollectionTold:
    """One of the actor's household, whose number is known to be right."""
    row = session.get_one(Collection, number)
    return _told(row, members_of(session, actor)[row.member_id].name)


def _told(row: Collection, payer: str) -> CollectionTold:
    return CollectionTold(
        row.id, payer, row.bill_id, row.amount, row.state, row.live, row.link, row.refusal,
        row.paid_on, row.returned, row.counted, row.settlement_id, row.problem,
    )  # fmt: skip


def _key(row: Collector) -> str:
    return f"{'live' if row.live else 'test'} …{row.key_end}"
