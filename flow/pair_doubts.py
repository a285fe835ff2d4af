"""Whether an entry can be for a bill at all, and what makes it doubtful: asked before they are paired."""

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from flow.credits import set_offs
from flow.holders import holder
from flow.instalments import name_of, paid_by, told_of
from flow.order_left import about
from flow.proven import to_see
from flow.proven_parts import proven_parts
from flow.wiring import Wiring
from models.database import reading
from models.errors.statements import EntryComesIn, EntryGoesOut
from models.money import Money
from models.order import Step
from models.said import Said, said
from models.tables import MOST_ID, PROVES, BankEntry, BankMatch, BankMatchPart, Bill, Payment, Word
from models.words import mark

_OTHER = mark("Entry {entry} is over {amount}, and of bill {bill} {left} are still to be seen.")
_BACK = mark("Entry {entry} brings {amount} in: bill {bill} was paid, and is open again by it.")


def must_go_its_way(session: Session, entry: BankEntry, bill: Bill) -> None:
    """Money that comes in pays no bill, and money that goes out no credit; it may come back, though, up to
    what was seen to be paid. What stands already is said again. Raises EntryComesIn, EntryGoesOut.
    """
    due = to_see(bill)
    if due is None or _same_way(entry.amount_minor, due.minor) or _stands(session, entry, bill):
        return
    minors = (minor for state, minor, _ in proven_parts(session, bill.id) if state in PROVES)
    seen = sum(minor for minor in minors if _same_way(minor, due.minor))
    if abs(entry.amount_minor) > abs(seen):
        kind = EntryComesIn if entry.amount_minor > 0 else EntryGoesOut
        amount = str(Money(abs(entry.amount_minor), entry.currency))
        raise kind(id=entry.id, bill=bill.id, amount=amount, currency=entry.currency)


def pair_doubt(
    wiring: Wiring, entry_id: int, bill_id: int, member_id: int | None = None
) -> Said | None:
    """What to ask before `flow.decide_match.pair`; None where the amount is the one to be seen, for what
    was said before, and for what is not there. Raises EntryComesIn, EntryGoesOut.
    """
    with Session(reading(wiring.engine)) as session:
        who = holder(session, member_id)
        own, seen = BankEntry.id == min(entry_id, MOST_ID), Bill.id == min(bill_id, MOST_ID)
        entry = session.scalar(select(BankEntry).where(own, who.brought))
        bill = session.scalar(select(Bill).where(seen, who.bills))
        if entry is None or bill is None or bill.currency != entry.currency:
            return None
        must_go_its_way(session, entry, bill)
        return _doubt(session, entry, bill)


def _doubt(session: Session, entry: BankEntry, bill: Bill) -> Said | None:
    amount, due = Money(abs(entry.amount_minor), entry.currency), to_see(bill)
    what = paid_by(session, bill, entry.booked_on, amount)
    if due is None or said_pair(session, entry, bill.id) or _said(session, entry, what):
        return None
    if not _same_way(entry.amount_minor, due.minor):
        return said(_BACK, entry=entry.id, amount=amount, bill=bill.id)
    left = _left(session, bill, what)
    if amount == left or amount in _ordered(session, bill):
        return None
    return said(_OTHER, entry=entry.id, amount=amount, bill=bill.id, left=left)


def said_pair(session: Session, entry: BankEntry, bill_id: int) -> BankMatch | None:
    """The match by which the person said that an entry pays this bill and nothing else."""
    row = session.scalar(
        select(BankMatch).where(BankMatch.entry_id == entry.id, BankMatch.word == Word.YES)
    )
    if row is None:
        return None
    parts = select(BankMatchPart.bill_id).where(BankMatchPart.match_id == row.id)
    return row if set(session.scalars(parts)) == {bill_id} else None


def _left(session: Session, bill: Bill, what: str) -> Money:
    """What is still to be seen: of the instalment that is named so, else of the bill."""
    for one in told_of(session, bill.id):
        if name_of(one.row) == what:
            return one.amount
    due = to_see(bill, set_offs(session).of(bill)) or Money(0, bill.currency or "EUR")
    proven = sum(m for state, m, _ in proven_parts(session, bill.id) if state in PROVES)
    left = due.minor - proven
    return Money(abs(left) if _same_way(left, due.minor) else 0, due.currency)


def _ordered(session: Session, bill: Bill) -> list[Money]:
    """The sums of the orders that are out: each may stand on a statement by itself."""
    out = select(Payment).where(Payment.about == about(bill), Payment.step == Step.HANDED_OVER)
    return [row.amount for row in session.scalars(out)]


def _said(session: Session, entry: BankEntry, what: str) -> bool:
    stands = or_(BankMatch.word == Word.YES, BankMatch.state.in_(PROVES))
    mine = BankMatch.entry_id == entry.id, BankMatch.pays == what, stands
    return session.scalar(select(BankMatch.id).where(*mine)) is not None


def _stands(session: Session, entry: BankEntry, bill: Bill) -> bool:
    mine = BankMatch.entry_id == entry.id, BankMatchPart.bill_id == bill.id
    query = select(BankMatch.id).join(BankMatchPart).where(*mine, BankMatch.state.in_(PROVES))
    return session.scalar(query) is not None


def _same_way(minor: int, other: int) -> bool:
    return (minor < 0) == (other < 0)
