"""The intent to collect, written down before the provider is called: what for, how much, from whom."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from flow.collect.account import collector_of
from flow.collect.owed import Pair, debt_of, must_be_left, must_owe, share_of
from flow.collect.record import told
from flow.collect.standing import stands, under_way
from flow.household.announcing import announce
from flow.household.rights import Actor, member_called
from flow.money_lock import alone_with_money
from models.errors.collect import CollectorMissing, PayeePays
from models.money import Money
from models.tables import Collection, CollectionState, Collector, Household, Member, Settlement


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom to ask for money, and for which bill; without one, for all that they owe the payee."""

    payer: str
    bill_id: int | None = None
    currency: str = ""


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
    pair = Pair(session, actor, collector, payer)
    share = share_of(pair, asked.bill_id) if asked.bill_id is not None else None
    before = under_way(session, collector, _about(pair, asked))
    if before is not None:
        if share not in {None, before.amount} or asked.currency not in {"", before.currency}:
            raise stands(before)
        return before, False
    if share is None:
        return _new(pair, asked, *debt_of(pair, asked.currency), now), True
    must_owe(pair, share)
    must_be_left(pair, asked.bill_id or 0, share)
    return _new(pair, asked, share, None, now), True


def _present_collector(session: Session, actor: Actor) -> Collector:
    """Nobody collects for somebody who left. Raises CollectorMissing."""
    collector = collector_of(session, actor.household_id)
    if session.get_one(Member, collector.member_id).left_at is not None:
        raise CollectorMissing
    return collector


def _about(pair: Pair, asked: Asked) -> str:
    """What a page is for; a test page never stands in the way of a live one."""
    mode = "live" if pair.collector.live else "test"
    what = f"bill:{asked.bill_id}" if asked.bill_id is not None else "debt"
    return f"{what}:member:{pair.payer.id}:{mode}"


def _new(
    pair: Pair, asked: Asked, amount: Money, settlement: Settlement | None, now: datetime
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
