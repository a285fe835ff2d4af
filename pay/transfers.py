"""The fewest transfers that bring every balance to zero."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from models.errors.shares import BalancesUneven
from models.money import Money
from pay.groups import EXACT_UP_TO, groups
from pay.people import Person

_Choice = Callable[[Mapping[Person, int]], tuple[Person, Person]]
"""Who sends to whom next, of those who are not even."""


@dataclass(frozen=True, slots=True)
class Transfer:
    """A settlement that is proposed; the amount is more than zero."""

    sender: Person
    receiver: Person
    amount: Money

    def __lt__(self, other: "Transfer") -> bool:
        """By currency, sender, receiver."""
        return self._place() < other._place()

    def _place(self) -> tuple[str, Person, Person]:
        return self.amount.currency, self.sender, self.receiver


def fewest(sums: Mapping[str, Mapping[Person, int]]) -> tuple[Transfer, ...]:
    """Transfers that settle what each person is owed (negative: owes), in minor units by currency.

    Never more than people - 1 in a currency; the fewest that are possible up to
    groups.EXACT_UP_TO people whose balance is not cancelled by one other's. They move no cent
    twice: only who owes sends, only who is owed receives. The same balances always give the same
    transfers, by currency, sender, receiver. Raises BalancesUneven, AmountInvalid.
    """
    found: list[Transfer] = []
    for currency, nets in sums.items():
        open_nets = {person: minor for person, minor in nets.items() if minor}
        left = sum(Money(minor, currency).minor for minor in open_nets.values())
        if left:
            raise BalancesUneven(sum=str(Money(left, currency)))
        found.extend(_plan(open_nets, currency))
    return tuple(sorted(found))


def _plan(nets: Mapping[Person, int], currency: str) -> list[Transfer]:
    """By groups; in a household too large for all subsets, never worse than largest first."""
    grouped = [one for group in groups(nets) for one in _settled(group, currency, _next_pair)]
    if len(nets) <= EXACT_UP_TO:
        return grouped
    return min(grouped, _settled(nets, currency, _largest), key=len)


def _settled(group: Mapping[Person, int], currency: str, choose: _Choice) -> list[Transfer]:
    """Each transfer brings one of the two to zero, and the last one both: size - 1 at most."""
    nets, found = dict(group), []
    while nets:
        sender, receiver = choose(nets)
        minor = min(nets[receiver], -nets[sender])
        found.append(Transfer(sender, receiver, Money(minor, currency)))
        for person, change in ((receiver, -minor), (sender, minor)):
            nets[person] += change
            if not nets[person]:
                del nets[person]
    return found


def _next_pair(nets: Mapping[Person, int]) -> tuple[Person, Person]:
    """Two who cancel out, if there are any; else the largest debt and the largest credit."""
    ordered = sorted(nets, key=lambda person: (nets[person], person))
    by_net = {nets[person]: person for person in reversed(ordered)}
    for sender in ordered:
        if nets[sender] < 0 and -nets[sender] in by_net:
            return sender, by_net[-nets[sender]]
    return ordered[0], by_net[nets[ordered[-1]]]


def _largest(nets: Mapping[Person, int]) -> tuple[Person, Person]:
    sender = min(nets, key=lambda person: (nets[person], person))
    return sender, min(nets, key=lambda person: (-nets[person], person))
