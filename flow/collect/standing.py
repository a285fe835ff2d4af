"""Whether something is being paid by card, so that nobody pays it another way, or here twice."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.errors.collect import PageStands
from models.tables import Collection, CollectionState, Collector, Settlement


def must_not_be_collected(session: Session, settlement: Settlement) -> None:
    """Raises PageStands while a page for this settlement may still be paid."""
    mine = (Collection.settlement_id == settlement.id, Collection.open_slot == 1)
    row = session.scalar(select(Collection).where(*mine).limit(1))
    if row is not None:
        raise stands(row)


def under_way(session: Session, collector: Collector, about: str) -> Collection | None:
    """A page for the same that may still be paid. Raises PageStands for one whose money is disputed."""
    mine = (Collection.collector_id == collector.id, Collection.about == about)
    disputed = select(Collection).where(*mine, Collection.state == CollectionState.DISPUTED)
    held = session.scalar(disputed.limit(1))
    if held is not None:
        raise stands(held)
    return session.scalar(select(Collection).where(*mine, Collection.open_slot == 1))


def stands(row: Collection) -> PageStands:
    """The problem to raise where this page stands in the way."""
    return PageStands(id=row.id, amount=str(row.amount), currency=row.currency)
