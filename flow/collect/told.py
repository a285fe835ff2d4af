"""Who collects, and every collection, for a list or a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.collect.account import collector_of
from flow.household.rights import Actor, members_of
from models.errors.collect import CollectionUnknown
from models.money import Money
from models.tables import MOST_ID, Collection, CollectionState, Collector, Role


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
    names = members_of(session, actor)
    rows = session.scalars(query.order_by(Collection.id.desc()))
    return [_told(row, names[row.member_id].name) for row in rows if _sees(actor, collector, row)]


def collection_seen(session: Session, actor: Actor, number: int) -> CollectionTold:
    """One that the actor may see. Raises CollectorMissing, CollectionUnknown."""
    collector = collector_of(session, actor.household_id)
    row = session.get(Collection, number) if 0 < number <= MOST_ID else None
    if row is None or row.collector_id != collector.id or not _sees(actor, collector, row):
        raise CollectionUnknown(id=number)
    return _told(row, members_of(session, actor)[row.member_id].name)


def _sees(actor: Actor, collector: Collector, row: Collection) -> bool:
    own = actor.member_id in {row.member_id, collector.member_id}
    return own or actor.may(Role.APPROVER)


def _told(row: Collection, payer: str) -> CollectionTold:
    return CollectionTold(
        row.id, payer, row.bill_id, row.amount, row.state, row.live, row.link, row.refusal,
        row.paid_on, row.returned, row.counted, row.settlement_id, row.problem,
    )  # fmt: skip


def _key(row: Collector) -> str:
    return f"{'live' if row.live else 'test'} …{row.key_end}"
