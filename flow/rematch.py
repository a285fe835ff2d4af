"""Matching anew: all entries against all that is awaited, and only the difference is written.

pay.match is a pure function, so what is stored follows from bills, entries and the person's words,
however often this runs and wherever it was cut off.
"""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.awaited import awaited
from flow.card import remake
from flow.holders import Holder, holders
from flow.household.arrival import bill_changed
from flow.money_lock import alone_with_money
from flow.orders_seen import follow_orders
from flow.settings import Settings
from flow.settlements_seen import follow_settlements
from flow.stored_matches import StoredMatches
from flow.wanted_matches import wanted
from models.journal import append
from models.tables import PROVES, BankMatch, BankMatchPart, Bill
from models.verdict import State
from pay.match.match import match

_MOST_PASSES = 4
"""What is asked depends on what is settled, and that on what is proven: the second pass finds it so."""


def rematch(session: Session, settings: Settings) -> None:
    """Brings matches and the states of their bills up to what the evidence says now.

    Each bill that changes gets a journal line. Writes no commit.
    """
    alone_with_money(session)
    session.flush()
    for _ in range(_MOST_PASSES):
        touched, settlements = _matched(session)
        if not touched and not settlements:
            return
        _follow(session, settings, touched)
        follow_orders(session, touched)
        follow_settlements(session, settlements)


def _matched(session: Session) -> tuple[set[int], set[int]]:
    """One matching of everything, each holder's entries by themselves: nobody's statement says a word
    of another's private bills. The bills and settlements whose states may change by it.
    """
    found = [_matched_for(session, who) for who in holders(session)]
    return (
        {number for one in found for number in one.touched},
        {number for one in found for number in one.touched_settlements},
    )


def _matched_for(session: Session, who: Holder) -> StoredMatches:
    stored = StoredMatches(session, who)
    if not stored.entries:
        return stored
    waiting = {one.expected.key: one for one in awaited(session, who)}
    found = match(
        [one.expected for one in waiting.values()],
        list(stored.entries.values()),
        stored.decisions(),
    )
    news = {one.place: one for one in wanted(found, stored.entries, waiting)}
    stored.become(news, waiting)
    return stored


def _follow(session: Session, settings: Settings, touched: Iterable[int]) -> None:
    """The states of the bills follow their matches, a journal line each; then what is shared of them.

    All bills are written before the journal is: whoever corrects one locks them in this order.
    """
    query = select(Bill).where(Bill.id.in_(touched)).order_by(Bill.id).with_for_update()
    bills, changes = session.scalars(query).all(), []
    for bill in bills:
        before = bill.state, bill.warnings
        remake(session, bill, settings)
        if (bill.state, bill.warnings) != before:
            changes.append((bill.id, before[0], bill.state))
    session.flush()
    for bill_id, was, now in changes:
        append(
            session, "matching", _verb(was, now), f"bill {bill_id}", where="statement",
            detail={"was": was.value, "now": now.value, "matches": _proofs(session, bill_id)},
        )  # fmt: skip
    for bill in bills:
        bill_changed(session, bill)


def _verb(was: State, now: State) -> str:
    if was is now:
        return "bill_proof_changed"
    if now is State.PAID:
        return "bill_paid"
    return "bill_reopened" if was is State.PAID else "bill_proof_changed"


def _proofs(session: Session, bill_id: int) -> list[int]:
    proved = (
        select(BankMatch.id)
        .join(BankMatchPart, BankMatchPart.match_id == BankMatch.id)
        .where(BankMatchPart.bill_id == bill_id, BankMatch.state.in_(PROVES))
        .order_by(BankMatch.id)
    )
    return list(session.scalars(proved))
