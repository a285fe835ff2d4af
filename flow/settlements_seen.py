"""Settlements follow the evidence: the sender's statement shows that the money left, the receiver's that
it came. Only the latter settles: that money is there nobody says for another.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.household.settling import seen
from flow.money_lock import alone_with_money
from flow.order_steps import refuse, see, unsee
from models.journal import append
from models.order import Step
from models.tables import (
    PROVES,
    BankEntry,
    BankMatch,
    BankMatchPart,
    MatchState,
    Payment,
    Settlement,
    SettlementState,
)

_WHERE = "statement"
_PROOF = "bank_match"


@dataclass(frozen=True, slots=True)
class _Shown:
    """What statements show of one settlement; None where they do not. back: the bank's reason.

    told: the receiver says themselves that the money is there.
    """

    left: tuple[str, date] | None = None
    came: tuple[str, date] | None = None
    back: str | None = None
    told: tuple[str, date] | None = None


def follow_settlements(session: Session, touched: Iterable[int]) -> None:
    """These settlements, whose matches changed, and their orders. Writes rows and lines, no commit."""
    alone_with_money(session)
    query = select(Settlement).where(Settlement.id.in_(touched)).order_by(Settlement.id)
    fresh = query.with_for_update().execution_options(populate_existing=True)
    for row in session.scalars(fresh).all():
        shown = _shown(session, row)
        _follow_order(session, row, shown)
        _follow_state(session, row, shown)


def _shown(session: Session, row: Settlement) -> _Shown:
    query = (
        select(BankMatch, BankMatchPart.amount_minor, BankEntry.booked_on)
        .join(BankMatchPart, BankMatchPart.match_id == BankMatch.id)
        .join(BankEntry, BankEntry.id == BankMatch.entry_id)
        .where(
            BankMatchPart.settlement_id == row.id,
            BankMatch.state.in_((*PROVES, MatchState.RETURNED)),
        )
        .order_by(BankMatch.id)
    )
    left = came = back = None
    for match, minor, on in session.execute(query):
        if match.state is MatchState.RETURNED:
            back = (match.return_reason or "-") if minor < 0 else back
        elif minor <= -row.amount_minor:
            left = left or (f"{_PROOF} {match.id}", on)
        elif minor >= row.amount_minor:
            came = came or (f"{_PROOF} {match.id}", on)
    told = None
    if row.state is SettlementState.RECEIVED and row.received_on and not _by_proof(row):
        told = (row.proof or "", row.received_on)
    return _Shown(left, came, back, told)


def _by_proof(row: Settlement) -> bool:
    return (row.proof or "").startswith(_PROOF)


def _follow_order(session: Session, row: Settlement, shown: _Shown) -> None:
    query = (
        select(Payment)
        .where(Payment.settlement_id == row.id, Payment.step.in_((Step.HANDED_OVER, Step.SEEN)))
        .order_by(Payment.id.desc())
        .limit(1)
    )
    order = session.scalar(query)
    if order is None:
        return
    proof = shown.left or shown.came or shown.told
    if proof is not None and order.step is Step.HANDED_OVER:
        see(session, order, proof[0], datetime.now(UTC), _WHERE)
    elif proof is None and shown.back is not None:
        refuse(session, order, shown.back, _WHERE)
    elif proof is None and order.step is Step.SEEN:
        unsee(session, order, _WHERE)


def _follow_state(session: Session, row: Settlement, shown: _Shown) -> None:
    """A word that somebody gave stands, save "sent" when the bank gave the money back."""
    if shown.came is not None:
        proof, on = shown.came
        if row.state is not SettlementState.WITHDRAWN:
            seen(session, row.key, on, proof)
        return
    if row.state is SettlementState.RECEIVED and _by_proof(row):
        _back_to(session, row, SettlementState.SENT if row.sent_on else SettlementState.ANNOUNCED)
    if shown.left is not None and row.state is SettlementState.ANNOUNCED:
        row.proof, row.sent_on = shown.left
        _to(session, row, SettlementState.SENT, "settlement_sent")
    elif (
        row.state is SettlementState.SENT
        and shown.left is None
        and not _stays_sent(session, row, shown)
    ):
        row.sent_on = None
        _back_to(session, row, SettlementState.ANNOUNCED)


def _stays_sent(session: Session, row: Settlement, shown: _Shown) -> bool:
    """The sender's own word stands on the order (flow.settlement_order.said_sent)."""
    said = select(Payment.id).where(Payment.settlement_id == row.id, Payment.sent_at.is_not(None))
    return shown.back is None and session.scalar(said.limit(1)) is not None


def _back_to(session: Session, row: Settlement, state: SettlementState) -> None:
    row.proof = row.received_on = None
    _to(session, row, state, "settlement_reopened")


def _to(session: Session, row: Settlement, state: SettlementState, what: str) -> None:
    row.state, row.updated_at = state, datetime.now(UTC)
    session.flush()
    append(
        session, "matching", what, f"settlement {row.id}", where=_WHERE,
        detail={"state": state.value, "proof": row.proof},
    )  # fmt: skip
