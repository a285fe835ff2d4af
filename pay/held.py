"""A share that was paid back and is disputed since: the money stays where it is until that is decided.

Balances leave a disputed share out, so whoever paid it back seems to be owed it. What is proposed counts
that much of it as if it were given back already. A share that nobody paid back yet holds nothing.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from models.money import Money
from pay.balances import balances
from pay.debts import as_owed
from pay.people import Person
from pay.postings import Posting, Repayment, SharedBill
from pay.transfers import Transfer

_BELOW = -(10**15)
"""Numbered down from here: no settlement is, nor what stands for one."""
_Left = dict[tuple[Person, Person | None, str], int]
"""Minor units by person, the other one where it is between two, and currency."""


def held_back(postings: Sequence[Posting], *, direct: bool) -> list[Repayment]:
    """What is not to be sent back before a dispute is decided, as repayments that are underway.

    direct: counted between each two people, else in all. Raises CountedTwice.
    """
    disputed = [one for one in postings if isinstance(one, SharedBill) and one.disputed]
    if not disputed:
        return []
    owed, repaid = _owed(postings, direct=direct), _repaid(postings, direct=direct)
    found: list[Repayment] = []
    for bill in disputed:
        for claim in as_owed([replace(bill, disputed=frozenset())]):
            key = (claim.sender, claim.receiver if direct else None, bill.currency)
            minor = min(claim.amount.minor, owed.get(key, 0), repaid.get(key, 0))
            if claim.sender in bill.disputed and minor > 0:
                owed[key] -= minor
                repaid[key] -= minor
                found.append(_given_back(bill, claim, minor, _BELOW - len(found)))
    return found


def _owed(postings: Sequence[Posting], *, direct: bool) -> _Left:
    """What each would be sent."""
    if direct:
        return {
            (one.receiver, one.sender, one.amount.currency): one.amount.minor
            for one in as_owed(postings)
        }
    return {(one.person, None, one.net.currency): one.to_settle.minor for one in balances(postings)}


def _repaid(postings: Sequence[Posting], *, direct: bool) -> _Left:
    """What each has sent, less what was sent to them."""
    found: _Left = defaultdict(int)
    for one in postings:
        if isinstance(one, Repayment):
            for person, other, sign in (
                (one.sender, one.receiver, 1),
                (one.receiver, one.sender, -1),
            ):
                key = (person, other if direct else None, one.currency)
                found[key] += sign * one.amount.minor
    return found


def _given_back(bill: SharedBill, claim: Transfer, minor: int, number: int) -> Repayment:
    amount = Money(minor, bill.currency)
    return Repayment(number, bill.on, claim.receiver, claim.sender, amount, received=False)
