"""What was paid of a bill so far, and the part of each one in what is left of it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from flow.proven_parts import proven_minor
from flow.reminding.people import Someone
from models.order import Step
from models.tables import Advance, BankMatchPart, BillShare, BillSplit, Consent, Payment
from pay.shares.apportion import apportion


def paid_of(session: Session, numbers: Sequence[int]) -> Mapping[int, int]:
    """Minor units paid of each of these bills: what statements show with what the person said they sent,
    or what the household says where that is more, since both may tell of the same money.
    """
    found: defaultdict[int, int] = defaultdict(int)
    shown = select(BankMatchPart.bill_id).where(BankMatchPart.bill_id.in_(numbers)).distinct()
    for number in session.scalars(shown):
        found[number or 0] = abs(proven_minor(session, number or 0))
    said = select(Payment.bill_id, Payment.amount_minor).where(
        Payment.bill_id.in_(numbers), Payment.step == Step.HANDED_OVER, Payment.sent_at.is_not(None)
    )
    for number, minor in session.execute(said):
        found[number or 0] += minor
    advanced = (
        select(BillSplit.bill_id, func.sum(Advance.amount_minor))
        .join(Advance, Advance.split_id == BillSplit.id)
        .where(BillSplit.bill_id.in_(numbers))
        .group_by(BillSplit.bill_id)
    )
    for number, minor in session.execute(advanced):
        found[number] = max(found[number], int(minor))
    return found


@dataclass(frozen=True, slots=True)
class Parts:
    """The shares of a bill in minor units, in the order of their people; mine: the reader's place."""

    shares: tuple[int, ...]
    mine: int

    def of(self, before: int, minor: int) -> int:
        """The reader's part of the `minor` units that are to be paid after `before`.

        What was paid before is borne as balances count it (pay.shares.payers); the `minor` units are cut in
        proportion to what each one has still to bear. So the parts of all make `minor`, nobody's is more
        than is left of their share, and of all that is left each one's is exactly that.
        """
        borne = apportion(min(before, sum(self.shares)), self.shares)
        rest = [share - part for share, part in zip(self.shares, borne, strict=True)]
        return apportion(min(minor, sum(rest)), rest)[self.mine]


def parts_of(session: Session, who: Someone, split: BillSplit | None) -> Parts | None:
    """None where the bill is theirs alone, or their share is disputed or nothing."""
    if split is None or who.member_id is None:
        return None
    query = select(BillShare).where(BillShare.split_id == split.id, BillShare.amount_minor > 0)
    rows = session.scalars(query.order_by(BillShare.member_id)).all()
    mine = next((place for place, row in enumerate(rows) if row.member_id == who.member_id), None)
    if mine is None or len(rows) == 1 or rows[mine].state is Consent.DISPUTED:
        return None
    return Parts(tuple(row.amount_minor for row in rows), mine)
