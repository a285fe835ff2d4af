"""A split bill that is seen paid was advanced by who usually pays, as far as nobody said otherwise."""

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from flow.household.consent import add_advances
from flow.household.cut import way_of_split
from flow.household.tally import advances_of, retell
from flow.proven_parts import proven_minor
from models.journal import append
from models.money import Money
from models.tables import Advance, Bill, BillSplit, Member
from models.verdict import State
from pay.people import Part


def follow_proof(session: Session, bill: Bill, split: BillSplit) -> None:
    """Writes, or takes back, what the evidence shows beyond what people said that they paid.

    A bill that is paid was advanced as far as it costs, another one as far as statements prove. Each
    change is a line of the journal; what people said is never changed.
    """
    rows = advances_of(session, split)
    own = [row for row in rows if row.by_proof]
    said = sum(row.amount_minor for row in rows if not row.by_proof)
    sign = -1 if split.amount_minor < 0 else 1
    wanted = max(0, sign * (_seen(session, bill, split) - said))
    more = wanted - sign * sum(row.amount_minor for row in own)
    if more < 0:
        _take_back(session, bill, split, own, sign * more)
    elif more > 0:
        _write(session, bill, split, sign * more)


def _seen(session: Session, bill: Bill, split: BillSplit) -> int:
    """What is seen to have been paid of it, signed as the split and never beyond it."""
    whole = split.amount_minor
    if bill.state is State.PAID:
        return whole
    proven = -proven_minor(session, bill.id)
    return min(max(proven, 0), whole) if whole > 0 else max(min(proven, 0), whole)


def _write(session: Session, bill: Bill, split: BillSplit, minor: int) -> None:
    payer = way_of_split(split).rule.payer
    member = session.get(Member, payer) if payer is not None else None
    if payer is None or member is None or member.left_at is not None:
        return
    today = datetime.now(UTC).date()
    add_advances(session, split, [Part(payer, minor)], today, by_proof=True)
    paid = {str(payer): str(Money(minor, split.currency))}
    _tell(session, bill, "advance_written", {"paid": paid, "usual": True})


def _take_back(
    session: Session, bill: Bill, split: BillSplit, own: Sequence[Advance], minor: int
) -> None:
    """Takes `minor`, signed against the split, off the latest of `own`."""
    left = minor
    for row in reversed(own):
        off = -row.amount_minor if abs(row.amount_minor) <= abs(left) else left
        left -= off
        row.amount_minor += off
        if not row.amount_minor:
            session.delete(row)
        if not left:
            break
    session.flush()
    retell(session, split)
    amount = str(Money(abs(minor), split.currency))
    _tell(session, bill, "advance_taken_back", {"amount": amount, "currency": split.currency})


def _tell(session: Session, bill: Bill, what: str, detail: dict[str, object]) -> None:
    append(session, "facteur", what, f"bill {bill.id}", where="road", detail=detail)
