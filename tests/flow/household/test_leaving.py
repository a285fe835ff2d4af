"""A member leaves once nothing is open, keeps what was, and may come back."""

from datetime import date

import pytest

from flow.household.announcing import announce
from flow.household.arrival import bill_changed, why_waiting
from flow.household.balances import standing
from flow.household.calendar import days_of
from flow.household.consent import dispute
from flow.household.leaving import rejoin, remove_member
from flow.household.members import Change, Newcomer, add_member, change_member
from flow.household.private_links import new_link
from flow.household.rights import acting_as, acting_by_link, member_called
from flow.household.rules import Way, keep_rule, rules_of
from flow.household.settling import received
from flow.household.splitting import split_bill
from flow.household.statement import statement_of
from models.errors.household import (
    FormerMember,
    MemberStays,
    MemberUnknown,
    OwnerNeeded,
    RightMissing,
    RuleOutdated,
)
from models.errors.values import NotFound
from models.money import Money
from models.tables import Bill, Role
from models.verdict import State
from pay.recap import month_of
from pay.shares.rule import Equally
from pay.shares.standing import StandingRule
from pay.transfers import Transfer
from tests.flow.household.flat import TODAY, Flat, people


def leaves(flat: Flat, name: str = "Bob") -> None:
    with flat.session() as session:
        remove_member(session, flat.alice, name, TODAY)


def why(flat: Flat, name: str = "Bob") -> str:
    with pytest.raises(MemberStays) as caught, flat.session() as session:
        remove_member(session, flat.alice, name, TODAY)
    return caught.value.told("en")


def settled(flat: Flat) -> None:
    """Bob has paid Alice what he owes."""
    with flat.session() as session:
        transfer = Transfer(flat.bob.person, flat.alice.person, Money.of("45", "EUR"))
        (row,) = announce(session, flat.bob, [transfer])
        received(session, flat.alice, row.id, TODAY)


def test_what_is_open_is_told_one_after_the_other(flat: Flat) -> None:
    bill = flat.bill()
    flat.split(bill)
    assert why(flat) == (
        f"Bob cannot leave the household yet: bill {bill} is shared with them and not paid yet."
    )
    flat.paid(bill, "Alice")
    assert "they still owe 45.00 EUR" in why(flat)
    with flat.session() as session:
        change_member(session, flat.alice, "Dora", Change(role=Role.OWNER))
    assert "they are still owed 45.00 EUR" in why(flat, "Alice")
    with flat.session() as session:
        transfer = Transfer(flat.bob.person, flat.alice.person, Money.of("45", "EUR"))
        (row,) = announce(session, flat.bob, [transfer])
        received(session, flat.alice, row.id, TODAY)
        (other,) = announce(session, flat.alice, [
            Transfer(flat.alice.person, flat.bob.person, Money.of("1", "EUR"))
        ])  # fmt: skip
        waits = other.id
    assert f"settlement {waits} is not received yet" in why(flat)


def test_a_disputed_share_and_a_guest_keep_a_member(light: Flat) -> None:
    bill = light.bill()
    light.split(bill)
    light.paid(bill, "Alice")
    with light.session() as session:
        dispute(session, light.bob, bill, "not mine")
        add_member(session, light.alice, Newcomer("Gus", carried_by="Dora"))
    assert "45.00 EUR wait until a dispute ends" in why(light)
    assert "they pay for Gus" in why(light, "Dora")


def test_who_left_sees_and_says_nothing_and_what_was_stays(flat: Flat) -> None:
    bill = flat.bill()
    flat.split(bill)
    flat.paid(bill, "Alice")
    with flat.session() as session:
        secret = new_link(session, flat.alice, "Bob")
    settled(flat)
    leaves(flat)
    other = flat.bill("12.00")
    with flat.session() as session:
        with pytest.raises(NotFound):
            acting_as(session, flat.bob.member_id, "test")
        with pytest.raises(NotFound):
            acting_by_link(session, secret)
        with pytest.raises(MemberUnknown):
            member_called(session, flat.alice, "Bob")
        way = Way(StandingRule(Equally(people(flat.alice, flat.bob))))
        with pytest.raises(MemberUnknown):
            split_bill(session, flat.alice, other, way)
        month = month_of(TODAY.year, TODAY.month)
        kept = statement_of(session, flat.alice, flat.bob.member_id, month)
        assert [len(lines) for _, lines in kept.parts] == [2]
        assert not any(one.net.minor for one in standing(session, flat.alice))
    assert flat.shares(bill)["Bob"] == ("45.00", "proposed")
    assert flat.lines("household 1")[-1] == "member_removed"


def test_the_rules_that_name_them_wait_and_their_own_end(light: Flat) -> None:
    first = light.bill("90.00")
    between = Equally(people(light.alice, light.bob))
    with light.session() as session:
        way = Way(StandingRule(between, payer=light.bob.person))
        keep_rule(session, light.alice, session.get_one(Bill, first), way)
        keep_rule(session, light.bob, session.get_one(Bill, first), way)
        assert len(rules_of(session, light.alice.household_id)) == 2
    leaves(light)
    with light.session() as session:
        assert len(rules_of(session, light.alice.household_id)) == 1
        row = session.get_one(Bill, first)
        row.state = State.PAID
        bill_changed(session, row)
        assert isinstance(why_waiting(session, row), RuleOutdated)
    assert light.stored(first) is None


def test_only_an_owner_removes_another_and_an_owner_stays(light: Flat) -> None:
    with light.session() as session:
        for actor in (light.dora, light.vera, light.charlie):
            with pytest.raises((RightMissing, MemberUnknown)):
                remove_member(session, actor, "Bob", TODAY)
        with pytest.raises(OwnerNeeded):
            remove_member(session, light.alice, "Alice", TODAY)
        with pytest.raises(MemberUnknown):
            remove_member(session, light.alice, "Zoe", TODAY)
        remove_member(session, light.vera, "Vera", TODAY)
        with pytest.raises(MemberUnknown):
            remove_member(session, light.alice, "Vera", TODAY)


def test_who_comes_back_is_the_same_person_with_the_rights_of_now(flat: Flat) -> None:
    with flat.session() as session:
        secret = new_link(session, flat.alice, "Dora")
    leaves(flat, "Dora")
    with flat.session() as session:
        with pytest.raises(FormerMember):
            add_member(session, flat.alice, Newcomer("dora"))
        for actor, name in ((flat.bob, "Dora"), (flat.alice, "Bob"), (flat.charlie, "Dora")):
            with pytest.raises((RightMissing, MemberUnknown)):
                rejoin(session, actor, name, TODAY, Role.MEMBER)
        number = rejoin(session, flat.alice, "DORA", date(2027, 1, 5), Role.MEMBER)
        assert number == flat.dora.member_id
        back = acting_as(session, number, "test")
        assert back.role is Role.MEMBER
        with pytest.raises(NotFound):
            acting_by_link(session, secret)
        days = [(row.first, row.last) for row in days_of(session, back.household_id)
                if row.member_id == number]  # fmt: skip
        assert days == [(None, TODAY), (date(2027, 1, 5), None)]
