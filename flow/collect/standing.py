"""Whether a settlement is being paid by card, so that nobody pays it another way meanwhile."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.errors_collect import PageStands
from models.tables import Collection, Settlement


def must_not_be_collected(session: Session, settlement: Settlement) -> None:
    """Raises PageStands while a page for this settlement may still be paid."""
    mine = (Collection.settlement_id == settlement.id, Collection.open_slot == 1)
    row = session.scalar(select(Collection).where(*mine).limit(1))
    if row is not None:
        raise PageStands(id=row.id, amount=str(row.amount), currency=row.currency)
