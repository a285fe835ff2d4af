"""Nobody leaves a household while money that concerns them may still come, or go back, by card."""

from dataclasses import replace

import pytest

from flow.household.leaving import remove_member
from flow.household.members import Change, change_member
from models.errors.collect import CollectorMissing
from models.errors.household import MemberStays
from models.tables import Role
from tests.flow.collect.foyer import Foyer, Stopped, stopped_at
from tests.flow.household.flat import TODAY


def leave(each: Foyer, name: str) -> None:
    with each.flat.session() as session:
        remove_member(session, each.flat.dora, name, TODAY)


def why(each: Foyer, name: str) -> str:
    with pytest.raises(MemberStays) as caught:
        leave(each, name)
    return caught.value.told("en")


def owner(each: Foyer) -> None:
    with each.flat.session() as session:
        change_member(session, each.flat.alice, "Dora", Change(role=Role.OWNER))
    each.flat.dora = replace(each.flat.dora, role=Role.OWNER)


def test_neither_payer_nor_payee_leaves_while_a_page_is_open(each: Foyer) -> None:
    owner(each)
    page = each.collect(each.bill())
    for name in ("Bob", "Alice"):
        told = why(each, name)
        assert f"collection {page.id} over 45.00 EUR is open" in told
        assert f"`facteur collect --cancel {page.id}`" in told
    each.call_off(page.id)
    assert "they still owe 45.00 EUR" in why(each, "Bob")


def test_a_debit_under_way_and_money_going_back_keep_both(each: Foyer) -> None:
    owner(each)
    page = each.collect(each.bill())
    each.fake.people.pay_by_debit(each.page(page.id))
    each.check()
    for name in ("Bob", "Alice"):
        assert f"the money of collection {page.id} over 45.00 EUR is under way" in why(each, name)
    each.fake.people.settle_debit(each.page(page.id), paid=True)
    each.check()
    assert each.owed() == "0.00"
    with stopped_at("give_back_begun"), pytest.raises(Stopped):
        each.give_back(page.id)
    assert f"money of collection {page.id} is on its way back" in why(each, "Bob")


def test_once_the_money_is_there_they_leave_and_nobody_collects_for_who_left(each: Foyer) -> None:
    owner(each)
    page = each.collect(each.bill())
    each.fake.people.pay_by_card(each.page(page.id))
    each.check()
    leave(each, "Alice")
    with pytest.raises(CollectorMissing):
        each.collect(by=each.flat.dora, currency="EUR")
    leave(each, "Bob")
