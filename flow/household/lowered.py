"""Settlements that are only announced ask for no more than is owed, also after a bill is shared otherwise."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.collect.standing import page_of
from flow.household.postings import only_announced, summed
from flow.order_out import begun_attempt
from flow.settlement_order import called_off, open_order_of, order_out
from models.journal import append
from models.money import Money
from models.tables import Settlement, SettlementState
from pay.beyond import Pair, beyond
from pay.postings import Posting, Repayment, SharedBill
from pay.transfers import Transfer


@contextmanager
def asking_no_more(session: Session, household_id: int) -> Iterator[None]:
    """What is owed changes within: what is announced is lowered by what it asks too much because of that.

    What somebody announced beyond what they owed stays beyond it by as much. Where nothing is left, the
    settlement is called off. Nor does it ask for what the receiver would then have to send back.
    """
    before = too_much(session, household_id, circular=True)
    yield
    session.flush()
    for pair, minor in too_much(session, household_id, circular=True).items():
        _lower(session, household_id, pair, minor - before.get(pair, 0))


def too_much(session: Session, household_id: int, *, circular: bool = False) -> Mapping[Pair, int]:
    """Minor units that announced settlements ask for beyond what is owed in all, and between the two.

    A share that waits for its person's word may still be owed: it counts as if it were. circular: as in
    `pay.beyond`.
    """
    announced = only_announced(session, household_id)
    if not announced:
        return {}
    postings = [_upheld(one) for one in summed(session, household_id)]
    return beyond(postings, announced, circular=circular)


def not_owed(session: Session, household_id: int, one: Transfer) -> Money:
    """So much of a transfer as is beyond what is owed beside what is announced. Raises RepaymentInvalid."""
    pair = (one.sender, one.receiver, one.amount.currency)
    wished = Repayment(0, datetime.now(UTC).date(), *pair[:2], one.amount, received=False)
    postings = [_upheld(posting) for posting in summed(session, household_id)]
    announced = only_announced(session, household_id)
    before, after = beyond(postings, announced), beyond(postings, [*announced, wished])
    over = after.get(pair, 0) - before.get(pair, 0)
    return Money(min(over, one.amount.minor), one.amount.currency)


def may_be_paid(session: Session, row: Settlement) -> bool:
    """Whether its papers are out, may be, or a provider's page asks for it: its amount stands."""
    waits = open_order_of(session, row)
    begun = waits is not None and begun_attempt(session, waits) is not None
    return begun or order_out(session, row) is not None or page_of(session, row) is not None


def _upheld(posting: Posting) -> Posting:
    return replace(posting, disputed=frozenset()) if isinstance(posting, SharedBill) else posting


def _lower(session: Session, household_id: int, pair: Pair, minor: int) -> None:
    """Takes so much off what one announced to another, the latest first, but of what may be paid already."""
    sender, receiver, currency = pair
    query = select(Settlement).where(
        Settlement.household_id == household_id,
        Settlement.sender_id == sender,
        Settlement.receiver_id == receiver,
        Settlement.currency == currency,
        Settlement.state == SettlementState.ANNOUNCED,
    )
    # One that is being spoken of at this moment is passed over: nobody waits for another here.
    locked = query.order_by(Settlement.id.desc()).with_for_update(skip_locked=True)
    for row in session.scalars(locked.execution_options(populate_existing=True)).all():
        if minor > 0 and not may_be_paid(session, row):
            off = min(minor, row.amount_minor)
            minor -= off
            _take_off(session, row, off)


def _take_off(session: Session, row: Settlement, minor: int) -> None:
    was, row.updated_at = row.amount, datetime.now(UTC)
    if minor < row.amount_minor:
        row.amount_minor -= minor
        _tell(session, row, "settlement_lowered", {"was": str(was), "amount": str(row.amount)})
    else:
        row.state = SettlementState.WITHDRAWN
        _tell(
            session,
            row,
            "settlement_withdrawn",
            {"was": str(was), "amount": str(Money(0, row.currency))},
        )
        called_off(session, row)
    session.flush()


def _tell(session: Session, row: Settlement, what: str, amounts: dict[str, object]) -> None:
    detail = {**amounts, "currency": row.currency}
    append(session, "facteur", what, f"settlement {row.id}", where="road", detail=detail)
