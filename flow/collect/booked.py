"""What was collected, in the household's accounts: received, and taken back, each with its evidence.

A settlement is never rewritten: money that comes later, or goes back, is a settlement of its own day.
"""

from datetime import UTC, date, datetime

from sqlalchemy.orm import Session

from flow.household.announcing import new_settlement
from flow.household.settling import seen
from flow.order_steps import withdraw
from flow.settlement_order import called_off, open_order_of, order_out
from models.journal import append
from models.money import Money
from models.tables import Collection, Settlement, SettlementState
from pay.people import Person
from pay.transfers import Transfer

BY_WORD = "receiver"
"""The proof of a settlement of which the receiver alone said that the money came."""
_OPEN = (SettlementState.ANNOUNCED, SettlementState.SENT)


def count(session: Session, row: Collection, target: int, on: date) -> None:
    """Makes `target` minor units of the collection stand in the accounts; the same again does nothing.

    What the receiver said came before the provider said it is taken for the same money.
    """
    more = target - row.counted_minor
    settlement = _settlement(session, row)
    if not more or settlement is None:
        return
    proof = f"stripe {row.charge or row.provider_id}"
    if more > 0 and settlement.state in _OPEN:
        seen(session, settlement.key, on, proof)
        more = target - row.amount_minor
    elif more > 0 and settlement.proof == BY_WORD:
        settlement.proof, more = proof, target - row.amount_minor
    if more:
        _moved(session, settlement, Money(more, row.currency), on, proof)
    row.counted_minor = target


def under_way(session: Session, row: Collection, on: date) -> None:
    """A debit was ordered: the money is sent, and counts when it came."""
    settlement = _settlement(session, row)
    if settlement is not None and settlement.state is SettlementState.ANNOUNCED:
        settlement.state, settlement.sent_on = SettlementState.SENT, on
        waits = open_order_of(session, settlement)
        if waits is not None:
            withdraw(session, waits)
        _told(session, settlement, "settlement_sent", "stripe debit")


def lapse(session: Session, row: Collection) -> None:
    """Nobody paid: a settlement that was made for this page is called off, and the debt stands.

    One that was handed over to a bank meanwhile goes its own way.
    """
    settlement = _settlement(session, row) if row.own_settlement else None
    if settlement is None or settlement.state not in _OPEN or order_out(session, settlement):
        return
    settlement.state = SettlementState.WITHDRAWN
    called_off(session, settlement)
    _told(session, settlement, "settlement_withdrawn", row.refusal or "")


def _settlement(session: Session, row: Collection) -> Settlement | None:
    if row.settlement_id is None:
        return None
    return session.get_one(Settlement, row.settlement_id, with_for_update=True)


def _moved(session: Session, first: Settlement, amount: Money, on: date, proof: str) -> None:
    """Money that moved without being announced, for the same bill: below zero, back to the payer."""
    payer, payee = Person(first.sender_id), Person(first.receiver_id)
    forth = amount.minor > 0
    people = (payer, payee) if forth else (payee, payer)
    one = Transfer(*people, Money(abs(amount.minor), amount.currency))
    row = new_settlement(first.household_id, one, first.bill_id)
    row.state, row.received_on, row.proof = SettlementState.RECEIVED, on, proof
    session.add(row)
    session.flush()
    _told(session, row, "settlement_received" if forth else "settlement_returned", proof)


def _told(session: Session, row: Settlement, what: str, proof: str) -> None:
    row.updated_at = datetime.now(UTC)
    session.flush()
    detail = {
        "from": row.sender_id, "to": row.receiver_id, "amount": str(row.amount),
        "currency": row.currency, "proof": proof,
    }  # fmt: skip
    append(session, "facteur", what, f"settlement {row.id}", where="evidence", detail=detail)
