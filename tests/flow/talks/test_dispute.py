"""A disputed bill waits, with everything that is asked of anybody for it; lifting it changes nothing else."""

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from flow.bill_shown import show_bill
from flow.hold import held_bills
from flow.household.balances import proposed, standing
from flow.listing import list_bills
from flow.order_draft import Wish
from flow.order_look import look_again
from flow.talks import on_hold
from flow.talks.dispute import dispute_bill, resolve_bill
from models.errors.orders import OrderStopped
from models.errors.talks import NothingDisputed, WordsMissing
from models.errors.values import NotFound
from models.journal import verify
from models.order import Step
from models.tables import Dispute, JournalLine
from tests.flow.household.flat import Flat
from tests.flow.order_house import MONDAY, OrderHouse, rules


def dispute(house: OrderHouse, bill_id: int, why: str = "The meter says less.") -> None:
    with house.session() as session, session.begin():
        dispute_bill(session, bill_id, why, house.now)


def resolve(house: OrderHouse, bill_id: int) -> None:
    with house.session() as session, session.begin():
        resolve_bill(session, bill_id, house.now)


def written(house: OrderHouse, bill_id: int) -> list[str]:
    with house.session() as session:
        verify(session)
        query = select(JournalLine.what).where(JournalLine.on_what == f"bill {bill_id}")
        return list(session.scalars(query.order_by(JournalLine.id)))


def test_a_dispute_holds_the_bill_until_it_is_lifted(each: OrderHouse) -> None:
    bill, other = each.bill(), each.bill()
    dispute(each, bill)
    with each.session() as session:
        assert on_hold(session, bill)
        assert not on_hold(session, other)
        assert held_bills(session, [other]) == {}
        assert held_bills(session) == {bill: "The meter says less"}
    resolve(each, bill)
    with each.session() as session:
        assert not on_hold(session, bill)
    assert written(each, bill) == ["bill_disputed", "dispute_lifted"]
    dispute(each, bill, "Again.")
    with each.session() as session:
        assert on_hold(session, bill)


def test_a_second_word_replaces_the_reason_and_the_same_word_writes_nothing(
    each: OrderHouse,
) -> None:
    bill = each.bill()
    for why in ("First.", "First.", "Second."):
        dispute(each, bill, why)
    assert written(each, bill) == ["bill_disputed", "bill_disputed"]
    with each.session() as session:
        assert held_bills(session) == {bill: "Second"}


def test_a_bill_has_one_open_dispute_at_most(each: OrderHouse) -> None:
    bill = each.bill()
    dispute(each, bill)
    with each.session() as session:
        session.add(Dispute(bill_id=bill, reason="Twice.", begun_at=each.now))
        with pytest.raises(IntegrityError):
            session.flush()


def test_what_cannot_be_disputed_or_lifted_is_said(house: OrderHouse) -> None:
    bill = house.bill()
    with pytest.raises(WordsMissing):
        dispute(house, bill, "\u200b \n")
    with pytest.raises(NothingDisputed):
        resolve(house, bill)
    for number in (0, -1, 99, 2**80):
        with pytest.raises(NotFound):
            dispute(house, number)


def test_hostile_words_stay_one_line(house: OrderHouse) -> None:
    bill = house.bill()
    dispute(house, bill, "too\r\nmuch \u202e" + "x" * 5_000)
    with house.session() as session:
        reason = held_bills(session)[bill]
    assert reason.startswith("too much x")
    assert (len(reason), len(reason.splitlines())) == (300, 1)


def test_paying_stops_with_the_reason_whatever_is_answered(each: OrderHouse) -> None:
    bill = each.bill()
    dispute(each, bill)
    looked = each.look(bill)
    assert "disputed" in rules(looked)
    with pytest.raises(OrderStopped) as stopped:
        each.approve(looked, rules=frozenset(rules(looked)))
    assert "(The meter says less)" in stopped.value.told("en")
    assert f"facteur ask {bill} --resolve" in stopped.value.told("en")
    resolve(each, bill)
    each.pay(bill)


def test_an_approved_order_is_not_handed_over_while_its_bill_is_disputed(house: OrderHouse) -> None:
    bill = house.bill()
    looked = house.look(bill)
    house.approve(looked)
    dispute(house, bill)
    with pytest.raises(OrderStopped):
        house.hand_over(looked)
    resolve(house, bill)
    house.hand_over(looked)
    assert house.orders(bill)[0].step is Step.HANDED_OVER


def test_the_papers_of_a_disputed_bill_are_not_made_again(house: OrderHouse) -> None:
    bill = house.bill()
    house.pay(bill)
    dispute(house, bill)
    with pytest.raises(OrderStopped):
        look_again(house.wiring, bill, Wish())


def test_the_list_and_the_card_say_it(house: OrderHouse) -> None:
    bill, other = house.bill(), house.bill()
    dispute(house, bill)
    said = {one.row["id"]: one.row["dispute"] for one in list_bills(house.wiring)}
    assert said == {bill: "The meter says less", other: None}
    assert show_bill(house.wiring, bill)["row"]["dispute"] == "The meter says less"


def test_the_shares_of_a_disputed_bill_wait_with_the_payers_claim(flat: Flat) -> None:
    held, other = flat.bill("90.00"), flat.bill("30.00")
    for bill in (held, other):
        flat.split(bill)
        flat.paid(bill, "Alice")
    assert owed(flat) == {"60.00"}
    with flat.session() as session:
        dispute_bill(session, held, "Too much.", MONDAY)
    assert owed(flat) == {"15.00"}
    with flat.session() as session:
        (alice,) = [one for one in standing(session, flat.alice) if one.person == flat.alice.person]
        assert (str(alice.net), str(alice.held)) == ("15.00", "45.00")
    with flat.session() as session:
        resolve_bill(session, held, MONDAY)
    assert owed(flat) == {"60.00"}


def test_what_is_split_or_paid_during_a_dispute_waits_too(light: Flat) -> None:
    bill = light.bill("90.00")
    with light.session() as session:
        dispute_bill(session, bill, "Too much.", MONDAY)
    light.split(bill)
    light.paid(bill, "Bob", on=date(2026, 11, 21))
    assert owed(light) == set()
    with light.session() as session:
        resolve_bill(session, bill, MONDAY)
    assert owed(light) == {"45.00"}


def owed(flat: Flat) -> set[str]:
    with flat.session() as session:
        return {str(one.amount) for one in proposed(session, flat.alice)}
