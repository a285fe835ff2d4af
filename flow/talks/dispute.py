"""A dispute holds a bill until the person lifts it; both are theirs alone to say."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.hold import dispute_of
from flow.household.tally import retell
from models.errors.talks import NothingDisputed, WordsMissing
from models.errors.values import NotFound
from models.journal import append
from models.payment_text import one_line
from models.tables import MOST_ID, Bill, BillSplit, Dispute

_LONGEST_REASON = 300


def dispute_bill(
    session: Session, bill_id: int, reason: str, now: datetime, *, where: str = "cli"
) -> Dispute:
    """Holds the bill: `pay` stops, the shares wait, nobody is reminded. A bill that is held already
    takes the new reason. Raises NotFound, WordsMissing.
    """
    bill = bill_there(session, bill_id)
    words = one_line(reason, _LONGEST_REASON).rstrip(" .")
    if not words:
        raise WordsMissing
    row = dispute_of(session, bill.id)
    if row is None:
        row = Dispute(bill_id=bill.id, reason=words, begun_at=now)
        session.add(row)
    elif row.reason == words:
        return row
    row.reason = words
    session.flush()
    _wrote(session, bill, "bill_disputed", where)
    return row


def resolve_bill(session: Session, bill_id: int, now: datetime, *, where: str = "cli") -> Dispute:
    """Lifts the dispute: everything goes on where it stood. Raises NotFound, NothingDisputed."""
    bill = bill_there(session, bill_id)
    row = dispute_of(session, bill.id)
    if row is None:
        raise NothingDisputed(id=bill.id)
    row.ended_at = now
    session.flush()
    _wrote(session, bill, "dispute_lifted", where)
    return row


def bill_there(session: Session, bill_id: int) -> Bill:
    """The bill, held until the transaction ends. Raises NotFound."""
    known = 0 < bill_id <= MOST_ID
    bill = session.get(Bill, bill_id, with_for_update=True) if known else None
    if bill is None:
        raise NotFound(what="bill", id=bill_id)
    return bill


def _wrote(session: Session, bill: Bill, what: str, where: str) -> None:
    """The split of the bill counts otherwise from now on, and the journal says why."""
    split = session.scalar(select(BillSplit).where(BillSplit.bill_id == bill.id))
    if split is not None:
        retell(session, split)
    append(session, "person", what, f"bill {bill.id}", where=where, detail={})
