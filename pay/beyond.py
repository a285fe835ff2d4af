"""Announced money beyond what is owed: as when a share grew smaller, or waits for its person's word."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from models.money import Money
from pay.balances import balances
from pay.debts import as_owed
from pay.people import Person
from pay.postings import Posting, Repayment

Pair = tuple[Person, Person, str]
"""Sender, receiver and currency."""


def beyond(
    postings: Iterable[Posting], announced: Sequence[Repayment], *, circular: bool = False
) -> dict[Pair, int]:
    """Minor units that announced money, were it sent, is more than its sender owes in all and also
    more than they owe that receiver; without the pairs of whom nothing is.

    circular: also what the receiver would then have to send back, whatever is owed between the two.
    Raises CountedTwice.
    """
    if not announced:
        return {}
    after = [*postings, *announced]
    net = {(one.person, one.net.currency): one.to_settle.minor for one in balances(after)}
    back = {
        (one.receiver, one.sender, one.amount.currency): one.amount.minor for one in as_owed(after)
    }
    found: dict[Pair, int] = {}
    for pair in sorted({_pair(one) for one in announced}):
        sender, receiver, currency = pair
        most = back.get(pair, 0)
        if circular:
            most = max(most, -net.get((receiver, currency), 0))
        minor = min(max(net.get((sender, currency), 0), 0), most)
        if minor:
            net[sender, currency] -= minor
            net[receiver, currency] = net.get((receiver, currency), 0) + minor
            found[pair] = minor
    return found


def within(announced: Iterable[Repayment], over: Mapping[Pair, int]) -> list[Repayment]:
    """The announced money without what is `beyond`, the latest lowered first."""
    left, found = dict(over), list[Repayment]()
    for one in sorted(announced, key=lambda one: one.number, reverse=True):
        off = min(left.get(_pair(one), 0), one.amount.minor)
        left[_pair(one)] = left.get(_pair(one), 0) - off
        if off < one.amount.minor:
            amount = Money(one.amount.minor - off, one.amount.currency)
            found.append(replace(one, amount=amount))
    return found[::-1]


def _pair(one: Repayment) -> Pair:
    return one.sender, one.receiver, one.amount.currency
