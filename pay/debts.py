"""Who owes whom really: each bill's debts between two people, netted but never rerouted."""

from collections.abc import Iterable

from models.money import Money
from pay.balances import once
from pay.people import Person
from pay.postings import Posting, Repayment, SharedBill
from pay.shares.apportion import apportion
from pay.transfers import Transfer

_Debts = dict[tuple[str, Person, Person], int]
"""By currency and two people, the lower number first: what the first owes the second."""


def as_owed(postings: Iterable[Posting]) -> tuple[Transfer, ...]:
    """One transfer for each two people who are not even, by currency, sender and receiver.

    In a bill, each one's payment first covers their own share; who is short owes those who paid
    more, in proportion. Disputed shares are left out; settlements count once they are sent.
    Raises CountedTwice.
    """
    debts: _Debts = {}
    for posting in once(postings):
        if isinstance(posting, Repayment):
            money = posting.amount
            _owe(debts, money.currency, posting.sender, posting.receiver, -money.minor)
        else:
            _owe_shares(debts, posting.counted())
    return tuple(sorted(_transfer(*key, minor) for key, minor in debts.items() if minor))


def _owe(debts: _Debts, currency: str, debtor: Person, creditor: Person, minor: int) -> None:
    if debtor < creditor:
        key = (currency, debtor, creditor)
    else:
        key, minor = (currency, creditor, debtor), -minor
    debts[key] = debts.get(key, 0) + minor


def _owe_shares(debts: _Debts, bill: SharedBill) -> None:
    nets = sorted(bill.nets().items())
    creditors = [person for person, minor in nets if minor > 0]
    left = [minor for _, minor in nets if minor > 0]
    for debtor, minor in nets:
        if minor >= 0:
            continue
        for place, part in enumerate(_spread(-minor, left, bill.number)):
            left[place] -= part
            _owe(debts, bill.currency, debtor, creditors[place], part)


def _spread(minor: int, left: list[int], turn: int) -> list[int]:
    """One debt over what the creditors still have to get, so that all of them come out exact."""
    return [minor] if len(left) == 1 else apportion(minor, left, turn)


def _transfer(currency: str, first: Person, second: Person, minor: int) -> Transfer:
    sender, receiver = (first, second) if minor > 0 else (second, first)
    return Transfer(sender, receiver, Money(abs(minor), currency))
