"""Who is owed and who owes, by currency, exact."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from models.errors.shares import CountedTwice
from models.money import Money
from pay.people import Person
from pay.postings import Posting, Repayment, SharedBill

Sums = dict[str, dict[Person, int]]
"""Minor units by currency and person."""


@dataclass(frozen=True, slots=True)
class PersonBalance:
    """How one person stands in one currency: positive is owed to them, negative they owe.

    net: bills without their disputed shares, and the settlements that were received.
    underway: what settlements sent but not yet received will change in it.
    held: what the disputed shares would change in it, were they upheld.
    """

    person: Person
    net: Money
    underway: Money
    held: Money

    @property
    def to_settle(self) -> Money:
        """What is left to ask for or to pay: money that is underway is not asked for again."""
        return self.net + self.underway


def balances(postings: Iterable[Posting]) -> tuple[PersonBalance, ...]:
    """The balance of everybody named, by currency and person; in a currency, each sums to zero.

    Raises CountedTwice when two bills, or two settlements, have one number.
    """
    net: Sums = {}
    underway: Sums = {}
    held: Sums = {}
    for posting in once(postings):
        if isinstance(posting, Repayment):
            _repay(net if posting.received else underway, posting)
        else:
            _share(net, posting)
            if posting.disputed:
                _hold(held, posting)
    return tuple(_told(net, underway, held))


def once(postings: Iterable[Posting]) -> Iterable[Posting]:
    """The same postings. Raises CountedTwice."""
    met: set[tuple[type[Posting], int]] = set()
    for posting in postings:
        key = (type(posting), posting.number)
        if key in met:
            raise CountedTwice(id=posting.number)
        met.add(key)
        yield posting


def to_settle(found: Iterable[PersonBalance]) -> dict[str, dict[Person, int]]:
    """What is left to settle, as pay.transfers wants it."""
    sums: Sums = {}
    for one in found:
        sums.setdefault(one.net.currency, {})[one.person] = one.to_settle.minor
    return sums


def _share(sums: Sums, bill: SharedBill) -> None:
    """Adds without making a value for each share: a household has tens of thousands."""
    counted = bill.counted()
    into = sums.setdefault(counted.currency, {})
    for person, minor in counted.paid:
        into[person] = into.get(person, 0) + minor
    for person, minor in counted.owed:
        into[person] = into.get(person, 0) - minor


def _hold(sums: Sums, bill: SharedBill) -> None:
    counted = bill.counted().nets()
    into = sums.setdefault(bill.currency, {})
    for person, minor in bill.nets().items():
        into[person] = into.get(person, 0) + minor - counted.get(person, 0)


def _repay(sums: Sums, one: Repayment) -> None:
    into = sums.setdefault(one.amount.currency, {})
    into[one.sender] = into.get(one.sender, 0) + one.amount.minor
    into[one.receiver] = into.get(one.receiver, 0) - one.amount.minor


def _told(*sums: Mapping[str, Mapping[Person, int]]) -> Iterable[PersonBalance]:
    for currency in sorted({currency for one in sums for currency in one}):
        columns = [one.get(currency, {}) for one in sums]
        for person in sorted({person for column in columns for person in column}):
            net, underway, held = (Money(one.get(person, 0), currency) for one in columns)
            yield PersonBalance(person, net, underway, held)
