"""What a member owes to others in all, and what of it moved or is about to: laid on bills one by one."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.collect.standing import wanted_from
from flow.household.bound import MOVED, Given, given_for_bills
from flow.household.postings import summed
from models.money import Money
from models.tables import Settlement, SettlementState
from pay.debts import as_owed
from pay.people import Person
from pay.transfers import Transfer

_Left = dict[tuple[Person, str], int]
"""Minor units owed in all, by receiver and currency."""
_References = dict[tuple[int, int | None], str]
"""By receiver and bill, None for a settlement of no bill."""


@dataclass(frozen=True, slots=True)
class Moved:
    """What a person owes in all, what they gave for single bills, and what is announced."""

    left: _Left
    given: Given
    references: _References

    def take(self, debt: Transfer, bill_id: int) -> int:
        """Minor units of a bill's debt that are not settled, taken off what is left."""
        key = (debt.receiver, debt.amount.currency)
        given = max(self.given[bill_id, debt.receiver, debt.amount.currency], 0)
        minor = max(min(debt.amount.minor - given, self.left.get(key, 0)), 0)
        if minor:
            self.left[key] -= minor
        return minor

    def wait(self, payee: int, bill_id: int | None, amount: Money) -> None:
        """Nothing is asked for of what a bank wants back: they may turn out to have paid it."""
        key = (Person(payee), amount.currency)
        self.left[key] = self.left.get(key, 0) - amount.minor
        if bill_id is not None:
            self.given[bill_id, payee, amount.currency] += amount.minor

    def reference(self, receiver: int, bill_id: int) -> str:
        """The reference to write: of the bill's own settlement, else of one that names none."""
        own = self.references.get((receiver, bill_id))
        return own or self.references.get((receiver, None), "")


def moved_by(session: Session, member_id: int, household_id: int) -> Moved:
    """Of one member: what a bank wants back of their collections is left out."""
    moved = Moved(
        _left(session, member_id, household_id),
        given_for_bills(session, member_id, MOVED),
        _references(session, member_id),
    )
    for payee, bill, amount in wanted_from(session, member_id):
        moved.wait(payee, bill, amount)
    return moved


def _left(session: Session, member_id: int, household_id: int) -> _Left:
    """What they owe each one in all, less what they say they sent."""
    return {
        (one.receiver, one.amount.currency): one.amount.minor
        for one in as_owed(summed(session, household_id))
        if one.sender == member_id
    }


def _references(session: Session, member_id: int) -> _References:
    """Of the settlements that are announced."""
    query = select(Settlement.receiver_id, Settlement.bill_id, Settlement.reference).where(
        Settlement.sender_id == member_id, Settlement.state == SettlementState.ANNOUNCED
    )
    return {(receiver, bill): reference for receiver, bill, reference in session.execute(query)}
