"""What the books are made of, read at once: splits, shares, advances, what banks showed, what is set off."""

from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.credits import Held, set_offs
from models.money import Money
from models.tables import (
    PROVES,
    Advance,
    BankEntry,
    BankMatch,
    BankMatchPart,
    Bill,
    BillShare,
    BillSplit,
)
from pay.books.facts import PaidPart


@dataclass(slots=True)
class Rows:
    """What was read at once, by bill."""

    names: dict[int, str]
    splits: dict[int, BillSplit] = field(default_factory=dict)
    shares: dict[int, list[BillShare]] = field(default_factory=dict)
    advances: dict[int, list[Advance]] = field(default_factory=dict)
    seen: dict[int, list[PaidPart]] = field(default_factory=dict)
    set_off: tuple[Held, ...] = ()

    def shared_off(self, bill: Bill) -> int:
        """Minor units set off between a bill and shared ones, which are booked as what they cost."""
        pairs = ((one, {one.bill_id, one.credit_id} - {bill.id}) for one in self.set_off)
        mine = (one for one, others in pairs if len(others) == 1 and others <= self.splits.keys())
        return sum(one.amount.minor for one in mine)


def read_rows(session: Session, names: dict[int, str]) -> Rows:
    """names: of the members, by number."""
    rows = Rows(names)
    for split in session.scalars(select(BillSplit)):
        rows.splits[split.bill_id] = split
    for share in session.scalars(select(BillShare).order_by(BillShare.id)):
        rows.shares.setdefault(share.split_id, []).append(share)
    for paid in session.scalars(select(Advance).order_by(Advance.id)):
        rows.advances.setdefault(paid.split_id, []).append(paid)
    query = (
        select(BankMatchPart.bill_id, BankMatchPart.amount_minor, BankEntry)
        .join(BankMatch, BankMatch.id == BankMatchPart.match_id)
        .join(BankEntry, BankEntry.id == BankMatch.entry_id)
        .where(BankMatch.state.in_(PROVES), BankMatchPart.bill_id.is_not(None))
        .order_by(BankMatchPart.id)
    )
    for bill_id, minor, entry in session.execute(query):
        amount = Money(-minor, entry.currency)
        part = PaidPart(entry.booked_on, amount, bank_account=entry.bank_account)
        rows.seen.setdefault(bill_id or 0, []).append(part)
    rows.set_off = set_offs(session).held
    return rows
