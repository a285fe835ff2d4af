"""A bill cut into shares by a way, and the rows that keep them: always the whole bill."""

from datetime import UTC, date, datetime
from zlib import crc32

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from flow.household.calendar import calendar, guests
from flow.household.meters import readings_for
from flow.household.rules import Way
from flow.household.tally import retell
from models.money import Money
from models.reading import Period
from models.tables import Bill, BillShare, BillSplit, Consent
from pay.shares.apportion import turn_of
from pay.shares.facts import Facts
from pay.shares.share import SPLIT, Split
from pay.shares.standing import STANDING


def facts_of(session: Session, household_id: int, bill: Bill, way: Way, turn: int) -> Facts:
    """What the household and the bill say. Raises PeriodMissing, ReadingsMissing, MeterReversed."""
    period = way.period or period_of(bill)
    readings = (
        readings_for(session, household_id, way.meter, period, way.fixed) if way.meter else None
    )
    return Facts(
        turn=turn,
        period=period,
        issued_on=bill.issued_on,
        presence=calendar(session, household_id),
        readings=readings,
        guests=guests(session, household_id),
    )


def period_of(bill: Bill) -> Period | None:
    """The days that the bill is for, when it says both and in their order."""
    if bill.period_first is None or bill.period_last is None:
        return None
    if bill.period_last < bill.period_first:
        return None
    return Period(bill.period_first, bill.period_last)


def days_meant(bill: Bill, way: Way) -> Period:
    """The days of the bill, or else the day on which it was issued or came."""
    day: date = bill.issued_on or bill.created_at.date()
    return way.period or period_of(bill) or Period(day, day)


def turn_for(session: Session, household_id: int, bill: Bill, amount: Money) -> int:
    """Whose turn the odd cent is: goes round the biller's bills; a credit note follows its bill."""
    mine = (BillSplit.household_id == household_id, BillSplit.biller_key == bill.biller_key)
    if amount.minor < 0:
        cancels = select(BillSplit.turn).where(
            *mine, BillSplit.amount_minor == -amount.minor, BillSplit.currency == amount.currency
        )
        turn = session.scalar(cancels.order_by(BillSplit.id.desc()).limit(1))
        if turn is not None:
            return turn
    position = session.scalar(select(func.count()).select_from(BillSplit).where(*mine)) or 0
    return turn_of(crc32(bill.biller_key.encode()), position)


def write_split(
    session: Session, household_id: int, bill: Bill, way: Way, made: tuple[Split, int]
) -> BillSplit:
    """The split of a bill with its shares, in place of an earlier one; what was advanced stays, and so
    does what a member disputes, which they alone end.

    made: the split, and whose turn the odd cent was.
    """
    now = datetime.now(UTC)
    cut, turn = made
    row = session.scalar(select(BillSplit).where(BillSplit.bill_id == bill.id)) or BillSplit(
        household_id=household_id, bill_id=bill.id, turn=turn, created_at=now
    )
    row.biller_key = bill.biller_key
    row.amount_minor, row.currency = cut.amount.minor, cut.amount.currency
    row.rule, row.shares = STANDING.write(way.rule), SPLIT.write(cut)
    row.meter, row.fixed_minor = way.meter or None, way.fixed.minor if way.fixed else None
    days = way.period
    row.period_first, row.period_last = (days.first, days.last) if days else (None, None)
    row.updated_at = now
    session.add(row)
    session.flush()
    disputed = _disputed(session, row)
    session.execute(delete(BillShare).where(BillShare.split_id == row.id))
    for share in cut.shares:
        reason = disputed.get(share.person) if share.amount.minor else None
        session.add(
            BillShare(
                split_id=row.id, member_id=share.person, amount_minor=share.amount.minor,
                currency=row.currency, state=Consent.DISPUTED if reason else Consent(share.state.value),
                reason=reason, changed_at=now,
            )
        )  # fmt: skip
    session.flush()
    retell(session, row)
    return row


def _disputed(session: Session, split: BillSplit) -> dict[int, str]:
    """Why members dispute their shares of it, by number."""
    query = select(BillShare.member_id, BillShare.reason).where(
        BillShare.split_id == split.id, BillShare.state == Consent.DISPUTED
    )
    return {number: reason or "" for number, reason in session.execute(query)}


def way_of_split(row: BillSplit) -> Way:
    """How a split was made. Raises Damaged."""
    fixed = Money(row.fixed_minor, row.currency) if row.fixed_minor is not None else None
    days = None
    if row.period_first is not None and row.period_last is not None:
        days = Period(row.period_first, row.period_last)
    return Way(STANDING.read(row.rule), row.meter or "", fixed, days)
