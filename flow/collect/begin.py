"""The intent to collect, written down before the provider is called: what for, how much, from whom."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.collect.account import collector_of
from flow.collect.record import told
from flow.collect.standing import stands, under_way, wanted_back
from flow.household.announcing import announce
from flow.household.bound import given_for_bills
from flow.household.postings import summed
from flow.household.rights import Actor, bill_seen, member_called
from flow.household.tally import advances_of, counted_parts
from flow.money_lock import alone_with_money
from flow.settlement_order import order_out
from models.errors.collect import (
    CollectorMissing,
    NotCollected,
    NotOwed,
    OwedBesideDispute,
    PayeePays,
    ShareSettled,
)
from models.errors.household import NotSplit, ShareMissing
from models.errors.problem import Problem
from models.money import Money
from models.tables import (
    BillShare,
    BillSplit,
    Collection,
    CollectionState,
    Collector,
    Consent,
    Household,
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
class Asked:
    """Whom to ask for money, and for which bill; without one, for all that they owe the payee."""

    payer: str
    bill_id: int | None = None
    currency: str = ""


@dataclass(frozen=True, slots=True)
class _Pair:
    """Who pays whom, and who says so."""

    session: Session
    actor: Actor
    collector: Collector
    payer: Member

    @property
    def payee(self) -> str:
        return self.session.get_one(Member, self.collector.member_id).name

    def transfer(self, amount: Money) -> Transfer:
        return Transfer(Person(self.payer.id), Person(self.collector.member_id), amount)


def begin(session: Session, actor: Actor, asked: Asked, now: datetime) -> tuple[Collection, bool]:
    """The collection, and whether it is new; one that is under way for the same is that one.

    One's own, or an approver's word for others. Raises CollectorMissing, MemberUnknown, RightMissing,
    NotFound, NotSplit, ShareMissing, NotCollected, NotOwed, OwedBesideDispute, ShareSettled, PageStands,
    PageDisputed, PayeePays.
    """
    alone_with_money(session)
    session.get_one(Household, actor.household_id, with_for_update=True)
    collector = _present_collector(session, actor)
    payer = member_called(session, actor, asked.payer)
    actor.answers_for(payer.id)
    if payer.id == collector.member_id:
        raise PayeePays(name=payer.name)
    pair = _Pair(session, actor, collector, payer)
    share = _share(pair, asked.bill_id) if asked.bill_id is not None else None
    before = under_way(session, collector, _about(pair, asked))
    if before is not None:
        if share not in {None, before.amount} or asked.currency not in {"", before.currency}:
            raise stands(before)
        return before, False
    if share is None:
        return _new(pair, asked, *_debt(pair, asked.currency), now), True
    _must_owe(pair, share)
    _must_be_left(pair, asked.bill_id or 0, share)
    return _new(pair, asked, share, None, now), True


def _present_collector(session: Session, actor: Actor) -> Collector:
    """Nobody collects for somebody who left. Raises CollectorMissing."""
    collector = collector_of(session, actor.household_id)
    if session.get_one(Member, collector.member_id).left_at is not None:
        raise CollectorMissing
    return collector


def _about(pair: _Pair, asked: Asked) -> str:
    """What a page is for; a test page never stands in the way of a live one."""
    mode = "live" if pair.collector.live else "test"
    what = f"bill:{asked.bill_id}" if asked.bill_id is not None else "debt"
    return f"{what}:member:{pair.payer.id}:{mode}"


def _share(pair: _Pair, bill_id: int) -> Money:
    """What the payer bears of a bill that the payee advanced whole."""
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


def _why_not(pair: _Pair, split: BillSplit, row: BillShare) -> str:
    if row.state is Consent.DISPUTED:
        return _DISPUTED
    if row.amount_minor <= 0:
        return _NOTHING
    advances = advances_of(pair.session, split)
    parts = [Part(Person(one.member_id), one.amount_minor) for one in advances]
    whole = (Part(Person(pair.collector.member_id), split.amount_minor),)
    return "" if counted_parts(split.amount, parts) == whole else _ADVANCED


def _debt(pair: _Pair, currency: str) -> tuple[Money, Settlement | None]:
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


def _must_owe(pair: _Pair, share: Money) -> None:
    """Else a share that was settled another way would be paid twice. Raises NotOwed."""
    owed = [one for one in _owed(pair) if one.currency == share.currency]
    left = owed[0] if owed else Money(0, share.currency)
    if left < share:
        raise _owes(pair, left)


def _must_be_left(pair: _Pair, bill_id: int, share: Money) -> None:
    """Else a share would be paid twice, while the household's other bills are owed. Raises ShareSettled."""
    given = given_for_bills(pair.session, pair.payer.id)
    minor = share.minor - max(given[bill_id, pair.collector.member_id, share.currency], 0)
    if minor < share.minor:
        left = Money(max(minor, 0), share.currency)
        raise ShareSettled(
            name=pair.payer.name, id=bill_id, left=str(left), currency=share.currency
        )


def _owed(pair: _Pair) -> list[Money]:
    """By currency and above zero, beside what is announced, sent, or wanted back by a bank."""
    postings = summed(pair.session, pair.collector.household_id, announced=True)
    people = (pair.payer.id, pair.collector.member_id)
    whole = [one.amount for one in as_owed(postings) if (one.sender, one.receiver) == people]
    left = [one - _disputed(pair, one.currency) for one in whole]
    return [one for one in left if one.minor > 0]


def _disputed(pair: _Pair, currency: str) -> Money:
    return wanted_back(pair.session, pair.collector, pair.payer.id, currency)


def _owes(pair: _Pair, left: Money) -> Problem:
    disputed = _disputed(pair, left.currency)
    if disputed.minor:
        return OwedBesideDispute(
            name=pair.payer.name, owed=str(left), currency=left.currency, disputed=str(disputed)
        )
    return NotOwed(name=pair.payer.name, payee=pair.payee, owed=str(left), currency=left.currency)


def _new(
    pair: _Pair, asked: Asked, amount: Money, settlement: Settlement | None, now: datetime
) -> Collection:
    collector, own = pair.collector, False
    if not collector.live:
        settlement = None  # a test key moves no money, so nothing of it stands in the accounts
    elif settlement is None:
        transfers = [pair.transfer(amount)]
        made = announce(pair.session, pair.actor, transfers, beside=True, bill_id=asked.bill_id)
        (settlement,), own = made, True
    row = Collection(
        collector_id=collector.id, member_id=pair.payer.id, bill_id=asked.bill_id,
        settlement_id=settlement.id if settlement else None, own_settlement=own,
        about=_about(pair, asked), open_slot=1, key=secrets.token_hex(12),
        payee=collector.name, amount_minor=amount.minor, currency=amount.currency,
        live=collector.live, state=CollectionState.UNKNOWN, provider_id="", link="", charge="",
        counted_minor=0, returned_minor=0, version=0,
        attempted_at=now, created_at=now, updated_at=now,
    )  # fmt: skip
    pair.session.add(row)
    pair.session.flush()
    told(pair.session, row, "collection_begun", f"member {pair.actor.member_id}")
    return row
