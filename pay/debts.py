"""Who owes whom really: each bill's debts between two people, netted but never rerouted."""

from collections.abc import Iterable

from models.money import Money
from pay.balances import once
from pay.people import Person
from pay.postings import Posting, Repayment, SharedBill
from pay.shares.apportion import apportion, first_of_two
from pay.transfers import Transfer

_Debts = dict[tuple[Person, Person], int]
"""By debtor and creditor: minor units, from 0, still both ways."""


def as_owed(postings: Iterable[Posting]) -> tuple[Transfer, ...]:
    """One transfer for each two people who are not even, by currency, sender and receiver.

    In a bill, each one's payment first covers their own share; who is short owes those who paid
    more, in proportion. Disputed shares are left out; settlements count once they are sent.
    Raises CountedTwice.
    """
    by_currency: dict[str, _Debts] = {}
    for posting in once(postings):
        if isinstance(posting, Repayment):
            debts = by_currency.setdefault(posting.amount.currency, {})
            pair = (posting.receiver, posting.sender)
            debts[pair] = debts.get(pair, 0) + posting.amount.minor
        else:
            bill = posting.counted()
            add = _add if len(bill.paid) > 1 else _add_of_one_payer
            add(by_currency.setdefault(bill.currency, {}), bill)
    found = (one for currency, debts in by_currency.items() for one in _netted(debts, currency))
    return tuple(sorted(found))


def _add_of_one_payer(debts: _Debts, bill: SharedBill) -> None:
    """The usual bill, without detours: a page waits for thousands of them."""
    for payer, _ in bill.paid:
        for person, minor in bill.owed:
            if person != payer:
                pair = (person, payer) if minor > 0 else (payer, person)
                debts[pair] = debts.get(pair, 0) + abs(minor)


def _add(debts: _Debts, bill: SharedBill) -> None:
    """What one bill leaves between people; a creditor gets exactly what they paid too much."""
    nets = sorted(bill.nets().items())
    creditors = [person for person, minor in nets if minor > 0]
    left = [minor for _, minor in nets if minor > 0]
    for debtor, minor in nets:
        if minor >= 0:
            continue
        for place, part in enumerate(_cut(-minor, left, bill.number)):
            left[place] -= part
            pair = (debtor, creditors[place])
            debts[pair] = debts.get(pair, 0) + part


def _cut(minor: int, left: list[int], turn: int) -> list[int]:
    """In proportion to what each creditor has still to get; without detours for one or two of them."""
    if len(left) == 1:
        return [minor]
    if len(left) == _TWO:
        first = first_of_two(minor, left[0], left[0] + left[1], turn)
        return [first, minor - first]
    return apportion(minor, left, turn)


_TWO = 2


def _netted(debts: _Debts, currency: str) -> Iterable[Transfer]:
    for (debtor, creditor), minor in debts.items():
        net = minor - debts.get((creditor, debtor), 0)
        if net > 0:
            yield Transfer(debtor, creditor, Money(net, currency))
