"""Who may do what: a viewer changes nothing, a stranger sees nothing."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from flow.household.announcing import announce
from flow.household.calendar import forget_days, move_out, set_days
from flow.household.consent import approve, dispute, pay_for_all
from flow.household.members import (
    Change,
    Newcomer,
    add_member,
    change_member,
    make_household,
)
from flow.household.meters import MAIN, write_reading
from flow.household.private_links import drop_link, new_link
from flow.household.rights import Actor, acting_by_link, bill_seen
from flow.household.rules import Way, drop_rule, keep_rule, rules_of
from flow.household.settling import received, sent, withdraw
from flow.household.splitting import seen_split, split_bill, take_back
from flow.household.statement import statement_of
from models.errors.household import (
    AccountOfAnother,
    MemberUnknown,
    NameTaken,
    NameUnusable,
    OwnerNeeded,
    RightMissing,
    WordOfAnother,
)
from models.errors.mailbox import MailboxApart
from models.errors.shares import GuestUncarried
from models.errors.values import NotFound
from models.money import Money
from models.tables import Bill, JournalLine, Member, Role, Stay
from pay.recap import month_of
from pay.shares.rule import Equally
from pay.shares.standing import StandingRule
from pay.transfers import Transfer
from tests.flow.household.flat import TODAY, Flat, people
from tests.models import rows

Deed = Callable[[Session, Actor, Flat], object]


def _way(flat: Flat) -> Way:
    return Way(StandingRule(Equally(people(flat.alice, flat.bob))))


def _transfer(flat: Flat) -> Transfer:
    return Transfer(flat.bob.person, flat.alice.person, Money.of("10", "EUR"))


DEEDS: dict[str, Deed] = {
    "split": lambda session, who, flat: split_bill(session, who, 1, _way(flat)),
    "take back": lambda session, who, flat: take_back(session, who, 1),
    "approve": lambda session, who, flat: approve(session, who, 1),
    "approve all": lambda session, who, flat: approve(session, who, 1, "*"),
    "dispute": lambda session, who, flat: dispute(session, who, 1, "not mine"),
    "pay": lambda session, who, flat: pay_for_all(session, who, 1, [("Alice", None)], TODAY),
    "add": lambda session, who, flat: add_member(session, who, Newcomer("Zoe")),
    "change": lambda session, who, flat: change_member(session, who, who.name, Change(iban="")),
    "link": lambda session, who, flat: new_link(session, who, who.name),
    "drop link": lambda session, who, flat: drop_link(session, who, who.name),
    "away": lambda session, who, flat: set_days(session, who, who.name, Stay.AWAY, (TODAY, TODAY)),
    "leave": lambda session, who, flat: move_out(session, who, who.name, TODAY),
    "forget days": lambda session, who, flat: forget_days(session, who, 1),
    "meter": lambda session, who, flat: write_reading(
        session, who, "water", MAIN, on=TODAY, value=Decimal(7)
    ),
    "keep rule": lambda session, who, flat: keep_rule(
        session, who, session.get_one(Bill, 1), _way(flat)
    ),
    "drop rule": lambda session, who, flat: drop_rule(session, who, 1),
    "announce": lambda session, who, flat: announce(session, who, [_transfer(flat)]),
    "sent": lambda session, who, flat: sent(session, who, 1, TODAY),
    "received": lambda session, who, flat: received(session, who, 1, TODAY),
    "withdraw": lambda session, who, flat: withdraw(session, who, 1),
}


@pytest.fixture
def busy(flat: Flat) -> Flat:
    """Bill 1 is split, Alice has a rule, settlement 1 from Bob to her is announced."""
    assert flat.bill() == 1
    flat.split(1)
    with flat.session() as session:
        keep_rule(session, flat.alice, session.get_one(Bill, 1), _way(flat))
        announce(session, flat.bob, [_transfer(flat)])
    return flat


def count(flat: Flat) -> int:
    with flat.session() as session:
        return session.scalar(select(func.count()).select_from(JournalLine)) or 0


def test_a_viewer_sees_and_changes_nothing(busy: Flat) -> None:
    before = count(busy)
    for deed in DEEDS.values():
        with busy.session() as session, pytest.raises((RightMissing, WordOfAnother)):
            deed(session, busy.vera, busy)
    assert count(busy) == before
    with busy.session() as session:
        assert len(seen_split(session, busy.vera, 1).shares) == 2


def test_a_stranger_sees_nothing_of_a_household(busy: Flat) -> None:
    own = {"add", "change", "link", "drop link", "away", "leave", "meter", "keep rule"}
    for name, deed in DEEDS.items():
        if name in own:  # these are of Charlie's own household
            continue
        with busy.session() as session, pytest.raises((NotFound, RightMissing)):
            deed(session, busy.charlie, busy)
    with busy.session() as session:
        for number in (1, 999):  # there and not there look the same
            with pytest.raises(NotFound):
                seen_split(session, busy.charlie, number)
            with pytest.raises(NotFound):
                bill_seen(session, busy.charlie, number)
        with pytest.raises(MemberUnknown):
            change_member(session, busy.charlie, "Bob", Change(role=Role.OWNER))
        with pytest.raises(MemberUnknown):
            keep_rule(session, busy.charlie, session.get_one(Bill, 1), _way(busy))
        with pytest.raises(NotFound):
            statement_of(session, busy.charlie, busy.bob.member_id, month_of(2026, 11))
        assert rules_of(session, busy.charlie.household_id) == []


def test_nobody_brings_in_a_bill_of_anothers_mailbox(flat: Flat) -> None:
    private = flat.bill()
    with flat.session() as session:
        for actor in (flat.bob, flat.dora, flat.vera, flat.charlie):
            with pytest.raises((NotFound, RightMissing)):
                split_bill(session, actor, private, _way(flat))
    flat.split(private)
    with flat.session() as session:
        split_bill(session, flat.dora, private, _way(flat))  # shared by now: an approver may
        with pytest.raises(RightMissing):
            split_bill(session, flat.bob, private, _way(flat))


def test_an_owner_is_told_of_a_mailbox_that_is_nobodys(light: Flat) -> None:
    with light.session() as session:
        later = rows.account(session, "alice@work.example").id
    bill = light.bill(account_id=later)
    with light.session() as session, pytest.raises(MailboxApart):
        split_bill(session, light.alice, bill, _way(light))
    with light.session() as session, pytest.raises(NotFound):
        split_bill(session, light.bob, bill, _way(light))
    with light.session() as session:
        change_member(session, light.alice, "alice", Change(address="alice@work.example"))
    light.split(bill)
    with light.session() as session, pytest.raises(AccountOfAnother):
        change_member(session, light.alice, "Bob", Change(address="charlie@example.net"))


def test_a_private_link_opens_for_its_member_until_it_is_made_anew(flat: Flat) -> None:
    with flat.session() as session:
        first = new_link(session, flat.alice, "Bob")
    with flat.session() as session:
        assert acting_by_link(session, first).member_id == flat.bob.member_id
        kept = session.get_one(Member, flat.bob.member_id).link_sha256 or ""
        assert first not in kept
        assert len(kept) == 64
        second = new_link(session, flat.bob, "bob")
        for secret in (first, "", kept):
            with pytest.raises(NotFound):
                acting_by_link(session, secret)
        assert acting_by_link(session, second).door == "link"
        with pytest.raises(RightMissing):
            new_link(session, flat.dora, "Bob")
        drop_link(session, flat.bob, "Bob")
        with pytest.raises(NotFound):
            acting_by_link(session, second)
        details = session.scalars(select(JournalLine.detail)).all()
        assert not any(secret in detail for secret in (first, second, kept) for detail in details)


def test_a_household_keeps_an_owner_and_names_stay_apart(light: Flat) -> None:
    with light.session() as session:
        with pytest.raises(OwnerNeeded):
            change_member(session, light.alice, "Alice", Change(role=Role.MEMBER))
        change_member(session, light.alice, "Bob", Change(role=Role.OWNER))
        change_member(session, light.alice, "Alice", Change(role=Role.MEMBER))
        with pytest.raises(NameTaken):
            add_member(session, light.alice, Newcomer(" bOB "))
        for name in ("", "a,b", "a=b", "x" * 61, "a\u202eb", "\x00"):
            with pytest.raises(NameUnusable):
                add_member(session, light.alice, Newcomer(name))
        with pytest.raises(NameUnusable):
            make_household(session, " ", "Zoe", [], "test")


def test_a_guest_is_carried_by_somebody_who_is_not_carried(light: Flat) -> None:
    with light.session() as session:
        add_member(session, light.alice, Newcomer("Gus", carried_by="Bob"))
        with pytest.raises(GuestUncarried):
            add_member(session, light.alice, Newcomer("Hugo", carried_by="Gus"))
        with pytest.raises(GuestUncarried):
            change_member(session, light.alice, "Bob", Change(carried_by="Alice"))
        change_member(session, light.alice, "Gus", Change(carried_by=""))
        change_member(session, light.alice, "Bob", Change(carried_by="Alice"))
