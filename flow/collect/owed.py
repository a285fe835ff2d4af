"""What one member may be asked for by a page: a share that is not settled yet, or all that they owe."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.collect.standing import wanted_back
from flow.household.bound import given_for_bills
from flow.household.postings import summed
from flow.household.rights import Actor, bill_seen
from flow.household.tally import advances_of, counted_parts
from flow.settlement_order import order_out
from models.errors.collect import NotCollected, NotOwed, OwedBesideDispute, ShareSettled
from models.errors.household import NotSplit, ShareMissing
from models.errors.problem import Problem
from models.money import Money
from models.tables import (
    BillShare,
    BillSplit,
    Collection,
    Collector,
    Consent,
    Member,
    Settlement,
    SettlementState,
)
from models.words import mark
from pay.debts import as_owed
from pay.people import Part, Person
from pay.transfers import Transfer

_NOTHING = mark("there is nothing to pay")
_DISPUTED = mark("it is disputed: that is settled first")
_ADVANCED = mark(
    '{payee} did not advance this bill; `facteur split {id} --paid "{payee}"` says who did'
)


@dataclass(frozen=True, slots=True)
class Pair:
    """Who pays whom, and who says so."""

    session: Session
    actor: Actor
    collector: Collector
    payer: Member

    @property
    def payee(self) -> str:
        """The name of who collects."""
        return self.session.get_one(Member, self.collector.member_id).name

    def transfer(self, amount: Money) -> Transfer:
        """So much from the payer to who collects."""
        return Transfer(Person(self.payer.id), Person(self.collector.member_id), amount)


def share_of(pair: Pair, bill_id: int) -> Money:
    """What the payer bears of a bill that the payee advanced whole.

    Raises NotFound, NotSplit, ShareMissing, NotCollected.
    """
    _, split = bill_seen(pair.session, pair.actor, bill_id)
    if split is None:
        raise NotSplit(id=bill_id)
    mine = (BillShare.split_id == split.id, BillShare.member_id == pair.payer.id)
    row = pair.session.scalar(select(BillShare).where(*mine))
    if row is None:
        raise ShareMissing(name=pair.payer.name, id=bill_id)
    why = _why_not(pair, split, row)
    if why:
        raise NotCollected(name=pair.payer.name, id=bill_id, why=why, payee=pair.payee)
    return Money(row.amount_minor, split.currency)


def _why_not(pair: Pair, split: BillSplit, row: BillShare) -> str:
    if row.state is Consent.DISPUTED:
        return _DISPUTED
    if row.amount_minor <= 0:
        return _NOTHING
    advances = advances_of(pair.session, split)
    parts = [Part(Person(one.member_id), one.amount_minor) for one in advances]
    whole = (Part(Person(pair.collector.member_id), split.amount_minor),)
    return "" if counted_parts(split.amount, parts) == whole else _ADVANCED


def debt_of(pair: Pair, currency: str) -> tuple[Money, Settlement | None]:
    """What is announced to the payee already, else all that is owed. Raises NotOwed."""
    used = select(Collection.settlement_id).where(
        Collection.open_slot == 1, Collection.settlement_id.is_not(None)
    )
    announced = select(Settlement).where(
        Settlement.household_id == pair.actor.household_id,
        Settlement.sender_id == pair.payer.id,
        Settlement.receiver_id == pair.collector.member_id,
        Settlement.state == SettlementState.ANNOUNCED,
        Settlement.id.not_in(used),
    )
    for row in pair.session.scalars(announced.order_by(Settlement.id)):
        if currency in {"", row.currency} and order_out(pair.session, row) is None:
            return row.amount, row
    for amount in _owed(pair):
        if currency in {"", amount.currency}:
            return amount, None
    raise _owes(pair, Money(0, currency or "EUR"))


def must_owe(pair: Pair, share: Money) -> None:
    """Else a share that was settled another way would be paid twice. Raises NotOwed."""
    owed = [one for one in _owed(pair) if one.currency == share.currency]
    left = owed[0] if owed else Money(0, share.currency)
    if left < share:
        raise _owes(pair, left)


def must_be_left(pair: Pair, bill_id: int, share: Money) -> None:
    """Else a share would be paid twice, while the household's other bills are owed. Raises ShareSettled."""
    given = given_for_bills(pair.session, pair.payer.id)
    minor = share.minor - max(given[bill_id, pair.collector.member_id, share.currency], 0)
    if minor < share.minor:
        left = Money(max(minor, 0), share.currency)
        raise ShareSettled(
            name=pair.payer.name, id=bill_id, left=str(left), currency=share.currency
        )


def _owed(pair: Pair) -> list[Money]:
    """By currency and above zero, beside what is announced, sent, or wanted back by a bank."""
    postings = summed(pair.session, pair.collector.household_id, announced=True)
    people = (pair.payer.id, pair.collector.member_id)
    whole = [one.amount for one in as_owed(postings) if (one.sender, one.receiver) == people]
    left = [one - _disputed(pair, one.currency) for one in whole]
    return [one for one in left if one.minor > 0]


def _disputed(pair: Pair, currency: str) -> Money:
    return wanted_back(pair.session, pair.collector, pair.payer.id, currency)


def _owes(pair: Pair, left: Money) -> Problem:
    disputed = _disputed(pair, left.currency)
    if disputed.minor:
        return OwedBesideDispute(
            name=pair.payer.name, owed=str(left), currency=left.currency, disputed=str(disputed)
        )
    return NotOwed(name=pair.payer.name, payee=pair.payee, owed=str(left), currency=left.currency)
