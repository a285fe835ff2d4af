"""What goes back to the payer, by refund or dispute, leaves the accounts on its own day, once."""

import pytest
from sqlalchemy.orm import Session

from flow.household.announcing import announce
from flow.household.balances import proposed
from flow.household.settling import received
from flow.reminding.people import everybody, someone
from flow.reminding.shares import own_shares
from models.errors.collect import (
    NothingToGiveBack,
    NotPaidIn,
    OwedBesideDispute,
    PageDisputed,
)
from models.money import Money
from models.tables import CollectionState, GiveBackState
from pay.transfers import Transfer
from tests.flow.collect.foyer import Foyer, Stopped, stopped_at


def test_a_refund_takes_it_back_on_its_own_day(live: Foyer) -> None:
    page = live.collect(live.bill())
    live.fake.people.pay_by_card(live.page(page.id))
    live.check()
    assert live.give_back(page.id, "20.00") is GiveBackState.DONE
    assert live.settlements() == [("Bob", "45.00", "received"), ("Alice", "20.00", "received")]
    assert live.owed() == "20.00"
    with pytest.raises(NothingToGiveBack):
        live.give_back(page.id, "25.01")
    assert live.give_back(page.id) is GiveBackState.DONE
    assert live.told(page.id).state is CollectionState.RETURNED
    assert live.owed() == "45.00"
    with pytest.raises(NotPaidIn):
        live.give_back(page.id)


def test_a_refund_made_at_stripe_itself_is_found_by_asking(live: Foyer) -> None:
    page = live.collect(live.bill())
    live.fake.people.pay_by_card(live.page(page.id))
    live.check()
    (intent,) = live.fake.books.intents
    refund = live.fake.books.refund({"payment_intent": intent, "amount": 1000})
    live.check()
    assert (str(live.told(page.id).returned), live.owed()) == ("10.00", "10.00")
    live.later(days=3)
    live.fake.people.fail_refund(refund)
    live.check()
    assert (str(live.told(page.id).counted), live.owed()) == ("45.00", "0.00")


def reminded_of(live: Foyer) -> list[tuple[int, str]]:
    """The bills of which Bob would be reminded, each with what he would be asked for."""
    with Session(live.wiring.engine) as session:
        bob = someone(everybody(session, "en"), "bob")
        found = own_shares(session, bob, live.now.date())
    return [(one.due.bill, str(one.due.mine)) for one in found]


@pytest.mark.parametrize(("end", "owed"), [("won", "0.00"), ("lost", "45.00")])
def test_a_dispute_opens_the_debt_until_it_is_won(live: Foyer, end: str, owed: str) -> None:
    bill = live.bill()
    page = live.collect(bill)
    live.fake.people.pay_by_card(live.page(page.id))
    live.check()
    dispute = live.fake.people.dispute(live.page(page.id))
    live.later(days=40)
    live.check()
    assert (live.told(page.id).state, live.owed()) == (CollectionState.DISPUTED, "45.00")
    with pytest.raises(PageDisputed):
        live.collect(bill)
    with pytest.raises(OwedBesideDispute):
        live.collect()
    live.fake.people.close_dispute(dispute, end)
    live.check()
    assert live.owed() == owed


def test_what_a_bank_wants_back_is_not_collected_again_and_the_next_bill_is(live: Foyer) -> None:
    page = live.collect(live.bill())
    live.fake.people.pay_by_card(live.page(page.id))
    live.check()
    live.fake.people.dispute(live.page(page.id))
    live.check()
    assert reminded_of(live) == []
    second = live.bill("20.00")
    assert reminded_of(live) == [(second, "10.00")]
    assert str(live.collect(second).amount) == "10.00"
    live.bill("30.00")
    assert str(live.collect().amount) == "15.00"


def to_send(live: Foyer, *, direct: bool) -> list[str]:
    with live.flat.session() as session:
        moves = proposed(session, live.flat.alice, direct=direct)
    assert all(one.sender == live.flat.bob.person for one in moves)
    return [str(one.amount) for one in moves]


@pytest.mark.parametrize("direct", [False, True])
@pytest.mark.parametrize(("end", "at_last"), [("won", ["10.00"]), ("lost", ["55.00"])])
def test_what_a_bank_wants_back_is_not_proposed_until_it_is_decided(
    live: Foyer, end: str, at_last: list[str], *, direct: bool
) -> None:
    page = live.collect(live.bill())
    live.fake.people.pay_by_card(live.page(page.id))
    live.check()
    dispute = live.fake.people.dispute(live.page(page.id))
    live.check()
    assert (live.owed(), to_send(live, direct=direct)) == ("45.00", [])
    live.bill("20.00")
    assert (live.owed(), to_send(live, direct=direct)) == ("55.00", ["10.00"])
    live.fake.people.close_dispute(dispute, end)
    live.check()
    assert to_send(live, direct=direct) == at_last


def test_a_debt_that_was_settled_beside_a_dispute_asks_nobody_for_money_back(live: Foyer) -> None:
    page = live.collect(live.bill())
    live.fake.people.pay_by_card(live.page(page.id))
    live.check()
    live.fake.people.dispute(live.page(page.id))
    live.check()
    with live.flat.session() as session:
        one = Transfer(live.flat.bob.person, live.flat.alice.person, Money.of("45.00", "EUR"))
        (row,) = announce(session, live.flat.bob, [one], beside=True)
        received(session, live.flat.alice, row.id, live.now.date())
    assert to_send(live, direct=False) == []


def test_a_refund_that_was_cut_off_is_not_made_twice(live: Foyer) -> None:
    page = live.collect(live.bill())
    live.fake.people.pay_by_card(live.page(page.id))
    live.check()
    for point in ("give_back_begun", "give_back_called", "give_back_recorded", "give_back_looked"):
        before = len(live.fake.books.refunds)
        with stopped_at(point), pytest.raises(Stopped):
            live.give_back(page.id, "5.00")
        live.later(minutes=2)
        assert live.give_back(page.id, "5.00") is GiveBackState.DONE
        assert len(live.fake.books.refunds) == before + 1
    assert (str(live.told(page.id).returned), live.owed()) == ("20.00", "20.00")
